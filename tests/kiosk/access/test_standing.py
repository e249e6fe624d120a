"""A count that changes moves nothing on the accessible page, as long as its words have room."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Number
from kiosk.window import KioskWindow
from tests.kiosk.houses import LANDSCAPE, PANEL_17, PORTRAIT
from tests.kiosk.offices import MONDAY_NINE, WAIT, WEEKDAYS, a_kiosk, a_view, an_office
from tests.kiosk.panes import Panel, panes
from tests.kiosk.test_flow import a_number
from tests.kiosk.test_kiosk_glass import SCENES, TAKE, squeezed
from waitline.model.forecast import WaitRange
from waitline.model.words import VISITOR_LANGUAGES

from .test_access_glass import tiles, too_small

Glasses = Callable[..., KioskWindow]
PANELS: dict[str, Panel] = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "17 inch": PANEL_17}
OFFICE = an_office(services=6, hours=WEEKDAYS)


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """Home in the accessible profile, with so many ahead of everybody."""
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(panel: str = "landscape", *, language: str = "zh-TW", ahead: int = 12) -> KioskWindow:
            kiosk = a_kiosk(languages=VISITOR_LANGUAGES)
            window = show(PANELS[panel], language, office=OFFICE, kiosk=kiosk, eased=True)
            tell(window, ahead)
            turn(window)
            return window

        yield put_up


def tell(window: KioskWindow, ahead: int, wait: WaitRange | None = WAIT) -> None:
    window.show_view(a_view(OFFICE, waiting=ahead, wait=wait), MONDAY_NINE, fresh=True)


def turn(window: KioskWindow) -> None:
    """To another page and home again."""
    window.show_scene(SCENES["reasons"])
    window.show_scene(SCENES["home"])


def standing(window: KioskWindow) -> list[tuple[object, ...]]:
    """Where each tile is, and the size its name is written in."""
    return [
        (tile.objectName(), tile.geometry().getRect(), tile.spread.runs[0].block.lines[0].font.pixelSize())
        for tile in tiles(window)
    ]


def names(window: KioskWindow) -> list[tuple[object, ...]]:
    """Where each name begins on its tile, and its lines."""
    found = []
    for tile in tiles(window):
        run = tile.spread.runs[0]
        found.append((round(run.box.x()), round(run.box.y()), *(line.text for line in run.block.lines)))
    return found


@pytest.mark.parametrize(("panel", "language"), [("landscape", "zh-TW"), ("portrait", "vi"), ("portrait", "th")])
def test_another_count_stands_where_the_count_before_stood(glass: Glasses, panel: str, language: str) -> None:
    window = glass(panel, language=language)
    before = standing(window), names(window)
    for wait in (WaitRange(0, 5), WaitRange(45, 55), WaitRange(26, 36)):
        tell(window, 13, wait)
        assert (standing(window), names(window)) == before
    shown = [tile.shown_text for tile in tiles(window) if tile.objectName().startswith("service-")]
    assert all("26–36" in text and "25–35" not in text and "12" not in text for text in shown)
    tell(window, 12, None)
    turn(window)
    before = standing(window)
    tell(window, 13, None)
    assert standing(window) == before
    shown = [tile.shown_text for tile in tiles(window) if tile.objectName().startswith("service-")]
    assert all("13" in text and "12" not in text for text in shown)


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", PANELS)
def test_every_count_is_whole_and_large(glass: Glasses, panel: str, language: str) -> None:
    """Where it has no room as the page stands, it is left out: nothing comes to stand under a finger for it."""
    window = glass(panel, language=language, ahead=0)
    before, named = standing(window), names(window)
    for ahead in (7, 123, 0, 12345, 88):
        tell(window, ahead)
        assert (squeezed(window), too_small(window)) == ([], {}), ahead
        assert standing(window) == before, ahead
        assert ahead > 99 or names(window) == named, "up to a hundred, names stand still inside their tiles, too"


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
def test_letters_grow_no_sooner_than_the_page_is_turned(glass: Glasses, language: str) -> None:
    window, fresh = glass(language=language, ahead=12345), glass(language=language, ahead=3)
    before = standing(window)
    tell(window, 3)
    assert standing(window) == before
    turn(window)
    assert standing(window) == standing(fresh)


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
def test_the_next_visitor_has_the_page_as_if_nobody_had_been_there(glass: Glasses, language: str) -> None:
    window, fresh = glass(language=language, ahead=12345), glass(language=language, ahead=3)
    window.speak(language, eased=False)
    tell(window, 3)
    window.speak(language, eased=True)
    assert standing(window) == standing(fresh)


def test_what_a_telling_costs_is_a_small_part_of_arranging_the_page(glass: Glasses) -> None:
    window = glass()

    def cost(work: Callable[[], None]) -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    arranged = min(cost(window.access.page.lay_out) for _ in range(3))
    told = min(cost(lambda ahead=ahead: tell(window, ahead)) for ahead in range(13, 20))
    assert told < arranged / 3, (told, arranged)


def test_a_slip_that_is_printed_leaves_the_number_and_its_choices_where_they_were(glass: Glasses) -> None:
    window = glass()
    window.show_scene(SCENES["printing"])
    before = standing(window)
    said = window.access.page.accessibleName(), window.grab().toImage()
    window.show_scene(Number(taken=a_number(TAKE, ahead=12), slip=Slip.PRINTED))
    assert standing(window) == before
    assert window.access.page.accessibleName() == said[0]
    assert window.grab().toImage() != said[1]


def test_a_wait_that_is_only_said_is_said_as_it_is_now(glass: Glasses) -> None:
    window = glass(language="en")
    services = [tile for tile in tiles(window) if tile.objectName().startswith("service-")]
    for wait, said in ((WaitRange(least=45, most=55), "over 40 min"), (WaitRange(least=5, most=10), "5–10 min")):
        window.show_view(a_view(OFFICE, waiting=12, wait=wait), MONDAY_NINE, fresh=True)
        assert [tile.accessibleName().rpartition(", ")[2] for tile in services] == [said] * len(OFFICE.services)
        assert all(said in tile.choice.note for tile in services)
