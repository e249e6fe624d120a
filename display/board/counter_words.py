"""「請至 3 號櫃台」 with the number of the counter largest, and "Counter 3" below it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath

from waitline.look import Look
from waitline.look.fonts import cap_share, font_of_px

SIGN_TIMES: Final = 1.9
ENGLISH_TIMES: Final = 0.72
_PROBE: Final = 100.0
_SPACE: Final = 0.22  # em, around the counter's number
_ARROW: Final = 1.5  # em
_LINE: Final = 1.2
_ENGLISH_LINE: Final = 1.25


@dataclass(frozen=True, slots=True)
class CounterWords:
    """The words to the left and right of the sign's number, and the English. Sizes are in em of the Chinese."""

    before: str
    sign: str
    after: str
    english: str

    @classmethod
    def of(cls, go_to: str, zh: str, en: str, sign: str) -> "CounterWords":
        """Split 「3 號櫃台」 around its 3; a counter named otherwise (服務台) stands whole."""
        before, found, after = zh.partition(sign)
        if not found:
            return cls(f"{go_to} {zh}".strip(), "", "", en)
        return cls(f"{go_to}{before}".strip(), sign, after.strip(), en)

    def em_for(self, look: Look, width: float, height: float) -> float:
        """The largest em at which everything fits a box."""
        wide, tall = self._measure(look, _PROBE)
        return _PROBE * min(width / wide, height / tall)

    def paint(self, painter: QPainter, look: Look, box: QRectF, em: float, ink: QColor, quiet: QColor) -> None:
        """Draw in the middle of a box."""
        wide, tall = self._measure(look, em)
        x, top = box.center().x() - wide / 2, box.center().y() - tall / 2
        baseline = top + self._sign_cap(look, em) + em * (_LINE - 1) / 2
        _paint_arrow(painter, QRectF(x, baseline - em * 1.05, em * _ARROW * 0.82, em * 1.1), ink)
        x += em * _ARROW
        painter.setPen(ink)
        for text, times in self._runs():
            if not text:
                continue
            font = font_of_px(em * times, look.sizes.weight_strong)
            painter.setFont(font)
            painter.drawText(QPointF(x, baseline), text)
            x += QFontMetricsF(font).horizontalAdvance(text) + em * _SPACE
        font = font_of_px(em * ENGLISH_TIMES, look.sizes.weight_strong)
        painter.setFont(font)
        painter.setPen(quiet)
        left = box.center().x() - wide / 2 + em * _ARROW
        painter.drawText(QPointF(left, baseline + em * ENGLISH_TIMES * _ENGLISH_LINE), self.english)

    def _runs(self) -> tuple[tuple[str, float], ...]:
        return (self.before, 1.0), (self.sign, SIGN_TIMES), (self.after, 1.0)

    def _sign_cap(self, look: Look, em: float) -> float:
        return max(em * SIGN_TIMES * cap_share(look.sizes.weight_strong) if self.sign else 0.0, em * 0.9)

    def _measure(self, look: Look, em: float) -> tuple[float, float]:
        weight = look.sizes.weight_strong
        runs = [(text, times) for text, times in self._runs() if text]
        wide = sum(QFontMetricsF(font_of_px(em * times, weight)).horizontalAdvance(text) for text, times in runs)
        wide += em * _SPACE * (len(runs) - 1)
        english = QFontMetricsF(font_of_px(em * ENGLISH_TIMES, weight)).horizontalAdvance(self.english)
        wide = max(wide, english) + em * _ARROW
        return wide, self._sign_cap(look, em) + em * (_LINE - 1) / 2 + em * ENGLISH_TIMES * _ENGLISH_LINE * 1.2


def _paint_arrow(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A solid arrow to the right: a shape that reads from the back wall."""
    shaft, head = box.height() * 0.30, box.width() * 0.55
    middle = box.center().y()
    path = QPainterPath(QPointF(box.left(), middle - shaft / 2))
    path.lineTo(box.right() - head, middle - shaft / 2)
    path.lineTo(box.right() - head, middle - box.height() * 0.42)
    path.lineTo(box.right(), middle)
    path.lineTo(box.right() - head, middle + box.height() * 0.42)
    path.lineTo(box.right() - head, middle + shaft / 2)
    path.lineTo(box.left(), middle + shaft / 2)
    path.closeSubpath()
    painter.fillPath(path, ink)
