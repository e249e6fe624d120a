"""What is really painted on a window: every run of words with its place and size, and how well it can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainterPath
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from waitline.look import Banner, contrast
from waitline.look.fonts import cap_share, font_of_px

SVG = "{http://www.w3.org/2000/svg}"
ABOVE, BELOW = 0.85, 0.15
"""Of the em: what letters take above and below the line they stand on."""
SHARE = 0.1
"""Of the pixels of the words that are not ground: what the body of their strokes has at least."""
READABLE = 7.0
UNSEEN = " \n\u00a0\u200b\u2060\u3000"
"""Spaces, and signs of where a line may be broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedWords:
    """A run of words in one font and colour; `box` in the window's pixels."""

    text: str
    box: QRect
    px: int
    weight: int
    at: QPointF
    """Where it begins, on the line it stands on."""

    @property
    def ink(self) -> QRectF:
        """What its letters' outlines cover, marks above and below them too."""
        outlines = QPainterPath()
        outlines.addText(self.at, font_of_px(self.px, self.weight), self.text)
        return outlines.boundingRect()

    @property
    def cap_px(self) -> float:
        """How tall its capitals are."""
        return self.px * cap_share(self.weight)


def painted_words(window: QWidget) -> list[PaintedWords]:
    """All that `window` draws with letters, whichever of its widgets does; not what lies under a banner."""
    banners = [banner for banner in window.findChildren(Banner) if banner.isVisible()]
    places = [QRect(banner.mapTo(window, banner.rect().topLeft()), banner.size()) for banner in banners]

    def is_seen(words: PaintedWords) -> bool:
        over = [b for b, place in zip(banners, places, strict=True) if place.contains(words.box.center())]
        return not over or words.text in over[-1].shown_text  # Qt lists what it paints last, last

    return [words for words in _runs(window) if is_seen(words)]


def too_faint(window: QWidget, painted: list[PaintedWords] | None = None) -> dict[str, float]:
    """Words below seven to one, and their contrast as it is painted; of those `painted`, or of all."""
    picture = window.grab().toImage()
    found = {
        words.text: told_apart(picture, words.box)
        for words in (painted_words(window) if painted is None else painted)
    }
    return {text: round(ratio, 1) for text, ratio in found.items() if ratio < READABLE}


def told_apart(picture: QImage, box: QRect) -> float:
    """The contrast between the commonest colour of a place and, of the colours that at least a tenth of the rest
    has, the one farthest from it: its ground, and the body of its letters. 1 where nothing is painted."""
    place = box.intersected(picture.rect())
    colours = _colours(picture.copy(place))
    most, ground = max(colours)
    least = SHARE * (place.width() * place.height() - most)
    inks = [ink for count, ink in colours if count >= least and ink != ground]
    return max((contrast(QColor(*ground), QColor(*ink)) for ink in inks), default=1.0)


def _colours(picture: QImage) -> list[tuple[int, tuple[int, int, int]]]:
    """How many pixels have each colour; Pillow counts them ten times as fast as Python."""
    rows = picture.convertToFormat(QImage.Format.Format_RGB32)
    size = (rows.width(), rows.height())
    pixels = Image.frombuffer("RGB", size, bytes(rows.constBits()), "raw", "BGRX", rows.bytesPerLine(), 1)
    counted: list[tuple[int, tuple[int, int, int]]] = pixels.getcolors(rows.width() * rows.height())
    return counted


def _runs(window: QWidget) -> Iterator[PaintedWords]:
    for group in _drawn(window).iter(f"{SVG}g"):
        moved = [float(part) for part in group.get("transform", "matrix(1,0,0,1,0,0)")[7:-1].split(",")]
        for words in group.findall(f"{SVG}text"):
            text = (words.text or "").removeprefix("\n").strip(UNSEEN)
            if text:
                yield _run(words, text, (moved[4], moved[5]))


def _run(words: ElementTree.Element, text: str, moved: tuple[float, float]) -> PaintedWords:
    px, weight = int(words.attrib["font-size"]), int(words.attrib["font-weight"])
    whole = (words.text or "").removeprefix("\n")
    metrics = QFontMetricsF(font_of_px(px, weight))
    before = metrics.horizontalAdvance(whole[: len(whole) - len(whole.lstrip(UNSEEN))])
    x, y = float(words.attrib["x"]) + moved[0] + before, float(words.attrib["y"]) + moved[1]
    box = QRectF(x, y - px * ABOVE, metrics.horizontalAdvance(text), px * (ABOVE + BELOW))
    return PaintedWords(text=text, box=box.toAlignedRect(), px=px, weight=weight, at=QPointF(x, y))


def _drawn(window: QWidget) -> ElementTree.Element:
    """The window drawn as an SVG, which keeps words as words."""
    into = QBuffer()
    into.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(into)
    svg.setSize(window.size())
    svg.setViewBox(window.rect())
    window.render(svg)
    return ElementTree.fromstring(into.data().data().decode())
