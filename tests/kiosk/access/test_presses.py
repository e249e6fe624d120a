"""How many presses of the four keys each service of a large office is away, by the shorter way round each page.

The kiosk has no voice: that it says so takes room as well.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.access.keys import Step
from kiosk.access.page import BEFORE, MORE
from kiosk.access.tile import AccessTile
from kiosk.scenes import Home
from kiosk.window import KioskWindow
from tests.kiosk.houses import LANDSCAPE, PANEL_17, PORTRAIT
from tests.kiosk.many_services import an_office_of
from tests.kiosk.offices import a_kiosk
from tests.kiosk.panes import Panel, panes
from waitline.model.office import OfficeSetup
from waitline.model.words import VISITOR_LANGUAGES

Glasses = Callable[..., KioskWindow]


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """A kiosk whose menu turns its pages; it gives no numbers."""
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(office: OfficeSetup, panel: Panel = LANDSCAPE, language: str = "zh-TW") -> KioskWindow:
            window = show(panel, language, office=office, kiosk=a_kiosk(languages=VISITOR_LANGUAGES))
            window.place_wanted.connect(lambda place: window.show_scene(Home(place=place)))
            window.ease_wanted.connect(lambda on: window.speak(language, eased=on))
            window.show_scene(Home())
            window.access.step(Step.NEXT)
            return window

        yield put_up


def ringed(window: KioskWindow) -> str:
    (name,) = [tile.objectName() for tile in window.findChildren(AccessTile) if tile.isVisible() and tile.ringed]
    return name


def go(window: KioskWindow, name: str) -> int:
    """Press until the ring is there, and enter; the presses of the shorter way."""
    names = window.access.page.names
    on = (names.index(name) - names.index(ringed(window))) % len(names)
    step, steps = (Step.NEXT, on) if on <= len(names) - on else (Step.PREVIOUS, len(names) - on)
    for _ in range(steps):
        window.access.step(step)
    assert ringed(window) == name
    window.access.step(Step.ENTER)
    return steps + 1


def presses(window: KioskWindow, before: int = 1) -> dict[str, int]:
    """For each service from this page on, after those `before`; one press begins, on the first or last choice."""
    found: dict[str, int] = {}
    while True:
        names = window.access.page.names
        assert ringed(window) == names[0]
        for at, name in enumerate(names):
            round_about = len(names) - at - (before == 1)
            away = before + min(at, round_about) + 1
            if name.startswith("service-"):
                found[name] = away
            elif name.startswith("group-"):
                go(window, name)
                found |= {each: n for each, n in presses(window, away).items() if each not in found}
                back_home(window)
        if MORE not in names:
            return found
        away = go(window, MORE)
        before += away - (before == 1)  # at the beginning the last choice is had by the first press


def back_home(window: KioskWindow) -> None:
    while BEFORE in window.access.page.names:
        window.access.step(Step.BACK)
    window.access.step(Step.BACK)


@pytest.mark.parametrize("panel", [LANDSCAPE, PORTRAIT, PANEL_17])
@pytest.mark.parametrize(
    ("services", "language"),
    [*((services, "zh-TW") for services in (1, 6, 7, 8, 9, 10, 11)), *((12, each) for each in VISITOR_LANGUAGES)],
)
def test_six_presses_are_enough_for_every_service_of_twelve(
    glass: Glasses, services: int, language: str, panel: Panel
) -> None:
    found = presses(glass(an_office_of(services), panel, language))
    assert len(found) == services
    assert max(found.values()) <= 6, found


@pytest.mark.parametrize(("grouped", "most"), [(False, 11), (True, 10)])
def test_thirty_services_are_not_much_further_away(glass: Glasses, grouped: bool, most: int) -> None:
    found = presses(glass(an_office_of(30, groups=grouped)))
    assert len(found) == 30
    assert max(found.values()) <= most, found


def test_the_first_press_is_on_the_last_choice_and_enter_turns_the_page(glass: Glasses) -> None:
    window = glass(an_office_of(12))
    first = window.access.page.names
    window.speak("zh-TW", eased=False)
    window.access.step(Step.PREVIOUS)
    assert ringed(window) == MORE
    window.access.step(Step.ENTER)
    assert ringed(window) == window.access.page.names[0] != first[0]
    window.access.step(Step.BACK)
    assert window.access.page.names == first
