"""A clerk's day by keys and four characters: what is done, and what the panel says to it."""

import random

import pytest

from counter.keypads.flow import CODE_S, PLACE_S, TAKE_OVER_S, KeypadFlow
from counter.keypads.typing import FORGOTTEN_S
from drivers.bus.keys import Key
from tests.builders import STAFF, LiveHall, office_document
from tests.counter.keypads.keypad_hall import Clerk, set_pin
from waitline.model.case_help import Team
from waitline.model.counter import CounterId, CounterState
from waitline.model.errors import DatabaseAway
from waitline.model.ticket import Origin, TicketState
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request
from waitline.views import counter_view


def state(hall: LiveHall, label: str) -> TicketState:
    with hall.store.reading() as look:
        found = [*look.at_counters(), *look.waiting(), *look.set_aside()]
        return next((one.state for one in found if one.label == label), TicketState.DONE)


def at_work(hall: LiveHall, counter: str = "7") -> Clerk:
    clerk = Clerk(hall, counter)
    assert clerk.types("7" if counter == "7" else counter, "enter") == "--"
    return clerk


def test_a_whole_visit_is_four_keys(hall: LiveHall):
    clerk = Clerk(hall)
    assert clerk.panel == ""
    first, second = hall.take(), hall.take()
    assert clerk.types("7", "enter") == "--"
    assert clerk.types("next") == first.label
    assert clerk.types("recall") == first.label
    assert clerk.types("enter") == first.label
    assert state(hall, first.label) is TicketState.SERVING
    assert clerk.types("next") == second.label
    assert state(hall, first.label) is TicketState.DONE
    assert clerk.types("begin", "finish") == "--"
    assert clerk.types("next") == "--"
    assert clerk.types("sign_out") == ""


def test_a_pin_is_typed_behind_the_number_and_never_shown(hall: LiveHall):
    set_pin(hall, "c07", "246810")
    clerk = Clerk(hall)
    assert clerk.types("7") == "7"
    assert clerk.types("enter") == "--"
    assert clerk.types("246") == "---"
    assert clerk.types("810") == "----"
    assert clerk.types("enter") == "--"
    assert counter_view.read(hall.store, clerk.counter).staff.id == "c07"


def test_a_wrong_pin_is_said_and_asked_for_again_and_five_lock(hall: LiveHall):
    set_pin(hall, "c07", "246810")
    clerk = Clerk(hall)
    clerk.types("7", "enter")
    for _ in range(4):
        assert clerk.types("111111", "enter") == "E03"
    assert clerk.types("111111", "enter") == "E04"
    assert clerk.types("clear", "7", "enter", "246810", "enter") == "E04"


def test_keys_typed_while_somebody_is_being_signed_in_are_not_lost(hall: LiveHall):
    set_pin(hall, "c07", "246810")
    clerk = Clerk(hall)
    clerk.types("7")
    attempt = clerk.flow.key(Key.ENTER)
    for key in "246810":
        assert clerk.flow.key(Key(key)) is None
    assert clerk.flow.key(Key.ENTER) is None
    clerk._carry_out(attempt)
    assert clerk.panel == "--"
    assert counter_view.read(hall.store, clerk.counter).staff.id == "c07"


def test_two_quick_presses_of_next_call_one(hall: LiveHall):
    clerk = at_work(hall)
    first, second = hall.take(), hall.take()
    attempt = clerk.flow.key(Key.NEXT)
    assert clerk.flow.key(Key.NEXT) is None
    clerk._carry_out(attempt)
    assert clerk.panel == first.label
    assert state(hall, second.label) is TicketState.WAITING


def test_other_keys_pressed_meanwhile_are_done_in_their_turn(hall: LiveHall):
    clerk = at_work(hall)
    ticket = hall.take()
    attempt = clerk.flow.key(Key.NEXT)
    for key in (Key.ENTER, Key.FINISH):
        assert clerk.flow.key(key) is None
    clerk._carry_out(attempt)
    assert clerk.panel == "--"
    assert state(hall, ticket.label) is TicketState.DONE


def test_keys_behind_one_that_was_refused_are_void(hall: LiveHall):
    clerk = at_work(hall)
    attempt = clerk.flow.key(Key.RECALL)
    assert clerk.flow.key(Key.SIGN_OUT) is None
    clerk._carry_out(attempt)
    assert clerk.panel == "E10"
    assert counter_view.read(hall.store, clerk.counter).desk.staff == "c07"


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        (("next",), "E01"),
        (("99", "enter"), "E02"),
        (("enter",), "E02"),
        (("7", "enter", "recall"), "E10"),
        (("7", "enter", "undo"), "E17"),
        (("7", "enter", "5", "enter"), "E20"),
        (("7", "enter", "pause", "999", "enter"), "E20"),
    ],
)
def test_what_cannot_be_is_said_by_a_code_for_a_while(hall: LiveHall, keys, code):
    clerk = Clerk(hall)
    before = clerk.types(*keys[:-1]) if len(keys) > 2 else ""
    assert clerk.types(keys[-1]) == code
    assert clerk.flow.changes_at() == CODE_S
    clerk.seconds += CODE_S
    assert clerk.panel == ("--" if before else "")


def test_a_number_that_was_only_called_must_be_begun_or_given_up(hall: LiveHall):
    clerk = at_work(hall)
    ticket = hall.take()
    assert clerk.types("next") == ticket.label
    assert clerk.types("next") == "E11"
    assert clerk.types("no_show") == "--"
    assert state(hall, ticket.label) is TicketState.NO_SHOW


def test_a_love_visitor_is_begun_with_the_number_of_a_service(hall: LiveHall):
    clerk = at_work(hall)
    ticket = hall.love()
    assert clerk.types("next") == ticket.label
    assert clerk.types("enter") == "E14"
    assert clerk.types("9", "enter") == "E15"
    assert clerk.types("2", "enter") == ticket.label
    assert counter_view.read(hall.store, clerk.counter).current.service == "REG"


def test_a_pause_ends_when_it_was_said_to(hall: LiveHall):
    clerk = at_work(hall)
    assert clerk.types("pause", "15") == "15"
    assert clerk.types("enter") == ""
    desk = counter_view.read(hall.store, clerk.counter).desk
    assert desk.state is CounterState.PAUSED
    assert desk.pause_until == hall.now + 15 * 60_000
    assert clerk.types("pause") == "--"
    assert clerk.types("pause", "pause") == ""
    assert counter_view.read(hall.store, clerk.counter).desk.pause_until is None
    assert clerk.types("next") == "--"


def test_a_visitor_is_sent_to_a_counter_or_to_another_service(hall: LiveHall):
    clerk = at_work(hall)
    hall.clerk("8")
    first, second = hall.take(), hall.take()
    clerk.types("next", "enter")
    assert clerk.types("transfer", "8") == "8"
    assert clerk.types("enter") == "--"
    with hall.store.reading() as look:
        assert next(one for one in look.waiting() if one.label == first.label).for_counter == "8"
    clerk.types("next", "enter")
    clerk.types("transfer", "04", "enter")
    with hall.store.reading() as look:
        assert next(one for one in look.waiting() if one.label == second.label).service == "SEAL"
    assert clerk.types("transfer", "8", "enter") == "E10"


def test_a_keypad_of_sixteen_keys_has_the_rest_in_its_menu(hall: LiveHall):
    clerk = at_work(hall)
    first = hall.take()
    clerk.types("next", "menu", "6")
    assert state(hall, first.label) is TicketState.SERVING
    assert clerk.types("menu", "3") == "--"
    assert clerk.types("menu", "7") == first.label
    assert clerk.types("menu", "3", "menu", "4", "enter") == ""
    assert clerk.types("menu", "clear", "next") == "--"
    assert clerk.types("menu", "0") == ""


def test_a_visitor_goes_away_for_so_long_and_is_called_back_by_number(hall: LiveHall):
    clerk = at_work(hall)
    ticket = hall.take()
    clerk.types("next", "enter")
    assert clerk.types("park", "20", "enter") == "--"
    parked = next(iter(counter_view.read(hall.store, clerk.counter).parked))
    assert (parked.label, parked.due_at) == (ticket.label, hall.now + 20 * 60_000)
    assert clerk.types("call", "1", "enter") == ticket.label
    assert clerk.types("enter", "park", "park") == "--"
    (parked,) = counter_view.read(hall.store, clerk.counter).parked
    assert parked.due_at is None
    assert clerk.types("park", "601", "enter") == "E20"


def test_somebody_without_a_number_is_served_at_once(hall: LiveHall):
    clerk = at_work(hall)
    assert clerk.types("walk_in") == "-01", "for the first service, as it is typed"
    clerk.seconds += PLACE_S
    current = counter_view.read(hall.store, clerk.counter).current
    assert (clerk.panel, current.service, current.state) == (current.label, "TRANS", TicketState.SERVING)
    assert clerk.types("enter") == current.label, "whoever agrees to it as ever has nothing wrong"
    assert clerk.types("undo") == "--"


def test_what_somebody_without_a_number_came_for_is_typed_before_or_corrected_afterwards(hall: LiveHall):
    def served() -> str:
        return counter_view.read(hall.store, clerk.counter).current.service

    clerk = at_work(hall)
    assert (clerk.types("walk_in", "2", "enter"), served()) == ("-02", "REG")
    clerk.types("finish")
    assert (clerk.types("walk_in"), served()) == ("-02", "REG"), "as the last one at this counter"
    assert (clerk.types("1", "enter"), served()) == ("-01", "TRANS")
    clerk.types("undo")
    assert served() == "REG"
    clerk.types("finish")
    assert (clerk.types("1", "walk_in"), served()) == ("-01", "TRANS")
    assert clerk.types("99", "enter") == "E15"
    clerk.types("finish")
    assert clerk.types("99", "walk_in") == "E15"
    assert counter_view.read(hall.store, clerk.counter).current is None


def test_a_next_errand_is_done_at_the_same_counter(hall: LiveHall):
    clerk = at_work(hall)
    ticket = hall.take()
    clerk.types("next", "enter")
    assert clerk.types("continue", "2", "enter") == ticket.label
    current = counter_view.read(hall.store, clerk.counter).current
    assert (current.label, current.service) == (ticket.label, "REG")
    assert clerk.types("continue", "enter") == "E15"


def test_a_number_is_called_by_its_figures_only_where_they_are_one_visitors(hall: LiveHall):
    clerk = at_work(hall)
    first, other = hall.take("TRANS"), hall.take("REG")
    assert first.label[1:] == other.label[1:], "the same figures in two series"
    clerk.look()
    assert clerk.types("call", "1", "enter") == "E22"
    assert clerk.types("call", "9", "9", "enter") == "E21"
    assert clerk.types("call", "enter") == "E21"
    second = hall.take("TRANS")
    clerk.look()
    assert clerk.types("call", "002", "enter") == second.label
    call = next(e for e in hall.journal() if e.kind == "TicketCalled" and e.counter == clerk.counter)
    assert call.facts["why"] == "out_of_order"


def test_colleagues_are_asked_about_the_case_at_hand(hall: LiveHall):
    review = {**STAFF, "b11": {"roles": ["backline", "clerk"], "counters": ["7"]}}
    Floor(hall.store).set_up_office(office_document(staff=review), request=new_request())
    clerk = at_work(hall)
    assert clerk.types("help", "enter") == "E10"
    ticket = hall.take()
    clerk.types("next", "enter")
    assert clerk.types("help", "enter") == "C05"
    clerk.seconds += CODE_S
    assert clerk.panel == ticket.label
    with hall.store.reading() as look:
        (case,) = look.case_helps()
    assert (case.counter, case.team) == (clerk.counter, Team.REVIEW)
    assert clerk.types("help", "7", "enter") == "E20"


def test_the_second_menu_has_what_a_keypad_of_sixteen_keys_lacks(hall: LiveHall):
    clerk = at_work(hall)
    ticket = hall.take()
    clerk.types("next", "enter")
    assert clerk.types("menu", "menu", "1", "5", "enter") == "--"
    assert state(hall, ticket.label) is TicketState.PARKED
    assert clerk.types("menu", "menu", "4", "1", "enter") == ticket.label
    assert clerk.types("enter", "menu", "menu", "3", "2", "enter") == ticket.label
    assert clerk.types("menu", "menu", "menu", "finish") == "--"
    assert clerk.types("menu", "menu", "2", "enter") != "--"


def test_half_a_number_is_forgotten(hall: LiveHall):
    clerk = Clerk(hall)
    assert clerk.types("9") == "9"
    clerk.seconds += FORGOTTEN_S
    assert clerk.panel == ""
    assert clerk.types("7", "enter") == "--"


def test_a_visitor_called_by_another_hand_appears_on_the_panel(hall: LiveHall):
    clerk = at_work(hall)
    assert clerk.types("next") == "--"
    ticket = hall.take()
    clerk.look()
    assert clerk.panel == ticket.label


def test_whoever_is_signed_in_at_the_counter_works_with_its_keypad(hall: LiveHall):
    clerk = Clerk(hall)
    console = hall.clerk("7")
    clerk.look()
    assert clerk.panel == "--"
    ticket = hall.take()
    assert clerk.types("next") == ticket.label
    clerk.types("enter", "finish")
    assert clerk.types("sign_out") == ""
    assert console.staff == "c07"
    hall.clerk("7", "supervisor")
    clerk.look()
    assert clerk.types("next") == "--"


def test_a_view_older_than_what_was_done_changes_nothing(hall: LiveHall):
    clerk = at_work(hall)
    old = counter_view.read(hall.store, clerk.counter)
    assert clerk.types("sign_out") == ""
    clerk.flow.view_came(old)
    assert clerk.panel == ""


def test_a_hall_out_of_reach_is_said_but_a_number_stays(hall: LiveHall):
    clerk = at_work(hall)
    clerk.flow.touch(in_touch=False)
    assert clerk.panel == "E90"
    clerk.flow.touch(in_touch=True)
    ticket = hall.take()
    clerk.types("next")
    clerk.flow.touch(in_touch=False)
    assert clerk.panel == ticket.label


def test_before_the_hall_was_read_nothing_is_asked_of_it(hall: LiveHall):
    setup = counter_view.read(hall.store, CounterId("7")).setup
    flow = KeypadFlow(CounterId("7"), setup, new_request=new_request, clock=lambda: 0.0)
    for key in (Key.NEXT, Key.DIGIT_7, Key.ENTER):
        assert flow.key(key) is None
        assert flow.panel() == ("7" if key is Key.DIGIT_7 else "E90")


def test_a_press_that_nobody_answered_keeps_its_request_when_it_is_pressed_again(hall: LiveHall):
    clerk = at_work(hall)
    hall.take()
    attempt = clerk.begins(clerk.flow.key(Key.NEXT))
    assert clerk.flow.failed(attempt, DatabaseAway()) is not None
    assert clerk.panel == "E90"
    again = clerk.flow.to_try_again()
    clerk.seconds += 7
    assert clerk.flow.failed(again, DatabaseAway()) is None
    assert clerk.panel == "E90"
    assert clerk.begins(clerk.flow.key(Key.NEXT)).request == attempt.request


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_the_panel_says_four_characters_and_nobody_is_lost(hall: LiveHall, seed: int):
    """Three hundred keys by chance, with visitors coming: the line never holds another number than were taken."""
    chance = random.Random(seed)
    clerk = at_work(hall)
    taken = 0
    for _ in range(300):
        if chance.random() < 0.1:
            hall.take(chance.choice(("TRANS", "REG", "SEAL")))
            taken += 1
        shown = clerk.types(chance.choice(list(Key)))
        assert len(shown) <= 4 or shown.isdecimal()
        clerk.seconds += chance.choice((0.1, 0.1, 5.0))
        if clerk.panel == "":
            clerk.types("clear", "7", "enter", "pause")
    with hall.store.reading() as look:
        known = [*look.at_counters(), *look.waiting(), *look.set_aside()]
        labels = [one.label for one in known]
        assert len(labels) == len(set(labels))
        every = look.tickets_between(0, look.seq)
        walked_in = [one for one in every if one.origin is Origin.WALK_IN]
        assert len(every) == taken + len(walked_in)
        undone = sum(one.state is TicketState.CANCELLED for one in walked_in)
        assert len(known) + look.done_at(clerk.counter) == len(every) - undone


def test_enter_once_more_takes_over_from_the_counter_where_somebody_is_still_signed_in(hall: LiveHall):
    set_pin(hall, "c07", "246810")
    old, new = at_work_with_pin(hall, "7", "246810"), Clerk(hall, "8")
    ticket = hall.take()
    old.types("next", "enter")
    assert new.types("7", "enter", "246810", "enter") == "E06"
    new.seconds += TAKE_OVER_S - 1
    assert new.panel == "E06"
    assert new.types("enter") == ticket.label
    old.look()
    assert old.panel == ""
    assert old.types("next") == "E01"
    assert hall.ticket(ticket).counter == "8"


@pytest.mark.parametrize("meanwhile", ["another key", "ten seconds"])
def test_the_offer_to_take_over_is_for_the_next_key_and_for_ten_seconds(hall: LiveHall, meanwhile: str):
    at_work(hall)
    new = Clerk(hall, "8")
    assert new.types("7", "enter") == "E06"
    if meanwhile == "another key":
        new.types("clear")
    else:
        new.seconds += TAKE_OVER_S
    assert new.types("enter") == "E02"
    assert counter_view.read(hall.store, CounterId("7")).staff.id == "c07"


def test_a_visitor_who_cannot_come_along_has_a_code_of_its_own_and_no_second_press(hall: LiveHall):
    old, new = at_work(hall), Clerk(hall, "3")
    hall.take("CERT")
    old.types("next", "enter")
    assert new.types("7", "enter") == "E08"
    assert new.types("enter") == "E02"
    assert hall.desk("7").staff == "c07"


def at_work_with_pin(hall: LiveHall, counter: str, pin: str) -> Clerk:
    clerk = Clerk(hall, counter)
    assert clerk.types(counter, "enter", pin, "enter") == "--"
    return clerk


@pytest.mark.parametrize(
    ("room", "says"), [(0, "--"), (3, "--"), (4, "-- 2")], ids=["figures", "short", "letters"]
)
def test_a_panel_of_letters_says_how_many_wait_before_a_free_counter(hall: LiveHall, room: int, says: str):
    clerk = Clerk(hall, room=room)
    clerk.types("7", "enter")
    hall.take()
    hall.take()
    clerk.look()
    clerk.passes(0)
    clerk.passes(59)
    assert clerk.panel == "--"
    clerk.passes(1)
    assert clerk.panel == says
    assert clerk.types("next") == "A001"


@pytest.mark.parametrize(("room", "says"), [(4, "A001"), (5, "A001?")])
def test_a_panel_with_room_for_a_mark_reminds_of_a_visitor_not_finished(hall: LiveHall, room: int, says: str):
    clerk = Clerk(hall, room=room)
    clerk.types("7", "enter")
    hall.take()
    clerk.types("next", "enter")
    clerk.passes(20 * 60 - 1)
    assert clerk.panel == "A001"
    clerk.passes(1)
    assert clerk.panel == says
    assert clerk.types("finish") == "--"
