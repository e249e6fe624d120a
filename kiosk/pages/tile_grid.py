"""Where tiles go on the glass, in pixels: a grid of equal places, a short last row in the middle."""

from math import ceil

from PySide6.QtCore import QRect

from waitline.rules.kiosk_glass import Size, columns_for, place_of


def places(count: int, box: QRect, *, least: Size, largest: Size, shape: float) -> list[QRect]:
    """Places for `count` tiles in as many columns as suit the box."""
    if count == 0:
        return []
    columns = columns_for(count, _size(box), least=least, largest=largest, shape=shape)
    return places_in(columns, count, box, largest=largest)


def places_in(columns: int, count: int, box: QRect, *, largest: Size) -> list[QRect]:
    """Places for `count` tiles in so many columns in the middle of `box`, none larger than `largest`."""
    rows = ceil(count / columns)
    across, down = place_of(count, columns, _size(box), largest)
    left = box.x() + (box.width() - across * columns) / 2
    top = box.y() + (box.height() - down * rows) / 2

    def place(n: int) -> QRect:
        row = n // columns
        column = n % columns + ((rows * columns - count) / 2 if row == rows - 1 else 0.0)
        x, y = round(left + column * across), round(top + row * down)
        return QRect(x, y, round(left + (column + 1) * across) - x, round(top + (row + 1) * down) - y)

    return [place(n) for n in range(count)]


def _size(box: QRect) -> Size:
    return max(1.0, float(box.width())), max(1.0, float(box.height()))
