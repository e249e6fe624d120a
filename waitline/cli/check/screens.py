"""Whether what stands on a screen is large enough, in real millimetres, for the finger or the farthest seat."""

import math
from collections.abc import Iterator
from typing import Final

from waitline.model.office import DisplaySetup, KioskSetup, OfficeSetup
from waitline.model.words import SOURCE_LANGUAGE
from waitline.rules.kiosk_glass import LEAST_TILE, Size, page_of
from waitline.rules.kiosk_number import LEAST_NUMBER, number_height
from waitline.rules.kiosk_plan import NEARLY, MenuPlan, plan_menu
from waitline.rules.kiosk_reach import LEAST_TALL, REACH, is_mounted_too_high
from waitline.rules.letter_room import width_of
from waitline.rules.tile_letters import LEAST, READABLE

from .board_names import check_names
from .counter_names import check_counters, check_spoken_names
from .finding import Finding, Topic, notice, well, wrong

NUMBER_ARCMIN: Final = 42.0
RECENT_ARCMIN: Final = 20.0
BOARD_MM: Final = (1210.0, 680.0)
BOARD_SEAT_M: Final = 10.0
"""The board is laid out for a panel of this size seen from there, and grows and shrinks with the panel."""
NUMBER_EM: Final = 2.73
ROW_EM: Final = 3.93
"""Numbers no wider than this are so high with four calls at once; and with their counter in the recent list."""


def check_screens(setup: OfficeSetup) -> Iterator[Finding]:
    for kiosk in setup.kiosks:
        yield from _kiosk(kiosk, setup)
    for display in setup.displays:
        yield from _display(display, setup)
    if setup.displays:
        yield from check_spoken_names(setup)


def height_for(arcmin: float, metres: float) -> float:
    """The millimetres that look so large from so far."""
    return 2000 * metres * math.tan(math.radians(arcmin / 60) / 2)


def kiosk_menu(kiosk: KioskSetup, screen_mm: Size, setup: OfficeSetup) -> MenuPlan:
    """The menu as the kiosk draws it on its glass."""
    languages = kiosk.languages or (SOURCE_LANGUAGE,)
    page = page_of(screen_mm, languages=len(languages))
    return plan_menu(page, setup, languages=languages, with_choice=kiosk.paperless_at_first is not None)


def _kiosk(kiosk: KioskSetup, setup: OfficeSetup) -> Iterator[Finding]:
    if kiosk.screen_mm is None:
        yield notice(
            Topic.SCREENS,
            f"取號機 {kiosk.id}：未設定 screen_mm，將以螢幕自己回報的尺寸為準，請量一次",
            f"Kiosk {kiosk.id}: no screen_mm; the size the screen itself reports is used, please measure it once",
        )
        return
    plan = kiosk_menu(kiosk, kiosk.screen_mm, setup)
    yield _tiles(kiosk, plan)
    yield from _letters(kiosk, plan)
    yield _number(kiosk, kiosk.screen_mm, setup)
    yield from _reach(kiosk)


def _tiles(kiosk: KioskSetup, plan: MenuPlan) -> Finding:
    (across, down), pages = plan.smallest_tile, len(plan.menu.home)
    enough = across >= LEAST_TILE[0] - NEARLY and down >= LEAST_TILE[1] - NEARLY
    at_once, at_once_en = ("", "") if pages == 1 else (f"，首頁分成 {pages} 頁", f"; home has {pages} pages")
    return (well if enough else wrong)(
        Topic.SCREENS,
        f"取號機 {kiosk.id}：最小的服務鍵約 {across:.0f} × {down:.0f} 公釐（至少 60 × 40）{at_once}",
        f"Kiosk {kiosk.id}: the smallest service button is about {across:.0f} × {down:.0f} mm"
        f" (60 × 40 at least){at_once_en}",
    )


def _letters(kiosk: KioskSetup, plan: MenuPlan) -> Iterator[Finding]:
    """Whether the names of the services are readable in each of the kiosk's languages."""
    if plan.letters >= READABLE:
        return
    yield (notice if plan.letters >= LEAST else wrong)(
        Topic.SCREENS,
        f"取號機 {kiosk.id}：服務名稱的字太小，大寫字母高只有約 {plan.letters:g} 公釐（應有 {READABLE:g}）；"
        "請縮短名稱、減少服務或語言，或換大一點的螢幕",
        f"Kiosk {kiosk.id}: the names of services are too small, capitals only about {plan.letters:g} mm high"
        f" ({READABLE:g} wanted); shorter names, fewer services or languages, or a larger screen help",
    )


def _number(kiosk: KioskSetup, screen_mm: Size, setup: OfficeSetup) -> Finding:
    """How high the widest number of the office is on the page that gives it."""
    label = max((series.label(series.last) for series in setup.series), key=width_of)
    has = number_height(screen_mm, label, languages=len(kiosk.languages) or 1)
    return (well if has >= LEAST_NUMBER else notice)(
        Topic.SCREENS,
        f"取號機 {kiosk.id}：取得的號碼（如 {label}）字高至少約 {has:.0f} 公釐（應有 {LEAST_NUMBER:.0f}）",
        f"Kiosk {kiosk.id}: a number it gives (such as {label}) is about {has:.0f} mm high at least"
        f" ({LEAST_NUMBER:.0f} wanted)",
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


def _display(display: DisplaySetup, setup: OfficeSetup) -> Iterator[Finding]:
    if display.screen_mm is None:
        yield notice(
            Topic.SCREENS,
            f"看板 {display.id}：未設定 screen_mm，無法計算最遠座位是否看得清楚",
            f"Display {display.id}: no screen_mm, so nobody knows whether the last seat can read it",
        )
        return
    long, short = max(display.screen_mm), min(display.screen_mm)
    scale = min(long / BOARD_MM[0], short / BOARD_MM[1])
    number = max((width_of(f"{one.prefix}{'0' * one.digits}") for one in setup.series), default=0.0)
    shown = display.counters or tuple(one.id for one in setup.counters)
    counter = max((width_of(sign) for sign in shown), default=0.0)
    for zh, en, arcmin, room, wide in (
        ("叫號數字", "the number called", NUMBER_ARCMIN, NUMBER_EM, number),
        ("最近叫號", "recent calls", RECENT_ARCMIN, ROW_EM, number + counter),
    ):
        has = height_for(arcmin, BOARD_SEAT_M) * scale * min(1.0, room / max(wide, 0.1))
        needs = height_for(arcmin, display.far_seat_m)
        say = well if has >= needs * 0.995 else wrong
        yield say(
            Topic.SCREENS,
            f"看板 {display.id}：{zh}字高約 {has:.0f} 公釐，{display.far_seat_m:g} 公尺處需要 {needs:.0f} 公釐",
            f"Display {display.id}: {en} about {has:.0f} mm high, {needs:.0f} mm needed"
            f" at {display.far_seat_m:g} m",
        )
    recent, needs = (height_for(RECENT_ARCMIN, metres) for metres in (BOARD_SEAT_M, display.far_seat_m))
    yield from check_counters(display, setup, scale, recent=recent, needs=needs)
    yield from check_names(display, setup, display.screen_mm, scale)
