"""How long it will take: on tiles with room for it, with the number, on its slip, and kept with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.printing.emulator.device import Emulator
from drivers.printing.profile import load_profile
from kiosk.hall import Hall
from kiosk.pages.picture_tile import PictureTile
from kiosk.pages.waiting_words import WaitingWords
from kiosk.scenes import Number
from kiosk.tongue import Tongue, first
from kiosk.window import KioskWindow
from tests.verbs.acts_learning import LEARNT
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId
from waitline.model.forecast import WaitRange
from waitline.model.service import ServiceCode
from waitline.model.staff import StaffId
from waitline.model.words import VISITOR_LANGUAGES, name_and_detail
from waitline.verbs.learning import Learning
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views.foresight import NOTHING_FORESEEN
from waitline.views.wait_words import brief

from .houses import LANDSCAPE, PANEL_17, PORTRAIT, House, Stand
from .inked import crowded
from .many_services import an_office_of
from .offices import MONDAY_NINE, WEEKDAYS, a_kiosk, a_view
from .panes import Panel, panes
from .test_kiosk_prints import takes

TRANS = ServiceCode("TRANS")
Glasses = Callable[..., KioskWindow]


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """A kiosk's window with so many services, in a language."""
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(services: int, language: str, panel: Panel = LANDSCAPE) -> KioskWindow:
            office = replace(an_office_of(services), hours=WEEKDAYS)
            return show(panel, language, office=office, kiosk=a_kiosk(languages=VISITOR_LANGUAGES))

        yield put_up


def on_a_tile(wait: WaitRange, language: str) -> str:
    said = brief(wait)
    assert said is not None
    return said.in_language(language)


def unbroken(text: str) -> str:
    """Without what lines are broken at."""
    return "".join(text.split())


def tiles(window: KioskWindow) -> list[PictureTile]:
    every = window.findChildren(PictureTile)
    return [tile for tile in every if tile.objectName().startswith("service-") and tile.isVisible()]


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("services", [1, 4, 6, 12])
@pytest.mark.parametrize("panel", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_every_tile_tells_the_wait_and_names_stay_readable_in_both_languages(
    glass: Glasses, services: int, language: str, panel: Panel
) -> None:
    window = glass(services, language, panel)
    told = ["25–35" in tile.shown_text for tile in tiles(window)]
    assert told == [True] * services
    names = [(name_and_detail(tile.words.second)[0], tile.shown_text) for tile in tiles(window)]
    in_both = [unbroken(second) in unbroken(shown) for second, shown in names]
    assert sum(in_both) >= 0.8 * services
    assert all(tile.smallest_cap_mm >= 7.3 and not tile.squeezed for tile in tiles(window))
    view = a_view(replace(an_office_of(services), hours=WEEKDAYS), waiting=12)
    window.show_view(replace(view, foresight=NOTHING_FORESEEN), MONDAY_NINE, fresh=True)
    assert not any("25–35" in tile.shown_text for tile in tiles(window))


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", [PORTRAIT, PANEL_17], ids=["portrait", "17 inch"])
def test_no_word_stands_at_the_edge_of_a_tile_for_it(glass: Glasses, panel: Panel, language: str) -> None:
    window = glass(6, language, panel)
    told = [tile for tile in tiles(window) if "25–35" in tile.shown_text]
    assert len(told) == 6
    assert crowded(window, told, apart=0.7, edge=2.0) == []


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
def test_the_words_follow_the_range(qapp: QApplication, language: str) -> None:
    tongue = Tongue(VISITOR_LANGUAGES)
    qapp.installTranslator(tongue)
    tongue.turn(language, alone=False)
    words = WaitingWords(qapp)
    ways = (WaitRange(25, 35), WaitRange(0, 5), WaitRange(45, 70))
    for say in (words.wait, lambda wait: on_a_tile(wait, language), lambda wait: words.question(7, wait)):
        said = [first(say(wait)) for wait in ways]
        assert ["25–35" in said[0], "5" in said[1], "40" in said[2]] == [True] * 3
        assert "0–5" not in said[1]
        assert "70" not in said[2]
        assert not any("{" in text for text in said)
    assert words.wait(None) == words.wait(WaitRange(0, 0)) == ""
    assert brief(None) is brief(WaitRange(0, 0)) is None
    qapp.removeTranslator(tongue)


def test_the_wait_is_on_the_glass_on_the_slip_and_kept_with_the_number(
    stand: Callable[..., Stand], house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    Learning(house.store).learn(replace(LEARNT, day="2099-01-01"))
    house.open_counters("3")
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as printer:
        kiosk = stand(port=printer.port)
        for _ in range(2):
            label = takes(qtbot, kiosk, "REG")
            kiosk.clock.later(1)
            number = kiosk.flow.scene
            kiosk.touch("home")
        assert isinstance(number, Number)
        assert number.wait is not None
        assert number.wait.most > 0
        slip = printer.wait_for_slips(2, seconds=30)[1]
    with house.store.reading() as look:
        told = look.told(house.ticket(label).id)
    assert told is not None
    assert told.announced == number.wait
    said = f"{number.wait.least}-{number.wait.most} 分" if number.wait.least else f"{number.wait.most} 分以內"
    assert any(said in line for line in slip.text)


def test_what_the_tiles_tell_and_a_number_keeps_is_calm_about_a_minute_more(tmp_path: Path) -> None:
    house = House(tmp_path, turned_to=MONDAY_NINE)
    Learning(house.store).learn(replace(LEARNT, day="2099-01-01"))
    house.open_counters("3", "4", "5", "7", "8")
    reception = Reception(house.store)
    for minutes, number in enumerate(("3", "4", "5", "7", "8")):
        house.turn(Instant(MONDAY_NINE + minutes * MINUTE))
        reception.take_ticket(request=new_request(), service="TRANS")
        house.calling().override_reserve(
            request=new_request(), counter=CounterId(number), by=StaffId(f"c{int(number):02d}")
        )
    hall = Hall(house.office.database_url, house.office.office_id, a_kiosk())
    watch, ends = hall.watch(), []
    for _ in range(9):
        reception.take_ticket(request=new_request(), service="TRANS")
        found, shown = house.view(), watch.read()
        ends.append((found.waits[TRANS].most, shown.waits[TRANS].most))
        told = shown.forecast_of(TRANS, love=False)
        assert told is not None
        assert told.announced == shown.waits[TRANS]
    watch.feed.close()
    hall.close()
    house.store.close()
    assert all(found - 2 <= shown <= found for found, shown in ends)
    assert any(shown < found for found, shown in ends)
