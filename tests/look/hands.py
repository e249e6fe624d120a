"""Fingers for tests: real touch events to a real widget."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


class Hand:
    """A hand over one widget. Fingers are numbered; each step is one event of the touch screen."""

    def __init__(self, device: QPointingDevice, widget: QWidget) -> None:
        self._device = device
        self._widget = widget

    def down(self, at: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self._widget, self._device).press(finger, at, self._widget).commit()

    def move(self, to: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self._widget, self._device).move(finger, to, self._widget).commit()

    def up(self, at: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self._widget, self._device).release(finger, at, self._widget).commit()

    def tap(self, at: QPoint, finger: int = 0) -> None:
        self.down(at, finger)
        self.up(at, finger)

    def second_down(self, at: QPoint, *, while_first_rests: int = 0, finger: int = 1) -> None:
        sequence = QTest.touchEvent(self._widget, self._device)
        sequence.stationary(while_first_rests)
        sequence.press(finger, at, self._widget).commit()

    def second_up(self, at: QPoint, *, while_first_rests: int = 0, finger: int = 1) -> None:
        sequence = QTest.touchEvent(self._widget, self._device)
        sequence.stationary(while_first_rests)
        sequence.release(finger, at, self._widget).commit()
