"""Where the demo's four windows stand on a screen."""

from dataclasses import dataclass
from typing import Final

TITLE_BAR: Final = 30
"""What a window manager puts above a window, at most."""
EDGE: Final = 2
"""... and beside and below it."""
CONSOLE: Final = (1180, 640)
"""The counter's full console is never smaller than this."""
BAR: Final = 74
"""The clerk's slim bar, which has no frame."""
DESK: Final = (1366, 768)
"""A console is no larger than a desk's common screen, however much room there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A window's place in screen pixels, without its title bar."""

    x: int
    y: int
    width: int
    height: int

    @property
    def geometry(self) -> str:
        return f"{self.width}x{self.height}+{self.x}+{self.y}"

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """A place for each window; `small_counter`: there is only room for the clerk's slim bar."""

    kiosk: Tile
    counter: Tile
    display: Tile
    paper: Tile
    small_counter: bool = False


def tile(room: Tile) -> Tiling:
    """Share the room out: quarters where each holds a console, a tall kiosk on a common screen, else a bar."""
    wide, tall = _cell_of_console()
    if room.width >= 2 * wide and room.height >= 2 * tall:
        return _quarters(room)
    if room.width >= wide + 480 and room.height >= tall + 300:
        return _tall_kiosk(room)
    return _beside_a_bar(room)


def _cell_of_console() -> tuple[int, int]:
    return CONSOLE[0] + 2 * EDGE, CONSOLE[1] + TITLE_BAR + EDGE


def _quarters(room: Tile) -> Tiling:
    wide, tall = room.width // 2, room.height // 2
    return Tiling(
        display=_framed(room, 0, 0, wide, tall),
        kiosk=_framed(room, wide, 0, wide, tall),
        counter=_framed(room, 0, tall, min(wide, DESK[0] + 2 * EDGE), min(tall, DESK[1] + TITLE_BAR + EDGE)),
        paper=_framed(room, wide, tall, wide, tall),
    )


def _tall_kiosk(room: Tile) -> Tiling:
    """The kiosk upright on the right, the console below left, television and paper above it."""
    console, below = _cell_of_console()
    wide = max(console, room.width - round(room.height * 0.62))
    above = room.height - below
    television = min(round((above - TITLE_BAR) * 16 / 9), wide - 300)
    return Tiling(
        display=_framed(room, 0, 0, television, above),
        paper=_framed(room, television, 0, wide - television, above),
        counter=_framed(room, 0, above, wide, room.height - above),
        kiosk=_framed(room, wide, 0, room.width - wide, room.height),
    )


def _beside_a_bar(room: Tile) -> Tiling:
    """A small screen: the clerk's bar across the top, below it kiosk, television and paper."""
    rest = room.height - BAR
    kiosk = round(room.width * 0.4)
    upper = round(rest * 0.56)
    return Tiling(
        counter=Tile(x=room.x, y=room.y, width=room.width, height=BAR),
        kiosk=_framed(room, 0, BAR, kiosk, rest),
        display=_framed(room, kiosk, BAR, room.width - kiosk, upper),
        paper=_framed(room, kiosk, BAR + upper, room.width - kiosk, rest - upper),
        small_counter=True,
    )


def _framed(room: Tile, left: int, top: int, width: int, height: int) -> Tile:
    """The part of a cell that is left for the window inside its frame."""
    return Tile(
        x=room.x + left + EDGE,
        y=room.y + top + TITLE_BAR,
        width=width - 2 * EDGE,
        height=height - TITLE_BAR - EDGE,
    )
