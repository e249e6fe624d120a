"""A sentence in the form a loudspeaker takes sounds the same: as long, as loud, on every channel."""

import math
from array import array

import pytest

from display.waveform import OURS, Form, Samples, in_form
from drivers.voice.sound import RATE, sound_of

TONE = sound_of(array("h", (round(12_000 * math.sin(n * 440 * math.tau / RATE)) for n in range(RATE // 10))))


def test_a_device_that_takes_our_sound_gets_it_untouched():
    assert in_form(TONE, OURS) == TONE.pcm


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_another_pace_is_as_long_and_alike_on_every_channel(rate, channels):
    made = array("h", in_form(TONE, Form(rate=rate, channels=channels, samples=Samples.INT16)))
    assert len(made) == rate // 10 * channels
    first = made[::channels]
    assert all(made[channel::channels] == first for channel in range(channels))
    wanted = [12_000 * math.sin(n * 440 * math.tau / rate) for n in range(len(first))]
    assert max(abs(one - other) for one, other in zip(first[: -rate // RATE - 1], wanted, strict=False)) < 50


@pytest.mark.parametrize(
    ("samples", "loudest"), [(Samples.FLOAT, 12_000 / 32_768), (Samples.INT32, 12_000 << 16), (Samples.UINT8, 174)]
)
def test_other_samples_are_as_loud(samples, loudest):
    made = array(samples.value, in_form(TONE, Form(rate=RATE, channels=1, samples=samples)))
    assert max(made) == pytest.approx(loudest, rel=0.01)


@pytest.mark.parametrize("length", [0, 1])
def test_next_to_nothing_is_no_trouble(length):
    made = in_form(sound_of(array("h", [7] * length)), Form(rate=48_000, channels=2, samples=Samples.FLOAT))
    assert len(made) == length * 2 * 4
