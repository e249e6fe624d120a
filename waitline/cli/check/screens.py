"""Whether what stands on a screen is large enough, in real millimetres, for the finger or the farthest seat."""

import math
from collections.abc import Iterator
from typing import Final

from waitline.model.office import DisplaySetup, KioskSetup, OfficeSetup
from waitline.model.service import ServiceGroup
from waitline.model.words import VISITOR_LANGUAGES
from waitline.rules.kiosk_glass import LEAST_TILE, HomePlan, Size, page_of, plan_home, tile_seen
from waitline.rules.kiosk_menu import menu_pages, most_touches
from waitline.rules.kiosk_reach import LEAST_TALL, REACH, is_mounted_too_high

from .finding import Finding, Topic, notice, well, wrong

NUMBER_ARCMIN: Final = 42.0
RECENT_ARCMIN: Final = 20.0
BOARD_MM: Final = (1210.0, 680.0)
BOARD_SEAT_M: Final = 10.0
"""The board is laid out for a panel of this size seen from there, and grows and shrinks with the panel."""
MOST_TOUCHES: Final = 3
"""From the home page to a number."""


def check_screens(setup: OfficeSetup) -> Iterator[Finding]:
    for kiosk in setup.kiosks:
        yield from _kiosk(kiosk, setup)
    for display in setup.displays:
        yield from _display(display)


def height_for(arcmin: float, metres: float) -> float:
    """The millimetres that look so large from so far."""
    return 2000 * metres * math.tan(math.radians(arcmin / 60) / 2)


def smallest_tile(
    screen_mm: Size,
    setup: OfficeSetup,
    *,
    with_choice: bool = False,
    languages: int = len(VISITOR_LANGUAGES),
) -> Size:
    """The least that is seen of a service tile on any page of the menu, width and height in millimetres."""
    page = page_of(screen_mm, languages=languages)
    plan = plan_home(page, with_choice=with_choice)
    pages = list(menu_pages(setup, None, room=plan.room))
    for group in {choice.code for one in pages for choice in one.choices if isinstance(choice, ServiceGroup)}:
        pages += menu_pages(setup, group, room=plan.room)
    seen = [
        tile_seen(
            one.tiles, (page[0], _tiles_height(page, plan, with_choice=with_choice, needs_prompt=one.guides))
        )
        for one in pages
    ]
    return min(across for across, _ in seen), min(down for _, down in seen)


def _tiles_height(page: Size, plan: HomePlan, *, with_choice: bool, needs_prompt: bool) -> float:
    return plan_home(page, with_choice=with_choice, room=plan.room, needs_prompt=needs_prompt).tiles_height


def _kiosk(kiosk: KioskSetup, setup: OfficeSetup) -> Iterator[Finding]:
    if kiosk.screen_mm is None:
        yield notice(
            Topic.SCREENS,
            f"取號機 {kiosk.id}：未設定 screen_mm，將以螢幕自己回報的尺寸為準，請量一次",
            f"Kiosk {kiosk.id}: no screen_mm; the size the screen itself reports is used, please measure it once",
        )
        return
    with_choice = kiosk.paperless_at_first is not None
    page = page_of(kiosk.screen_mm, languages=len(kiosk.languages))
    room = plan_home(page, with_choice=with_choice).room
    yield _tiles(kiosk, kiosk.screen_mm, setup, home_pages=len(menu_pages(setup, None, room=room)))
    yield from _reach(kiosk)
    touches = most_touches(setup, room=room)
    if touches > MOST_TOUCHES:
        yield notice(
            Topic.SCREENS,
            f"取號機 {kiosk.id}：最遠的服務要按 {touches} 次才能取號；把服務分成群組（groups）可以減少",
            f"Kiosk {kiosk.id}: the farthest service takes {touches} touches; services in groups need fewer",
        )


def _tiles(kiosk: KioskSetup, screen_mm: Size, setup: OfficeSetup, *, home_pages: int) -> Finding:
    with_choice = kiosk.paperless_at_first is not None
    across, down = smallest_tile(screen_mm, setup, with_choice=with_choice, languages=len(kiosk.languages))
    enough = across >= LEAST_TILE[0] and down >= LEAST_TILE[1]
    at_once, at_once_en = (
        ("", "") if home_pages == 1 else (f"，首頁分成 {home_pages} 頁", f"; home has {home_pages} pages")
    )
    return (well if enough else wrong)(
        Topic.SCREENS,
        f"取號機 {kiosk.id}：最小的服務鍵約 {across:.0f} × {down:.0f} 公釐（至少 60 × 40）{at_once}",
        f"Kiosk {kiosk.id}: the smallest service button is about {across:.0f} × {down:.0f} mm"
        f" (60 × 40 at least){at_once_en}",
    )


def _reach(kiosk: KioskSetup) -> Iterator[Finding]:
    """Whether a wheelchair's visitor reaches what the accessible screen needs."""
    if is_mounted_too_high(kiosk.bottom_mm):
        yield wrong(
            Topic.SCREENS,
            f"取號機 {kiosk.id}：螢幕下緣離地 {kiosk.bottom_mm:g} 公釐（bottom_mm），輪椅使用者碰不到；"
            f"請降到 {REACH - LEAST_TALL:g} 公釐以下",
            f"Kiosk {kiosk.id}: the glass begins {kiosk.bottom_mm:g} mm above the floor (bottom_mm), out of reach"
            f" from a wheelchair; mount it below {REACH - LEAST_TALL:g} mm",
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
