"""Whatever fingers do to the glass, a visitor gets one number, and the next visitor gets the next one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.scenes import Home, Reasons
from waitline.look import Space
from waitline.model.ticket import Ticket
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .fingers import Fingers
from .houses import House, Stand
from .test_kiosk_takes_numbers import NO_REASON, at_home, until_number

Stands = Callable[..., Stand]
TAPS_A_SECOND = 20


class Visitors:
    """A kiosk where fingers do something odd, and an ordinary visitor comes after it."""

    def __init__(self, kiosk: Stand, house: House, qtbot: QtBot) -> None:
        self.kiosk, self.house, self.qtbot = kiosk, house, qtbot
        self.fingers = Fingers(kiosk)
        at_home(qtbot, kiosk)

    def tickets(self) -> list[Ticket]:
        with self.house.store.reading() as look:
            return look.tickets_between(0, look.seq)

    def services(self) -> list[str | None]:
        return [ticket.service for ticket in self.tickets()]

    def looks(self) -> None:
        """Nobody touches a page before having seen it; buttons rest by the machine's own clock."""
        look = self.kiosk.look
        self.qtbot.waitUntil(lambda: not self.kiosk.window._turned)  # it has been painted
        self.qtbot.waitUntil(lambda: look.events.now() > look.touched_at + look.rest_s)
        self.kiosk.clock.later(1)

    def goes_home(self) -> None:
        self.qtbot.waitUntil(lambda: self.kiosk.flow._pending.wish is None)  # what was touched has its answer
        self.looks()
        if not isinstance(self.kiosk.flow.scene, Home):
            self.fingers.tap(self.fingers.middle("home"))
        self.qtbot.waitUntil(lambda: isinstance(self.kiosk.flow.scene, Home))

    def next_one_gets(self, *before: str | None) -> None:
        """What has been given is what was meant, and an ordinary touch gets one number more."""
        self.goes_home()
        assert self.services() == list(before)
        self.looks()
        self.fingers.tap(self.fingers.middle("service-SEAL"))
        until_number(self.qtbot, self.kiosk)
        assert self.services() == [*before, "SEAL"]

    def gets(self, service: str | None) -> None:
        """The touch before has led to a number, and to one only."""
        taken = until_number(self.qtbot, self.kiosk).taken.ticket
        assert taken.service == service
        self.next_one_gets(service)


@pytest.fixture
def visitors(stand: Stands, house: House, qtbot: QtBot) -> Visitors:
    return Visitors(stand(kiosk=NO_REASON), house, qtbot)


def test_nothing_is_taken_before_the_finger_is_lifted(visitors: Visitors) -> None:
    fingers = visitors.fingers
    fingers.down(fingers.middle("service-TRANS"))
    assert visitors.kiosk.button("service-TRANS").isDown()
    assert visitors.kiosk.flow.scene == Home(), "nothing is on its way"
    fingers.up()
    visitors.gets("TRANS")


def edge(visitors: Visitors, name: str) -> QPoint:
    """The middle of a button's upper edge."""
    return visitors.fingers.middle(name) - QPoint(0, visitors.kiosk.button(name).height() // 2)


def slip(visitors: Visitors) -> int:
    """How far a finger may slip off a button, in pixels of the miniature."""
    return visitors.kiosk.look.px(Space.SLIP)


def test_a_finger_that_slips_off_by_less_than_is_forgiven_counts(visitors: Visitors) -> None:
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"))
    visitors.fingers.move(edge(visitors, "service-TRANS") - QPoint(0, slip(visitors) - 1))
    visitors.fingers.up()
    visitors.gets("TRANS")


def test_a_finger_that_slips_further_does_nothing(visitors: Visitors) -> None:
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"))
    visitors.fingers.move(edge(visitors, "service-TRANS") - QPoint(0, slip(visitors) + 3))
    assert not visitors.kiosk.button("service-TRANS").isDown()
    visitors.fingers.up()
    visitors.next_one_gets()


@pytest.mark.parametrize(("aside", "meant"), [(-2, "TRANS"), (1, "REG")])
def test_a_touch_in_the_gap_is_the_nearer_button_s(visitors: Visitors, aside: int, meant: str) -> None:
    window = visitors.kiosk.window
    left, right = (visitors.kiosk.button(f"service-{code}") for code in ("TRANS", "REG"))
    ends = left.mapTo(window, left.rect().topRight()).x() + 1
    begins = right.mapTo(window, right.rect().topLeft())
    assert begins.x() - ends <= 1, "no pixel is nobody's"
    visitors.fingers.tap(begins + QPoint(aside, right.height() // 2))
    visitors.gets(meant)


@pytest.mark.parametrize("seconds", [3, 70])
def test_a_long_press_is_one_touch(visitors: Visitors, seconds: float) -> None:
    """70 s: any page that waits for a choice would have gone meanwhile."""
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"))
    visitors.kiosk.clock.later(seconds)
    visitors.qtbot.waitUntil(lambda: visitors.kiosk.button("service-TRANS").isDown())
    visitors.fingers.up()
    visitors.gets("TRANS")


def test_counts_that_change_under_a_finger_take_nothing_from_its_touch(visitors: Visitors) -> None:
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"))
    tile = visitors.kiosk.button("service-TRANS")
    Reception(visitors.house.store).take_ticket(request=new_request(), service="TRANS")
    visitors.qtbot.waitUntil(lambda: "前面 1 人" in tile.accessibleName())
    visitors.fingers.up()
    until_number(visitors.qtbot, visitors.kiosk)
    visitors.next_one_gets("TRANS", "TRANS")


def test_a_second_finger_on_the_same_tile_is_none(visitors: Visitors) -> None:
    middle = visitors.fingers.middle("service-TRANS")
    visitors.fingers.down(middle)
    visitors.fingers.down(middle + QPoint(12, 8), first=2)
    visitors.fingers.up(2)
    assert visitors.kiosk.flow.scene == Home(), "the first one still rests"
    visitors.fingers.up(1)
    visitors.gets("TRANS")


def test_two_fingers_that_come_and_go_together_on_one_tile_are_one_touch(visitors: Visitors) -> None:
    middle = visitors.fingers.middle("service-TRANS")
    visitors.fingers.down(middle, middle + QPoint(12, 8))
    visitors.fingers.up()
    visitors.gets("TRANS")


@pytest.mark.parametrize("lifted", [((1,), (2,)), ((2,), (1,)), ((1, 2),)], ids=["first", "second", "together"])
@pytest.mark.parametrize("other", ["service-REG", "love"])
def test_two_buttons_at_once_are_one_number(
    visitors: Visitors, other: str, lifted: tuple[tuple[int, ...], ...]
) -> None:
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"), visitors.fingers.middle(other))
    for fingers in lifted:
        visitors.fingers.up(*fingers)
    services = {1: "TRANS", 2: "REG" if other == "service-REG" else None}
    got = until_number(visitors.qtbot, visitors.kiosk).taken.ticket.service
    assert got in {services[finger] for finger in lifted[0]}, "that of the finger lifted first"
    visitors.next_one_gets(got)


def test_a_hand_laid_on_the_glass_is_one_number_at_most(visitors: Visitors) -> None:
    names = ("service-TRANS", "service-REG", "service-IDCARD", "love", "help")
    places = [visitors.fingers.middle(name) for name in names]
    visitors.fingers.down(*places)
    visitors.fingers.up()
    visitors.qtbot.waitUntil(lambda: getattr(visitors.kiosk.flow.scene, "pressed", None) is None)
    assert len(visitors.tickets()) <= 1
    visitors.next_one_gets(*visitors.services())


def test_a_finger_drawn_out_and_back_is_one_touch(visitors: Visitors) -> None:
    middle = visitors.fingers.middle("service-TRANS")
    visitors.fingers.down(middle)
    for to in (visitors.fingers.middle("service-REG"), visitors.fingers.middle("love"), middle):
        visitors.fingers.move(to)
    visitors.fingers.up()
    visitors.gets("TRANS")


def test_a_finger_drawn_to_another_button_and_lifted_there_does_nothing(visitors: Visitors) -> None:
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"))
    visitors.fingers.move(visitors.fingers.middle("service-REG"))
    assert not visitors.kiosk.button("service-REG").isDown()
    visitors.fingers.up()
    visitors.next_one_gets()


def test_a_finger_that_rests_somewhere_stops_nobody_else(visitors: Visitors) -> None:
    """A bag leans on the glass, where no button is; the visitor's own finger comes second."""
    visitors.fingers.down(QPoint(400, 30))
    visitors.fingers.tap(visitors.fingers.middle("service-TRANS"), finger=2)
    until_number(visitors.qtbot, visitors.kiosk)
    visitors.kiosk.clock.later(1)
    visitors.fingers.tap(visitors.fingers.middle("home"), finger=2)
    visitors.fingers.up()
    visitors.next_one_gets("TRANS")


def test_a_gesture_that_the_system_takes_away_does_nothing(visitors: Visitors) -> None:
    visitors.fingers.down(visitors.fingers.middle("service-TRANS"))
    QApplication.sendEvent(visitors.kiosk.button("service-TRANS"), QEvent(QEvent.Type.TouchCancel))
    visitors.fingers.up()
    visitors.next_one_gets()


def test_a_page_that_turns_under_a_resting_finger_takes_it_for_no_touch(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    visitors = Visitors(stand(), house, qtbot)
    visitors.fingers.down(QPoint(200, 250))
    visitors.fingers.tap(visitors.fingers.middle("love"), finger=2)
    assert isinstance(visitors.kiosk.flow.scene, Reasons)
    visitors.kiosk.clock.later(1)
    visitors.fingers.up()
    assert visitors.kiosk.flow.scene == Reasons()
    visitors.next_one_gets()


@pytest.mark.parametrize("name", ["service-TRANS", "service-ASK", "love"])
def test_twenty_taps_a_second_are_one_number(stand: Stands, house: House, qtbot: QtBot, name: str) -> None:
    """For two seconds at the same place, at a real finger's pace, whatever page stands there by then."""
    visitors = Visitors(stand(kiosk=NO_REASON, rest_s=None), house, qtbot)
    at, taps = visitors.fingers.middle(name), 2 * TAPS_A_SECOND
    tapping = QTimer(interval=1000 // TAPS_A_SECOND)
    done: list[int] = []

    def tap() -> None:
        visitors.fingers.tap(at)
        done.append(1)
        if len(done) == taps:
            tapping.stop()

    tapping.timeout.connect(tap)
    tapping.start()
    qtbot.waitUntil(lambda: len(done) == taps)
    assert len(visitors.tickets()) == 1
    visitors.next_one_gets(*visitors.services())
