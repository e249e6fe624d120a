"""What the glass says of a call for help: asked, somebody is coming, the number; each once, to whoever asked."""

from dataclasses import replace

import pytest

from drivers.printing.queue.slip_news import Slip
from kiosk.help_line import FRESH
from kiosk.scenes import CallHelp, HelpComes, Home, Number, Reasons, Sorry, StillTrying, Take, WithdrawHelp
from waitline.model.clock import SECOND, Instant
from waitline.model.errors import DatabaseAway
from waitline.model.help import HelpCall
from waitline.model.service import ServiceCode
from waitline.model.slip import Taken
from waitline.model.staff import StaffId
from waitline.model.ticket import TicketId
from waitline.views.kiosk_view import HelpHere

from .offices import MONDAY_NINE, a_view
from .test_flow import Visitor, a_number

CALL = HelpCall(id=7, place="K1", language="en", asked_at=MONDAY_NINE)
ANSWERED = CALL._replace(answered_at=MONDAY_NINE, answered_by=StaffId("c03"))
GIVEN = ANSWERED._replace(ended_at=MONDAY_NINE, ticket=TicketId(8), ahead=3)
TAKE = Take(request="elsewhere", service=ServiceCode("TRANS"), language="en")


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def asks(visitor: Visitor, language: str = "en") -> None:
    """The page that says that the staff have been told is on the glass."""
    visitor.flow.language_touched(language, visitor.now)
    wish = visitor.flow.help_touched(visitor.now)
    assert wish is not None
    hears(visitor, CALL)
    visitor.flow.help_called(wish.request, CALL.id, visitor.now)
    assert visitor.flow.scene == HelpComes(call=CALL.id)
    visitor.now += 1


def hears(visitor: Visitor, call: HelpCall, taken: Taken | None = None, *, later: int = 0) -> None:
    """The feed brings the call as it stands by now, `later` milliseconds after that."""
    view = replace(a_view(), help=HelpHere(call=call, taken=taken))
    visitor.flow.show_view(view, Instant(MONDAY_NINE + later), visitor.now)


def the_number(language: str = "en") -> Taken:
    return a_number(replace(TAKE, language=language))


def test_an_answer_turns_the_page_to_somebody_is_coming(visitor: Visitor) -> None:
    asks(visitor)
    hears(visitor, ANSWERED)
    assert visitor.flow.scene == HelpComes(call=7, coming=True)
    assert visitor.flow.language == "en"
    visitor.waits(30.1)
    assert visitor.flow.scene == Home()
    hears(visitor, ANSWERED, later=31 * SECOND)
    assert visitor.flow.scene == Home(), "it is said once"


def test_an_answer_is_said_at_home_too_in_the_language_it_was_asked_in(visitor: Visitor) -> None:
    asks(visitor)
    visitor.waits(61)
    assert (visitor.flow.scene, visitor.flow.language) == (Home(), "zh-TW")
    hears(visitor, ANSWERED)
    assert (visitor.flow.scene, visitor.flow.language) == (HelpComes(call=7, coming=True, later=True), "en")


def test_who_asked_in_the_accessible_profile_hears_the_answer_in_it(visitor: Visitor) -> None:
    visitor.flow.ease_touched(visitor.now, on=True)
    visitor.now += 1
    asks(visitor)
    visitor.waits(60 * 3 + 1)
    assert (visitor.flow.scene, visitor.flow.eased) == (Home(), False), "the next visitor finds what all find"
    hears(visitor, ANSWERED)
    assert visitor.flow.scene == HelpComes(call=7, coming=True, later=True)
    assert visitor.flow.eased
    visitor.now += 1
    visitor.flow.home_touched(visitor.now)
    assert (visitor.flow.scene, visitor.flow.eased) == (Home(), False)


def test_an_answer_waits_while_somebody_makes_choices_at_home(visitor: Visitor) -> None:
    asks(visitor)
    visitor.waits(61)
    visitor.flow.ease_touched(visitor.now, on=True)
    hears(visitor, ANSWERED)
    assert (visitor.flow.scene, visitor.flow.eased) == (Home(), True)
    visitor.now += 1
    visitor.flow.ease_touched(visitor.now, on=False)
    hears(visitor, ANSWERED, later=30 * SECOND)
    assert visitor.flow.scene == HelpComes(call=7, coming=True, later=True)
    assert not visitor.flow.eased, "asked as everybody does"


def test_the_number_taken_elsewhere_is_shown_as_if_taken_here(visitor: Visitor) -> None:
    asks(visitor)
    taken = the_number()
    hears(visitor, GIVEN, taken)
    assert visitor.flow.scene == Number(taken=taken, slip=Slip.PRINTING)
    assert visitor.flow.language == "en"
    visitor.waits(60)
    hears(visitor, GIVEN, taken, later=60 * SECOND)
    assert visitor.flow.scene == Home(), "it is shown once"


def test_the_number_speaks_the_language_it_was_given(visitor: Visitor) -> None:
    asks(visitor)
    hears(visitor, GIVEN, the_number("zh-TW"))
    assert visitor.flow.language == "zh-TW"


def test_another_visitor_at_it_is_not_disturbed(visitor: Visitor) -> None:
    asks(visitor)
    visitor.flow.home_touched(visitor.now)
    visitor.now += 1
    visitor.flow.love_touched(visitor.now)
    hears(visitor, GIVEN, the_number())
    assert visitor.flow.scene == Reasons()
    visitor.now += 1
    visitor.flow.home_touched(visitor.now)
    hears(visitor, GIVEN, the_number(), later=30 * SECOND)
    assert isinstance(visitor.flow.scene, Number)


def test_a_touch_on_its_way_is_not_overtaken(visitor: Visitor) -> None:
    hears(visitor, CALL)
    wish = visitor.touches_service()
    hears(visitor, ANSWERED)
    assert visitor.flow.scene == Home(pressed=wish)


def test_old_news_stays_unsaid(visitor: Visitor) -> None:
    hears(visitor, ANSWERED, later=FRESH)
    assert visitor.flow.scene == Home()
    hears(visitor, GIVEN, the_number(), later=FRESH)
    assert visitor.flow.scene == Home()


def test_who_needs_nobody_says_so_and_is_back_at_home(visitor: Visitor) -> None:
    asks(visitor)
    wish = visitor.flow.withdraw_touched(visitor.now)
    assert wish == WithdrawHelp(request="r2", call=7)
    assert visitor.flow.withdraw_touched(visitor.now) is None, "one touch is one wish"
    visitor.flow.help_withdrawn("r2", visitor.now)
    assert (visitor.flow.scene, visitor.flow.language) == (Home(), "zh-TW")
    hears(visitor, ANSWERED._replace(ended_at=MONDAY_NINE))
    assert visitor.flow.scene == Home()


def test_a_withdrawal_that_cannot_be_told_is_tried_on(visitor: Visitor) -> None:
    asks(visitor)
    wish = visitor.flow.withdraw_touched(visitor.now)
    assert wish is not None
    sent = 0
    while not isinstance(visitor.flow.scene, Sorry):
        visitor.flow.failed(wish.request, DatabaseAway(), visitor.now)
        again = visitor.waits(2.5)
        assert set(again) <= {wish}
        sent += len(again)
        assert isinstance(visitor.flow.scene, StillTrying | Sorry)
    assert sent > 1


def test_a_withdraw_button_needs_a_call_on_the_glass(visitor: Visitor) -> None:
    assert visitor.flow.withdraw_touched(visitor.now) is None


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_whoever_calls_for_help_with_a_number_in_hand_goes_on_reading_it(language: str) -> None:
    visitor = Visitor()
    visitor.flow.language_touched(language, visitor.now)
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    number = visitor.flow.scene
    assert isinstance(number, Number)
    visitor.now += 1
    call = visitor.flow.help_touched(visitor.now)
    assert isinstance(call, CallHelp)
    assert call.number == number.taken.ticket.label
    visitor.flow.help_called(call.request, 7, visitor.now)
    assert visitor.flow.scene == HelpComes(call=7, number=number.taken.ticket.label)
    visitor.now += 1
    assert visitor.flow.help_touched(visitor.now) is None


def test_a_number_stays_for_whoever_turns_to_another_language() -> None:
    visitor = Visitor()
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish, printed=False)
    visitor.waits(19)
    visitor.flow.language_touched("en", visitor.now)
    visitor.waits(7)
    assert isinstance(visitor.flow.scene, Number)
    visitor.waits(2)
    assert not isinstance(visitor.flow.scene, Number)
