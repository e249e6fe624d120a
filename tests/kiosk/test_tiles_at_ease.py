"""No letter on a tile touches another or the edge, and none moves because people wait: as it is painted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from kiosk.pages.picture_tile import PictureTile
from waitline.model.clock import MINUTE
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.office import OfficeSetup
from waitline.model.words import VISITOR_LANGUAGES
from waitline.views.foresight import Foresight
from waitline.views.kiosk_view import KioskView

from .inked import crowded
from .long_names import with_long_names
from .many_services import an_office_of
from .offices import WEEKDAYS, a_view
from .painted import painted_words
from .test_kiosk_menu import LARGER, PANELS, Glass, glass

__all__ = ["glass"]

APART_MM, EDGE_MM = 0.7, 2.0
STILL_PX = 1.0
"""What no eye sees move."""
OFFICES = {
    False: (with_long_names(an_office_of(6)), an_office_of(12), with_long_names(an_office_of(30))),
    True: (an_office_of(1), an_office_of(6), an_office_of(12), an_office_of(30, groups=True)),
}
"""Without the choice of no paper, and with it."""


def love(kiosk: Glass) -> PictureTile:
    (found,) = kiosk.window.findChildren(PictureTile, "love")
    return found


@pytest.mark.parametrize("paperless", [False, True], ids=["", "paperless"])
@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", PANELS | LARGER)
def test_no_letter_touches_another_or_the_edge(
    glass: Callable[..., Glass], panel: str, language: str, paperless: bool
) -> None:
    kiosk = glass(panel, language, paperless=paperless)
    found: list[str] = []
    for office in OFFICES[paperless]:
        for _ in list(kiosk.pages(office))[:1] if len(office.services) < 30 else kiosk.pages(office):
            tiles = [*kiosk.tiles(), love(kiosk)]
            found += crowded(kiosk.window, tiles, apart=APART_MM, edge=EDGE_MM)
    assert found == []


WAITS = (
    (3, WaitRange(5, 15)),
    (0, WaitRange(0, 0)),
    (9, WaitRange(0, 5)),
    (88, WaitRange(28, 38)),
    (99, WaitRange(45, 70)),
)


def a_hall(office: OfficeSetup, ahead: int, wait: WaitRange) -> KioskView:
    told = Forecast(30 * MINUTE, 30 * MINUTE, wait)
    view = a_view(replace(office, hours=WEEKDAYS), waiting=ahead)
    return replace(view, foresight=Foresight(services={one.code: told for one in office.services}))


def names_on(kiosk: Glass) -> list[tuple[str, int, QPointF]]:
    """Every line of names on the tiles, with its size and place; all notes here have figures."""
    names = {
        line
        for tile in kiosk.tiles()
        for line in tile.shown_text.split("\n")
        if not any(sign.isdigit() for sign in line)
    }
    return [
        (one.text, one.px, one.at)
        for one in painted_words(kiosk.window)
        if any(sign.isalpha() for sign in one.text) and any(one.text in line for line in names)
    ]


@pytest.mark.parametrize("language", ["zh-TW", "en", "id"])
@pytest.mark.parametrize("count", [1, 4, 6, 12])
@pytest.mark.parametrize("panel", PANELS)
def test_no_name_moves_or_shrinks_as_waits_grow(
    glass: Callable[..., Glass], panel: str, count: int, language: str
) -> None:
    kiosk = glass(panel, language)
    office = an_office_of(count)
    kiosk.show(office, view=a_hall(office, *WAITS[0]))
    before = names_on(kiosk)
    assert before
    for ahead, wait in WAITS[1:]:
        kiosk.show(office, view=a_hall(office, ahead, wait))
        after = names_on(kiosk)
        assert [one[:2] for one in after] == [one[:2] for one in before], (ahead, wait)
        moved = [(a[2] - b[2]).manhattanLength() for a, b in zip(after, before, strict=True)]
        assert max(moved) <= STILL_PX, (ahead, wait)
