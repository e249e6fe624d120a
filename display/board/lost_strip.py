"""Across the board while the hall is out of touch: what visitors do, and what the staff have to do about it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from waitline.look import Colour, Icon, Look, paint_icon
from waitline.look.fit import Part
from waitline.model.words import Words

from .lettering import on_one_line, small, write

_MM: Final = 92.0
_WITH_CAUSE_MM: Final = 132.0
_PAD_MM: Final = 9.0
_EDGE_MM: Final = 9.0
_ICON_MM: Final = 44.0


class LostStrip(QLabel):
    """Hidden until there is something to say; screen readers are told when it begins. `shown`: as last drawn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Words(zh="", en="")
        self._cause: Words | None = None
        self.shown = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("banner")
        self.hide()

    def show_words(self, words: Words, cause: Words | None) -> None:
        """Say this until `clear`; `cause`: smaller, for the staff."""
        if (words, cause) == (self._words, self._cause) and not self.isHidden():
            return
        began = self.isHidden()
        self._words, self._cause = words, cause
        said = (words.zh, words.en) if cause is None else (words.zh, words.en, cause.zh, cause.en)
        self.setText("\n".join(said))
        self.show()
        self.update()
        if began:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """In touch again."""
        self.hide()

    @property
    def wanted_px(self) -> int:
        """How high it is to be; none while it is hidden."""
        if self.isHidden():
            return 0
        return self._look.mm(_MM if self._cause is None else _WITH_CAUSE_MM)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        ink = look.colour(Colour.ON_TROUBLE)
        edge, pad, side = look.mm(_EDGE_MM), look.mm(_PAD_MM), look.mm(_ICON_MM)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour(Colour.TROUBLE))
        painter.fillRect(QRectF(0, 0, edge, self.height()), look.colour(Colour.TROUBLE_EDGE))
        icon = QRectF(edge + pad, (self.height() - side) / 2, side, side)
        paint_icon(painter, Icon.OUT_OF_TOUCH, icon, ink)
        box = QRectF(self.rect()).adjusted(icon.right() + pad, pad / 2, -pad, -pad / 2)
        parts = [self._part(self._words.zh, box, 0.95, strong=True), self._part(self._words.en, box, 0.6)]
        if self._cause is not None:
            parts += [self._part(self._cause.zh, box, 0.4), self._part(self._cause.en, box, 0.36)]
        self.shown = write(painter, look, box, [(part, ink) for part in parts])
        painter.end()

    def _part(self, text: str, box: QRectF, times: float, *, strong: bool = False) -> Part:
        return Part(text, on_one_line(text, small(self._look, times, strong=strong), box.width(), nearly=1.7))
