"""When the back line is asked to come and when it may go: the pure rule."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FRIDAY_NINE
from waitline.model.back_line import Watch
from waitline.model.clock import MINUTE, Instant
from waitline.model.office import Rules
from waitline.rules.back_line import LOOK_EVERY, Fullness, Step, look, may_look, next_look

RULES = Rules()
BUSY, CALM = 9.0, 0.5
halls = st.lists(
    st.tuples(st.floats(0, 20), st.none() | st.floats(0, 20), st.booleans()), min_size=1, max_size=120
)


def at(minutes: float) -> Instant:
    return Instant(FRIDAY_NINE + round(minutes * MINUTE))


def hall(minutes_now: float, work: float, fewer: float | None = None, *, can_come: bool = True) -> Fullness:
    return Fullness(now=at(minutes_now), minutes=work, fewer=fewer, can_come=can_come)


def steps(looks: list[Fullness], rules: Rules = RULES) -> list[tuple[float, Step]]:
    """Every step that is taken, with its minute."""
    watch, taken = Watch(), []
    for full in looks:
        watch, step = look(rules, watch, full)
        if step is not Step.NONE:
            taken.append(((full.now - FRIDAY_NINE) / MINUTE, step))
    return taken


def every_half_minute(work: float, fewer: float | None, until: float) -> list[Fullness]:
    return [hall(n / 2, work, fewer) for n in range(int(until * 2) + 1)]


def test_somebody_is_asked_when_the_hall_was_full_for_a_while_and_nobody_else_soon_after():
    assert steps(every_half_minute(BUSY, None, 9)) == [
        (0.5, Step.SUMMON),
        (4.5, Step.SUMMON),
        (8.5, Step.SUMMON),
    ]


def test_a_moment_is_not_enough():
    assert steps([hall(0, BUSY), hall(0.25, CALM), hall(0.5, BUSY), hall(0.75, BUSY)]) == []


def test_nobody_is_asked_where_nobody_can_come():
    assert steps([hall(n, BUSY, can_come=False) for n in range(30)]) == []


def test_who_came_last_may_go_when_one_fewer_would_do_for_five_minutes():
    looks = [*every_half_minute(BUSY, None, 0.5), *(hall(1 + n / 2, CALM, CALM) for n in range(60))]
    assert steps(looks)[:3] == [(0.5, Step.SUMMON), (15.5, Step.RELEASE), (16.0, Step.RELEASE)]


def test_nobody_goes_while_one_fewer_would_be_too_few():
    looks = [*every_half_minute(BUSY, None, 0.5), *(hall(1 + n / 2, CALM, 3.0) for n in range(90))]
    assert [step for _, step in steps(looks)] == [Step.SUMMON]


@given(halls)
def test_no_two_summonses_are_near_each_other_and_no_release_follows_one_soon(found):
    looks = [hall(n / 2, work, fewer, can_come=can) for n, (work, fewer, can) in enumerate(found)]
    summoned = None
    for minute, step in steps(looks):
        if summoned is not None:
            assert minute - summoned >= (RULES.summon_gap if step is Step.SUMMON else RULES.release_gap)
        summoned = minute if step is Step.SUMMON else summoned


@given(halls)
def test_looking_only_when_told_to_does_what_looking_all_the_time_does(found):
    """`next_look` misses nothing: between two changes of the hall, looks that it does not ask for do nothing."""
    eager, lazy = Watch(), Watch()
    for n, (work, fewer, can) in enumerate(found):
        full = hall(n / 2, work, fewer, can_come=can)
        eager, eager_step = look(RULES, eager, full)
        due = next_look(RULES, lazy, full)
        lazy_step = Step.NONE
        if due is not None and due <= full.now:
            assert may_look(lazy, full.now)
            lazy, lazy_step = look(RULES, lazy, full)
        assert (lazy_step, lazy) == (eager_step, eager)


@given(st.integers(0, 3 * LOOK_EVERY), st.integers(0, 3 * LOOK_EVERY))
def test_looks_are_on_whole_half_minutes_and_once_on_each(now, looked):
    watch = Watch(looked_at=Instant(FRIDAY_NINE + looked))
    full = Fullness(now=Instant(FRIDAY_NINE + max(now, looked)), minutes=BUSY, fewer=None, can_come=True)
    due = next_look(RULES, watch, full)
    assert due is not None
    assert due % LOOK_EVERY == 0
    assert due >= full.now
    assert may_look(watch, due)
