"""Somebody at a kiosk who touches no glass: four keys that reach the window as a keyboard's do."""

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.access.page import MORE
from kiosk.access.tile import AccessTile
from tests.kiosk.houses import Stand

PREVIOUS, NEXT, ENTER, BACK = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Escape


def a_moment() -> None:
    """Keys of one millisecond are one hold: nobody is so quick."""
    begun = time.monotonic()
    while time.monotonic() < begun + 0.002:
        QApplication.processEvents()


class FourKeys:
    """Counts presses. Between two of them as much time goes by as a hand takes."""

    def __init__(self, kiosk: Stand) -> None:
        self.kiosk = kiosk
        self.presses = 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.presses += 1
            self.kiosk.clock.later(1)
            a_moment()
            QTest.keyClick(self.kiosk.window.windowHandle(), key)
            QApplication.processEvents()

    @property
    def at(self) -> str | None:
        """The choice with the ring around it."""
        ringed = [tile.objectName() for tile in self.tiles() if tile.ringed]
        assert len(ringed) <= 1
        return ringed[0] if ringed else None

    def tiles(self) -> list[AccessTile]:
        return [tile for tile in self.kiosk.window.findChildren(AccessTile) if tile.isVisible()]

    def go_to(self, name: str) -> None:
        """By the shorter way round the ring."""
        names = list(self.kiosk.window.access.page.names)
        here, there = names.index(self.at or names[0]), names.index(name)
        on = (there - here) % len(names)
        steps, key = (on, NEXT) if on <= len(names) - on else (len(names) - on, PREVIOUS)
        self.press(*[key] * steps)
        assert self.at == name

    def take(self, name: str) -> None:
        """On a further page, too, should the choices have several."""
        while name not in self.kiosk.window.access.page.names:
            self.go_to(MORE)
            self.press(ENTER)
        self.go_to(name)
        self.press(ENTER)
