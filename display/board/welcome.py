"""The big place while nobody is called: calm words that say how it works, never a blank wall."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, paint_icon
from waitline.look.fit import Part
from waitline.model.words import Words

from .lettering import on_one_line, small, write
from .strip import Strip
from .two_languages import TwoLanguages

_PAD_MM: Final = 30.0
_LOVE_MM: Final = 104.0
_LOVE_PAD_MM: Final = 5.0
_LOVE_UPRIGHT_MM: Final = 128.0


class Welcome(Strip):
    """Shows a greeting, the office's notice if it has one, and who comes first."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "welcome", parent)
        self._hello = tongues.words(self, self.tr("您好，歡迎光臨"))
        self._how = tongues.words(self, self.tr("請先取號，叫號會顯示在這裡"))
        self._love = tongues.words(self, self.tr("年長者、身心障礙者、孕婦、攜帶嬰幼兒者"))
        self._press = tongues.words(self, self.tr("請按「愛心優先」"))
        self._connecting = tongues.words(self, self.tr("正在連線，請稍候"))
        self._notice: Words | None = None
        self._ready = False
        self.setAccessibleName(f"{self._connecting.zh} {self._connecting.en}")

    def show_notice(self, notice: Words | None) -> None:
        """The hall is known; say how it works, and what the office wants said."""
        if self._ready and notice == self._notice:
            return
        self._ready, self._notice = True, notice
        said = (self._hello, self._how, self._love, self._press, *([notice] if notice else []))
        self.setAccessibleName(" ".join(f"{words.zh} {words.en}" for words in said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        painter = self._on_ground(Colour.SURFACE)
        pad = look.mm(_PAD_MM)
        inner = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        if not self._ready:
            self._paint_words(painter, inner, self._connecting, None)
            painter.end()
            return
        height = look.mm(_LOVE_MM if inner.width() > inner.height() else _LOVE_UPRIGHT_MM)
        love = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
        self._paint_words(painter, inner.adjusted(0, 0, 0, -love.height() - pad / 2), self._hello, self._notice)
        self._paint_love(painter, love)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, title: Words, notice: Words | None) -> None:
        look = self._look
        ink, quiet = look.colour(Colour.TEXT), look.colour(Colour.TEXT_QUIET)
        accent = look.colour(Colour.ACCENT_TEXT)
        lines = [
            (Part(title.zh, small(look, 2.1, strong=True)), accent),
            (Part(title.en, small(look, 1.2)), accent),
        ]
        how = small(look, 1.1, strong=True)
        if self._ready:
            lines += [
                (Part(self._how.zh, on_one_line(self._how.zh, how, box.width()), gap=0.9), ink),
                (Part(self._how.en, small(look, 0.75), gap=0.1), quiet),
            ]
        if notice:
            lines += [
                (Part(notice.zh, small(look, strong=True), gap=0.9), ink),
                (Part(notice.en, small(look, 0.7), gap=0.1), quiet),
            ]
        write(painter, look, box, lines, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_love(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        ink = look.colour(Colour.LOVE_TEXT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Colour.LOVE_SOFT))
        painter.drawRoundedRect(box, look.mm(14), look.mm(14))
        side, pad = box.height() * 0.6, look.mm(14)
        heart = QRectF(box.left() + pad, box.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.LOVE, heart, ink)
        words = QRectF(heart.right() + pad, box.top(), box.right() - heart.right() - 2 * pad, box.height())
        words.adjust(0, look.mm(_LOVE_PAD_MM), 0, -look.mm(_LOVE_PAD_MM))
        strong = small(look, 0.9, strong=True)
        who = Part(self._love.zh, on_one_line(self._love.zh, strong, words.width(), nearly=2.0))
        press = Part(f"{self._press.zh}  {self._press.en}", small(look, 0.8, strong=True))
        write(painter, look, words, [(who, ink), (Part(self._love.en, small(look, 0.5)), ink), (press, ink)])
