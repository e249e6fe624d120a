"""The loudspeaker's stream stays open: what is played begins and ends in time, with nobody listening."""

import math
import time
from array import array
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QIODevice

from display.endless import FADE_S, Endless
from display.waveform import OURS, Form, Samples, in_form
from drivers.voice.sound import RATE, Sound, sound_of, write_sound
from tests.display.stage import Ear, display, screen, silent_loudspeaker, wait_until
from tests.own_time import shortest
from tests.programs import PATIENCE_S, needs
from waitline.desktop.sound import Sound as Loudspeaker

needs_sound = needs("Xvfb", "pulseaudio", "pactl", "parec")

TONE = sound_of(array("h", (round(12_000 * math.sin(n * 440 * math.tau / RATE)) for n in range(RATE))))
BANK_S = 240.0
LATE_S = 0.45
"""What the buffer holds when a sound is to begin, its tail, and the way to another process and back."""
A_SECOND = 2 * RATE


def taken(source: Endless, most: int) -> bytes:
    """What a device gets that asks for so many bytes."""
    return bytes(source.read(most).data())


@pytest.fixture
def endless(qtbot, request):
    parent = QIODeviceParent()
    yield lambda form=OURS: Endless(form, parent)
    parent.deleteLater()


class QIODeviceParent(QIODevice):
    """Whoever a stream belongs to."""


def test_it_is_silent_until_there_is_a_sound_and_again_after_it(endless):
    source = endless()
    assert taken(source, 1_000) == bytes(1_000)
    assert source.ends_at is None
    source.give(TONE)
    assert taken(source, A_SECOND // 2) == TONE.pcm[: A_SECOND // 2]
    assert source.ends_at is None
    rest = taken(source, A_SECOND)
    assert rest == TONE.pcm[A_SECOND // 2 :] + bytes(A_SECOND // 2)
    assert source.ends_at == 1_000 + A_SECOND
    assert source.given == 1_000 + A_SECOND // 2 + A_SECOND


def test_a_sound_that_is_stopped_goes_out_without_a_click(endless):
    source = endless()
    source.give(TONE)
    taken(source, 10_000)
    source.hush()
    after = array("h", taken(source, A_SECOND))
    fading = round(FADE_S * RATE)
    assert max(map(abs, after[fading:])) == 0
    steps = [abs(one - other) for one, other in pairwise(after[: fading + 1])]
    assert max(steps) <= max(abs(one - other) for one, other in pairwise(TONE.samples()))
    assert abs(after[0] - TONE.samples()[5_000]) < 50


@pytest.mark.parametrize("samples", list(Samples))
def test_silence_is_silence_in_every_form(endless, samples):
    form = Form(rate=48_000, channels=2, samples=samples)
    source = endless(form)
    frame = len(in_form(Sound(pcm=bytes(2)), form))
    assert taken(source, frame * 7 + 1) == in_form(Sound(pcm=bytes(2)), form) * 7, "whole samples only"


@needs_sound
def test_a_sound_is_over_soon_after_its_length_though_nobody_records(qtbot, tmp_path, monkeypatch):
    """PulseAudio renders seconds ahead where nobody is in a hurry: what came then waited behind it."""
    file = tmp_path / "tone.wav"
    write_sound(file, TONE)
    with silent_loudspeaker(tmp_path) as place:
        for name, value in place.items():
            monkeypatch.setenv(name, value)
        loudspeaker, ended = Loudspeaker(), []
        loudspeaker.ended.connect(lambda _: ended.append(time.monotonic()))
        loudspeaker.open()
        qtbot.waitUntil(lambda: loudspeaker.audible and loudspeaker._ready)
        assert shortest(lambda: longest_of_three(qtbot, loudspeaker, file, ended), 1.0 + LATE_S) <= 1.0 + LATE_S
        loudspeaker.close()


def longest_of_three(qtbot, loudspeaker: Loudspeaker, file: Path, ended: list[float]) -> float:
    """Seconds from the order to the end."""
    took = []
    for _ in range(3):
        begun, before = time.monotonic(), len(ended)
        loudspeaker.play(file, 1.0)
        qtbot.waitUntil(lambda n=before: len(ended) > n)
        took.append(ended[-1] - begun)
    return max(took)


@needs_sound
def test_a_calls_words_follow_its_chime_at_once_though_nobody_is_in_a_hurry_to_hear(hall_at_work, tmp_path):
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound, display(tmp_path, place | sound) as program:
        wait_until(lambda: "bank_built" in program.said(), BANK_S, "the voice", program.said)
        ear = Ear(sound, late_ms=4_000)
        try:
            hall_at_work.call(hall_at_work.take(), "4")
            wait_until(lambda: "call_spoken" in program.said(), PATIENCE_S, "the call", program.said)
            wait_until(lambda: ear.sounds_after(0.0), PATIENCE_S, "its sound", program.said)
            wait_until(lambda: ear.quiet_for(1.0), PATIENCE_S, "its end", program.said)
            heard = ear.sounds_after(0.0)
        finally:
            ear.close()
    assert heard[-1] - heard[0] >= 2.0
    assert max(later - sooner for sooner, later in pairwise(heard)) <= 0.8
