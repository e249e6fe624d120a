"""Fitting words into a box: broken where the language allows, balanced, all parts shrunk together, never clipped."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

STEP = 0.96
SMALLEST_PX = 8
BODY_ABOVE_BASELINE = 0.88  # of the em: where a Chinese character's box ends above the line it stands on
TOO_WIDE = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words in one font. `gap` is the room above it, in its own em; a part without text takes none."""

    text: str
    font: QFont
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be drawn: its part, its font, and its baseline from the top of the block."""

    text: str
    part: int
    font: QFont
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Block:
    """All parts laid out. `squeezed` says that they had to shrink below what they were allowed to."""

    lines: tuple[Line, ...]
    width: float
    height: float
    scale: float
    squeezed: bool = False

    @property
    def text(self) -> str:
        """The words in the order they are drawn, a line each."""
        return "\n".join(line.text for line in self.lines)


def fit(parts: Sequence[Part], box: QRectF, *, pitch: float, shrink_to: float) -> Block:
    """The largest layout that fits the box. `pitch` is a line's height in em."""
    scale = 1.0
    while True:
        block = lay_out(parts, box.width(), pitch=pitch, scale=scale)
        if block.height <= box.height() + TOO_WIDE and block.width <= box.width() + TOO_WIDE:
            squeezed = scale < shrink_to - 0.01
            return Block(block.lines, block.width, block.height, scale, squeezed)
        smallest = max((part.font.pixelSize() for part in parts if part.text), default=0) * scale * STEP
        if smallest < SMALLEST_PX:
            return Block(block.lines, block.width, block.height, scale, squeezed=True)
        scale *= STEP


def lay_out(parts: Sequence[Part], width: float, *, pitch: float, scale: float = 1.0) -> Block:
    """Break the parts for a width at one scale, however tall that becomes."""
    lines: list[Line] = []
    top = 0.0
    for index, part in enumerate(parts):
        if not part.text:
            continue
        font = QFont(part.font)
        font.setPixelSize(max(1, round(part.font.pixelSize() * scale)))
        em = font.pixelSize()
        metrics = QFontMetricsF(font)
        top += part.gap * em if lines else 0.0
        for text in _balanced(part.text, font, width):
            baseline = top + em * ((pitch - 1) / 2 + BODY_ABOVE_BASELINE)
            lines.append(Line(text, index, font, baseline, metrics.horizontalAdvance(text)))
            top += em * pitch
    return Block(tuple(lines), max((line.width for line in lines), default=0.0), top, scale)


def paint_block(
    painter: QPainter, block: Block, box: QRectF, align: Qt.AlignmentFlag, colours: Sequence[QColor]
) -> None:
    """Draw a block into a box with the colours of its parts; `align` as Qt's, vertically centred if it says nothing."""
    top = box.top() + max(0.0, (box.height() - block.height) / 2)
    if align & Qt.AlignmentFlag.AlignTop:
        top = box.top()
    elif align & Qt.AlignmentFlag.AlignBottom:
        top = box.bottom() - block.height
    for line in block.lines:
        left = box.left()
        if align & Qt.AlignmentFlag.AlignHCenter:
            left += (box.width() - line.width) / 2
        elif align & Qt.AlignmentFlag.AlignRight:
            left = box.right() - line.width
        painter.setFont(line.font)
        painter.setPen(colours[line.part])
        painter.drawText(QPointF(left, top + line.baseline), line.text)


def widest_word(parts: Sequence[Part], scale: float) -> float:
    """The width no layout at this scale can be narrower than."""
    return max((lay_out([part], 1.0, pitch=1.0, scale=scale).width for part in parts), default=0.0)


def _balanced(text: str, font: QFont, width: float) -> list[str]:
    """Lines of about one length, as few as the width allows: no single character alone on the last."""
    lines = _broken(text, font, width)
    if len(lines) < 2:
        return lines
    narrow, wide = width / 2, width
    while wide - narrow > max(2.0, font.pixelSize() / 4):
        middle = (narrow + wide) / 2
        tried = _broken(text, font, middle)
        fits = len(tried) <= len(lines) and _widest(tried, font) <= middle + TOO_WIDE
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _broken(text, font, wide)


def _widest(lines: Sequence[str], font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return max(metrics.horizontalAdvance(line) for line in lines)


def _broken(text: str, font: QFont, width: float) -> list[str]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
    return lines
