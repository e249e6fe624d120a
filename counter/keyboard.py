"""Where the keyboard stands in a window, whether or not the window is the active one."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def keyboard_in(part: QWidget) -> QWidget | None:
    """What in `part` has the keyboard, or will have it once its window is active."""
    there = part.window().focusWidget()
    return there if there is not None and (there is part or part.isAncestorOf(there)) else None


def has_lost_it(before: QWidget | None) -> bool:
    """Whether what had the keyboard can no longer be used, so that Qt has moved it to whatever came next."""
    return before is not None and not (before.isEnabled() and before.isVisible())
