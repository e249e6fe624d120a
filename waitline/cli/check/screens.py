"""Whether what stands on a screen is large enough, in real millimetres, for the finger or the farthest seat."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from waitline.model.office import DisplaySetup, KioskSetup, OfficeSetup

from .finding import Finding, Topic, notice, well, wrong

NUMBER_ARCMIN: Final = 42.0
RECENT_ARCMIN: Final = 20.0
BOARD_MM: Final = (1210.0, 680.0)
BOARD_SEAT_M: Final = 10.0
"""The board is laid out for a panel of this size seen from there, and grows and shrinks with the panel."""

TILE_AT_LEAST_MM: Final = (60.0, 40.0)
MARGIN_MM: Final = 12.0
LEVEL_HEADER_MM: Final = 31.0
UPRIGHT_HEADER_MM: Final = 52.0
PROMPT_MM: Final = 13.6
ABOVE_LOVE_MM: Final = 10.5
LOVE_MM: Final = 48.0
ASIDE_MM: Final = 30.0
GAP_MM: Final = 4.0
APART_MM: Final = 12.0
LEAST_PLACE_MM: Final = (66.0, 46.0)
LARGEST_PLACE_MM: Final = (340.0, 110.0)
"""How the kiosk's home page shares its glass; a test holds these against the kiosk's own window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TileSize:
    """The smallest service tile of a kiosk, in millimetres."""

    across: float
    down: float

    @property
    def is_enough(self) -> bool:
        return self.across >= TILE_AT_LEAST_MM[0] and self.down >= TILE_AT_LEAST_MM[1]


def check_screens(setup: OfficeSetup) -> Iterator[Finding]:
    for kiosk in setup.kiosks:
        yield _kiosk(kiosk, setup)
    for display in setup.displays:
        yield from _display(display)


def height_for(arcmin: float, metres: float) -> float:
    """The millimetres that look so large from so far."""
    return 2000 * metres * math.tan(math.radians(arcmin / 60) / 2)


def smallest_tile(screen_mm: tuple[float, float], services: int) -> TileSize:
    """What a tile comes to on a panel when the home page has chosen its columns well."""
    header = UPRIGHT_HEADER_MM if screen_mm[1] > screen_mm[0] else LEVEL_HEADER_MM
    width, height = screen_mm[0] - 2 * MARGIN_MM, screen_mm[1] - 2 * MARGIN_MM - header - GAP_MM
    room = height - PROMPT_MM - ABOVE_LOVE_MM - min(LOVE_MM, height * 0.185)
    if height > width:
        room -= APART_MM + min(ASIDE_MM, height * 0.12)
    choices = []
    for columns in range(1, services + 1):
        rows = math.ceil(services / columns)
        place = (min(width / columns, LARGEST_PLACE_MM[0]), max(1.0, min(room / rows, LARGEST_PLACE_MM[1])))
        unused = 1 - place[0] * columns * place[1] * rows / (width * room)
        choices.append((_badness(place, rows * columns - services, unused), place))
    across, down = min(choices)[1]
    return TileSize(across=across - GAP_MM, down=down - GAP_MM)


def _badness(place: tuple[float, float], empty: int, unused: float) -> float:
    """What the kiosk minds when it chooses its columns: a bad shape, room left empty, above all smallness."""
    short = sum(max(0.0, math.log(least / has)) for least, has in zip(LEAST_PLACE_MM, place, strict=True))
    return abs(math.log(place[0] / place[1] / 4.0)) + 0.22 * empty + unused + 6.0 * short


def _kiosk(kiosk: KioskSetup, setup: OfficeSetup) -> Finding:
    if kiosk.screen_mm is None:
        return notice(
            Topic.SCREENS,
            f"取號機 {kiosk.id}：未設定 screen_mm，將以螢幕自己回報的尺寸為準，請量一次",
            f"Kiosk {kiosk.id}: no screen_mm; the size the screen itself reports is used, please measure it once",
        )
    tile = smallest_tile(kiosk.screen_mm, len(setup.services))
    say = well if tile.is_enough else wrong
    return say(
        Topic.SCREENS,
        f"取號機 {kiosk.id}：最小的服務鍵約 {tile.across:.0f} × {tile.down:.0f} 公釐（至少 60 × 40）",
        f"Kiosk {kiosk.id}: the smallest service button is about {tile.across:.0f} × {tile.down:.0f} mm"
        " (60 × 40 at least)",
    )


def _display(display: DisplaySetup) -> Iterator[Finding]:
    if display.screen_mm is None:
        yield notice(
            Topic.SCREENS,
            f"看板 {display.id}：未設定 screen_mm，無法計算最遠座位是否看得清楚",
            f"Display {display.id}: no screen_mm, so nobody knows whether the last seat can read it",
        )
        return
    long, short = max(display.screen_mm), min(display.screen_mm)
    scale = min(long / BOARD_MM[0], short / BOARD_MM[1])
    for zh, en, arcmin in (
        ("叫號數字", "the number called", NUMBER_ARCMIN),
        ("最近叫號", "recent calls", RECENT_ARCMIN),
    ):
        has = height_for(arcmin, BOARD_SEAT_M) * scale
        needs = height_for(arcmin, display.far_seat_m)
        say = well if has >= needs * 0.995 else wrong
        yield say(
            Topic.SCREENS,
            f"看板 {display.id}：{zh}字高約 {has:.0f} 公釐，{display.far_seat_m:g} 公尺處需要 {needs:.0f} 公釐",
            f"Display {display.id}: {en} about {has:.0f} mm high, {needs:.0f} mm needed"
            f" at {display.far_seat_m:g} m",
        )
