"""The child process: what it says, and what happens when it dies, hangs or lies."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.voice.errors import SynthesisFailed, SynthesisLate, VoiceAbsent
from drivers.voice.phrasebook import phrasebook
from drivers.voice.phrases import speak_call, whole_sentence
from drivers.voice.sound import read_sound
from drivers.voice.synthesis import SAYING, Speech, Synthesizer
from tests.own_time import OwnTime

stoppable = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no SIGSTOP on this system")


@pytest.fixture
def synthesizer(engine: str) -> Iterator[Synthesizer]:
    with Synthesizer(engine=engine) as one:
        yield one


def speech(file: Path, number: str = "A001", *, voice: str = "cmn-latn-pinyin") -> Speech:
    tokens = speak_call(number, "3", "zh-TW", False)
    text = whole_sentence(tokens, phrasebook("zh-TW"), "espeak")
    return Speech(text=text, voice=voice, rate=160, words=len(tokens), file=file)


def test_forty_sentences_in_a_row_are_all_there_and_on_time(synthesizer: Synthesizer, tmp_path: Path) -> None:
    took = []
    for number in range(40):
        watch = OwnTime()
        seconds = synthesizer.say(speech(tmp_path / f"{number}.wav", f"A{number:03d}"))
        took.append(watch.seconds())
        assert 2.0 < seconds < 6.0
    assert sorted(took)[20] < 1.0
    assert {path.name for path in tmp_path.iterdir()} == {f"{number}.wav" for number in range(40)}


def test_longer_sentences_last_longer(synthesizer: Synthesizer, tmp_path: Path) -> None:
    short = synthesizer.say(speech(tmp_path / "short.wav", "1"))
    longer = synthesizer.say(speech(tmp_path / "long.wav", "W777"))
    assert longer > short + 0.5


@stoppable
def test_a_child_killed_in_mid_job_is_replaced_and_the_sentence_is_said(
    synthesizer: Synthesizer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    synthesizer.say(speech(tmp_path / "first.wav"))
    first = synthesizer.pid
    assert first
    os.kill(first, signal.SIGSTOP)  # so that the job is surely unfinished
    killer = threading.Timer(0.3, os.kill, (first, signal.SIGKILL))
    killer.start()
    assert synthesizer.say(speech(tmp_path / "second.wav")) > 2.0
    killer.join()
    assert "child ended with -9" in caplog.text, "its death was noticed, its time was not waited out"
    assert synthesizer.pid != first


@stoppable
def test_a_hung_child_is_replaced_and_the_sentence_is_said(
    synthesizer: Synthesizer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    synthesizer.say(speech(tmp_path / "first.wav"))
    hung = synthesizer.pid
    assert hung
    os.kill(hung, signal.SIGSTOP)
    assert synthesizer.say(speech(tmp_path / "second.wav")) > 2.0
    assert f"no answer in {SAYING:.1f} s" in caplog.text
    with pytest.raises(ProcessLookupError):
        os.kill(hung, 0)


@stoppable
def test_a_sentence_is_given_up_when_its_time_is_over(synthesizer: Synthesizer, tmp_path: Path) -> None:
    synthesizer.say(speech(tmp_path / "first.wav"))
    assert synthesizer.pid
    os.kill(synthesizer.pid, signal.SIGSTOP)
    watch = OwnTime()
    with pytest.raises(SynthesisLate):
        synthesizer.say(speech(tmp_path / "second.wav"), within=0.4)
    assert watch.seconds() < 1.5
    assert synthesizer.say(speech(tmp_path / "third.wav")) > 2.0


def test_a_voice_that_is_not_installed_is_not_replaced_by_another(
    synthesizer: Synthesizer, tmp_path: Path
) -> None:
    synthesizer.say(speech(tmp_path / "first.wav"))
    with pytest.raises(VoiceAbsent):
        synthesizer.say(speech(tmp_path / "second.wav", voice="no-such-voice"))
    assert not (tmp_path / "second.wav").exists()


def test_a_file_too_short_for_its_sentence_is_never_handed_out(synthesizer: Synthesizer, tmp_path: Path) -> None:
    lost = Speech(text="一", voice="cmn-latn-pinyin", rate=160, words=40, file=tmp_path / "lost.wav")
    with pytest.raises(SynthesisFailed, match="40 words"):
        synthesizer.say(lost)


def test_an_engine_that_does_not_exist_is_told_in_words(tmp_path: Path) -> None:
    with Synthesizer(engine="no-such-engine") as none, pytest.raises(SynthesisFailed) as failed:
        none.say(speech(tmp_path / "first.wav"))
    assert "語音合成失敗" in failed.value.words.zh


def test_a_folder_that_is_gone_is_told_in_time(synthesizer: Synthesizer, tmp_path: Path) -> None:
    with pytest.raises(SynthesisFailed):
        synthesizer.say(speech(tmp_path / "absent" / "first.wav"), within=1.0)


def test_clips_are_shaped_without_any_speech_engine(tmp_path: Path, synthesizer: Synthesizer) -> None:
    synthesizer.say(speech(tmp_path / "recorded.wav"))
    with Synthesizer(engine="no-such-engine") as none:
        none.shape(tmp_path / "recorded.wav", tmp_path / "clip.wav")
    assert read_sound(tmp_path / "clip.wav").seconds > 2.0


def test_what_is_aborted_ends_at_once_and_leaves_no_child(engine: str, tmp_path: Path) -> None:
    synthesizer = Synthesizer(engine=engine)
    synthesizer.say(speech(tmp_path / "first.wav"))
    child = synthesizer.pid
    assert child
    synthesizer.abort()
    with pytest.raises(SynthesisFailed):
        synthesizer.say(speech(tmp_path / "second.wav"))
    synthesizer.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
