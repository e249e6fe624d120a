"""What an action asks first: nothing is answered in the clerk's place, nothing offered that would be refused."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from counter.actions import Action
from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import DOCUMENT, RealHall
from waitline.model.clock import MINUTE, Instant, local
from waitline.model.ticket import Need
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]
LANGUAGES = ("zh-TW", "en")


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def speak(clerk: ClerkAtWork, language: str) -> None:
    if clerk.translations.language != language:
        clerk.screen._change_language()


def with_love_visitor(hall: RealHall, sit_down: SitDown, **facts: bool) -> tuple[ClerkAtWork, str]:
    """A visitor of the love series who has not said what it is about stands at counter 7, and is asked."""
    ticket = hall.take(None, love=True)
    clerk = sit_down(hall, counter="7", staff="c07", **facts)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_asked()
    return clerk, ticket.label


def with_visitor(hall: RealHall, sit_down: SitDown, *, serving: bool = False, **facts: bool) -> ClerkAtWork:
    ticket = hall.take()
    clerk = sit_down(hall, **facts)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    if serving:
        clerk.press(Key.Key_F9, SHIFT)
        clerk.until_stage(Stage.SERVING)
    return clerk


def test_a_love_visitors_service_is_not_guessed(hall: RealHall, sit_down: SitDown, small, language):
    clerk, label = with_love_visitor(hall, sit_down, small=small)
    clerk.screen._leave_sheet()
    speak(clerk, language)
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_asked()
    assert not any(answer.isChecked() for answer in clerk.answers("service"))

    clerk.press(Key.Key_Return)

    clerk.until_message("請先選擇辦理項目" if language == "zh-TW" else "Choose the service first")
    assert hall.state_of(label) == "CALLED"


def test_one_digit_and_enter_begin_a_love_visitors_service(hall: RealHall, sit_down: SitDown, small):
    clerk, _ = with_love_visitor(hall, sit_down, small=small)
    third = clerk.answers("service")[2]
    assert "3" in third.accessibleName()

    clerk.press(Key.Key_3)
    assert third.isChecked()
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.SERVING)
    assert clerk.face.view.current.service == clerk.face.view.counter.services[2]


@pytest.mark.parametrize(("arrows", "place"), [(1, 0), (2, 1)])
def test_arrows_begin_at_the_first_service(hall: RealHall, sit_down: SitDown, arrows, place):
    clerk, _ = with_love_visitor(hall, sit_down)

    for _ in range(arrows):
        clerk.press(Key.Key_Down if arrows == 1 else Key.Key_Right)
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.SERVING)
    assert clerk.face.view.current.service == clerk.face.view.counter.services[place]


def test_a_digit_without_an_answer_does_nothing(hall: RealHall, sit_down: SitDown):
    clerk, _ = with_love_visitor(hall, sit_down)

    clerk.press(Key.Key_9)
    clerk.press(Key.Key_0)

    assert not any(answer.isChecked() for answer in clerk.answers("service"))


def test_a_digit_in_the_note_is_a_digit(hall: RealHall, sit_down: SitDown):
    clerk = with_visitor(hall, sit_down)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()

    clerk.click("note")
    clerk.type("302")

    assert clerk.text("note") == "302"
    assert clerk.answers("service")[0].isChecked()


def test_the_next_errand_is_not_guessed_either(hall: RealHall, sit_down: SitDown):
    clerk = with_visitor(hall, sit_down, serving=True)
    clerk.press(Key.Key_E, CTRL)
    clerk.until_asked()

    clerk.press(Key.Key_Return)

    clerk.until_message("請先選擇辦理項目")
    assert clerk.face.view.current.service == "TRANS"


def test_another_question_ends_what_was_said_of_the_last(hall: RealHall, sit_down: SitDown, small):
    clerk = with_visitor(hall, sit_down, small=small)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()
    clerk.press(Key.Key_Return)
    clerk.until_message("請選擇其他項目或櫃台")

    clerk.screen.want(Action.PARK)
    clerk.until_asked()
    clerk.screen._draw()

    assert clerk.message == ""


def test_a_transfer_to_nowhere_says_what_to_choose(hall: RealHall, sit_down: SitDown, small, language):
    clerk = with_visitor(hall, sit_down, small=small)
    speak(clerk, language)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()

    clerk.press(Key.Key_Return)

    wanted = {"zh-TW": "請選擇其他項目或櫃台", "en": "Choose another service or counter"}
    clerk.until_message(wanted[language])
    assert clerk.screen._sheet is not None


def test_open_counters_say_who_is_there_and_closed_ones_are_last_and_cannot_be_chosen(
    hall: RealHall, sit_down: SitDown, language
):
    hall.clerk("6")
    hall.clerk("5").do("pause", reason="meeting")
    clerk = with_visitor(hall, sit_down)
    speak(clerk, language)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()

    free, first, *others = clerk.answers("to_counter")

    assert free.isEnabled()
    assert (first.text(), first.isEnabled()) == ("6", True)
    assert "6 號櫃台同仁" in first.accessibleName()
    assert not any(answer.isEnabled() for answer in others)
    closed, away = ("未開放", "暫停服務中") if language == "zh-TW" else ("Closed", "On a break")
    assert all((away if answer.text() == "5" else closed) in answer.accessibleName() for answer in others)
    assert {answer.text() for answer in others} == {str(number) for number in range(1, 14) if number not in {3, 6}}


def test_a_counter_on_a_break_with_an_end_can_be_waited_for_and_says_until_when(hall: RealHall, sit_down: SitDown):
    with hall.store.reading() as look:
        ends = Instant(look.now + 40 * MINUTE)
    hall.clerk("5").do("pause", reason="lunch", until=ends)
    clerk = with_visitor(hall, sit_down)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()
    on_a_break = clerk.answer("to_counter", "5")
    assert on_a_break.isEnabled()
    assert f"{local(ends, hall.setup.zone):%H:%M} 回來" in on_a_break.accessibleName()


def test_a_counter_without_room_for_a_wheelchair_cannot_be_chosen_for_one(hall: RealHall, sit_down: SitDown):
    narrow = DOCUMENT.replace('id = "5"\n', 'id = "5"\naccessible = false\n')
    Floor(hall.store).set_up_office(narrow, request=new_request())
    hall.clerk("5")
    hall.take(needs=frozenset({Need.WHEELCHAIR}))
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()
    answer = clerk.answer("to_counter", "5")
    assert not answer.isEnabled()
    assert "輪椅不便" in answer.accessibleName()


def test_a_counter_that_does_not_serve_it_cannot_be_chosen_for_it(hall: RealHall, sit_down: SitDown):
    hall.clerk("1")
    clerk = with_visitor(hall, sit_down)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()
    quick, services = clerk.answer("to_counter", "1"), hall.setup.counter("1").services
    unserved = next(service for service in hall.setup.services if service.code not in services)

    clerk.choose("to_counter", "1")
    clerk.choose("service", unserved.names.zh.split("（")[0])

    assert not quick.isEnabled()
    assert "不辦此項" in quick.accessibleName()
    assert clerk.answers("to_counter")[0].isChecked()


def test_a_counter_that_closes_meanwhile_cannot_be_chosen_any_more(hall: RealHall, sit_down: SitDown):
    colleague = hall.clerk("4")
    clerk = with_visitor(hall, sit_down)
    clerk.press(Key.Key_T, CTRL)
    clerk.until_asked()
    clerk.choose("to_counter", "4")

    colleague.do("close_counter")

    clerk.until(lambda: not clerk.answer("to_counter", "4").isEnabled())
    assert clerk.answers("to_counter")[0].isChecked()


@pytest.mark.parametrize(
    "action", ["park", "transfer", "continue_with", "correct_service", "choose_walk_in", "pause", "begin"]
)
def test_every_question_shows_its_main_button_and_is_left_with_escape(
    hall: RealHall, sit_down: SitDown, small, language, action
):
    if action == "begin":
        clerk, _ = with_love_visitor(hall, sit_down, small=small)
        clerk.press(Key.Key_Escape)
    elif action in {"choose_walk_in", "pause"}:
        clerk = sit_down(hall, small=small)
    else:
        clerk = with_visitor(hall, sit_down, serving=True, small=small)
    speak(clerk, language)
    clerk.screen.want(Action(action))
    clerk.until_asked()
    sheet, agree = clerk.find("sheet"), clerk.find("agree")
    assert sheet.rect().contains(agree.geometry())
    assert agree.visibleRegion().boundingRect() == agree.rect()
    below = sheet.mapToGlobal(sheet.rect().bottomLeft()).y()
    assert below - clerk.window.geometry().top() <= 700

    clerk.press(Key.Key_Escape)

    clerk.until(lambda: clerk.screen._sheet is None)
    clerk.until_keyboard()
    assert clerk.keyboard not in {"", "language"}


@pytest.mark.parametrize("action", ["park", "pause", "choose_walk_in"])
def test_enter_agrees_to_what_stands_there(hall: RealHall, sit_down: SitDown, small, action):
    clerk = with_visitor(hall, sit_down, serving=True, small=small) if action == "park" else None
    clerk = clerk or sit_down(hall, small=small)
    clerk.screen.want(Action(action))
    clerk.until_asked()

    clerk.press(Key.Key_Return)

    clerk.until_stage({"park": Stage.IDLE, "pause": Stage.PAUSED, "choose_walk_in": Stage.SERVING}[action])
