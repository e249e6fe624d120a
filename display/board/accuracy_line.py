"""How often visitors were called in the time they were told: one quiet line at the foot of the board."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look
from waitline.look.fit import Part
from waitline.model.words import Words

from .lettering import on_one_line, small, write


class AccuracyLine(QWidget):
    """Chinese at the left, English at the right; upright one below the other. `shown`: as last drawn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: Words | None = None
        self.shown = Words(zh="", en="")
        self.setObjectName("accuracy")

    def show_accuracy(self, words: Words | None) -> None:
        """None: nothing is published."""
        if words != self._words:
            self._words = words
            self.setAccessibleName("" if words is None else f"{words.zh} {words.en}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._words is None:
            return
        look, box, quiet = self._look, QRectF(self.rect()), self._look.colour(Colour.TEXT_QUIET)
        pad = look.mm(6)
        box.adjust(pad, 0, -pad, 0)
        zh, en = self._words.zh, self._words.en
        painter = QPainter(self)
        half = box.adjusted(0, 0, -box.width() / 2, 0)
        upright = self.height() * 20 > self.width()
        room = box.width() if upright else half.width()
        chinese = (Part(zh, on_one_line(zh, small(look, 0.42), room, nearly=2.0)), quiet)
        english = (Part(en, on_one_line(en, small(look, 0.38), room, nearly=2.0)), quiet)
        if upright:
            drawn = write(painter, look, box, [chinese, english]).split("\n")
        else:
            right = half.translated(half.width(), 0)
            drawn = [
                write(painter, look, half, [chinese]),
                write(painter, look, right, [english], align=Qt.AlignmentFlag.AlignRight),
            ]
        self.shown = Words(zh=drawn[0], en="\n".join(drawn[1:]))
        painter.end()
