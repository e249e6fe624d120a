"""Somebody who touches anything anyhow: fingers, keys and idle time by chance, from a seed."""

from collections.abc import Callable
from random import Random
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.staff.corner import Corner
from waitline.look import TouchButton

from .fingers import Fingers
from .houses import Stand

FINGERS: Final = 4
HELD_MS: Final = 30
"""The staff's corner opens after so long, instead of three seconds."""
KEYS: Final = (
    *(Qt.Key(code) for code in range(Qt.Key.Key_Space, Qt.Key.Key_Z + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_Escape, Qt.Key.Key_Print + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_Home, Qt.Key.Key_PageDown + 1)),
    *(Qt.Key.Key_Menu, Qt.Key.Key_Help),
)
USUAL_KEYS: Final = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
)
MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)


class Monkey:
    """`act` is one action; the same seed on the same pages does the same."""

    def __init__(self, kiosk: Stand, seed: int) -> None:
        self._kiosk = kiosk
        self._chance = Random(seed)
        self.fingers = Fingers(kiosk, at_once=False)
        self._corner = kiosk.window.findChild(Corner)
        self._corner.findChild(QTimer).setInterval(HELD_MS)
        self.did: list[str] = []
        """The last actions, for whoever has to find out what went wrong."""
        self._ways: dict[Callable[[], object], int] = {
            self._tap_button: 44,
            self._tap_anywhere: 8,
            self._double_tap: 6,
            self._put_down: 7,
            self._lift: 7,
            self._move: 6,
            self._two_at_once: 5,
            self._press_key: 8,
            self._press_usual_key: 10,
            self._mouse: 3,
            self._take_away: 2,
            self._ask_for_menu: 1,
            self._hold_corner: 1,
            self._wait_long: 2,
        }

    def act(self) -> None:
        (way,) = self._chance.choices(list(self._ways), list(self._ways.values()))
        self.did = [*self.did[-30:], way.__name__.strip("_")]
        way()
        self._kiosk.clock.later(self._chance.choice((0.0, 0.05, 0.3, 1.0)))

    def let_go(self) -> None:
        """All fingers are lifted."""
        if self.fingers.resting:
            self.fingers.up()

    # --- where ------------------------------------------------------------------------------------------

    def _anywhere(self) -> QPoint:
        window = self._kiosk.window
        return QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))

    def _on_a_button(self) -> QPoint:
        buttons = [b for b in self._kiosk.window.findChildren(TouchButton) if b.isVisible()]
        if not buttons:  # the page on which a number is still being fetched
            return self._anywhere()
        button = self._chance.choice(buttons)
        inside = QPoint(self._chance.randrange(button.width()), self._chance.randrange(button.height()))
        return button.mapTo(self._kiosk.window, inside)

    def _free_finger(self) -> int | None:
        free = [n for n in range(1, FINGERS + 1) if n not in self.fingers.resting]
        return self._chance.choice(free) if free else None

    # --- fingers ----------------------------------------------------------------------------------------

    def _tap_button(self) -> None:
        self._tap(self._on_a_button())

    def _tap_anywhere(self) -> None:
        self._tap(self._anywhere())

    def _double_tap(self) -> None:
        at = self._on_a_button()
        self._tap(at)
        self._tap(at)

    def _tap(self, at: QPoint) -> None:
        finger = self._free_finger()
        if finger is None:
            self.let_go()
        else:
            self.fingers.tap(at, finger)

    def _put_down(self) -> None:
        finger = self._free_finger()
        if finger is not None:
            self.fingers.down(self._on_a_button(), first=finger)

    def _lift(self) -> None:
        if self.fingers.resting:
            self.fingers.up(self._chance.choice(sorted(self.fingers.resting)))

    def _move(self) -> None:
        if self.fingers.resting:
            to = self._chance.choice((self._anywhere, self._on_a_button))()
            self.fingers.move(to, self._chance.choice(sorted(self.fingers.resting)))

    def _two_at_once(self) -> None:
        self.let_go()
        self.fingers.down(self._on_a_button(), self._on_a_button())
        self.fingers.up()

    def _take_away(self) -> None:
        """The system takes the touch for a gesture of its own."""
        window = self._kiosk.window
        for at in self.fingers.resting.values():
            QApplication.sendEvent(window.childAt(at) or window, QEvent(QEvent.Type.TouchCancel))

    def _hold_corner(self) -> None:
        self.let_go()
        self.fingers.down(self._corner.geometry().center())
        while self._corner.is_counting and self._chance.random() > 0.01:
            QApplication.processEvents()
        self.fingers.up()

    # --- everything else --------------------------------------------------------------------------------

    def _press_key(self) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in MODIFIERS:
            if self._chance.random() < 0.25:
                modifiers |= one
        QTest.keyClick(self._kiosk.window.windowHandle(), self._chance.choice(KEYS), modifiers)

    def _press_usual_key(self) -> None:
        QTest.keyClick(self._kiosk.window.windowHandle(), self._chance.choice(USUAL_KEYS))

    def _mouse(self) -> None:
        window = self._kiosk.window.windowHandle()
        button = self._chance.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
        at = self._chance.choice((self._anywhere, self._on_a_button))()
        self._chance.choice((QTest.mouseClick, QTest.mouseDClick))(window, button, pos=at)

    def _ask_for_menu(self) -> None:
        at = self._on_a_button()
        target = self._kiosk.window.childAt(at)
        reason = self._chance.choice((QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard))
        if target is not None:
            inside, outside = target.mapFrom(self._kiosk.window, at), self._kiosk.window.mapToGlobal(at)
            QApplication.sendEvent(target, QContextMenuEvent(reason, inside, outside))

    def _wait_long(self) -> None:
        self._kiosk.clock.later(self._chance.choice((3.0, 9.0, 30.0, 70.0)))
