"""A real hall whose visitors are sent elsewhere, and one that was out of reach: what is said and marked then."""

import pytest

from display.flow import Flow
from tests.display.listening import ListeningLoudspeaker
from tests.display.test_display_window import large, recent
from waitline.model.counter import CounterId

HOUSE = ("zh-TW", "en", "vi", "id")


@pytest.fixture
def speaks_on() -> ListeningLoudspeaker:
    """A loudspeaker that is in mid-sentence for as long as the test likes."""
    loudspeaker = ListeningLoudspeaker()
    loudspeaker.holds = True
    return loudspeaker


def marked(window) -> list[tuple[str, str]]:
    """Which cards have the loudspeaker, and where they send."""
    shown = [card.shown for card in window.wall.big_place.cards]
    return [(one.call.label, str(one.call.counter)) for one in shown if one.spoken]


def test_a_visitor_sent_to_another_counter_in_mid_sentence_is_called_there_at_once(
    qtbot, make_window, hall_at_work, speaks_on
):
    window = make_window(speaks_on)
    label = hall_at_work.take()
    hall_at_work.call(label, "3")
    qtbot.waitUntil(lambda: marked(window) == [(label, "3")])
    hall_at_work.transfer("3", to="5")
    hall_at_work.call(label, "5")
    qtbot.waitUntil(lambda: marked(window) == [(label, "5")])
    assert (speaks_on.said, speaks_on.cut_short) == ([label, label], 1)


@pytest.mark.parametrize("what", ["no_show", "put_back", "transfer"])
def test_the_voice_says_no_more_of_who_is_not_expected_any_more(qtbot, make_window, hall_at_work, speaks_on, what):
    window = make_window(speaks_on)
    one, two = hall_at_work.take(), hall_at_work.take()
    hall_at_work.call(one, "3")
    hall_at_work.call(two, "4")
    qtbot.waitUntil(lambda: marked(window) == [(one, "3")])
    acts = {"transfer": lambda: hall_at_work.transfer("3", to="5")}
    acts.get(what, getattr(hall_at_work, what))()
    qtbot.waitUntil(lambda: marked(window) == [(two, "4")])
    assert (large(window), speaks_on.said, speaks_on.cut_short) == ([two], [one, two], 1)


def test_a_call_again_at_the_same_counter_leaves_the_words_and_their_mark_alone(
    qtbot, make_window, hall_at_work, speaks_on
):
    window = make_window(speaks_on)
    label = hall_at_work.take()
    hall_at_work.call(label, "3")
    qtbot.waitUntil(lambda: marked(window) == [(label, "3")])
    hall_at_work.recall("3")
    qtbot.waitUntil(lambda: [card.shown.call.recall for card in window.wall.big_place.cards] == [1])
    assert (marked(window), speaks_on.cut_short) == ([(label, "3")], 0)
    speaks_on.finished.emit()
    assert speaks_on.said == [label, label]


def test_who_comes_to_the_counter_hears_the_words_to_their_end(qtbot, make_window, hall_at_work, speaks_on):
    window = make_window(speaks_on)
    label = hall_at_work.take()
    hall_at_work.call(label, "3")
    qtbot.waitUntil(lambda: marked(window) == [(label, "3")])
    hall_at_work.begin("3")
    qtbot.waitUntil(lambda: not window.wall.big_place.cards[0].shown.call.live)
    hall_at_work.finish("3")
    hall_at_work.call(hall_at_work.take(), "4")
    qtbot.waitUntil(lambda: len(large(window)) == 2)
    assert (marked(window), speaks_on.cut_short) == ([(label, "3")], 0)


def test_what_waited_for_the_voice_through_an_outage_is_not_said_after_it(
    qtbot, make_window, turned_hall, speaks_on, caplog
):
    caplog.set_level("INFO", logger="display.announcer")
    window = make_window(speaks_on, limit_s=1.0, hall_at_work=turned_hall)
    one, two, three, new = (turned_hall.take() for _ in range(4))
    for label, counter in ((one, "3"), (two, "4"), (three, "5")):
        turned_hall.call(label, counter)
    qtbot.waitUntil(lambda: len(large(window)) == 3)
    with turned_hall.out_of_reach(minutes=2):
        qtbot.waitUntil(window.wall.lost.isVisible)
        speaks_on.finished.emit()
        assert speaks_on.said == [one]
    qtbot.waitUntil(window.wall.lost.isHidden)
    turned_hall.call(new, "7")
    qtbot.waitUntil(lambda: new in speaks_on.said)
    assert speaks_on.said == [one, new]
    told = [(entry.label, entry.why) for entry in caplog.records if entry.msg == "call_not_spoken"]
    assert told == [(two, "old"), (three, "old")]


def test_a_short_outage_costs_no_call_that_waits(qtbot, make_window, turned_hall, speaks_on):
    window = make_window(speaks_on, limit_s=1.0, hall_at_work=turned_hall)
    one, two = turned_hall.take(), turned_hall.take()
    turned_hall.call(one, "3")
    turned_hall.call(two, "4")
    qtbot.waitUntil(lambda: len(large(window)) == 2)
    with turned_hall.out_of_reach(minutes=1):
        qtbot.waitUntil(window.wall.lost.isVisible)
        speaks_on.finished.emit()
    qtbot.waitUntil(lambda: speaks_on.said == [one, two])


def test_nothing_from_before_is_said_when_the_computer_has_slept(clock, hall):
    """Its own clock stood still meanwhile, and it has never been out of touch."""
    flow = Flow(clock=clock, languages=HOUSE)
    flow.see(hall.board())
    for label in ("A001", "A002"):
        hall.call(label)
    flow.see(hall.board())
    assert flow.announce() is not None
    clock.turn(600)
    hall.call("A003")
    flow.see(hall.board())
    flow.announced()
    announcement = flow.announce()
    assert announcement is not None
    assert announcement.call.label == "A003"
    assert not flow.has_more


def test_a_busy_hall_loses_no_call_however_long_it_waits(clock, hall):
    flow = Flow(clock=clock, languages=HOUSE)
    flow.see(hall.board())
    called = [hall.call(f"A{number:03d}", str(number % 10 + 1)).label for number in range(1, 41)]
    said = []
    while len(said) < len(called):
        flow.see(hall.board())
        announcement = flow.announce()
        assert announcement is not None
        said.append(announcement.call.label)
        for _ in range(3):
            clock.turn(1.5)
            flow.see(hall.board())
        flow.announced()
    assert said == called


def test_a_display_without_a_voice_tells_nothing_of_calls_it_does_not_speak(
    qtbot, make_window, hall_at_work, caplog
):
    caplog.set_level("INFO", logger="display.announcer")
    window = make_window()
    label = hall_at_work.take()
    hall_at_work.call(label, "3")
    qtbot.waitUntil(lambda: large(window) == [label])
    hall_at_work.begin("3")
    qtbot.waitUntil(lambda: not window.wall.big_place.cards[0].shown.call.live)
    assert "call_not_spoken" not in caplog.text


def test_a_floors_board_loses_for_good_who_was_sent_to_another_floor(qtbot, make_window, hall_at_work):
    window = make_window(counters=(CounterId("3"), CounterId("4")))
    gone, here, later = (hall_at_work.take() for _ in range(3))
    hall_at_work.call(gone, "3")
    hall_at_work.begin("3")
    qtbot.waitUntil(lambda: large(window) == [gone])
    hall_at_work.transfer("3", to="7")
    hall_at_work.call(gone, "7")
    hall_at_work.call(here, "4")
    qtbot.waitUntil(lambda: large(window) == [here])
    hall_at_work.begin("7")
    hall_at_work.finish("7")
    hall_at_work.call(later, "3")
    qtbot.waitUntil(lambda: large(window) == [later, here])
    assert recent(window) == []
