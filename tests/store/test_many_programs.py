"""Several programs on one queue: one is stopped, killed or slow; the hall goes on, nothing is lost or twice."""

import signal
from contextlib import ExitStack
from random import Random

import pytest

from tests.own_time import OwnTime, shortest
from tests.store.processes import Child
from tests.verbs.soundness import check_hall
from tests.verbs.summons_race import due_again, first_due, race, was_summoned_once
from waitline.model.errors import DatabaseBusy
from waitline.store import connect, engine

HOLD_AT_MOST_S = 3.0


@pytest.fixture
def live(make_hall):
    """The real clock: processes take their time."""
    return make_hall(live_clock=True)


def test_a_program_stopped_in_mid_verb_holds_the_hall_three_seconds_at_most(live, record_property):
    taken = []

    def held() -> float:
        with Child(live) as child:
            child.does("stop", f"asleep-{len(taken)}", answer="held")
            watch = OwnTime()
            taken.append(live.take().label)
            seconds = watch.seconds()
            child.process.send_signal(signal.SIGCONT)
        return seconds

    shortest_hold = shortest(held, HOLD_AT_MOST_S)
    record_property("held_s", round(shortest_hold, 2))
    assert shortest_hold < HOLD_AT_MOST_S
    assert taken[0] == "A001"
    check_hall(live)


def test_a_program_killed_in_mid_verb_leaves_nothing_behind(live):
    before = live.everything()
    with Child(live) as child:
        child.does("hold", "killed", answer="held")
        child.process.kill()
        child.process.wait()
    assert live.everything() == before
    assert live.take().label == "A001"
    check_hall(live)


def test_ten_consoles_at_once_summon_one_person_once_whichever_are_killed_meanwhile(hall):
    dice = Random(2)
    first_due(hall)
    with ExitStack() as programs:
        consoles = [programs.enter_context(one) for one in [Child(hall) for _ in range(10)]]
        for killed in (2, 3, 4):
            victims = dice.sample(range(len(consoles)), killed)
            found = race(hall, consoles, victims, lambda: None)
            assert was_summoned_once(found), found
            consoles = [console for place, console in enumerate(consoles) if place not in victims]
            due_again(hall)
    check_hall(hall)


def test_what_a_killed_program_had_committed_is_told_to_whoever_asks_again(live):
    with Child(live) as child:
        number, label, _ = child.does("take", "touch-1", answer="taken")
        child.process.kill()
    again = live.reception.take_ticket(request="touch-1", service="TRANS").ticket
    assert (str(again.id), again.label) == (number, label)
    assert len(live.tickets()) == 1


def test_a_verb_waits_for_the_one_before_it(live):
    with Child(live) as child, Child(live) as second:
        child.does("hold", "first", answer="held")
        second.tell("take", "second")
        child.does("go", answer="released")
        number, _, _ = second.hears("taken")
    kinds = {entry.seq: entry.kind for entry in live.journal()}
    assert min(seq for seq, kind in kinds.items() if kind == "HelpAsked") < int(number)


def test_processes_that_write_at_once_give_no_number_twice_and_leave_no_gap(live):
    with ExitStack() as stack:
        children = [stack.enter_context(Child(live)) for _ in range(3)]
        for child in children:
            child.tell("take_many", 25)
        for child in children:
            child.hears("done")
    assert sorted(ticket.number for ticket in live.tickets()) == list(range(1, 76))
    check_hall(live)


@pytest.mark.parametrize("database", ["sqlite"])
def test_a_lock_that_is_not_given_back_is_named_in_time_and_nothing_is_lost(live, make_store, monkeypatch):
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(engine, "HOLD_PATIENCE", 0.6)
    impatient = make_store(live.store.url, live.store.office)
    with Child(live) as child:
        child.does("hold", "long", answer="held")

        def refused() -> float:
            watch = OwnTime()
            with pytest.raises(DatabaseBusy) as busy, impatient.writing("look"):
                raise AssertionError("nobody else may come in")
            assert busy.value.words.zh == "資料庫忙碌中，請再試一次"
            return watch.seconds()

        assert shortest(refused, 2.0) < 2
        assert len(live.tickets()) == 0, "looking is never locked out"
        child.does("go", answer="released")
        assert live.take().label == "A001"
    check_hall(live)


def test_the_databases_time_holds_for_programs_whose_pc_clocks_are_three_minutes_wrong(live):
    began = live.now
    with Child(live) as early, Child(live) as late:
        for child, wrong in ((early, -180), (late, +180)):
            (pc,) = child.does("clock", wrong, answer="pc")
            assert abs(int(pc) - live.now) > 170_000
        for turn in range(6):
            child = (early, late)[turn % 2]
            _, label, at = child.does("take", f"touch-{turn}", answer="taken")
            assert label == f"A{turn + 1:03d}"
            assert began <= int(at) <= live.now
    tickets = live.tickets()
    assert [t.number for t in tickets] == [1, 2, 3, 4, 5, 6]
    assert [t.key_at for t in tickets] == sorted(t.key_at for t in tickets)
    check_hall(live)
