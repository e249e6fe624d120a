"""The ink on a tile, as it is really painted: how far it keeps from other ink and from the edge."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.pages.picture_tile import PictureTile
from waitline.look import Look, Space

from .painted import PaintedWords, painted_words

BESIDE_MM = 1.0
"""What stands so far beside another is not below it."""


def crowded(window: QWidget, tiles: Sequence[PictureTile], *, apart: float, edge: float) -> list[str]:
    """Lines of a tile that have less than `apart` millimetres of ground between them, and ink that is nearer
    than `edge` to the line drawn around its tile."""
    look, painted = window.findChild(Look), painted_words(window)
    found: list[str] = []
    for tile in tiles:
        ground = _ground(tile, window, look)
        words = [one for one in painted if ground.contains(one.ink.center())]
        assert words, tile.objectName()
        inks = [(one.text, one.ink) for one in words]
        inks += [("picture", box) for box in _pictures(tile, window)]
        free = {text: look.glass.mm(_free(ink, ground)) for text, ink in inks}
        found += (f"{tile.objectName()}: {text}" for text in _too_near(words, look, apart))
        found += (f"{tile.objectName()}: {text} {mm:.2f} from the edge" for text, mm in free.items() if mm < edge)
    return found


def _too_near(words: Sequence[PaintedWords], look: Look, apart: float) -> Iterator[str]:
    mm = look.glass.mm
    for one, other in combinations(sorted(words, key=lambda word: word.at.y()), 2):
        above, below = one.ink, other.ink
        level = other.at.y() - one.at.y() < one.px / 4
        side = mm(max(below.left() - above.right(), above.left() - below.right()))
        if not level and side < BESIDE_MM and (free := mm(below.top() - above.bottom())) < apart:
            yield f"{one.text} | {other.text} {free:.2f}"


def _ground(tile: PictureTile, window: QWidget, look: Look) -> QRectF:
    """What is inside the line drawn around a tile."""
    middle = tile.mapTo(window, QRectF(tile.rect()).center())
    edge, lip = look.px(Space.EDGE), look.px(Space.LIP)
    wide, tall = (length * look.glass.px_per_mm for length in tile.seen_mm)
    face = QRectF(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall)
    return face.adjusted(edge, edge, -edge, -edge - lip)


def _pictures(tile: PictureTile, window: QWidget) -> Iterator[QRectF]:
    at = tile.mapTo(window, tile.rect().topLeft())
    for box in (tile.spread.picture, *(place for _, place in tile.spread.marks)):
        if not box.isEmpty():
            yield box.translated(at)


def _free(ink: QRectF, face: QRectF) -> float:
    return min(
        ink.left() - face.left(), ink.top() - face.top(), face.right() - ink.right(), face.bottom() - ink.bottom()
    )
