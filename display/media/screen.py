"""The place on the wall where pictures and videos stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from waitline.look import Colour

from ..board.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from waitline.look import Look


class MediaScreen(Strip):
    """Shows the last picture it was given, in its middle, each of its pixels on one of the glass. They come as
    large as fits; only one that came for a larger place is scaled."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "media", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture: QImage | None = None

    @property
    def picture(self) -> QImage | None:
        """What stands there."""
        return self._picture

    def on_glass(self, size: QSize) -> QSize:
        """How many pixels of the glass a place has: more than of its window where the system enlarges that."""
        ratio = self.devicePixelRatioF()
        return QSize(int(size.width() * ratio), int(size.height() * ratio))

    def show_picture(self, picture: QImage | None) -> None:
        """Show this, or nothing."""
        before = QSize() if self._picture is None else self._picture.size()
        self._picture = picture
        if picture is not None and picture.size() == before:
            self.update(self._where(picture).toAlignedRect())
        else:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture
        place = QRectF() if picture is None else self._where(picture)
        if place.toAlignedRect().contains(event.rect()):
            painter = QPainter(self)
        else:
            self._fill(Colour.PAGE)
            painter = self._on_ground(Colour.SURFACE)
        if picture is not None:
            painter.drawImage(place, picture)
        painter.end()

    def _fill(self, colour: Colour) -> None:
        """What shows at the round corners."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour(colour))
        painter.end()

    def _where(self, picture: QImage) -> QRectF:
        """From one whole pixel of the glass to another."""
        ratio, room, size = self.devicePixelRatioF(), self.on_glass(self.size()), picture.size()
        if size.width() > room.width() or size.height() > room.height():  # one that came for a larger place
            size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) // 2, (room.height() - size.height()) // 2
        return QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)
