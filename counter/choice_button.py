"""One answer among a few: an outline, and when chosen a tick, a fill and a stronger edge."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from waitline.look import Colour, Icon, Look, Space, Type, paint_icon

TALL: Final = 2.3
"""Height, in the words' own size."""
NOTE_TALL: Final = 1.2
"""What a line below the words adds."""
NOTE_EMS: Final = 7.0
"""Room for a name below the words; a longer one is cut and told in full by the tooltip."""
ARROWS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # Qt's own class comes second in a button's bases: what is drawn here goes before it


class AnswerFace(_Button):
    """How an answer is drawn, as wide as its place, whichever of Qt's buttons it is.

    `key`: the digit that chooses it, shown at its left. `noted`: keeps room for a second, quiet line.
    """

    def __init__(self, look: Look, words: str, name: str, *, key: str = "", noted: bool = False) -> None:
        super().__init__()
        self._look, self._words, self._key, self._noted, self._note = look, words, key, noted, ""
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rename(words)

    def rename(self, words: str) -> None:
        """The same answer in other words."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self._tell()

    def show_state(self, *, note: str, live: bool) -> None:
        """What there is to know of this answer, and whether it may be given now."""
        self.setEnabled(live)
        if note != self._note:
            self._note = note
            self._tell()
            self.update()

    @property
    def clipped(self) -> bool:
        """Whether the words do not fit."""
        return self.sizeHint().width() > self.width()

    def sizeHint(self) -> QSize:
        font, small = self._look.font(Type.BODY, strong=True), self._look.font(Type.SMALL)
        words = QFontMetricsF(font).horizontalAdvance(self._words) + font.pixelSize() * 1.4
        note = small.pixelSize() * NOTE_EMS if self._noted else 0.0
        around = 2 * (self._ring() + self._look.px(Space.PAD)) + self._key_room()
        tall = font.pixelSize() * TALL + (small.pixelSize() * NOTE_TALL if self._noted else 0.0)
        return QSize(round(max(words, note) + around), round(tall + 2 * self._ring()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, ring, live = self._look, self._ring(), self.isEnabled()
        chosen, radius = self.isChecked() and live, look.px(Space.RADIUS)
        box = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = Colour.ACCENT_SOFT if chosen else Colour.SURFACE if live else Colour.SUNK
        painter.setBrush(look.colour(fill))
        line = 2 if chosen else 1
        edge = look.colour(Colour.ACCENT if chosen else Colour.EDGE)
        painter.setPen(QPen(edge, line, Qt.PenStyle.SolidLine if live else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
        ink = Colour.ACCENT_TEXT if chosen else Colour.TEXT if live else Colour.STALE
        self._paint_key(painter, box)
        self._paint_words(painter, box.adjusted(self._key_room(), 0, 0, 0), ink, chosen=chosen)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour(Colour.FOCUS), ring - 1))
            half = (ring - 1) / 2
            around = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(around, radius + half, radius + half)
        painter.end()

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        """The digit in a small key cap."""
        if not self._key:
            return
        look, font = self._look, self._look.font(Type.SMALL)
        side = font.pixelSize() * 1.5
        cap = QRectF(box.left() + look.px(Space.PAD), box.center().y() - side / 2, side, side)
        painter.setPen(QPen(look.colour(Colour.EDGE), 1))
        painter.setBrush(look.colour(Colour.PAGE))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setFont(font)
        painter.setPen(look.colour(Colour.TEXT_QUIET if self.isEnabled() else Colour.STALE))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_words(self, painter: QPainter, box: QRectF, ink: Colour, *, chosen: bool) -> None:
        look = self._look
        font, small = look.font(Type.BODY, strong=chosen), look.font(Type.SMALL)
        words = QRectF(box)
        if self._note:
            words.setBottom(box.center().y() + small.pixelSize() * 0.1)
            below = box.adjusted(3, box.height() / 2, -3, -2)
            painter.setFont(small)
            painter.setPen(look.colour(Colour.TEXT_QUIET if self.isEnabled() else Colour.STALE))
            said = QFontMetricsF(small).elidedText(self._note, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)
        width = QFontMetricsF(font).horizontalAdvance(self._words)
        tick = font.pixelSize() * 1.3 if chosen else 0.0
        left = words.center().x() - (width + tick) / 2
        if chosen:
            square = QRectF(left, words.top(), font.pixelSize(), words.height())
            paint_icon(painter, Icon.CHECK, square, look.colour(ink))
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        place = QRectF(left + tick, words.top(), width + 2, words.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _key_room(self) -> float:
        return self._look.font(Type.SMALL).pixelSize() * 1.5 + self._look.px(Space.PAD) / 2 if self._key else 0.0

    def _tell(self) -> None:
        told = ", ".join(part for part in (self._words, self._note, self._key) if part)
        self.setAccessibleName(told)
        self.setToolTip(self._note)

    def _ring(self) -> int:
        return max(3, self._look.px(Space.FOCUS) + 1)


class ChoiceButton(AnswerFace, QRadioButton):
    """One of several answers that exclude each other, spoken as a radio button by a screen reader."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first arrow chooses the answer it stands on; from then on arrows move as everywhere."""
        group = self.group()
        if event.key() in ARROWS and group is not None and group.checkedButton() is None:
            self.click()
            return
        super().keyPressEvent(event)


class TickButton(AnswerFace, QCheckBox):
    """An answer that leaves the others alone, spoken as a check box by a screen reader."""
