"""What is heard in the accessible profile, by who sees nothing: every page, every choice, the number twice."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.printing.queue.slip_news import Slip, SlipNews
from drivers.voice.spoken import Saying
from kiosk.access.keys import Step
from kiosk.access.speech import LOUDNESS, USUAL, Speech
from kiosk.scenes import Number
from tests.kiosk.houses import Stand
from tests.kiosk.test_kiosk_takes_numbers import NO_REASON, at_home, until_number
from waitline.model.office import KioskSetup

from .four_keys import BACK, ENTER, NEXT, PREVIOUS, FourKeys
from .listening import HandPlayer, PaperVoice

Stands = Callable[..., Stand]
Listens = Callable[..., tuple[PaperVoice, HandPlayer]]


@pytest.fixture
def listen() -> Iterator[Listens]:
    """Gives a kiosk a voice and a loudspeaker."""
    with ExitStack() as everything:

        def give(
            kiosk: Stand, voice: PaperVoice | None = None, *, audible: bool = True
        ) -> tuple[PaperVoice, HandPlayer]:
            voice, player = voice or PaperVoice(), HandPlayer(audible=audible)
            speech = Speech(voice, player)
            speech.changed.connect(kiosk.window.access.refresh)
            kiosk.window.access.speak_with(speech)
            everything.callback(speech.close)
            return voice, player

        yield give


def heard(qtbot: QtBot, voice: PaperVoice, *words: str) -> None:
    """All these words are among the last that were read."""
    qtbot.waitUntil(lambda: set(words) <= set(voice.last))


def test_the_first_key_is_answered_by_office_page_and_choice(stand: Stands, listen: Listens, qtbot: QtBot) -> None:
    kiosk = stand()
    voice, player = listen(kiosk)
    at_home(qtbot, kiosk)
    assert player.opened == 0, "nobody needs it"
    FourKeys(kiosk).press(NEXT)
    heard(qtbot, voice, "請選擇要辦理的業務", "戶籍謄本", "按鈕", "第 1 項，共 10 項")
    assert voice.last[0].endswith("戶政事務所")
    assert any("返回鍵" in words for words in voice.last)


def test_every_choice_is_read_with_its_state_and_place_and_the_turn_is_said(
    stand: Stands, listen: Listens, qtbot: QtBot
) -> None:
    kiosk = stand()
    voice, player = listen(kiosk)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    keys.press(NEXT)
    heard(qtbot, voice, "戶籍登記（出生・結婚・離婚・死亡・遷徙）", "前面 0 人", "第 2 項，共 10 項")
    keys.press(PREVIOUS)
    keys.press(PREVIOUS)
    heard(qtbot, voice, "繞回另一端", "愛心優先", "第 10 項，共 10 項")
    qtbot.waitUntil(lambda: player.playing)


def test_new_words_end_the_old_ones_at_once(stand: Stands, listen: Listens, qtbot: QtBot) -> None:
    kiosk = stand()
    _voice, player = listen(kiosk)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    qtbot.waitUntil(lambda: player.playing)
    kiosk.window.access.step(Step.NEXT)  # no events in between, in which the new sound could begin
    assert not player.playing


def test_the_number_is_read_twice_as_printed_and_the_slip_does_not_cut_it_short(
    stand: Stands, listen: Listens, qtbot: QtBot
) -> None:
    kiosk = stand()
    voice, player = listen(kiosk)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT, ENTER)
    number = until_number(qtbot, kiosk)
    heard(qtbot, voice, "您的號碼", "A001", "戶籍謄本", "請在等候區稍坐，我們會叫您的號碼")
    twice = [saying for saying in voice.read_aloud[-1][2] if saying.is_number]
    assert twice == [Saying(text="A001", is_number=True)] * 2
    qtbot.waitUntil(lambda: player.playing)
    kiosk.attendant.slip_news.emit(SlipNews(label=number.taken.ticket.label, slip=Slip.PRINTED))
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number) and kiosk.flow.scene.slip is Slip.PRINTED)
    assert "A001" in voice.last
    assert player.playing
    player.end()
    heard(qtbot, voice, "請取走您的號碼單")


def test_it_is_said_again_louder_and_softer(stand: Stands, listen: Listens, qtbot: QtBot) -> None:
    kiosk = stand(kiosk=NO_REASON)
    voice, _ = listen(kiosk)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(PREVIOUS)
    keys.take("love")
    until_number(qtbot, kiosk)
    heard(qtbot, voice, "您的號碼")
    said = len(voice.read_aloud)
    keys.take("access-repeat")
    qtbot.waitUntil(lambda: len(voice.read_aloud) > said)
    heard(qtbot, voice, "您的號碼")
    keys.take("access-options")
    for name, step in (("access-louder", 1), ("access-softer", 0), ("access-softer", -1)):
        keys.take(name)
        qtbot.waitUntil(lambda step=step: voice.read_aloud[-1][1] == LOUDNESS[USUAL + step])
    keys.press(BACK, BACK)
    heard(qtbot, voice, "已回到一般畫面")
    assert voice.read_aloud[-1][1] == LOUDNESS[USUAL], "the next visitor finds it as loud as everybody"


def test_hear_it_again_is_offered_only_where_something_is_heard_and_moves_nothing_under_a_finger(
    stand: Stands, listen: Listens, qtbot: QtBot
) -> None:
    kiosk = stand()
    _, player = listen(kiosk)
    page, at = kiosk.window.access.page, QPoint(60, 60)
    at_home(qtbot, kiosk)
    FourKeys(kiosk).press(NEXT)
    assert "access-repeat" in page.names
    player.audible = False
    kiosk.window.access.refresh()
    assert "access-repeat" not in page.names
    silent = {tile.objectName(): tile.geometry() for tile in FourKeys(kiosk).tiles()}
    tile = kiosk.button("service-TRANS")
    kiosk.press(tile, at)
    player.audible = True
    kiosk.window.access.refresh()
    assert {tile.objectName(): tile.geometry() for tile in FourKeys(kiosk).tiles()} == silent
    QTest.touchEvent(tile, kiosk.finger).release(1, QPoint(-900, -900), tile).commit()
    qtbot.waitUntil(lambda: "access-repeat" in page.names)


def test_what_is_only_for_the_ear_is_not_offered_in_a_language_without_a_voice(
    stand: Stands, listen: Listens, qtbot: QtBot
) -> None:
    kiosk = stand()
    listen(kiosk, PaperVoice({"zh-TW"}))
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    keys.take("access-options")
    assert {"access-repeat", "access-louder", "access-softer"} <= set(kiosk.window.access.page.names)
    keys.take("language-en")
    qtbot.waitUntil(lambda: "not read aloud" in kiosk.label("access-line-0"))
    assert "access-repeat" not in kiosk.window.access.page.names
    keys.take("access-options")
    offered = set(kiosk.window.access.page.names)
    assert "language-vi" in offered
    assert not {"access-repeat", "access-louder", "access-softer"} & offered


def test_the_warning_before_a_page_goes_is_said(stand: Stands, listen: Listens, qtbot: QtBot) -> None:
    kiosk = stand()
    voice, _ = listen(kiosk)
    at_home(qtbot, kiosk)
    FourKeys(kiosk).press(NEXT)
    heard(qtbot, voice, "戶籍謄本")
    kiosk.clock.later(101)
    qtbot.waitUntil(lambda: any("還在嗎" in words for words in voice.last))


def test_the_visitors_language_is_spoken(stand: Stands, listen: Listens, qtbot: QtBot) -> None:
    kiosk = stand()
    voice, _ = listen(kiosk)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    keys.take("access-options")
    keys.take("language-en")
    heard(qtbot, voice, "Please choose a service", "Household transcript", "button", "1 of 10")
    assert voice.read_aloud[-1][0] == "en"


@pytest.mark.parametrize("audible", [True, False])
def test_what_cannot_be_spoken_is_said_on_the_glass(
    stand: Stands, listen: Listens, qtbot: QtBot, audible: bool
) -> None:
    kiosk = stand()
    voice, player = listen(kiosk, PaperVoice({"en"}), audible=audible)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    words = "這種語言不能朗讀" if audible else "目前沒有語音"
    qtbot.waitUntil(lambda: words in kiosk.label("access-line-0"))
    keys.press(ENTER)
    until_number(qtbot, kiosk)
    assert voice.read_aloud == []
    keys.press(BACK)
    assert player.opened == int(audible), "a loudspeaker that is not there is not looked for all day"


def test_the_keys_do_not_wait_for_a_voice_that_hangs(stand: Stands, listen: Listens, qtbot: QtBot) -> None:
    class Hanging(PaperVoice):
        free = threading.Event()

        def start(self) -> None:
            assert self.free.wait(30)

        def close(self) -> None:
            self.free.set()

    kiosk = stand(kiosk=KioskSetup(id="kiosk-1"))
    listen(kiosk, Hanging())
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT, Qt.Key.Key_Down, ENTER)
    assert until_number(qtbot, kiosk).taken.ticket.service == "REG"
