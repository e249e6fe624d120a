"""The four keys: whatever keyboard-like thing they stand on, here they become steps."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.keypad import Keypad


MOST_WALKED: Final = 60
"""So many steps a held key makes; one that is stuck does not keep the page for ever."""


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
        self._walked = 0
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
        if event.isAutoRepeat():
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._begin_hold(step)
            self.stepped.emit(step)
        elif step is self._held:
            self._end_hold()
        return True

    def _begin_hold(self, step: Step) -> None:
        self._end_hold()
        if step in {Step.PREVIOUS, Step.NEXT} and self._holding.interval():
            self._held = step
            self._holding.start()

    def _walk(self) -> None:
        if self._held is None or not self._awake() or self._walked >= MOST_WALKED:
            self._end_hold()
            return
        self._walked += 1
        self.walked.emit(self._held)

    def _end_hold(self) -> None:
        walked, self._held, self._walked = self._walked, None, 0
        self._holding.stop()
        if walked:
            self.let_go.emit()


def key_named(name: str) -> Qt.Key:
    """The key of that name; KeyError where Qt has none."""
    return Qt.Key[f"Key_{name}"]
