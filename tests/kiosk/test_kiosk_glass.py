"""What is on the glass: every page, both languages, real millimetres, nothing clipped."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, QSizeF
from PySide6.QtWidgets import QApplication, QWidget

from drivers.printing.queue.slip_news import Slip
from kiosk.pages.picture_tile import PictureTile
from kiosk.pages.qr_picture import QrPicture
from kiosk.scenes import (
    Closed,
    HelpComes,
    Home,
    LongWait,
    Missing,
    NoCounter,
    NotOffered,
    Number,
    Papers,
    Reasons,
    Scene,
    Sorry,
    StillTrying,
    Take,
    Trouble,
)
from kiosk.window import KioskWindow
from tests.qr_codes import codes_in
from waitline.look import Banner, FitLabel, NumberLabel, TouchButton
from waitline.model.calendar import Offer, Opening, Why
from waitline.model.clock import local
from waitline.model.errors import DatabaseAway, DatabaseNotMade, NumbersUsedUp
from waitline.model.forecast import WaitRange
from waitline.model.office import OfficeSetup
from waitline.model.opening_hours import Hours, OnOffer
from waitline.model.service import ServiceCode
from waitline.model.words import Words
from waitline.rules.kiosk_number import number_height

from .houses import LANDSCAPE, PANEL_17, PORTRAIT
from .offices import MONDAY_NINE, WEEKDAYS, a_kiosk, a_view, an_office
from .panes import Panel, panes
from .test_flow import NO_PAPER, a_number

Glasses = Callable[..., KioskWindow]
PANELS = {"landscape": LANDSCAPE, "portrait": PORTRAIT}
PANEL_15 = (QSize(1366, 768), QSizeF(344, 194))
TAKE = Take(request="r1", service=ServiceCode("REG"), language="zh-TW")
LOVE = replace(TAKE, service=None, love=True)
TODAY, TOMORROW, IN_DAYS = (
    Opening(at=local(MONDAY_NINE, ZoneInfo("Asia/Taipei")) + timedelta(days=days), days_ahead=days)
    for days in (0, 1, 9)
)
LONG_NAME = Words(
    zh="臺灣光復暨金門古寧頭大捷紀念日（補假）",
    en="Taiwan Restoration and Guningtou Victory Memorial Day (observed)",
)
SCENES: dict[str, Scene] = {
    "home": Home(),
    "reasons": Reasons(),
    "printing": Number(taken=a_number(TAKE, ahead=12), slip=Slip.PRINTING),
    "printed": Number(taken=a_number(LOVE, ahead=0), slip=Slip.PRINTED),
    "no paper": Number(taken=a_number(TAKE, ahead=12), slip=Slip.TROUBLE, slip_words=NO_PAPER),
    "no slip": Number(taken=a_number(TAKE, ahead=12), slip=Slip.NONE),
    "wait range": Number(taken=a_number(TAKE, ahead=12), slip=Slip.PRINTED, wait=WaitRange(least=25, most=35)),
    "papers told": Number(
        taken=a_number(TAKE, ahead=12),
        slip=Slip.PRINTED,
        wait=WaitRange(least=25, most=35),
        tells_papers=True,
    ),
    "opens later": Number(taken=a_number(TAKE, ahead=12), slip=Slip.PRINTED, tells_papers=True, opens_later=True),
    "papers": Papers(service=ServiceCode("REG")),
    "papers and wait": Papers(service=ServiceCode("TRANS"), ahead=12),
    "missing": Missing(service=ServiceCode("REG")),
    "long wait": LongWait(service=ServiceCode("REG"), ahead=12),
    "long wait in minutes": LongWait(service=ServiceCode("REG"), ahead=12, wait=WaitRange(least=25, most=35)),
    "no counter": NoCounter(service=ServiceCode("REG")),
    "still trying": StillTrying(wish=TAKE),
    "sorry": Sorry(words=DatabaseAway().words, wish=TAKE),
    "refused": Sorry(words=NumbersUsedUp(series="A").words),
    "help": HelpComes(call=7),
    "somebody comes": HelpComes(call=7, coming=True),
    "somebody comes later": HelpComes(call=7, coming=True, later=True),
    "not offered": NotOffered(service=ServiceCode("REG"), offer=Offer(why=Why.HOURS, again=TOMORROW)),
    "not offered today": NotOffered(service=ServiceCode("REG"), offer=Offer(why=Why.LAST_TICKET, again=IN_DAYS)),
    "closed": Closed(),
    "closed for a break": Closed(offer=Offer(why=Why.HOURS, again=TODAY)),
    "closed for a holiday": Closed(offer=Offer(why=Why.HOLIDAY, reason=LONG_NAME, again=IN_DAYS)),
    "no more numbers": Closed(offer=Offer(why=Why.LAST_TICKET, again=TOMORROW)),
}


PAPERS = (
    Words(zh="身分證", en="ID card"),
    Words(zh="戶口名簿", en="Household certificate"),
    Words(zh="登記證明文件", en="Proof of the event"),
    Words(zh="印章", en="Seal"),
    Words(zh="代辦請加附委託書", en="For somebody else: letter of authorization"),
)


def with_papers(office: OfficeSetup) -> OfficeSetup:
    """Registration wants all of them, every other service three."""
    services = [
        replace(service, checklist=PAPERS if service.code == "REG" else PAPERS[:3], ask_papers=True)
        for service in office.services
    ]
    return replace(office, services=tuple(services))


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """A kiosk's window on a panel, in a language, with so many services."""
    with panes(qapp, ("zh-TW", "en")) as show:

        def put_up(panel: Panel = LANDSCAPE, *, language: str = "zh-TW", services: int = 6) -> KioskWindow:
            office = with_papers(an_office(services=services, hours=WEEKDAYS))
            return show(panel, language, office=office, kiosk=a_kiosk())

        yield put_up


def buttons_of(window: KioskWindow) -> list[TouchButton]:
    return [button for button in window.findChildren(TouchButton) if button.isVisible()]


def on_glass(widget: QWidget, window: KioskWindow) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def seen_on_glass(button: TouchButton, window: KioskWindow, px_per_mm: float) -> QRectF:
    """What is seen of a button, in millimetres."""
    across, down = button.seen_mm
    middle = on_glass(button, window).center()
    return QRectF(middle.x() / px_per_mm - across / 2, middle.y() / px_per_mm - down / 2, across, down)


def squeezed(window: KioskWindow) -> list[str]:
    """Everything whose words had to become smaller than the least size, or stand outside the glass."""
    writing = [w for kind in (FitLabel, Banner, TouchButton) for w in window.findChildren(kind) if w.isVisible()]
    small = [widget.objectName() for widget in writing if widget.squeezed]
    inside = window.rect()
    outside = [w.objectName() for w in writing if not inside.contains(on_glass(w, window))]
    return small + outside


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize("panel", PANELS)
def test_no_word_is_clipped_or_too_small(glass: Glasses, panel: str, language: str) -> None:
    window = glass(PANELS[panel], language=language)
    found = {}
    for name, scene in SCENES.items():
        window.show_scene(scene)
        found[name] = squeezed(window)
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(("panel", "services"), [*((p, n) for p in PANELS for n in (1, 6, 10)), ("landscape", 12)])
def test_tiles_are_large_apart_and_all_there(glass: Glasses, panel: str, services: int) -> None:
    window = glass(PANELS[panel], services=services)
    tiles = [button for button in buttons_of(window) if button.objectName().startswith("service-")]
    assert len(tiles) == services
    across, down = zip(*(tile.seen_mm for tile in tiles), strict=True)
    assert min(across) >= 60
    assert min(down) >= 39.5
    places = [tile.geometry() for tile in tiles]
    assert not any(one.intersects(other) for n, one in enumerate(places) for other in places[:n])


@pytest.mark.parametrize("panel", PANELS)
def test_love_stands_low_large_and_alone(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    px_per_mm = PANELS[panel][0].width() / PANELS[panel][1].width()
    love = next(button for button in buttons_of(window) if button.objectName() == "love")
    assert love.seen_mm[0] >= 120
    assert love.seen_mm[1] >= 30
    assert love.mapTo(window, love.rect().center()).y() > window.height() * 0.7
    around = seen_on_glass(love, window, px_per_mm).adjusted(-10, -10, 10, 10)
    others = [button for button in buttons_of(window) if button is not love]
    assert [one.objectName() for one in others if seen_on_glass(one, window, px_per_mm).intersects(around)] == []


@pytest.mark.parametrize("panel", PANELS)
def test_every_button_is_a_fingers_width(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    small = {}
    for name, scene in SCENES.items():
        window.show_scene(scene)
        small |= {f"{name}: {b.objectName()}": b.seen_mm for b in buttons_of(window) if min(b.seen_mm) < 20}
    assert small == {}


@pytest.mark.parametrize("panel", PANELS)
def test_the_number_is_forty_millimetres_high(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    for slip in Slip:
        window.show_scene(Number(taken=a_number(TAKE, ahead=12), slip=slip, slip_words=NO_PAPER))
        (number,) = [label for label in window.findChildren(NumberLabel) if label.isVisible()]
        assert number.painted_cap_mm >= 40


@pytest.mark.parametrize("panel", [PANEL_15, (QSize(768, 1366), QSizeF(194, 344))], ids=["lying", "upright"])
def test_on_a_panel_of_fifteen_inches_the_number_has_its_room_whatever_the_printer_says(
    glass: Glasses, panel: Panel
) -> None:
    window = glass(panel)
    for slip in Slip:
        window.show_scene(Number(taken=a_number(TAKE, ahead=12), slip=slip, slip_words=NO_PAPER))
        (number,) = [label for label in window.findChildren(NumberLabel) if label.isVisible()]
        assert number.painted_cap_mm >= 30, slip


def test_on_a_panel_of_seventeen_inches_the_number_is_forty_millimetres_high(glass: Glasses) -> None:
    window = glass(PANEL_17)
    for slip in Slip:
        window.show_scene(Number(taken=a_number(TAKE, ahead=12), slip=slip, slip_words=NO_PAPER))
        (number,) = [label for label in window.findChildren(NumberLabel) if label.isVisible()]
        assert number.painted_cap_mm >= 40, slip


@pytest.mark.parametrize(
    "millimetres",
    [(476, 268), (268, 476), (338, 270), (270, 338), (304, 228), (228, 304), (344, 194), (376, 301), (410, 230)],
)
def test_the_number_is_as_high_as_check_says_at_least(glass: Glasses, millimetres: tuple[int, int]) -> None:
    across, down = millimetres
    window = glass((QSize(across * 4, down * 4), QSizeF(across, down)))
    taken = a_number(TAKE, ahead=12)
    reckoned = number_height(millimetres, taken.ticket.label, languages=2)
    for slip in Slip:
        window.show_scene(Number(taken=taken, slip=slip, slip_words=NO_PAPER))
        (number,) = [label for label in window.findChildren(NumberLabel) if label.isVisible()]
        assert reckoned - 3 <= number.painted_cap_mm, slip
        assert reckoned >= min(40, number.painted_cap_mm) - 1.5, slip


def test_tiles_write_in_one_size(glass: Glasses) -> None:
    window = glass()
    tiles = [tile for tile in window.findChildren(PictureTile) if tile.objectName().startswith("service-")]
    sizes = {tile.name_px for tile in tiles}
    assert len(sizes) == 1


def test_every_button_has_a_name_for_those_who_cannot_see_it(glass: Glasses) -> None:
    window = glass(language="en")
    for scene in SCENES.values():
        window.show_scene(scene)
        assert [button.objectName() for button in buttons_of(window) if not button.accessibleName()] == []


def test_out_of_touch_stands_above_every_page(glass: Glasses) -> None:
    window = glass()
    for scene in SCENES.values():
        window.show_scene(scene)
        window.show_trouble(Trouble(out_of_touch=True, no_paper=True))
        banner = next(b for b in window.findChildren(Banner) if b.objectName() == "banner")
        assert banner.isVisible()
        assert "暫時連不上系統" in banner.text()


def notes(window: KioskWindow) -> dict[str, str]:
    """What every service's tile says, without spaces and breaks of lines."""
    tiles = [tile for tile in window.findChildren(PictureTile) if tile.objectName().startswith("service-")]
    return {tile.objectName().removeprefix("service-"): "".join(tile.shown_text.split()) for tile in tiles}


NOTES = (
    {
        "zh-TW": {"TRANS": "13:00起", "REG": "明天08:00起", "IDCARD": "11/27起"},
        "en": {"TRANS": "againfrom13:00", "REG": "againtomorrow08:00", "IDCARD": "againFri27Nov"},
    },
    {
        "zh-TW": {"TRANS": "13:00起", "REG": "明天起", "IDCARD": "11/27起"},
        "en": {"TRANS": "from13:00", "REG": "tomorrow", "IDCARD": "Fri27Nov"},
    },
)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize("panel", PANELS)
def test_a_tile_says_when_its_service_is_on_offer_again(glass: Glasses, panel: str, language: str) -> None:
    """In full where every tile has the room, else all of them in short."""
    window = glass(PANELS[panel], language=language)
    on_offer = {
        "TRANS": OnOffer(hours=Hours(opens=780, closes=1020)),
        "REG": OnOffer(hours=Hours(opens=480, closes=510)),
        "IDCARD": OnOffer(weekdays=frozenset({4})),
    }
    office = an_office(hours=WEEKDAYS)
    services = (replace(one, on_offer=on_offer.get(one.code, OnOffer())) for one in office.services)
    window.show_view(a_view(replace(office, services=tuple(services))), MONDAY_NINE, fresh=True)
    shown = notes(window)
    assert any(all(shown[code].endswith(note) for code, note in told[language].items()) for told in NOTES), shown
    assert squeezed(window) == []


def test_a_reason_stands_on_the_closed_page_in_both_languages(glass: Glasses) -> None:
    window = glass()
    window.show_scene(SCENES["closed for a holiday"])
    title, body = (
        next(label.text() for label in window.findChildren(FitLabel) if label.objectName() == f"message-{part}")
        for part in ("title", "body")
    )
    assert LONG_NAME.zh in title
    assert LONG_NAME.en in title
    assert "12/2（星期三）09:00 開放。" in body
    assert "We open on Wednesday 2 December at 09:00." in body


@pytest.mark.parametrize("panel", PANELS)
def test_the_way_back_stands_ten_millimetres_from_everything(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    px_per_mm = PANELS[panel][0].width() / PANELS[panel][1].width()
    near = []
    for name, scene in SCENES.items():
        window.show_scene(scene)
        for back in (button for button in buttons_of(window) if button.objectName() == "home"):
            around = on_glass(back, window).adjusted(*(round(n * 10 * px_per_mm) for n in (-1, -1, 1, 1)))
            near += [
                f"{name}: {b.objectName()}"
                for b in buttons_of(window)
                if b is not back and on_glass(b, window).intersects(around)
            ]
    assert near == []


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize("panel", PANELS)
def test_the_choice_of_no_paper_and_the_idle_warning_are_written_whole(
    glass: Glasses, panel: str, language: str
) -> None:
    window = glass(PANELS[panel], language=language)
    window.show_scene(Home(paperless=True))
    window.show_leaving(20)
    assert squeezed(window) == []
    idle = next(b for b in window.findChildren(Banner) if b.objectName() == "idle")
    assert "20" in idle.text()
    window.show_leaving(None)
    assert idle.isHidden()


@pytest.mark.parametrize("panel", PANELS)
def test_the_code_on_the_glass_is_read_by_a_telephone(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    for scene, least_mm in ((SCENES["printed"], 22), (SCENES["no slip"], 40)):
        window.show_scene(scene)
        (code,) = [picture for picture in window.findChildren(QrPicture) if picture.isVisible()]
        assert code.painted_mm >= least_mm
        assert codes_in(window.grab().toImage()) == [("A001 2026-11-23 09:00", "M")]


def test_what_staff_have_to_do_is_written_small_and_apart_from_the_publics_words(glass: Glasses) -> None:
    window = glass()
    window.show_trouble(Trouble(out_of_touch=True, for_staff=DatabaseNotMade().words))
    banner = next(b for b in window.findChildren(Banner) if b.objectName() == "banner")
    assert "waitline" not in banner.text()
    assert "取號機暫停服務" in banner.text()
    line = next(label for label in window.findChildren(FitLabel) if label.objectName() == "for-staff")
    assert "run waitline init" in line.text()
    window.show_trouble(Trouble())
    assert line.isHidden()
