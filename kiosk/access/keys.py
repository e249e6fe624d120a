"""The four keys: whatever keyboard-like thing they stand on, here they become steps."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.keypad import Keypad


class Step(Enum):
    """What a key means."""

    PREVIOUS = auto()
    NEXT = auto()
    ENTER = auto()
    BACK = auto()


class Keys(QObject):
    """Stands before a window and takes its four keys away from every widget in it.

    A key that is held down is one step. `awake` says whether the keys are the visitor's now.
    """

    stepped = Signal(object)
    """A Step."""

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        step = self._steps.get(Qt.Key(event.key()))
        if step is None or not self._awake():
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.stepped.emit(step)
        return True


def key_named(name: str) -> Qt.Key:
    """The key of that name; KeyError where Qt has none."""
    return Qt.Key[f"Key_{name}"]
