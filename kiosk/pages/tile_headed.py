"""A tile on which every line counts: a picture heads the name, the second language has the whole width below,
and notes stand as badges at the right of the last line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from waitline.look import Icon
from waitline.look.breaking import whole
from waitline.look.fit import SMALLEST_PX, STEP, Block, Part, Shrunk, lay_out, least_height

MARK: Final = 0.86
"""In em: a badge's picture is as tall as its figures and their line have room for."""
MARK_ABOVE: Final = 0.8
"""In em: how far it stands above the line on which the figures stand."""
MARK_GAP: Final = 0.15
BADGE_GAP: Final = 0.8
AFTER_WORDS: Final = 0.35
"""In em, after a badge's picture, between badges, and between words and a badge in the same line."""
BETWEEN: Final = 0.14
"""In em of the name: what parts it from the second language where there is room."""
BELOW: Final = 0.6
"""Of their height: badges beside the last words go to the tile's foot where it is at least so far below those."""
SMALL_PICTURE: Final = 0.7
"""Of a picture's usual size."""
ENDLESS: Final = 1e6
SLACK: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A few characters beside a picture."""

    text: str
    icon: Icon | None
    font: QFont


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """What is to be laid out; pictures, `gap` and `apart` in pixels. `scale` None: as large as it may be.

    `room`: the widest badges that may come, for which the rest is laid out already. Words that fit in
    `readable_px` are not broken inside.
    """

    name: Part
    second: Part
    badges: tuple[Badge, ...]
    room: tuple[Badge, ...]
    picture: float
    small_picture: float
    gap: float
    least_px: float
    readable_px: float
    pitch: float
    apart: float
    scale: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """`words`: the name, the second language, then each badge, with the places they are drawn in from the top.
    `air`: what is left free above and below."""

    picture: QRectF
    words: tuple[tuple[Block, QRectF], ...]
    marks: tuple[tuple[Icon, QRectF], ...]
    fits: bool
    air: float


def headed(tile: Headed, box: QRectF) -> Laid:
    """The largest layout that fits, in readable size if it can be: rather with a picture hardly taller than the
    name's line, then without one, than smaller; then rather without the second language.

    Where none does, the largest without either, whose blocks say that they are squeezed.
    """
    found = _largest(tile, box)
    if tile.picture <= tile.small_picture or not found.picture.isEmpty():
        return found
    small = _largest(replace(tile, picture=tile.small_picture), box)
    return found if small.picture.isEmpty() or _size(small) < _size(found) else small


def _size(laid: Laid) -> int:
    """Of the name, in pixels."""
    return _em(laid.words[0][0])


def _largest(tile: Headed, box: QRectF) -> Laid:
    least = Shrunk(scale=0.0, least_px=tile.least_px)
    if _picture_breaks_a_word(tile, box) or not _fits(tile, box, least):
        alone = replace(tile, second=replace(tile.second, text=""))
        ways = replace(tile, picture=0.0), alone, replace(alone, picture=0.0)
        tile = next((one for one in ways if _fits(one, box, least)), ways[-1])
    *larger, smallest = _sizes(tile)
    for shrunk in larger:
        if not _may_fit(tile, box, shrunk):
            continue
        laid = _laid(tile, box, shrunk)
        if laid.fits:
            return _roomier(laid, _laid(replace(tile, picture=0.0), box, shrunk), air=tile.gap / 2)
    return _laid(tile, box, smallest)


def _roomier(pictured: Laid, bare: Laid, *, air: float) -> Laid:
    """With its picture, unless only that crowds the words against the edge."""
    return bare if pictured.air < air <= bare.air and bare.fits else pictured


def fits_at_all(tile: Headed, box: QRectF) -> bool:
    """Whether it can be laid out in readable size."""
    least = Shrunk(scale=0.0, least_px=tile.least_px)
    return any(_fits(replace(tile, picture=picture), box, least) for picture in (tile.picture, 0.0))


def _fits(tile: Headed, box: QRectF, shrunk: Shrunk) -> bool:
    return _may_fit(tile, box, shrunk) and _laid(tile, box, shrunk).fits


def _may_fit(tile: Headed, box: QRectF, shrunk: Shrunk) -> bool:
    """False where it needs no breaking of lines to see that the words are too many."""
    name = least_height([tile.name], _beside(tile, box), pitch=tile.pitch, shrunk=shrunk)
    second = least_height([tile.second], box.width(), pitch=tile.pitch, shrunk=shrunk)
    return max(tile.picture, name) + second <= box.height() + SLACK


def _beside(tile: Headed, box: QRectF) -> float:
    """The width that a picture leaves."""
    return max(1.0, box.width() - tile.picture - tile.gap) if tile.picture else box.width()


def _picture_breaks_a_word(tile: Headed, box: QRectF) -> bool:
    """Whether the name has a word that is whole only where no picture stands before it."""
    if not tile.picture:
        return False
    nearly = tile.name.font.pixelSize() / tile.readable_px
    beside = box.width() - tile.picture - tile.gap
    wide, narrow = (whole(tile.name.text, tile.name.font, room, nearly=nearly) for room in (box.width(), beside))
    return wide != narrow


def _sizes(tile: Headed) -> Iterator[Shrunk]:
    if tile.scale is not None:
        yield Shrunk(scale=tile.scale, least_px=tile.least_px)
    largest = tile.name.font.pixelSize()
    scale, squeeze = 1.0, 1.0
    while largest * scale * squeeze >= SMALLEST_PX or scale == squeeze == 1.0:
        yield Shrunk(scale=scale, least_px=tile.least_px, squeeze=squeeze)
        if largest * scale > tile.least_px:
            scale *= STEP
        else:
            squeeze *= STEP


def _laid(tile: Headed, box: QRectF, shrunk: Shrunk) -> Laid:
    ahead = tile.picture + tile.gap if tile.picture else 0.0
    beside = _beside(tile, box)
    name, second = _block(tile.name, beside, tile, shrunk), _block(tile.second, box.width(), tile, shrunk)
    badges, wider = (
        [_block(Part(one.text, one.font), ENDLESS, tile, shrunk) for one in some]
        for some in (tile.badges, tile.room)
    )
    row = _Row(tile.badges, badges)
    row.keep_room_for(_Row(tile.room, wider))
    by_second = bool(second.lines) and _room_after(second, box.width()) >= row.width
    if not by_second and _room_after(name, beside) < row.width:
        name = _with_room_after(name, _block(tile.name, beside, tile, shrunk, balanced=False), beside, row.width)
    by_name = bool(name.lines) and not by_second and _room_after(name, beside) >= row.width
    name, second = _hung(name, row) if by_name else name, _hung(second, row) if by_second else second
    head = max(tile.picture + tile.apart if tile.picture else 0.0, name.height)
    height = head + second.height + (0.0 if by_second or by_name else row.height)
    between = max(0.0, min((box.height() - height) / 2, _em(name) * BETWEEN)) if second.lines else 0.0
    height += between
    top = box.y() + max(0.0, (box.height() - height) / 2)
    row_line = box.bottom() - row.below
    if by_second:
        row_line = row.lowest(top + head + between + _last_line(second), row_line)
    elif by_name:
        in_line = top + (head - name.height) / 2 + _last_line(name)
        crowded = box.bottom() - row.height < top + height
        row_line = row.lowest(in_line, row_line) if not second.lines else in_line if crowded else row_line
    places = [
        QRectF(box.x() + ahead, top + (head - name.height) / 2, beside, name.height),
        QRectF(box.x(), top + head + between, box.width(), second.height),
        *row.places(box.right(), row_line),
    ]
    widest = max(name.width - beside, second.width - box.width(), row.width - box.width())
    return Laid(
        picture=QRectF(box.x(), top + (head - tile.picture) / 2, tile.picture, tile.picture),
        words=tuple(zip([name, second, *badges], places, strict=True)),
        marks=row.marks(box.right(), row_line),
        air=box.height() - height,
        fits=height <= box.height() + SLACK and widest <= SLACK,
    )


def _last_line(block: Block) -> float:
    """How far below its top its last words stand."""
    return block.lines[-1].baseline


def _hung(block: Block, row: "_Row") -> Block:
    """The block, as much taller as badges in its last line hang below it."""
    return replace(block, height=max(block.height, _last_line(block) + row.below))


def _em(block: Block) -> int:
    return block.lines[0].font.pixelSize() if block.lines else 0


def _room_after(block: Block, width: float) -> float:
    """What its last line leaves free at the right, less a gap."""
    if not block.lines:
        return width
    last = block.lines[-1]
    return width - last.width - last.font.pixelSize() * AFTER_WORDS


def _with_room_after(balanced: Block, filled: Block, width: float, wanted: float) -> Block:
    """Full lines and a short last one, where only that leaves the room for badges."""
    return filled if filled.lines and _room_after(filled, width) >= wanted else balanced


def _block(part: Part, width: float, tile: Headed, shrunk: Shrunk, *, balanced: bool = True) -> Block:
    nearly = part.font.pixelSize() / tile.readable_px
    return lay_out(
        [replace(part, text=whole(part.text, part.font, width, nearly=nearly))],
        width,
        pitch=tile.pitch,
        shrunk=shrunk,
        balanced=balanced,
        apart=tile.apart,
    )


class _Row:
    """Badges beside each other on one line, flush right; `height` and what is `below` that line in pixels."""

    def __init__(self, badges: Sequence[Badge], blocks: Sequence[Block]) -> None:
        self._badges = badges
        self._blocks = blocks
        self.height = max((block.height for block in blocks), default=0.0)
        self.below = max((block.height - _last_line(block) for block in blocks), default=0.0)
        self._ems = [_em(block) for block in blocks]
        self._widths = [
            block.width + (em * (MARK + MARK_GAP) if badge.icon is not None else 0.0)
            for badge, block, em in zip(badges, blocks, self._ems, strict=True)
        ]
        self.width = sum(self._widths) + sum(em * BADGE_GAP for em in self._ems[1:])

    def keep_room_for(self, wider: "_Row") -> None:
        """Be as wide and tall as another that may come in its place."""
        self.width, self.height = max(self.width, wider.width), max(self.height, wider.height)
        self.below = max(self.below, wider.below)

    def lowest(self, in_line: float, at_foot: float) -> float:
        """Beside the last words, or at the tile's foot, as on most tiles, where that is well below them."""
        return at_foot if at_foot - in_line >= self.height * BELOW else in_line

    def places(self, right: float, line: float) -> list[QRectF]:
        return [
            QRectF(end - block.width, line - _last_line(block), block.width + SLACK, block.height)
            for end, block in zip(self._ends(right), self._blocks, strict=True)
        ]

    def marks(self, right: float, line: float) -> tuple[tuple[Icon, QRectF], ...]:
        found = []
        for badge, block, em, end in zip(self._badges, self._blocks, self._ems, self._ends(right), strict=True):
            if badge.icon is not None:
                left = end - block.width - em * (MARK + MARK_GAP)
                found.append((badge.icon, QRectF(left, line - em * MARK_ABOVE, em * MARK, em * MARK)))
        return tuple(found)

    def _ends(self, right: float) -> list[float]:
        """Where each badge ends, the last at `right`."""
        ends = [right]
        for width, em in reversed(list(zip(self._widths[1:], self._ems[1:], strict=True))):
            ends.append(ends[-1] - width - em * BADGE_GAP)
        return ends[::-1][: len(self._widths)] if self._widths else []
