"""Fingers on the glass of a kiosk: real events of a touch screen, at places of the window, any number at once."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from .houses import Stand


class Fingers:
    """Each call is one event of the touch screen; fingers that it does not name rest where they are.

    `at_once`: each is handled before the call returns; else when events are served next, as many as there are.
    """

    def __init__(self, kiosk: Stand, *, at_once: bool = True) -> None:
        self._kiosk = kiosk
        self._at_once = at_once
        self.resting: dict[int, QPoint] = {}

    def down(self, *at: QPoint, first: int = 1) -> None:
        """Fingers come down together, numbered from `first`."""
        self._event(press=dict(enumerate(at, first)))

    def move(self, to: QPoint, finger: int = 1) -> None:
        self._event(move={finger: to})

    def up(self, *fingers: int) -> None:
        """These are lifted together; without a number all are."""
        self._event(release={finger: self.resting[finger] for finger in fingers or tuple(self.resting)})

    def tap(self, at: QPoint, finger: int = 1) -> None:
        self.down(at, first=finger)
        self.up(finger)

    def middle(self, name: str) -> QPoint:
        """The middle of a button, as a place of the window."""
        button = self._kiosk.button(name)
        return button.mapTo(self._kiosk.window, button.rect().center())

    def _event(
        self,
        press: Mapping[int, QPoint] | None = None,
        move: Mapping[int, QPoint] | None = None,
        release: Mapping[int, QPoint] | None = None,
    ) -> None:
        window = self._kiosk.window
        sequence = QTest.touchEvent(window, self._kiosk.finger)
        for finger in self.resting:
            if finger not in {**(move or {}), **(release or {})}:
                sequence.stationary(finger)
        for finger, at in (press or {}).items():
            sequence.press(finger, at, window)
        for finger, at in (move or {}).items():
            sequence.move(finger, at, window)
        for finger, at in (release or {}).items():
            sequence.release(finger, at, window)
        self.resting |= {**(press or {}), **(move or {})}
        for finger in release or {}:
            del self.resting[finger]
        sequence.commit(self._at_once)
