"""What is wrong with one recording stays its own affair: that clip, that language, and it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drivers.voice.errors import BadClipPack, LanguageFault, NotSpoken
from drivers.voice.sound import Sound, write_sound
from drivers.voice.spoken import CallPhrase
from drivers.voice.tongue import LanguageState, Readiness
from drivers.voice.voice import Voice
from tests.drivers.voice.conftest import PATIENCE
from tests.drivers.voice.recorded import tone, tones

FEW = ("ho", "tshiann-kau", "ho-kui-tai", "A", "0", "1", "2")
"""All that says A001 and A002 to counter 1 or 2."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "nan-TW"
    tones(folder, FEW, "nan-TW")
    return folder


@contextmanager
def begun(tmp_path: Path, *languages: str, packs: Path | None = None) -> Iterator[Voice]:
    voice = Voice(tmp_path / "cache", languages, packs=[packs or tmp_path / "packs"], engine="espeak")
    voice.start()
    try:
        assert voice.wait_for_recordings(PATIENCE)
        yield voice
    finally:
        voice.close()


def said(voice: Voice, number: str, *languages: str) -> tuple[str, ...]:
    return voice.sentence(CallPhrase(number=number, counter="1", languages=languages)).languages_spoken


def state(voice: Voice, language: str = "nan-TW") -> LanguageState:
    return next(one for one in voice.available() if one.language == language)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[approval]\nby = "the test"\non = 2025-01-02\n', "approval = true\n"),
        ("[clips]", "[[clips]]"),
        ("[clips]", "[clips"),
    ],
)
def test_a_manifest_of_a_wrong_shape_silences_its_own_language_alone(
    engine: str, tmp_path: Path, pack: Path, before: str, after: str
) -> None:
    manifest = pack / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    assert before in text
    manifest.write_text(text.replace(before, after), encoding="utf-8")
    with begun(tmp_path, "nan-TW", "en") as voice:
        assert isinstance(state(voice).trouble, BadClipPack)
        assert state(voice).readiness is Readiness.ABSENT
        assert said(voice, "A001", "nan-TW", "en") == ("en",)


class TornPlace(type(Path())):
    """A folder of packs on a disk that fails as no disk is foreseen to, for one language."""

    def __truediv__(self, key):
        if key == "nan-TW":
            raise LookupError("torn")
        return Path(self) / str(key)


def test_a_fault_that_nobody_foresaw_silences_its_own_language_alone_and_is_told(
    engine: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with begun(tmp_path, "nan-TW", "en", packs=TornPlace(tmp_path)) as voice:
        assert isinstance(state(voice).trouble, LanguageFault)
        assert "LookupError" in str(state(voice).words)
        assert said(voice, "A001", "nan-TW", "en") == ("en",)
        assert state(voice, "en").readiness is not Readiness.ABSENT
    assert "language_failed language=nan-TW" in caplog.text
    caplog.clear()  # the log holds it whole, for whoever mends it


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1500])


def made_long(file: Path) -> None:
    write_sound(file, tone(seconds=60.0))


def made_silent(file: Path) -> None:
    write_sound(file, Sound(pcm=bytes(20_000)))


def made_a_hum_that_no_ear_hears(file: Path) -> None:
    write_sound(file, tone(2.0, 1.0, peak=60))


def taken_away(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (cut, "不完整"),
        (made_long, "太長"),
        (made_silent, "沒有聲音"),
        (made_a_hum_that_no_ear_hears, "沒有聲音"),
        (taken_away, "無法使用"),
    ],
)
def test_one_bad_clip_keeps_only_the_calls_that_need_it_from_being_spoken(
    tmp_path: Path, pack: Path, harm, why: str
) -> None:
    harm(pack / "2.wav")
    for start in ("first", "second"):
        with begun(tmp_path, "nan-TW") as voice:
            assert state(voice).recorded == set(FEW) - {"2"}, start
            assert {clip: why in words.zh for clip, words in state(voice).unfit.items()} == {"2": True}
            assert said(voice, "A001", "nan-TW") == ("nan-TW",)
            with pytest.raises(NotSpoken, match="二 jī"):
                said(voice, "A002", "nan-TW")


def test_a_clip_that_was_mended_is_spoken_from_the_next_start(tmp_path: Path, pack: Path) -> None:
    cut(pack / "2.wav")
    with begun(tmp_path, "nan-TW") as voice:
        assert "2" not in (state(voice).recorded or ())
    write_sound(pack / "2.wav", tone(700))
    with begun(tmp_path, "nan-TW") as voice:
        assert not state(voice).unfit
        assert said(voice, "A002", "nan-TW") == ("nan-TW",)


def test_recordings_are_made_ready_before_the_voices_own_clips(engine: str, tmp_path: Path, pack: Path) -> None:
    with begun(tmp_path, "zh-TW", "nan-TW") as voice:
        assert state(voice).readiness is Readiness.CLIPS
        assert state(voice, "zh-TW").readiness is Readiness.SYNTHESIS, "which can be spoken without"


def test_how_the_languages_are_is_told_at_the_start_and_when_clips_are_ready(tmp_path: Path, pack: Path) -> None:
    heard: list[Readiness] = []
    voice = Voice(
        tmp_path / "cache",
        ["nan-TW"],
        packs=[tmp_path / "packs"],
        told=lambda states: heard.extend(state.readiness for state in states),
    )
    voice.start()
    assert voice.wait_for_clips(PATIENCE)
    voice.close()
    assert heard[0] is Readiness.RECORDED
    assert heard[-1] is Readiness.CLIPS
