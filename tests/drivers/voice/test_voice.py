"""The voice as the display meets it: calls in, sound files out, measured from the files."""

import os
import shutil
import signal
import threading
from pathlib import Path

import pytest

from drivers.voice.errors import NotSpoken
from drivers.voice.loudness import loudness
from drivers.voice.phrases import speak_call
from drivers.voice.sound import RATE, read_sound, sound_of
from drivers.voice.spoken import CallPhrase, SpokenFile
from drivers.voice.synthesis import SAYING
from drivers.voice.tongue import Readiness
from drivers.voice.voice import Voice
from tests.drivers.voice.conftest import PATIENCE
from tests.drivers.voice.edges import QUIET, biggest_jump_at_the_edges_of_silence, joins
from tests.drivers.voice.recorded import tones
from tests.own_time import OwnTime
from waitline.assets import asset

CALLS = [("A001", "3"), ("123", "12"), ("777", "20"), ("Z985", "7"), ("0379", "1"), ("200", "19")]


def call(number: str = "A001", counter: str = "3", *languages: str, **more: bool) -> CallPhrase:
    return CallPhrase(number=number, counter=counter, languages=languages or ("zh-TW", "en"), **more)


def readiness(voice: Voice) -> dict[str, Readiness]:
    return {state.language: state.readiness for state in voice.available()}


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize(("number", "counter"), CALLS)
def test_words_are_60_to_120_ms_apart_equally_loud_and_without_clicks(
    voice: Voice, language: str, number: str, counter: str
) -> None:
    spoken = voice.sentence(call(number, counter, language, chime=False))
    samples = read_sound(spoken.path).samples()
    words = speak_call(number, counter, language, False)
    meetings = joins(samples)
    assert len(meetings) == len(words) - 1
    for begin, end in meetings:
        assert 0.060 <= (end - begin) / RATE <= 0.120
        assert biggest_jump_at_the_edges_of_silence(samples, begin, end) < 0.01 * 32_768
    edges = [0, *(edge for gap in meetings for edge in gap), len(samples)]
    levels = [loudness(sound_of(samples[a:b])) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert max(levels) - min(levels) <= 1.0, levels


def test_a_call_is_chime_first_then_every_language_in_order_within_15_seconds(voice: Voice) -> None:
    spoken = voice.sentence(call("W777", "17"))
    assert spoken.languages_spoken == ("zh-TW", "en")
    assert spoken.languages_missing == ()
    assert spoken.seconds < 15
    samples = read_sound(spoken.path).samples()
    assert spoken.seconds == pytest.approx(len(samples) / RATE)
    chime = read_sound(asset("sounds", "chime.wav")).samples()
    assert samples[: len(chime)] == chime
    first_word = next(at for at in range(len(chime), len(samples)) if abs(samples[at]) > QUIET)
    assert first_word / RATE < 0.8, "also counted from the chime's beginning"
    alone = {
        language: read_sound(voice.sentence(call("W777", "17", language, chime=False)).path).samples()
        for language in ("zh-TW", "en")
    }
    assert samples[-len(alone["en"]) :] == alone["en"]
    assert alone["zh-TW"].tobytes() in samples.tobytes()


def test_a_love_number_has_the_softer_chime_and_a_call_may_do_without(voice: Voice) -> None:
    love = read_sound(asset("sounds", "chime-love.wav")).pcm
    assert read_sound(voice.sentence(call(love=True)).path).pcm.startswith(love)
    plain = voice.sentence(call(chime=False))
    assert plain.seconds == pytest.approx(voice.sentence(call()).seconds - 0.74, abs=0.02)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_the_short_form_lasts_five_seconds_at_most(voice: Voice, language: str) -> None:
    assert voice.sentence(call("W777", "17", language, short=True)).seconds <= 5.0


def test_a_joined_sentence_is_made_in_a_moment(voice: Voice) -> None:
    took = []
    for number in range(200):
        watch = OwnTime()
        voice.sentence(call(f"A{number:03d}", str(number % 20 + 1)))
        took.append(watch.seconds())
    assert sorted(took)[100] < 0.1


def test_old_sentence_files_go_and_the_one_being_played_stays(voice: Voice) -> None:
    files = [voice.sentence(call(f"A{number:03d}")).path for number in range(40)]
    assert files[-1].exists()
    assert files[-10].exists()
    assert not files[0].exists()
    assert len(list(files[-1].parent.iterdir())) < 20


def test_a_language_that_is_not_there_is_told_and_never_spoken_by_another(voice: Voice) -> None:
    spoken = voice.sentence(call("A001", "3", "zh-TW", "th"))
    assert spoken.languages_spoken == ("zh-TW",)
    assert [(one.language, "th" in one.words.zh) for one in spoken.languages_missing] == [("th", True)]
    assert spoken.seconds == voice.sentence(call("A001", "3", "zh-TW")).seconds


def test_a_call_that_nobody_can_say_leaves_the_chime_and_a_reason(voice: Voice) -> None:
    with pytest.raises(NotSpoken) as silent:
        voice.sentence(call("愛心", "3", love=True))
    assert silent.value.chime == asset("sounds", "chime-love.wav")
    assert "唸不出來" in silent.value.words.zh
    with pytest.raises(NotSpoken):
        voice.sentence(CallPhrase(number="1", counter="1", languages=()))


def test_the_second_start_finds_its_clips(voice: Voice) -> None:
    assert readiness(voice) == {"zh-TW": Readiness.CLIPS, "en": Readiness.CLIPS}
    assert voice.wait_for_clips(0.0)


def test_while_clips_are_being_made_sentences_are_synthesised(tmp_path: Path, engine: str) -> None:
    voice = Voice(tmp_path, ["zh-TW", "nan-TW"], engine=engine)
    assert voice.absent() == frozenset(), "nothing is known yet"
    voice.start()
    try:
        assert readiness(voice) == {"zh-TW": Readiness.SYNTHESIS, "nan-TW": Readiness.ABSENT}
        assert voice.absent() == {"nan-TW"}
        spoken = voice.sentence(call("A001", "3", "zh-TW", "nan-TW"))
        assert not voice.wait_for_clips(0.0), "this sentence came before the clips"
        assert spoken.languages_spoken == ("zh-TW",)
        assert 3.0 < spoken.seconds < 8.0
    finally:
        voice.close()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith(("voice", "speech"))] == []
    assert list((tmp_path / "banks").iterdir()) == [], "a bank appears whole or not at all"
    assert [path.name for path in tmp_path.iterdir()] == ["banks"]


def say_and_time(voice: Voice, number: str) -> tuple[SpokenFile, float]:
    watch = OwnTime()
    return voice.sentence(call(number, "3", "zh-TW")), watch.seconds()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no SIGSTOP on this system")
@pytest.mark.parametrize("blow", ["SIGSTOP", "SIGKILL"])
def test_a_speech_child_that_hangs_or_dies_does_not_keep_the_next_call(
    tmp_path: Path, engine: str, blow: str
) -> None:
    voice = Voice(tmp_path, ["zh-TW"], engine=engine)
    voice.start()
    try:
        voice.sentence(call("A001", "3", "zh-TW"))
        child = voice.speech_child
        assert child
        os.kill(child, getattr(signal, blow))
        spoken, took = say_and_time(voice, "A002")
        assert spoken.languages_spoken == ("zh-TW",)
        assert took < SAYING + 2.0
        assert voice.speech_child not in (None, child)
    finally:
        voice.close()


def test_a_damaged_clip_is_made_again(cache: Path, engine: str, tmp_path: Path) -> None:
    shutil.copytree(cache / "banks", tmp_path / "banks")
    (bank,) = (tmp_path / "banks").glob("en-voice-*")
    (bank / "7.wav").write_bytes(b"")
    voice = Voice(tmp_path, ["en"], engine=engine)
    voice.start()
    try:
        assert readiness(voice) == {"en": Readiness.SYNTHESIS}
        assert voice.sentence(call("A007", "3", "en")).languages_spoken == ("en",)
    finally:
        voice.close()


def test_a_folder_that_cannot_be_written_is_told_and_the_chime_is_left(tmp_path: Path, engine: str) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, where a folder should be")
    voice = Voice(taken / "voice", ["zh-TW"], engine=engine)
    voice.start()
    (state,) = voice.available()
    assert state.readiness is Readiness.ABSENT
    assert state.words
    assert "無法寫入" in state.words.zh
    with pytest.raises(NotSpoken) as silent:
        voice.sentence(call())
    assert silent.value.chime.exists()
    voice.close()


def test_a_pack_is_spoken_before_the_voice_and_a_word_it_lacks_takes_the_whole_sentence_to_the_voice(
    cache: Path, engine: str, tmp_path: Path
) -> None:
    shutil.copytree(cache / "banks", tmp_path / "cache" / "banks")
    tones(tmp_path / "packs" / "en", ["number", "please-go-to-counter", "A", "0", "1"])
    voice = Voice(tmp_path / "cache", ["en"], packs=[tmp_path / "packs"], engine=engine)
    voice.start()
    try:
        assert voice.wait_for_clips(PATIENCE)
        from_pack = voice.sentence(call("A001", "1", "en", chime=False))
        from_voice = voice.sentence(call("A002", "1", "en", chime=False))
    finally:
        voice.close()
    assert from_pack.seconds == pytest.approx(7 * 0.333 + 6 * 0.07, abs=0.1)
    only_voice = Voice(cache, ["en"], engine=engine)
    only_voice.start()
    assert only_voice.sentence(call("A002", "1", "en", chime=False)).seconds == from_voice.seconds
    only_voice.close()


def test_a_computer_without_speech_speaks_from_its_pack_and_says_what_the_pack_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tones(tmp_path / "packs" / "en", ["number", "please-go-to-counter", "A", "0", "1"])
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice(tmp_path / "cache", ["en", "zh-TW"], packs=[tmp_path / "packs"], engine="espeak")
    voice.start()
    try:
        assert voice.wait_for_clips(PATIENCE)
        assert readiness(voice) == {"en": Readiness.CLIPS, "zh-TW": Readiness.ABSENT}
        spoken = voice.sentence(call("A001", "1", "en", "zh-TW"))
        assert spoken.languages_spoken == ("en",)
        assert "espeak-ng" in spoken.languages_missing[0].words.zh
        with pytest.raises(NotSpoken) as silent:
            voice.sentence(call("A007", "1", "en"))
        assert "seven" in silent.value.words.zh
    finally:
        voice.close()
