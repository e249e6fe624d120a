"""Which calls stand in the big place, on a clock turned by hand."""

import random

import pytest

from display.showing import LINGERS_S, ROOM, Scene, Showing
from tests.display.hall_on_paper import PaperHall, TurnedClock, stays


@pytest.fixture
def showing(clock: TurnedClock, hall: PaperHall) -> Showing:
    """A board that has been up since before the first call."""
    showing = Showing(clock)
    showing.see(hall.board())
    return showing


def labels(scene: Scene) -> list[str]:
    return [shown.call.label for shown in scene.places]


def recent(scene: Scene) -> list[str]:
    return [shown.call.label for shown in scene.recent]


def test_a_call_is_large_at_once(hall, showing):
    hall.call("A001", "3")
    showing.see(hall.board())
    (shown,) = showing.scene().places
    assert (shown.call.label, shown.call.counter, shown.fresh, shown.spoken) == ("A001", "3", True, False)


def test_an_empty_hall_shows_nothing_and_asks_for_nothing(showing):
    assert showing.scene() == Scene()


def test_a_call_stays_ten_seconds_and_then_makes_room_for_the_next(clock, hall, showing):
    hall.call("A001")
    showing.see(hall.board())
    showing.scene()
    clock.turn(4)
    hall.call("A002")
    showing.see(hall.board())
    assert labels(showing.scene()) == ["A002", "A001"]
    clock.turn(5.9)
    assert labels(showing.scene()) == ["A002", "A001"]
    clock.turn(0.2)
    assert (labels(showing.scene()), recent(showing.scene())) == (["A002"], ["A001"])


def test_the_newest_call_stands_quietly_while_the_visitor_is_expected(clock, hall, showing):
    hall.call("A001")
    showing.see(hall.board())
    showing.scene()
    clock.turn(600)
    (shown,) = showing.scene().places
    assert not shown.fresh


def test_the_newest_call_leaves_some_minutes_after_its_visitor_came(clock, hall, showing):
    hall.call("A001")
    showing.see(hall.board())
    showing.scene()
    clock.turn(12)
    hall.serve("A001")
    showing.see(hall.board())
    assert labels(showing.scene()) == ["A001"]
    clock.turn(LINGERS_S)
    assert (labels(showing.scene()), recent(showing.scene())) == ([], ["A001"])


def test_the_board_says_itself_when_it_changes(clock, hall, showing):
    hall.call("A001")
    showing.see(hall.board())
    assert showing.scene().changes_in == pytest.approx(10)
    clock.turn(3)
    hall.call("A002")
    showing.see(hall.board())
    assert showing.scene().changes_in == pytest.approx(7)
    clock.turn(60)
    assert showing.scene().changes_in is None


def test_a_call_stays_while_it_is_being_spoken(clock, hall, showing):
    first = hall.call("A001")
    hall.call("A002")
    showing.see(hall.board())
    showing.scene()
    showing.speaking(first.ticket)
    clock.turn(14)
    scene = showing.scene()
    assert labels(scene) == ["A002", "A001"]
    assert [shown.spoken for shown in scene.places] == [False, True]
    showing.speaking(None)
    assert labels(showing.scene()) == ["A002"]


def test_the_call_being_spoken_is_marked_in_the_recent_list_too(clock, hall, showing):
    first = hall.call("A001")
    hall.call("A002")
    showing.see(hall.board())
    showing.scene()
    clock.turn(11)
    assert recent(showing.scene()) == ["A001"]
    showing.speaking(first.ticket)
    assert [shown.spoken for shown in showing.scene().recent] == [True]


def test_of_five_calls_at_once_each_has_ten_seconds_and_none_is_skipped(clock, hall, showing):
    for number in range(1, 6):
        hall.call(f"A00{number}", str(number))
    showing.see(hall.board())
    assert labels(showing.scene()) == ["A004", "A003", "A002", "A001"]
    assert showing.scene().changes_in == pytest.approx(10)
    clock.turn(9.9)
    assert labels(showing.scene()) == ["A004", "A003", "A002", "A001"]
    clock.turn(0.2)
    assert labels(showing.scene()) == ["A005"]
    clock.turn(9.8)
    (shown,) = showing.scene().places
    assert (shown.call.label, shown.fresh) == ("A005", True)


def test_of_six_calls_at_once_the_first_makes_room_after_five_seconds(clock, hall, showing):
    for number in range(1, 7):
        hall.call(f"A00{number}", str(number))
    showing.see(hall.board())
    assert showing.scene().changes_in == pytest.approx(5)
    clock.turn(5.1)
    assert labels(showing.scene()) == ["A005", "A004", "A003", "A002"]
    clock.turn(5)
    assert labels(showing.scene()) == ["A006", "A005"]


def test_the_voice_does_not_hold_the_place_against_waiting_calls_for_ever(clock, hall, showing):
    first = hall.call("A001")
    for number in range(2, 7):
        hall.call(f"A00{number}")
    showing.see(hall.board())
    showing.scene()
    showing.speaking(first.ticket)
    clock.turn(5.1)
    assert labels(showing.scene()) == ["A005", "A004", "A003", "A001"]
    for number in range(7, 11):
        hall.call(f"A0{number:02d}")
    showing.see(hall.board())
    clock.turn(5)
    assert "A001" not in labels(showing.scene())


def test_the_call_being_spoken_is_the_last_to_make_room(clock, hall, showing):
    first = hall.call("A001")
    for number in range(2, 6):
        hall.call(f"A00{number}")
    showing.see(hall.board())
    showing.scene()
    showing.speaking(first.ticket)
    clock.turn(10.1)
    assert labels(showing.scene()) == ["A005", "A001"]


def test_forty_calls_in_a_minute_each_have_five_seconds_in_journal_order(clock, hall, showing):
    stayed = stays(clock, hall, showing, [1.5 * number for number in range(40)])
    assert len(stayed) == 39
    assert min(stayed.values()) >= 5 - 1e-3


@pytest.mark.parametrize("seed", range(20))
def test_ninety_calls_in_an_hour_of_random_arrivals_lose_none(clock, hall, showing, seed):
    chance = random.Random(seed)
    moments = sorted(chance.uniform(0, 3600) for _ in range(90))
    stayed = stays(clock, hall, showing, moments)
    assert len(stayed) == 89
    assert min(stayed.values()) >= 5 - 1e-3


def test_forty_calls_in_one_second_all_have_their_turn(clock, hall, showing):
    stayed = stays(clock, hall, showing, [number / 40 for number in range(40)])
    assert len(stayed) == 39
    assert min(stayed.values()) >= 5 - 1e-3


def test_the_place_never_holds_more_than_there_is_room_for(clock, hall, showing):
    for number in range(1, 30):
        hall.call(f"A{number:03d}")
    showing.see(hall.board())
    for _ in range(40):
        assert len(showing.scene().places) <= ROOM
        clock.turn(1.3)


def test_a_deaf_visitors_call_stays_twice_as_long(clock, hall, showing):
    hall.call("A001", deaf=True)
    hall.call("A002")
    showing.see(hall.board())
    showing.scene()
    clock.turn(19)
    assert labels(showing.scene()) == ["A002", "A001"]
    clock.turn(1.1)
    assert labels(showing.scene()) == ["A002"]


def test_a_recall_keeps_its_place_and_has_its_time_again(clock, hall, showing):
    hall.call("A001")
    showing.see(hall.board())
    showing.scene()
    clock.turn(9)
    hall.call("A002")
    hall.call("A001")
    showing.see(hall.board())
    clock.turn(9)
    scene = showing.scene()
    assert labels(scene) == ["A002", "A001"]
    assert [shown.call.recall for shown in scene.places] == [0, 1]
    assert all(shown.fresh for shown in scene.places)


def test_a_recall_from_the_recent_list_is_large_again(clock, hall, showing):
    hall.call("A001")
    hall.call("A002")
    showing.see(hall.board())
    showing.scene()
    clock.turn(11)
    assert recent(showing.scene()) == ["A001"]
    hall.call("A001")
    showing.see(hall.board())
    assert (labels(showing.scene()), recent(showing.scene())) == (["A001"], ["A002"])


def test_a_recall_while_waiting_for_room_is_one_call(clock, hall, showing):
    for number in range(1, 7):
        hall.call(f"A00{number}")
    showing.see(hall.board())
    hall.call("A006")
    showing.see(hall.board())
    showing.scene()
    clock.turn(5.1)
    assert labels(showing.scene()) == ["A005", "A004", "A003", "A002"]
    clock.turn(5)
    assert labels(showing.scene()) == ["A006", "A005"]


@pytest.mark.parametrize("when", ["large", "waiting", "recent"])
def test_a_withdrawn_call_leaves_at_once_wherever_it_is(clock, hall, showing, when):
    for number in range(1, 6 if when == "waiting" else 3):
        hall.call(f"A00{number}")
    showing.see(hall.board())
    showing.scene()
    clock.turn(11 if when == "recent" else 1)
    showing.scene()
    gone = {"large": "A002", "waiting": "A005", "recent": "A001"}[when]
    hall.withdraw(gone)
    showing.see(hall.board())
    clock.turn(20)
    scene = showing.scene()
    assert gone not in labels(scene) + recent(scene)


def test_a_missed_number_is_not_sent_to_a_counter_any_more(clock, hall, showing):
    hall.call("A001")
    showing.see(hall.board())
    showing.scene()
    clock.turn(30)
    hall.miss("A001")
    showing.see(hall.board())
    assert showing.scene() == Scene()


@pytest.mark.parametrize("when", ["large", "waiting", "recent"])
def test_a_number_put_back_into_the_line_is_sent_to_no_counter_wherever_it_stood(clock, hall, showing, when):
    for number in range(1, 6 if when == "waiting" else 3):
        hall.call(f"A00{number}")
    showing.see(hall.board())
    showing.scene()
    clock.turn(11 if when == "recent" else 1)
    showing.scene()
    back = {"large": "A002", "waiting": "A005", "recent": "A001"}[when]
    hall.put_back(back)
    showing.see(hall.board())
    assert back not in labels(showing.scene()) + recent(showing.scene())
    hall.call(back, "7")
    showing.see(hall.board())
    clock.turn(10)
    places = showing.scene().places
    assert (places[0].call.label, places[0].call.counter) == (back, "7")


def test_a_number_that_waits_again_leaves_though_another_comes_in_the_same_moment(hall, showing):
    hall.call("A001")
    hall.call("A002")
    showing.see(hall.board())
    assert labels(showing.scene()) == ["A002", "A001"]
    hall.put_back("A001")
    hall.call("A003")
    showing.see(hall.board())
    assert labels(showing.scene()) == ["A003", "A002"]


def test_a_call_that_fell_off_the_end_of_the_list_was_not_withdrawn(clock, hall, showing):
    first = hall.call("A001")
    hall.call("A002")
    showing.see(hall.board())
    assert labels(showing.scene()) == ["A002", "A001"]
    hall.calls.pop(first.label)
    hall.call("A003")
    showing.see(hall.board())
    clock.turn(1)
    assert labels(showing.scene()) == ["A003", "A002", "A001"]


def test_a_restart_brings_back_what_was_large_and_flashes_nothing_old(clock, hall):
    hall.call("A001")
    clock.turn(30)
    hall.call("A002")
    clock.turn(3)
    restarted = Showing(clock)
    restarted.see(hall.board())
    scene = restarted.scene()
    assert (labels(scene), recent(scene)) == (["A002"], ["A001"])
    assert scene.changes_in == pytest.approx(7)


def test_a_restart_after_a_quiet_hour_shows_no_old_call_as_large(clock, hall):
    hall.call("A001")
    clock.turn(3600)
    restarted = Showing(clock)
    restarted.see(hall.board())
    scene = restarted.scene()
    assert (labels(scene), recent(scene)) == ([], ["A001"])


def test_after_being_out_of_touch_only_calls_that_still_stand_come_large(clock, hall, showing):
    hall.call("A001")
    hall.call("A002")
    hall.serve("A001")
    clock.turn(120)
    showing.see(hall.board())
    scene = showing.scene()
    assert (labels(scene), recent(scene)) == (["A002"], ["A001"])


def test_a_database_set_back_to_an_older_day_starts_the_board_afresh(clock, hall, showing):
    for number in range(1, 6):
        hall.call(f"A00{number}")
    showing.see(hall.board())
    older = PaperHall(clock)
    older.call("B001")
    clock.turn(300)
    showing.see(older.board())
    assert recent(showing.scene()) == ["B001"]
