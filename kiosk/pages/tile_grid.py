"""Where tiles go on the glass, in pixels: a grid of equal places, the ways to other pages in its lower corners."""

from math import ceil

from PySide6.QtCore import QRect

from waitline.rules.kiosk_glass import Size, columns_for, place_of


def places(count: int, box: QRect, *, least: Size, largest: Size, shape: float) -> list[QRect]:
    """Places for `count` tiles in the middle of `box`, none larger than `largest`; a short last row is centred."""
    if count == 0:
        return []
    grid = _Grid(count, box, least=least, largest=largest, shape=shape)
    last = grid.rows - 1
    aside = (grid.rows * grid.columns - count) / 2
    return [
        grid.place(n // grid.columns, n % grid.columns + (aside if n // grid.columns == last else 0.0))
        for n in range(count)
    ]


def places_with_ways(
    count: int, before: int, after: int, box: QRect, *, least: Size, largest: Size, shape: float
) -> list[QRect]:
    """Places for `count` tiles, then for the ways back and on: these begin and end the last row."""
    if before + after == 0:
        return places(count, box, least=least, largest=largest, shape=shape)
    grid = _Grid(count + before + after, box, least=least, largest=largest, shape=shape)
    every = [(row, column) for row in range(grid.rows) for column in range(grid.columns)]
    on = every[len(every) - after :]
    begins = min((grid.rows - 1) * grid.columns, len(every) - after - before)
    back = every[begins : begins + before]
    rest = [one for one in every if one not in on and one not in back]
    return [grid.place(*one) for one in (*rest[:count], *back, *on)]


class _Grid:
    """Equal places in the middle of a box."""

    def __init__(self, count: int, box: QRect, *, least: Size, largest: Size, shape: float) -> None:
        room = max(1.0, float(box.width())), max(1.0, float(box.height()))
        self.columns = columns_for(count, room, least=least, largest=largest, shape=shape)
        self.rows = ceil(count / self.columns)
        self._across, self._down = place_of(count, self.columns, room, largest)
        self._left = box.x() + (room[0] - self._across * self.columns) / 2
        self._top = box.y() + (room[1] - self._down * self.rows) / 2

    def place(self, row: int, column: float) -> QRect:
        x, y = round(self._left + column * self._across), round(self._top + row * self._down)
        right, bottom = self._left + (column + 1) * self._across, self._top + (row + 1) * self._down
        return QRect(x, y, round(right) - x, round(bottom) - y)
