"""Offices with many services and long names, on small panels and large ones: no word is smaller than it may be."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.access.page import MORE, READ_ON
from kiosk.scenes import Closed, LongWait, Papers, Scene
from kiosk.window import KioskWindow
from tests.kiosk.houses import LANDSCAPE, PORTRAIT
from tests.kiosk.many_services import an_office_of
from tests.kiosk.offices import MONDAY_NINE, WAIT, WEEKDAYS, a_kiosk, a_view
from tests.kiosk.panes import Panel, panes
from tests.kiosk.test_kiosk_glass import IN_DAYS, LONG_NAME, SCENES, squeezed
from waitline.look import FitLabel
from waitline.model.calendar import Offer, Why
from waitline.model.forecast import WaitRange
from waitline.model.office import OfficeSetup
from waitline.model.words import VISITOR_LANGUAGES

from .long_names import an_office_of_long_names
from .test_access_glass import tiles, too_small

Glasses = Callable[..., KioskWindow]
PANELS: dict[str, Panel] = {
    "15 inch": (QSize(1024, 768), QSizeF(304, 228)),
    "15 inch upright": (QSize(768, 1024), QSizeF(228, 304)),
    "landscape": LANDSCAPE,
    "portrait": PORTRAIT,
    "32 inch": (QSize(3840, 2160), QSizeF(708, 398)),
}
OFFICES = {
    "1": an_office_of_long_names(1),
    "6": an_office_of_long_names(6),
    "12": an_office_of_long_names(12),
    "30": an_office_of_long_names(30),
    "30 in groups": an_office_of_long_names(30, groups=True),
}


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(panel: str, language: str, office: OfficeSetup) -> KioskWindow:
            kiosk = a_kiosk(bottom_mm=850.0, languages=VISITOR_LANGUAGES)
            return show(PANELS[panel], language, office=office, kiosk=kiosk, eased=True)

        yield put_up


def wrong_with(window: KioskWindow) -> list[object]:
    """Words that are too small or outside the glass, and names in several sizes."""
    sizes = {line.font.pixelSize() for tile in tiles(window) for line in tile.spread.runs[0].block.lines}
    found: list[object] = [*squeezed(window), *too_small(window).items()]
    return [*found, sizes] if len(sizes) > 1 else found


def read_through(window: KioskWindow) -> Iterator[list[object]]:
    """What is wrong on each page of the choices, and each part of the words."""
    page = window.access.page
    while True:
        begun = words_of(window)
        yield wrong_with(window)
        while READ_ON in page.names:
            page.chosen.emit(READ_ON)
            if words_of(window) == begun:
                break
            yield wrong_with(window)
        if MORE not in page.names:
            return
        page.chosen.emit(MORE)


def words_of(window: KioskWindow) -> tuple[str, ...]:
    return tuple(label.text() for label in window.access.page.findChildren(FitLabel) if label.isVisible())


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize(
    ("panel", "services"),
    [
        ("15 inch", "6"),
        ("15 inch", "30 in groups"),
        ("15 inch upright", "12"),
        ("landscape", "1"),
        ("landscape", "30"),
        ("portrait", "12"),
        ("32 inch", "30"),
    ],
)
def test_services_with_long_names_are_offered_in_large_letters(
    glass: Glasses, panel: str, services: str, language: str
) -> None:
    office = OFFICES[services]
    window = glass(panel, language, office)
    window.show_scene(SCENES["home"])
    offered = set()
    for wrong in read_through(window):
        assert wrong == []
        offered |= set(window.access.page.names)
    grouped = {f"group-{group.code}" for group in office.groups}
    lone = {f"service-{one.code}" for one in office.services if one.group is None}
    assert grouped | lone <= offered
    assert {"love", "help", "access-options"} <= offered


@pytest.mark.parametrize(
    ("panel", "language"),
    [("15 inch", "en"), ("15 inch", "id"), ("15 inch upright", "vi"), ("portrait", "th"), ("landscape", "id")],
)
def test_every_other_page_is_in_large_letters_too(glass: Glasses, panel: str, language: str) -> None:
    office = OFFICES["12"]
    window = glass(panel, language, office)
    longest = office.services[2].code
    scenes: dict[str, Scene] = {
        "papers": Papers(service=longest),
        "long wait": LongWait(service=longest, ahead=12),
        "holiday": Closed(offer=Offer(why=Why.HOLIDAY, reason=LONG_NAME, again=IN_DAYS)),
    }
    for name, scene in scenes.items():
        window.show_scene(scene)
        assert [wrong for wrong in read_through(window) if wrong] == [], name
    window.access.page.chosen.emit("access-options")
    assert [wrong for wrong in read_through(window) if wrong] == [], "options"


def test_words_without_room_are_all_read_part_after_part(glass: Glasses) -> None:
    """Also the sentence that alone is more than has room."""
    window = glass("15 inch", "en", OFFICES["12"])
    window.show_scene(Closed(offer=Offer(why=Why.HOLIDAY, reason=LONG_NAME, again=IN_DAYS)))
    read: list[str] = []
    for wrong in read_through(window):
        assert wrong == []
        read += words_of(window)
    said = " ".join(" ".join(read).split())
    assert LONG_NAME.en in said
    assert "09:00" in said or "08:00" in said


def test_the_first_page_has_services_and_the_love_button_and_no_page_more_tiles_than_ten(glass: Glasses) -> None:
    for panel in PANELS:
        window = glass(panel, "zh-TW", OFFICES["30"])
        window.show_scene(SCENES["home"])
        first = window.access.page.names
        assert first[0].startswith("service-")
        assert "love" in first
        assert all(len(window.access.page.names) <= 10 for _ in read_through(window))


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize(("wait", "shown"), [(WAIT, ("25–35", "12")), (None, ("12",))])
def test_the_wait_or_else_how_many_wait_is_shown_upright(
    glass: Glasses, language: str, wait: WaitRange | None, shown: tuple[str, ...]
) -> None:
    """In words or as a figure, on every service of the first page."""
    office = an_office_of(6)
    window = glass("portrait", language, office)
    view = a_view(replace(office, hours=WEEKDAYS), waiting=12, wait=wait)
    window.show_view(view, MONDAY_NINE, fresh=True)
    window.show_scene(SCENES["reasons"])
    window.show_scene(SCENES["home"])
    services = [tile for tile in tiles(window) if tile.objectName().startswith("service-")]
    assert services
    assert all(any(one in tile.shown_text for one in shown) for tile in services)
