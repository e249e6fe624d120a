"""One announcement at the loudspeaker: chime at once, words after it, an end in every case."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from display.announcer import Announcement
from display.speaking import Loudspeaker
from drivers.voice.errors import NotSpoken
from drivers.voice.spoken import CallPhrase, SpokenFile, chime_of
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.desktop.sound import Ending

CHIME, LOVE_CHIME = "chime.wav", "chime-love.wav"


class HandSound(QObject):
    """A device whose sounds end when the test says so."""

    ended = Signal(object)
    audible_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.audible = True
        self.volume = 1.0
        self.played: list[str] = []
        self.stopped = 0

    def open(self) -> None:
        self.audible_changed.emit(self.audible)

    def play(self, file: Path, seconds: float) -> None:
        assert seconds > 0
        self.played.append(file.name)

    def stop(self) -> None:
        self.stopped += 1

    def close(self) -> None:
        self.stopped += 1


class SlowVoice:
    """A voice that makes a sentence when the test lets it, or fails."""

    def __init__(self) -> None:
        self.asked: list[CallPhrase] = []
        self.may = threading.Event()
        self.may.set()
        self.fails = False
        self.lacks: set[str] = set()
        self.seconds: dict[str, float] = {}

    def start(self) -> None: ...

    def absent(self) -> frozenset[str]:
        return frozenset(self.lacks)

    def sentence(self, call: CallPhrase) -> SpokenFile:
        self.asked.append(call)
        self.may.wait(60)
        if self.fails or call.languages[0] in self.lacks:
            raise NotSpoken(chime=chime_of(love=False), reason_zh="測試", reason_en="test")
        (language,) = call.languages
        words = Path(f"{call.number}.wav" if language == "zh-TW" else f"{call.number}-{language}.wav")
        return SpokenFile(
            path=words,
            seconds=self.seconds.get(language, 2.0),
            languages_spoken=call.languages,
            languages_missing=(),
        )

    def close(self) -> None:
        self.may.set()


@pytest.fixture
def voice() -> SlowVoice:
    return SlowVoice()


@pytest.fixture
def sound(qapp) -> HandSound:
    return HandSound()


@pytest.fixture
def patience_s() -> float:
    """A minute, so that no slow machine is a voice that hangs, but where that is what the test is about."""
    return 60.0


@pytest.fixture
def back_within_s() -> float:
    return 60.0


@pytest.fixture
def loudspeaker(qtbot, voice, sound, patience_s, back_within_s) -> Iterator[Loudspeaker]:
    loudspeaker = Loudspeaker(voice, sound, patience_s=patience_s, back_within_s=back_within_s)
    loudspeaker.open()
    yield loudspeaker
    loudspeaker.close()


def a_call(
    label: str = "A001", *, love: bool = False, languages: tuple[str, ...] = ("zh-TW", "en")
) -> Announcement:
    call = PaperHall(TurnedClock()).call(label, "3", love=love)
    return Announcement(call=call, languages=languages, short=False)


def test_the_chime_does_not_wait_for_the_words(voice, sound, loudspeaker):
    voice.may.clear()
    loudspeaker.say(a_call())
    assert sound.played == [CHIME]


def test_the_words_follow_the_chime_without_a_second_one(qtbot, voice, sound, loudspeaker):
    loudspeaker.say(a_call())
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav"])
    asked = [(one.number, one.counter, one.chime, one.languages) for one in voice.asked]
    assert asked == [("A001", "3", False, ("zh-TW",)), ("A001", "3", False, ("en",))]
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", "A001-en.wav"])
    assert [one.pause > 0 for one in voice.asked] == [False, True]
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)


def test_when_others_wait_only_the_languages_follow_that_the_call_cannot_do_without(
    qtbot, voice, sound, loudspeaker
):
    call = replace(a_call().call, language="vi")
    loudspeaker.say(
        Announcement(call=call, languages=("zh-TW", "en", "id", "vi"), short=False), hurry=lambda: True
    )
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav"])
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", "A001-vi.wav"])
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)


def test_before_every_sound_it_is_asked_whether_the_call_may_go_on(qtbot, voice, sound, loudspeaker):
    may = [True, False]
    loudspeaker.say(a_call(), may=lambda: may.pop(0) or loudspeaker.stop() or False)
    qtbot.waitUntil(lambda: len(voice.asked) == 2)
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav"])
    sound.ended.emit(Ending.PLAYED)
    assert may == []
    loudspeaker.say(a_call("B001"))
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", CHIME, "B001.wav"])


def test_a_call_lasts_no_longer_than_fifteen_seconds(qtbot, voice, sound, loudspeaker, caplog):
    """Each language takes two seconds in this test, but for the long one."""
    caplog.set_level("INFO")
    voice.seconds["id"] = 10.0
    call = replace(a_call().call, language="vi")
    loudspeaker.say(Announcement(call=call, languages=("zh-TW", "id", "vi"), short=False))
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav"])
    qtbot.waitUntil(lambda: len(voice.asked) == 3)
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", "A001-vi.wav"])
    assert "language_left_out" in caplog.text


def test_a_language_without_a_voice_is_passed_over_and_is_no_failure(qtbot, voice, sound, loudspeaker):
    voice.lacks = {"zh-TW"}
    heard: list[bool] = []
    loudspeaker.spoke.connect(heard.append)
    loudspeaker.say(a_call())
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001-en.wav"])
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)
    assert heard == [True]


def test_a_love_visitor_has_the_softer_chime(sound, loudspeaker):
    loudspeaker.say(a_call("901", love=True))
    assert sound.played == [LOVE_CHIME]


def test_words_that_fail_leave_the_chime_and_free_the_loudspeaker(qtbot, voice, sound, loudspeaker, caplog):
    voice.fails = True
    heard: list[bool] = []
    loudspeaker.spoke.connect(heard.append)
    loudspeaker.say(a_call())
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)
    assert sound.played == [CHIME]
    assert "call_not_spoken" in caplog.text
    assert heard == [False]


@pytest.mark.parametrize("patience_s", [1.5], ids=["impatient"])
def test_a_voice_that_hangs_keeps_no_other_call_waiting(qtbot, voice, sound, loudspeaker, caplog):
    voice.may.clear()
    loudspeaker.say(a_call())
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)
    assert "call_not_spoken" in caplog.text
    loudspeaker.say(a_call("A002"))
    assert sound.played == [CHIME, CHIME]
    voice.may.set()
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, CHIME, "A002.wav"])


def test_a_call_taken_back_is_silent_at_once_and_its_words_never_come(qtbot, voice, sound, loudspeaker):
    voice.may.clear()
    loudspeaker.say(a_call())
    loudspeaker.stop()
    assert sound.stopped == 1
    voice.may.set()
    loudspeaker.say(a_call("A002"))
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, CHIME, "A002.wav"])


def test_a_house_without_a_voice_chimes_and_is_done(qtbot, voice, sound, loudspeaker):
    loudspeaker.say(a_call(languages=()))
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)
    assert voice.asked == []


def test_without_a_device_no_sentence_is_made(qtbot, voice, sound, loudspeaker):
    sound.audible = False
    loudspeaker.say(a_call())
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)
    assert voice.asked == []


def test_a_call_whose_loudspeaker_is_soon_back_is_said_again_from_the_chime_on(
    qtbot, voice, sound, loudspeaker, caplog
):
    heard: list[bool] = []
    loudspeaker.spoke.connect(heard.append)
    loudspeaker.say(a_call())
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav"])
    sound.audible = False
    sound.ended.emit(Ending.NO_DEVICE)
    assert heard == []
    sound.audible = True
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", CHIME])
    for words in ("A001.wav", "A001-en.wav"):
        sound.ended.emit(Ending.PLAYED)
        qtbot.waitUntil(lambda words=words: sound.played[-1] == words)
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.PLAYED)
    assert heard == [True]
    assert "call_not_spoken" not in caplog.text


def test_what_was_said_to_its_end_is_not_said_again_when_the_loudspeaker_is_back(qtbot, voice, sound, loudspeaker):
    loudspeaker.say(a_call())
    for words in ("A001.wav", "A001-en.wav"):
        sound.ended.emit(Ending.PLAYED)
        qtbot.waitUntil(lambda words=words: sound.played[-1] == words)
    sound.ended.emit(Ending.NO_DEVICE)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", "A001-en.wav", CHIME])
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played[4:] == ["A001-en.wav"])


@pytest.mark.parametrize("back_within_s", [0.2], ids=["impatient"])
@pytest.mark.parametrize("audible", [False, True], ids=["stays away", "fails again and again"])
def test_a_call_whose_loudspeaker_does_not_come_back_is_told_as_not_spoken(
    qtbot, voice, sound, loudspeaker, caplog, audible
):
    loudspeaker.say(a_call())
    sound.audible = audible
    with qtbot.waitSignal(loudspeaker.finished):
        sound.ended.emit(Ending.NO_DEVICE)
    assert "call_not_spoken" in caplog.text
    assert "call_spoken" not in caplog.text


def test_a_call_taken_back_while_the_loudspeaker_is_away_stays_unsaid(qtbot, voice, sound, loudspeaker):
    loudspeaker.say(a_call())
    sound.ended.emit(Ending.NO_DEVICE)
    loudspeaker.stop()
    loudspeaker.say(a_call("A002"))
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, CHIME, "A002.wav"])


def test_words_that_cannot_be_played_are_passed_over(qtbot, voice, sound, loudspeaker):
    heard: list[bool] = []
    loudspeaker.spoke.connect(heard.append)
    loudspeaker.say(a_call())
    sound.ended.emit(Ending.PLAYED)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav"])
    sound.ended.emit(Ending.UNREADABLE)
    qtbot.waitUntil(lambda: sound.played == [CHIME, "A001.wav", "A001-en.wav"])
    assert heard == []
    sound.ended.emit(Ending.PLAYED)
    assert heard == [True]
