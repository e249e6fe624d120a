"""Any text of the glass read aloud by the voices of this computer, and never by another language's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.voice.clips import turned
from drivers.voice.errors import LanguageAbsent
from drivers.voice.loudness import loudness
from drivers.voice.reading import ReadingVoice, spoken_text
from drivers.voice.sound import read_sound
from drivers.voice.spoken import Saying


@pytest.fixture
def voice(tmp_path: Path) -> Iterator[ReadingVoice]:
    made = ReadingVoice(tmp_path, ("zh-TW", "en", "vi", "id", "th"))
    made.start()
    yield made
    made.close()


def always() -> bool:
    return True


def test_words_and_a_number_are_read_and_kept_for_the_next_time(voice: ReadingVoice, tmp_path: Path) -> None:
    assert voice.languages == {"zh-TW", "en", "vi", "id"}, "Thai has no voice that was tested"
    sayings = (Saying(text="您的號碼"), Saying(text="A001", is_number=True))
    spoken = voice.read(sayings, "zh-TW", times=1.0, wanted=always)
    assert spoken is not None
    assert spoken.seconds > 1.0
    voice.close()
    later = ReadingVoice(tmp_path, ("zh-TW",))
    later.start()
    again = later.read(sayings, "zh-TW", times=2.0, wanted=always)
    assert again is not None
    assert later.speech_child is None, "nothing had to be made"
    assert loudness(read_sound(again.path)) < -6
    later.close()


@pytest.mark.parametrize(
    ("language", "words", "spelt"),
    [
        ("vi", "Vui lòng chọn dịch vụ", ["xê", "không", "một", "hai"]),
        ("id", "Silakan pilih layanan", ["ce", "nol", "satu", "dua"]),
    ],
)
def test_vietnamese_and_indonesian_are_read_with_their_own_voices(
    voice: ReadingVoice, language: str, words: str, spelt: list[str]
) -> None:
    number = Saying(text="C012", is_number=True)
    spoken = voice.read((Saying(text=words), number), language, times=1.0, wanted=always)
    assert spoken is not None
    assert spoken.seconds > 2.0
    assert spoken_text(number, language, "espeak").split() == spelt
    assert voice.read((Saying(text="戶籍謄本"),), language, times=1.0, wanted=always) is None


def test_a_louder_voice_is_louder(voice: ReadingVoice) -> None:
    spoken = voice.read((Saying(text="3 of 8"),), "en", times=1.0, wanted=always)
    assert spoken is not None
    usual = read_sound(spoken.path)
    assert loudness(turned(usual, 1.7)) > loudness(usual) + 3
    assert loudness(turned(usual, 0.3)) < loudness(usual) - 8


def test_no_language_is_read_with_the_voice_of_another(voice: ReadingVoice) -> None:
    assert voice.read((Saying(text="戶籍謄本"),), "en", times=1.0, wanted=always) is None
    both = voice.read((Saying(text="戶籍謄本"), Saying(text="button")), "en", times=1.0, wanted=always)
    alone = voice.read((Saying(text="button"),), "en", times=1.0, wanted=always)
    assert both is not None
    assert alone is not None
    assert both.seconds == alone.seconds
    with pytest.raises(LanguageAbsent):
        voice.read((Saying(text="สวัสดี"),), "th", times=1.0, wanted=always)


def test_what_nobody_waits_for_any_more_is_not_read(voice: ReadingVoice) -> None:
    assert voice.read((Saying(text="button"),), "en", times=1.0, wanted=lambda: False) is None


def test_without_the_speech_program_nothing_is_read_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = ReadingVoice(tmp_path / "cache", ("zh-TW", "en"))
    voice.start()
    assert voice.languages == frozenset()
    voice.close()


def test_a_label_is_read_sign_by_sign_and_signs_for_the_eye_are_pauses() -> None:
    assert spoken_text(Saying(text="B012", is_number=True), "zh-TW", "espeak").split() == ["bi1", "零", "一", "二"]
    assert spoken_text(Saying(text="印鑑登記・證明（副本）"), "zh-TW", "espeak") == "印鑑登記, 證明, 副本"
