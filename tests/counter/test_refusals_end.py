"""What was not done is said until it stands otherwise, or for half a minute; never too short to be read."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from counter.actions import Action, Wish
from counter.face import Post
from counter.flow import ClerkFlow
from counter.saying import READ_S, REFUSED_S
from counter.situation import SETTLES_S
from tests.counter.builders import a_called_ticket, a_desk, a_ticket, a_view
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall
from waitline.model.counter import CounterState
from waitline.model.errors import CounterEmpty, CounterOccupied, IllegalMove, WaitlineError

Key = Qt.Key
SitDown = Callable[..., ClerkAtWork]
OCCUPIED = CounterOccupied(counter="3", label="A001")


def until_settled(clerk: ClerkAtWork) -> None:
    """Until a change is one."""
    situation = clerk.screen._flow._situation
    clerk.until(lambda: situation._about is not None and time.monotonic() - situation._since > SETTLES_S)


class Desk:
    """A clerk's flow whose time is turned; it looks about as a screen does."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.flow = ClerkFlow(new_request=iter(map(str, range(99))).__next__, clock=lambda: self.seconds)

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.flow.look_at_seat()

    def refuses(self, error: WaitlineError) -> None:
        """And sees for a while that it is so."""
        self.flow.say(error)
        self.passes(0.0)
        self.passes(SETTLES_S)

    @property
    def says(self) -> str:
        message = self.flow.face().message
        return message.words.zh if message is not None else ""


@pytest.fixture
def desk() -> Desk:
    found = Desk()
    found.flow.signed_in(Post(counter="3", staff="clerk3"), None)
    found.flow.view_came(a_view(10, current=a_called_ticket()))
    found.refuses(OCCUPIED)
    return found


def test_a_refusal_that_still_holds_stands_for_half_a_minute(desk: Desk):
    desk.passes(REFUSED_S - SETTLES_S - 0.1)
    assert desk.says == OCCUPIED.words.zh

    desk.passes(0.2)
    assert desk.says == ""


def test_one_that_is_over_goes_once_it_can_have_been_read(desk: Desk):
    desk.flow.view_came(a_view(11))
    desk.passes(0.25)
    assert desk.says == OCCUPIED.words.zh

    desk.passes(READ_S)
    assert desk.says == ""


def test_one_that_was_read_long_ago_goes_at_once_when_it_is_over(desk: Desk):
    desk.passes(READ_S)
    assert desk.says == OCCUPIED.words.zh
    desk.flow.view_came(a_view(11))
    desk.passes(0.25)
    assert desk.says == ""


def test_what_others_do_elsewhere_ends_no_refusal(desk: Desk):
    desk.flow.view_came(a_view(11, current=a_called_ticket(), waiting=(), missed=(a_ticket(7),)))
    desk.passes(READ_S)
    assert desk.says == OCCUPIED.words.zh


def test_one_about_a_number_elsewhere_ends_with_what_that_number_does():
    desk = Desk()
    desk.flow.signed_in(Post(counter="3", staff="clerk3"), None)
    desk.flow.view_came(a_view(10))
    refused = IllegalMove(label="A007", state_zh="叫號中", state_en="called", wish_zh="叫號", wish_en="be called")
    desk.refuses(refused)
    desk.flow.view_came(a_view(11, missed=(a_ticket(7),)))
    desk.passes(READ_S)
    assert desk.says == ""


def test_the_view_that_only_catches_up_with_what_was_refused_ends_nothing():
    desk = Desk()
    desk.flow.signed_in(Post(counter="3", staff="clerk3"), None)
    desk.flow.view_came(a_view(10))
    desk.flow.say(OCCUPIED)
    desk.passes(0.25)
    desk.flow.view_came(a_view(11, current=a_called_ticket()))
    desk.passes(0.25)
    desk.passes(READ_S)
    assert desk.says == OCCUPIED.words.zh


def test_a_closed_counter_that_was_opened_is_no_longer_said_to_be_closed():
    desk = Desk()
    desk.flow.signed_in(Post(counter="3", staff="clerk3"), None)
    desk.flow.view_came(a_view(10, desk=a_desk(CounterState.CLOSED)))
    desk.refuses(CounterEmpty(counter="3"))
    desk.flow.view_came(a_view(11))
    desk.passes(READ_S)
    assert desk.says == ""


def test_a_press_ends_what_was_said_as_ever(desk: Desk):
    desk.flow.press(Wish(action=Action.RECALL))
    assert desk.says == ""


def test_that_nobody_asks_is_over_when_somebody_does(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_F8)
    clerk.until_message("目前沒有人求助")
    until_settled(clerk)

    hall.ask_for_help()

    clerk.until(lambda: clerk.message == "")
    assert clerk.help != ""


def test_signed_in_elsewhere_is_over_when_that_counter_is_free_again(hall: RealHall, sit_down: SitDown):
    there = hall.clerk("3")
    clerk = sit_down(hall, counter="5")
    clerk.until(lambda: clerk.sees("take_over"))
    until_settled(clerk)

    there.do("sign_out")

    clerk.until(lambda: not clerk.sees("take_over"))
    clerk.until(lambda: not clerk.sees("sign_in_message"))
    assert clerk.live("sign_in")
