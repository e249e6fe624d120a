"""One answer among a few: an outline, and when chosen a tick, a fill and a stronger edge."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from waitline.look import Colour, Icon, Look, Space, Type, paint_icon

TALL: Final = 2.3
"""Height, in the words' own size."""


class ChoiceButton(QRadioButton):
    """A radio button as wide as its place, spoken as one by a screen reader."""

    def __init__(self, look: Look, words: str, name: str) -> None:
        super().__init__(words)
        self._look = look
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rename(words)

    def rename(self, words: str) -> None:
        """The same answer in other words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    @property
    def clipped(self) -> bool:
        """Whether the words do not fit."""
        return self.sizeHint().width() > self.width()

    def sizeHint(self) -> QSize:
        font = self._look.font(Type.BODY, strong=True)
        words = QFontMetricsF(font).horizontalAdvance(self.accessibleName())
        around = 2 * (self._ring() + self._look.px(Space.PAD))
        return QSize(
            round(words + around + font.pixelSize() * 1.4), round(font.pixelSize() * TALL + 2 * self._ring())
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, ring = self._look, self._ring()
        chosen, radius = self.isChecked(), look.px(Space.RADIUS)
        box = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour(Colour.ACCENT_SOFT if chosen else Colour.SURFACE))
        line = 2 if chosen else 1
        painter.setPen(QPen(look.colour(Colour.ACCENT if chosen else Colour.EDGE), line))
        painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
        self._paint_words(painter, box, chosen=chosen)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour(Colour.FOCUS), ring - 1))
            half = (ring - 1) / 2
            around = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(around, radius + half, radius + half)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        look = self._look
        font = look.font(Type.BODY, strong=chosen)
        ink = look.colour(Colour.ACCENT_TEXT if chosen else Colour.TEXT)
        width = QFontMetricsF(font).horizontalAdvance(self.accessibleName())
        tick = font.pixelSize() * 1.3 if chosen else 0.0
        left = box.center().x() - (width + tick) / 2
        if chosen:
            side = font.pixelSize()
            paint_icon(painter, Icon.CHECK, QRectF(left, box.top(), side, box.height()), ink)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRectF(left + tick, box.top(), width + 2, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.accessibleName())

    def _ring(self) -> int:
        return max(3, self._look.px(Space.FOCUS) + 1)
