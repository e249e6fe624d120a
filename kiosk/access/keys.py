"""The four keys: whatever keyboard-like thing they stand on, here they become steps."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.keypad import Keypad


MOST_WALKED: Final = 60
"""So many steps a held key makes; one that is stuck does not keep the page for ever."""
COVERS: Final = "staff-sheet"
LET_GO_MS: Final = 60
"""A key is let go when no press has followed its release for so long."""


class Step(Enum):
    """What a key means."""

    PREVIOUS = auto()
    NEXT = auto()
    ENTER = auto()
    BACK = auto()


class Keys(QObject):
    """Stands before a window and takes its four keys away from every widget in it.

    A key that is held down is one step; to the next or the previous choice it walks on after a while, slowly.
    `awake` says whether the keys are the visitor's now.

    An X server tells a held key as releases and presses, both of one moment, and Qt marks those only that have
    come to it together. What is of one moment is one hold here, marked or not.
    """

    stepped = Signal(object)
    """A Step."""
    walked = Signal(object)
    """The key of a Step is still held."""
    let_go = Signal()
    """After walking."""

    def __init__(self, keypad: Keypad, awake: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        named = {
            Step.PREVIOUS: keypad.previous,
            Step.NEXT: keypad.next,
            Step.ENTER: keypad.enter,
            Step.BACK: keypad.back,
        }
        self._steps = {key_named(name): step for step, names in named.items() for name in names}
        self._held: Step | None = None
        self._walked, self._owed = 0, False
        self._released: tuple[int, int] | None = None
        self._letting_go = QTimer(self, singleShot=True, interval=LET_GO_MS)
        self._letting_go.timeout.connect(self._end_hold)
        self._holding = QTimer(self, interval=round(keypad.hold_s * 1000))
        self._holding.timeout.connect(self._walk)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._end_hold()
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        step = self._steps.get(Qt.Key(event.key()))
        if step is None or not self._awake():
            return False
        stroke = event.key(), event.timestamp()
        if event.type() == QEvent.Type.KeyRelease:
            self._released = stroke
            if step is self._held:
                self._letting_go.start()
        elif event.isAutoRepeat() or stroke == self._released:
            self._hold_on()
        else:
            self._begin_hold(step)
            self.stepped.emit(step)
        return True

    def _begin_hold(self, step: Step) -> None:
        self._end_hold()
        if step in {Step.PREVIOUS, Step.NEXT} and self._holding.interval():
            self._held = step
            self._holding.start()

    def _hold_on(self) -> None:
        """It was not let go; a step that came due meanwhile is made now."""
        self._letting_go.stop()
        if self._owed:
            self._owed = False
            self._walk()

    def _walk(self) -> None:
        if self._letting_go.isActive():
            self._owed = True
            return
        if self._held is None or not self._awake() or self._walked >= MOST_WALKED:
            self._end_hold()
            return
        self._walked += 1
        self.walked.emit(self._held)

    def _end_hold(self) -> None:
        walked, self._held, self._walked, self._owed = self._walked, None, 0, False
        self._holding.stop()
        self._letting_go.stop()
        if walked:
            self.let_go.emit()


def nothing_covers(window: QWidget) -> bool:
    """Not while staff have their sheet open: the keys are theirs then."""
    sheets = window.findChildren(QWidget, COVERS, Qt.FindChildOption.FindDirectChildrenOnly)
    return not any(sheet.isVisible() for sheet in sheets)


def key_named(name: str) -> Qt.Key:
    """The key of that name; KeyError where Qt has none."""
    return Qt.Key[f"Key_{name}"]
