"""What a kiosk is called where help is asked for."""

from dataclasses import replace

import pytest

from tests.counter.builders import OFFICE
from waitline.model.bus import BusSetup
from waitline.model.display_devices import voice_of
from waitline.model.office import DisplaySetup, KioskSetup
from waitline.model.places import place_words
from waitline.model.words import Words

DOOR = Words(zh="入口取號機", en="Kiosk at the entrance")
ONE = (KioskSetup(id="kiosk-1"),)


@pytest.mark.parametrize(
    ("kiosks", "place", "zh", "en"),
    [
        (ONE, "kiosk-1", "取號機", "Kiosk"),
        ((*ONE, KioskSetup(id="kiosk-2")), "kiosk-2", "2 號取號機", "Kiosk 2"),
        ((*ONE, KioskSetup(id="upstairs")), "upstairs", "取號機 upstairs", "Kiosk upstairs"),
        (ONE, "K3", "取號機 K3", "Kiosk K3"),
        ((KioskSetup(id="kiosk-1", names=DOOR),), "kiosk-1", DOOR.zh, DOOR.en),
    ],
    ids=["the only one", "one of two", "without a number", "no longer set up", "named by the office"],
)
def test_a_kiosk_is_called_what_staff_would_call_it(kiosks, place, zh, en):
    words = place_words(place, replace(OFFICE, kiosks=kiosks))
    assert (words.zh, words.en) == (zh, en)


def test_a_line_of_panels_and_keypads_is_called_by_its_name_in_the_office_file():
    setup = replace(OFFICE, buses=(BusSetup(id="counters", port="/dev/ttyUSB7"),))
    words = place_words("counters:line", setup)
    assert (words.zh, words.en) == ("線路 counters", "Line counters")


@pytest.mark.parametrize(
    ("displays", "zh", "en"),
    [(("lobby-1",), "看板", "Display"), (("lobby-1", "up"), "看板 lobby-1", "Display lobby-1")],
)
def test_a_display_is_called_by_its_name_where_there_are_several(displays, zh, en):
    setup = replace(OFFICE, displays=tuple(DisplaySetup(id=one) for one in displays))
    words = place_words(voice_of("lobby-1"), setup)
    assert (words.zh, words.en) == (zh, en)
