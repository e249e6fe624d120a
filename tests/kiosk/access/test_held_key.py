"""A key that is held walks over all choices: of thirty services, too, any is few presses away."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.voice.spoken import Saying
from kiosk.access.keys import MOST_WALKED
from kiosk.access.page import BEFORE, MORE
from kiosk.access.speech import Speech
from kiosk.access.tile import AccessTile
from kiosk.scenes import Home
from kiosk.staff.corner import Corner
from kiosk.window import KioskWindow
from tests.kiosk.houses import LANDSCAPE, PANEL_17, PORTRAIT, Stand
from tests.kiosk.many_services import an_office_of
from tests.kiosk.offices import a_kiosk
from tests.kiosk.panes import Panel, panes
from tests.kiosk.test_kiosk_takes_numbers import NO_REASON, at_home, until_number
from waitline.model.keypad import Keypad
from waitline.model.office import KioskSetup, OfficeSetup
from waitline.model.words import VISITOR_LANGUAGES

from .four_keys import ENTER, NEXT, PREVIOUS, FourKeys, a_moment
from .listening import HandPlayer, PaperVoice

QUICK = Keypad(hold_s=0.02)
"""Nobody waits two seconds a choice here."""
OFFICES = [an_office_of(30), an_office_of(30, groups=True)]
Glasses = Callable[..., "Hand"]


class Hand:
    """Holds a key of a kiosk down until something is reached; counts presses and what was chosen."""

    def __init__(self, window: KioskWindow) -> None:
        self.window = window
        self.presses = 0
        self.chosen: list[str] = []
        window.access.chosen.connect(self.chosen.append)

    @property
    def at(self) -> str | None:
        tiles = self.window.findChildren(AccessTile)
        return next((tile.objectName() for tile in tiles if tile.isVisible() and tile.ringed), None)

    def send(self, key: Qt.Key, *, down: bool) -> None:
        if down:
            a_moment()
        (QTest.keyPress if down else QTest.keyRelease)(self.window.windowHandle(), key)
        self.presses += down

    def press(self, key: Qt.Key) -> None:
        self.send(key, down=True)
        self.send(key, down=False)

    def hold_until(self, qtbot: QtBot, key: Qt.Key, reached: Callable[[], bool]) -> None:
        done: list[str | None] = []

        def look() -> None:
            if not done and reached():
                self.send(key, down=False)
                done.append(self.at)

        keys = self.window.access.keys
        for moved in (keys.stepped, keys.walked):
            moved.connect(look)
        self.send(key, down=True)
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        for moved in (keys.stepped, keys.walked):
            moved.disconnect(look)
        assert self.at == done[0], "let go, it stays there"

    def hold_to(self, qtbot: QtBot, key: Qt.Key, name: str) -> None:
        self.hold_until(qtbot, key, lambda: self.at == name)


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(
            office: OfficeSetup, panel: Panel = LANDSCAPE, language: str = "zh-TW", keys: Keypad = QUICK
        ) -> Hand:
            window = show(panel, language, office=office, kiosk=a_kiosk(languages=VISITOR_LANGUAGES, keypad=keys))
            window.place_wanted.connect(lambda place: window.show_scene(Home(place=place)))
            window.ease_wanted.connect(lambda on: window.speak(language, eased=on))
            window.access.ease_wanted.connect(lambda on: window.speak(language, eased=on))
            window.show_scene(Home())
            return Hand(window)

        yield put_up


@pytest.mark.parametrize("panel", [LANDSCAPE, PORTRAIT, PANEL_17])
@pytest.mark.parametrize("language", ["zh-TW", "vi"])
def test_one_press_goes_round_all_thirty(glass: Glasses, qtbot: QtBot, panel: Panel, language: str) -> None:
    hand, seen = glass(OFFICES[0], panel, language), []

    def round_about() -> bool:
        seen.append(hand.at)
        return len(seen) > 1 and seen[-1] == seen[0]

    hand.hold_until(qtbot, NEXT, round_about)
    services = [name for name in seen[:-1] if name is not None and name.startswith("service-")]
    assert services == [f"service-{service.code}" for service in OFFICES[0].services]
    assert not {MORE, BEFORE} & set(seen)
    assert "love" in seen
    assert hand.presses == 1


@pytest.mark.parametrize("key", [NEXT, PREVIOUS])
@pytest.mark.parametrize("at", [0, 8, 15, 22, 29])
def test_of_thirty_services_any_is_two_presses_away(glass: Glasses, qtbot: QtBot, key: Qt.Key, at: int) -> None:
    hand, service = glass(OFFICES[0]), OFFICES[0].services[at]
    hand.hold_to(qtbot, key, f"service-{service.code}")
    hand.press(ENTER)
    assert hand.chosen == [f"service-{service.code}"]
    assert hand.presses == 2


def test_of_thirty_services_in_groups_each_is_four_presses_away(glass: Glasses, qtbot: QtBot) -> None:
    for service in OFFICES[1].services:
        hand = glass(OFFICES[1])
        if service.group is not None:
            hand.hold_to(qtbot, NEXT, f"group-{service.group}")
            hand.press(ENTER)
        hand.hold_to(qtbot, NEXT, f"service-{service.code}")
        hand.press(ENTER)
        assert hand.chosen[-1] == f"service-{service.code}"
        assert hand.presses <= 4


def test_back_to_front_it_is_the_same_round(glass: Glasses, qtbot: QtBot) -> None:
    rounds = []
    for key in (NEXT, PREVIOUS):
        hand, seen = glass(OFFICES[0], PANEL_17), []

        def round_about(hand: Hand = hand, seen: list[str | None] = seen) -> bool:
            if hand.at not in {MORE, BEFORE}:
                seen.append(hand.at)
            return len(seen) > 1 and seen[-1] == seen[0]

        hand.hold_until(qtbot, key, round_about)
        rounds.append(seen[:-1])
    first, last = rounds
    at = first.index(last[0])
    assert last == [*first[at::-1], *first[:at:-1]]


def test_a_key_that_is_stuck_walks_no_longer_than_somebody_listens(glass: Glasses, qtbot: QtBot) -> None:
    hand, walked = glass(OFFICES[0]), []
    hand.window.access.keys.walked.connect(walked.append)
    with qtbot.waitSignal(hand.window.access.keys.let_go, timeout=20_000):
        hand.send(NEXT, down=True)
    assert len(walked) == MOST_WALKED


def test_another_key_ends_it_and_so_does_the_staff_sheet(stand: Callable[..., Stand], qtbot: QtBot) -> None:
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", keypad=QUICK))
    at_home(qtbot, kiosk)
    hand, keys = Hand(kiosk.window), kiosk.window.access.keys
    corner = kiosk.window.findChild(Corner, "staff-corner")
    for end in (lambda: hand.send(PREVIOUS, down=True), corner.held.emit):
        with qtbot.waitSignal(keys.walked):
            hand.send(NEXT, down=True)
        with qtbot.waitSignal(keys.let_go):
            end()
        hand.send(NEXT, down=False)


def test_where_the_office_wants_it_a_held_key_is_one_press(glass: Glasses, qtbot: QtBot) -> None:
    quick, slow = glass(OFFICES[0]), glass(OFFICES[0], keys=Keypad(hold_s=0))
    walked: list[object] = []
    slow.window.access.keys.walked.connect(walked.append)
    slow.send(NEXT, down=True)
    quick.hold_until(qtbot, NEXT, lambda: quick.at == f"service-{OFFICES[0].services[12].code}")
    assert walked == []
    assert slow.at == f"service-{OFFICES[0].services[0].code}"


def test_while_it_walks_only_names_are_said_and_all_of_it_when_it_is_let_go(
    stand: Callable[..., Stand], qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", keypad=QUICK))
    voice = PaperVoice()
    speech = Speech(voice, HandPlayer())
    kiosk.window.access.speak_with(speech)
    at_home(qtbot, kiosk)
    hand = Hand(kiosk.window)
    hand.hold_to(qtbot, NEXT, "service-IDCARD")
    qtbot.waitUntil(lambda: "第 3 項，共 10 項" in voice.last)
    walked = [sayings for _, _, sayings in voice.read_aloud if len(sayings) == 1]
    assert all(isinstance(saying, Saying) for sayings in walked for saying in sayings)
    speech.close()


def test_a_number_by_one_held_key(stand: Callable[..., Stand], qtbot: QtBot) -> None:
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", love_asks_reason=NO_REASON.love_asks_reason, keypad=QUICK))
    at_home(qtbot, kiosk)
    hand = Hand(kiosk.window)
    hand.hold_to(qtbot, NEXT, "service-ASK")
    kiosk.clock.later(1)
    FourKeys(kiosk).press(ENTER)
    assert until_number(qtbot, kiosk).taken.ticket.service == "ASK"
