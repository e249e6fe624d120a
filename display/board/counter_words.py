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
_BODY: Final = 0.9  # em, of a Chinese character above its baseline
_GAP: Final = 0.3  # em, below a baseline
_FOLDED_BELOW: Final = 1.9  # width to height


@dataclass(frozen=True, slots=True)
class CounterWords:
    """The words to the left and right of the sign's number, and the English. Sizes are in em of the Chinese."""

    before: str
    sign: str
    after: str
    english: str
    arrow: bool

    @classmethod
    def of(cls, go_to: str, zh: str, en: str, sign: str) -> "CounterWords":
        """Split 「3 號櫃台」 around its 3; another name (服務台) stands whole. No `go_to`, no arrow."""
        before, found, after = zh.partition(sign)
        if not found:
            return cls(f"{go_to} {zh}".strip(), "", "", en, bool(go_to))
        return cls(f"{go_to}{before}".strip(), sign, after.strip(), en, bool(go_to))

    def em_for(self, look: Look, box: QRectF) -> float:
        """The largest em at which everything fits a box."""
        lines = self._lines(box)
        wide, tall = self._measure(look, lines, _PROBE)
        return _PROBE * min(box.width() / wide, box.height() / tall)

    def paint(
        self,
        painter: QPainter,
        look: Look,
        box: QRectF,
        em: float,
        inks: tuple[QColor, QColor],
        *,
        centred: bool,
    ) -> None:
        """Draw in the middle of a box's height; `inks` for the Chinese and the English."""
        lines = self._lines(box)
        wide, tall = self._measure(look, lines, em)
        left = box.center().x() - wide / 2 if centred else box.left()
        top = box.center().y() - tall / 2
        for line in lines:
            top += self._height(look, line, em)
            self._paint_line(painter, look, line, QPointF(left, top), em, inks[line.quiet])
            top += em * _GAP

    def _lines(self, box: QRectF) -> tuple["_Line", ...]:
        """On one line beside a long arrow, or folded where the box is narrow; the English below."""
        sign = tuple(run for run in ((self.sign, SIGN_TIMES), (self.after, 1.0)) if run[0])
        go_to = ((self.before, 1.0),) if self.before else ()
        english = _Line(((self.english, ENGLISH_TIMES),), arrow=False, quiet=True, indent=self.arrow)
        if not sign or box.width() > box.height() * _FOLDED_BELOW:
            return _Line(go_to + sign, arrow=self.arrow, quiet=False, indent=False), english
        folded = _Line(go_to, arrow=self.arrow, quiet=False, indent=False)
        return (
            *((folded,) if go_to else ()),
            _Line(sign, arrow=False, quiet=False, indent=False),
            _Line(((self.english, ENGLISH_TIMES),), arrow=False, quiet=True, indent=False),
        )

    def _measure(self, look: Look, lines: tuple["_Line", ...], em: float) -> tuple[float, float]:
        wide = max(self._width(look, line, em) for line in lines)
        return wide, sum(self._height(look, line, em) for line in lines) + em * _GAP * len(lines)

    def _width(self, look: Look, line: "_Line", em: float) -> float:
        weight = look.sizes.weight_strong
        words = sum(
            QFontMetricsF(font_of_px(em * times, weight)).horizontalAdvance(text) for text, times in line.runs
        )
        return words + em * _SPACE * (len(line.runs) - 1) + (em * _ARROW if line.arrow or line.indent else 0.0)

    def _height(self, look: Look, line: "_Line", em: float) -> float:
        """From the line above to the baseline."""
        tallest = max(times for _, times in line.runs)
        cap = cap_share(look.sizes.weight_strong)
        return em * (tallest * cap if tallest > 1 else tallest * _BODY)

    def _paint_line(
        self, painter: QPainter, look: Look, line: "_Line", at: QPointF, em: float, ink: QColor
    ) -> None:
        x = at.x()
        if line.arrow:
            _paint_arrow(painter, QRectF(x, at.y() - em * 0.97, em * _ARROW * 0.82, em * 1.1), ink)
        if line.arrow or line.indent:
            x += em * _ARROW
        painter.setPen(ink)
        for text, times in line.runs:
            font = font_of_px(em * times, look.sizes.weight_strong)
            painter.setFont(font)
            painter.drawText(QPointF(x, at.y()), text)
            x += QFontMetricsF(font).horizontalAdvance(text) + em * _SPACE


@dataclass(frozen=True, slots=True)
class _Line:
    """Runs of words with their sizes in em; `indent`: begins where the words beside an arrow begin."""

    runs: tuple[tuple[str, float], ...]
    arrow: bool
    quiet: bool
    indent: bool


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
