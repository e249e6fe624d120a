"""How clips are measured, made alike and joined."""

import cmath
import math
import runpy
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from drivers.voice.clips import LONGEST_CLIP_S, TARGET, level, read_clip, shape, trim
from drivers.voice.errors import BadSoundFile, SoundCutOff, SoundSilent, SoundTooLong
from drivers.voice.loudness import SILENT, loudness
from drivers.voice.sound import RATE, Sound, read_sound, sound_of, write_sound
from waitline.assets import asset

# ITU-R BS.1770-4, tables 1 and 2: the two filters at 48 kHz
SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def sine(frequency: float, seconds: float, peak: float = 0.5) -> Sound:
    turn = 2 * math.pi * frequency / RATE
    return sound_of(array("h", [round(32767 * peak * math.sin(turn * at)) for at in range(round(seconds * RATE))]))


def quiet(seconds: float) -> Sound:
    return Sound(pcm=bytes(2 * round(seconds * RATE)))


def added(*sounds: Sound) -> Sound:
    return Sound(pcm=b"".join(sound.pcm for sound in sounds))


def gain_of_the_standard(frequency: float) -> float:
    z = cmath.exp(-2j * math.pi * frequency / 48_000)
    gain = 1.0
    for above, below in (SHELF, HIGH_PASS):
        gain *= abs(sum(a * z**n for n, a in enumerate(above)) / sum(b * z**n for n, b in enumerate(below)))
    return 20 * math.log10(gain)


@pytest.mark.parametrize("frequency", [60, 200, 500, 997, 2000, 4000])
def test_loudness_is_the_standards_at_every_pitch_of_speech(frequency: float) -> None:
    power = 20 * math.log10(0.5) - 3.01
    assert loudness(sine(frequency, 2.0)) == pytest.approx(
        power - 0.691 + gain_of_the_standard(frequency), abs=0.2
    )


def test_silence_around_a_word_does_not_make_it_quieter() -> None:
    word = sine(997, 2.0)
    assert loudness(added(quiet(3.0), word, quiet(3.0))) == pytest.approx(loudness(word), abs=0.8)
    assert loudness(quiet(1.0)) == SILENT
    assert loudness(quiet(0.0)) == SILENT


def test_a_short_word_counts_for_what_is_heard_while_it_lasts() -> None:
    assert loudness(sine(997, 0.15)) == pytest.approx(loudness(sine(997, 2.0)), abs=0.3)


def test_a_clip_loses_the_silence_around_it_and_keeps_the_word() -> None:
    trimmed = trim(added(quiet(0.7), sine(440, 0.4), quiet(0.9)), name="word")
    assert trimmed.seconds == pytest.approx(0.4, abs=0.04)


@pytest.mark.parametrize("peak", [0.02, 0.2, 0.9])
def test_clips_come_out_equally_loud_and_begin_and_end_at_nothing(peak: float) -> None:
    shaped = shape(sine(440, 0.5, peak), name="word")
    assert loudness(shaped) == pytest.approx(TARGET, abs=0.3)
    assert abs(shaped.samples()[0]) <= 1
    assert abs(shaped.samples()[-1]) <= 1


def test_a_peak_without_room_is_rounded_off_and_never_wraps() -> None:
    pulses = array("h", [30_000 if at % 700 < 6 else 0 for at in range(RATE)])
    leveled = level(sound_of(pulses), name="pulses", target=-12.0)
    assert max(leveled.samples()) <= 32_767 * 0.96
    assert min(leveled.samples()) > -32_768 * 0.96
    assert loudness(leveled) < -11.5


@pytest.mark.parametrize("nothing", [quiet(0.5), quiet(0.0), sine(440, 0.3, 0.0003)])
def test_a_clip_with_nothing_to_hear_is_refused(nothing: Sound) -> None:
    with pytest.raises(BadSoundFile, match="silent"):
        shape(nothing, name="word.wav")


def test_a_file_that_is_no_sound_of_ours_is_refused_by_name(tmp_path: Path) -> None:
    for name, content in {"empty.wav": b"", "text.wav": b"not a sound at all, no", "cut.wav": b"RIFF\0\0"}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BadSoundFile, match=name):
            read_sound(tmp_path / name)
    with pytest.raises(BadSoundFile, match="absent"):
        read_sound(tmp_path / "absent.wav")


def test_a_file_that_holds_less_than_it_says_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "word.wav"
    write_sound(whole, sine(440, 0.5))
    content = whole.read_bytes()
    for lost in (1, 2, len(content) // 2, len(content) - 44):
        (tmp_path / "cut.wav").write_bytes(content[:-lost])
        with pytest.raises(SoundCutOff, match=r"cut.wav"):
            read_sound(tmp_path / "cut.wav")
    promised = b"data" + (0x7FFF_FFF0).to_bytes(4, "little")
    (tmp_path / "giant.wav").write_bytes(content[:36] + promised + content[44:])
    with pytest.raises(SoundCutOff, match=r"giant.wav"):
        read_sound(tmp_path / "giant.wav")
    write_sound(tmp_path / "nothing.wav", quiet(0.0))
    with pytest.raises(SoundSilent):
        read_sound(tmp_path / "nothing.wav")


def test_a_recorded_clip_lasts_eight_seconds_at_most_and_is_not_silent(tmp_path: Path) -> None:
    write_sound(tmp_path / "long.wav", sine(440, LONGEST_CLIP_S + 0.01))
    with pytest.raises(SoundTooLong, match=r"8\.0 s, at most 8 s"):
        read_clip(tmp_path / "long.wav")
    write_sound(tmp_path / "just.wav", sine(440, LONGEST_CLIP_S))
    assert read_clip(tmp_path / "just.wav").seconds == LONGEST_CLIP_S
    write_sound(tmp_path / "silent.wav", quiet(0.5))
    with pytest.raises(SoundSilent):
        read_clip(tmp_path / "silent.wav")


def test_a_sound_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_sound(tmp_path / "word.wav", sine(440, 0.1))
    assert read_sound(tmp_path / "word.wav") == sine(440, 0.1)
    (tmp_path / "taken.wav").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 the system's words differ
        write_sound(tmp_path / "taken.wav", sine(440, 0.1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken.wav", "word.wav"]


@pytest.mark.parametrize("name", ["chime.wav", "chime-love.wav"])
def test_the_chimes_are_what_their_script_makes(name: str) -> None:
    script = runpy.run_path(str(asset("sounds", "make_chimes.py")))
    made = script["samples_of"](script["CHIMES"][name])
    shipped = read_sound(asset("sounds", name)).samples()
    assert len(made) == len(shipped)
    assert max(abs(one - other) for one, other in zip(made, shipped, strict=True)) <= 1


@pytest.mark.parametrize("name", ["chime.wav", "chime-love.wav"])
def test_a_chime_sounds_at_once_ends_soon_and_does_not_click(name: str) -> None:
    sound = read_sound(asset("sounds", name))
    samples = sound.samples()
    peak = max(map(abs, samples))
    first = next(at for at, sample in enumerate(samples) if abs(sample) > peak / 10)
    assert first / RATE <= 0.02
    assert sound.seconds < 0.7
    assert abs(samples[0]) <= 1
    assert max(map(abs, samples[-20:])) <= 40
    assert max(abs(b - a) for a, b in pairwise(samples)) < peak * 0.6


def test_the_chime_is_as_loud_as_speech_and_the_one_for_love_softer() -> None:
    assert loudness(read_sound(asset("sounds", "chime.wav"))) == pytest.approx(TARGET, abs=0.5)
    assert TARGET - 6 < loudness(read_sound(asset("sounds", "chime-love.wav"))) < TARGET - 2
