"""A display's window of this process, shown until the hall's own board stands on it."""

from typing import Any

from display.window import DisplayWindow


def standing(qtbot: Any, window: DisplayWindow, size: tuple[int, int]) -> DisplayWindow:
    """Of so many pixels."""
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.begin()
    qtbot.waitUntil(lambda: "示範" in window.wall.heading.accessibleName())
    return window
