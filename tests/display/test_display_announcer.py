"""Which call is spoken next, and how."""

import pytest

from benchmarks.measure import p95
from benchmarks.voice_hour import Hour
from display.announcer import Announcement, Announcer, Heard
from tests.display.hall_on_paper import PaperHall

HOUSE = ("zh-TW", "en")


@pytest.fixture
def announcer(hall: PaperHall) -> Announcer:
    announcer = Announcer(HOUSE)
    announcer.hear(hall.board())
    return announcer


def spoken(announcement: Announcement | None) -> str | None:
    return None if announcement is None else announcement.call.label


def all_spoken(announcer: Announcer) -> list[str]:
    heard = []
    while (announcement := announcer.next()) is not None:
        heard.append(announcement.call.label)
        announcer.done()
    return heard


def test_a_call_is_spoken_in_the_languages_of_the_house(hall, announcer):
    call = hall.call("A001")
    announcer.hear(hall.board())
    assert announcer.next() == Announcement(call=call, languages=HOUSE, short=False)


def test_one_call_is_spoken_at_a_time_in_journal_order(hall, announcer):
    for label in ("A001", "B001", "A002"):
        hall.call(label)
    announcer.hear(hall.board())
    assert spoken(announcer.next()) == "A001"
    assert announcer.next() is None
    announcer.done()
    assert all_spoken(announcer) == ["B001", "A002"]


def test_a_visitors_own_language_comes_after_those_of_the_house_once(hall, announcer):
    hall.call("A001", language="vi")
    announcer.hear(hall.board())
    assert announcer.next().languages == ("zh-TW", "en", "vi")
    announcer.done()
    hall.call("A002", language="en")
    announcer.hear(hall.board())
    assert announcer.next().languages == HOUSE


def test_when_calls_wait_fewer_languages_are_spoken_then_the_short_form(hall, announcer):
    for number in range(1, 7):
        hall.call(f"A00{number}", language="vi")
    announcer.hear(hall.board())
    said = []
    while (announcement := announcer.next()) is not None:
        said.append((announcement.languages, announcement.short))
        announcer.done()
    few = ("zh-TW", "vi")
    assert said == [(few, True)] * 3 + [(few, False)] * 2 + [(("zh-TW", "en", "vi"), True)]


def test_a_recall_while_waiting_is_merged(hall, announcer):
    hall.call("A001")
    hall.call("A002")
    announcer.hear(hall.board())
    announcer.next()
    hall.call("A002")
    announcer.hear(hall.board())
    announcer.done()
    assert all_spoken(announcer) == ["A002"]


def test_a_recall_of_the_call_being_spoken_is_spoken_again(hall, announcer):
    hall.call("A001")
    announcer.hear(hall.board())
    announcer.next()
    hall.call("A001")
    announcer.hear(hall.board())
    announcer.done()
    assert all_spoken(announcer) == ["A001"]


@pytest.mark.parametrize("what", ["serve", "miss", "withdraw"])
def test_a_call_that_is_over_before_its_turn_is_not_spoken(hall, announcer, what):
    for label in ("A001", "A002", "A003"):
        hall.call(label)
    announcer.hear(hall.board())
    announcer.next()
    getattr(hall, what)("A002")
    announcer.hear(hall.board())
    announcer.done()
    assert all_spoken(announcer) == ["A003"]


def test_a_call_answered_before_it_was_heard_of_is_not_spoken(hall, announcer):
    hall.call("A001")
    hall.serve("A001")
    announcer.hear(hall.board())
    assert all_spoken(announcer) == []


def test_a_call_withdrawn_in_mid_sentence_is_cut_short(hall, announcer):
    hall.call("A001")
    announcer.hear(hall.board())
    announcer.next()
    hall.withdraw("A001")
    announcer.hear(hall.board())
    assert announcer.current is None


def test_a_sentence_is_finished_when_the_visitor_comes_meanwhile(hall, announcer):
    hall.call("A001")
    announcer.hear(hall.board())
    announcer.next()
    hall.serve("A001")
    announcer.hear(hall.board())
    assert spoken(announcer.current) == "A001"


def test_nothing_old_is_spoken_after_a_restart(hall):
    hall.call("A001")
    restarted = Announcer(HOUSE)
    restarted.hear(hall.board())
    assert restarted.next() is None
    hall.call("A002")
    restarted.hear(hall.board())
    assert all_spoken(restarted) == ["A002"]


def test_who_goes_on_after_another_says_what_that_one_has_not_said_and_nothing_twice(hall, announcer):
    for label in ("A001", "A002", "A003"):
        hall.call(label)
    announcer.hear(hall.board())
    announcer.next()
    left = announcer.heard
    assert left == Heard(seq=3, waiting=(2, 3))
    hall.serve("A002")
    hall.call("A004")
    follower = Announcer(HOUSE, left)
    assert follower.heard == left
    follower.hear(hall.board())
    assert all_spoken(follower) == ["A003", "A004"]


def test_who_goes_on_after_another_says_nothing_from_long_ago(clock, hall, announcer):
    hall.call("A001")
    left = announcer.heard
    clock.turn(200)
    hall.call("A002")
    follower = Announcer(HOUSE, left)
    follower.hear(hall.board())
    assert all_spoken(follower) == ["A002"]


def test_a_hall_that_begins_anew_has_nothing_left_to_say(hall):
    hall.call("A001")
    follower = Announcer(HOUSE, Heard(seq=500, waiting=(1,)))
    follower.hear(hall.board())
    assert all_spoken(follower) == []


def test_a_recall_after_a_restart_is_spoken(hall):
    hall.call("A001")
    restarted = Announcer(HOUSE)
    restarted.hear(hall.board())
    hall.call("A001")
    restarted.hear(hall.board())
    assert all_spoken(restarted) == ["A001"]


def test_calls_from_long_ago_are_not_spoken_when_the_database_is_back(clock, hall, announcer):
    hall.call("A001")
    clock.turn(200)
    hall.call("A002")
    announcer.hear(hall.board())
    assert all_spoken(announcer) == ["A002"]


def test_the_same_board_read_twice_is_spoken_once(hall, announcer):
    hall.call("A001")
    announcer.hear(hall.board())
    announcer.hear(hall.board())
    assert all_spoken(announcer) == ["A001"]


def test_a_house_without_a_voice_has_its_chime_alone(hall):
    quiet = Announcer(())
    quiet.hear(hall.board())
    hall.call("A001", language="vi")
    quiet.hear(hall.board())
    assert quiet.next().languages == ()


def test_many_languages_are_said_in_the_short_form_and_never_more_than_four(hall):
    house = ("zh-TW", "nan-TW", "hak-TW", "en", "id")
    announcer = Announcer(house)
    announcer.hear(hall.board())
    said = []
    for number, language in enumerate(("zh-TW", "vi", "en"), start=1):
        hall.call(f"A00{number}", language=language)
        announcer.hear(hall.board())
        said.append(announcer.next())
        announcer.done()
    assert [one.short for one in said] == [True] * 3
    assert [one.languages for one in said] == [house[:4], (*house[:3], "vi"), house[:4]]
    assert [set(one.needed) for one in said] == [{"zh-TW"}, {"zh-TW", "vi"}, {"zh-TW", "en"}]


def test_languages_without_a_voice_take_no_others_place(hall):
    announcer = Announcer(("nan-TW", "zh-TW", "hak-TW", "en"))
    announcer.hear(hall.board())
    absent = {"nan-TW", "hak-TW", "th"}
    for number, language in enumerate(("zh-TW", "th", "vi", "zh-TW", "th", "vi"), start=1):
        hall.call(f"A00{number}", language=language)
    announcer.hear(hall.board())
    said = []
    while (announcement := announcer.next(absent)) is not None:
        said.append((announcement.languages, announcement.short))
        announcer.done()
    one, full = ("zh-TW",), ("zh-TW", "en", "vi")
    assert said == [(one, True), (one, True), (("zh-TW", "vi"), True), (one, False), (one, False), (full, True)]


def test_a_language_that_is_not_the_houses_is_missed_by_its_visitor_alone(hall):
    announcer = Announcer(HOUSE)
    announcer.hear(hall.board())
    hall.call("A001", language="th")
    announcer.hear(hall.board())
    announcement = announcer.next({"th"})
    assert (announcement.languages, announcement.short, announcement.needed) == (HOUSE, False, ("zh-TW", "th"))
    assert announcement.has_time_for("en", 4.0, said=["zh-TW"], so_far_s=7.0), "no time is kept for Thai"


def test_where_nothing_can_be_spoken_it_is_tried_all_the_same_so_that_it_is_told(hall):
    announcer = Announcer(HOUSE)
    announcer.hear(hall.board())
    hall.call("A001", language="vi")
    announcer.hear(hall.board())
    assert announcer.next({"zh-TW", "en", "vi"}).languages == ("zh-TW", "vi")


def test_a_call_leaves_time_for_the_languages_that_must_follow(hall):
    call = hall.call("A001", language="vi")
    said = Announcement(call=call, languages=("zh-TW", "en", "vi"), short=False)
    assert said.has_time_for("en", 3.0, said=["zh-TW"], so_far_s=7.0)
    assert not said.has_time_for("en", 3.1, said=["zh-TW"], so_far_s=7.0)
    assert said.has_time_for("vi", 9.0, said=["zh-TW"], so_far_s=7.0), "the visitor's own"


@pytest.mark.parametrize("house", [HOUSE, ("zh-TW", "en", "vi", "id")])
def test_ninety_calls_an_hour_in_four_languages_start_within_twelve_seconds(house):
    """Random arrivals; clips as long as those that espeak-ng makes. The bench has the very clips."""
    for seed in range(5):
        hour = Hour(seed, house, lambda call, language, short: 3.5 if short else 4.2)
        assert hour.spoken == 90
        assert hour.own_languages == 90
        assert p95(hour.delays) <= 12
