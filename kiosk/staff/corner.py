"""The corner that staff hold: nothing to see, nothing to find by tapping about."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from .words import CORNER

HOLD_MS: Final = 3_000
SIDE_MM: Final = 25.0


class Corner(QWidget):
    """Emits `held` when one finger, or a mouse, has rested on it for three seconds."""

    held = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("staff-corner")
        self.setAccessibleName(f"{CORNER.zh} {CORNER.en}")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self.held)

    @property
    def is_counting(self) -> bool:
        """Whether a finger rests on it now, and the three seconds run."""
        return self._timer.isActive()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            points = event.points()
            ends = event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
            if ends or len(points) != 1 or not self._covers(points[0].position().toPoint()):
                self._timer.stop()
            elif event.type() == QEvent.Type.TouchBegin:
                self._timer.start()
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._timer.start()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._covers(event.position().toPoint()):
            self._timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._timer.stop()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _covers(self, point: QPoint) -> bool:
        return self.rect().contains(point)
