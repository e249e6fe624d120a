"""Where the service tiles go: as many columns as make well-shaped tiles, whatever their number."""

from math import ceil, log
from typing import Final

from PySide6.QtCore import QRect

Size = tuple[float, float]
"""Width and height in pixels."""

ROWS_OF_WORDS: Final = 4.0
"""The shape (width by height) of a tile that is read like a line of a signboard."""

PICTURES: Final = 1.7
"""The shape of a tile that carries a picture above its words."""

EMPTY_PLACE: Final = 0.22
TOO_SMALL: Final = 6.0
UNUSED: Final = 1.0
"""What a box left wholly empty would weigh."""


def columns_for(count: int, box: tuple[float, float], *, least: Size, largest: Size, shape: float) -> int:
    """The number of columns that suits `count` tiles in a box."""

    def badness(columns: int) -> float:
        rows = ceil(count / columns)
        across, down = min(box[0] / columns, largest[0]), min(box[1] / rows, largest[1])
        short = max(0.0, log(least[0] / across)) + max(0.0, log(least[1] / down))
        unused = 1 - across * columns * down * rows / (box[0] * box[1])
        bad_shape = abs(log(across / down / shape))
        return bad_shape + EMPTY_PLACE * (rows * columns - count) + UNUSED * unused + TOO_SMALL * short

    return min(range(1, count + 1), key=badness)


def places(count: int, box: QRect, *, least: Size, largest: Size, shape: float) -> list[QRect]:
    """Places for `count` tiles in the middle of `box`, none larger than `largest`; a short last row is centred."""
    if count == 0:
        return []
    room = float(box.width()), float(box.height())
    columns = columns_for(count, room, least=least, largest=largest, shape=shape)
    rows = ceil(count / columns)
    across = min(box.width() / columns, largest[0])
    down = min(box.height() / rows, largest[1])
    top = box.y() + (box.height() - down * rows) / 2
    found = []
    for row in range(rows):
        in_row = min(columns, count - row * columns)
        left = box.x() + (box.width() - across * in_row) / 2
        for column in range(in_row):
            x, y = round(left + column * across), round(top + row * down)
            found.append(QRect(x, y, round(left + (column + 1) * across) - x, round(top + (row + 1) * down) - y))
    return found
