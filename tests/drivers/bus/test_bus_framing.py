"""Frames out of noise: whatever was before, the next whole frame is found."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drivers.bus.description import load_keypad, load_panel, shipped_descriptions
from drivers.bus.framer import Framer
from drivers.bus.layout import Layout


def sayings() -> Iterator[tuple[str, Layout]]:
    """Every frame of every shipped description."""
    for name in shipped_descriptions("panel"):
        panel = load_panel(name)
        yield f"{name} show", panel.show
        if panel.answer is not None and panel.answer.size > 1:
            yield f"{name} answer", panel.answer
    for name in shipped_descriptions("keypad"):
        keypad = load_keypad(name)
        yield from ((f"{name} key", layout) for layout in keypad.key)
        for what, layout in (("poll", keypad.poll), ("empty", keypad.empty), ("ack", keypad.ack)):
            if layout is not None:
                yield f"{name} {what}", layout


SAYINGS = tuple(sayings())
CHECKED = tuple((name, layout) for name, layout in SAYINGS if layout.names & {"sum8", "xor8", "crc16"})


@st.composite
def frames(draw: st.DrawFn, among: tuple[tuple[str, Layout], ...] = SAYINGS) -> tuple[str, Layout, bytes]:
    name, layout = draw(st.sampled_from(among))
    small, byte = st.integers(0, 99), st.integers(0, 255)
    values = {
        "address": draw(small),
        "number": draw(st.integers(0, 9999)),
        "count": draw(byte),
        "key": draw(byte),
        "keys": bytes(draw(st.lists(byte, min_size=16, max_size=16))),
        "text": draw(st.text("ABE- 0123456789", min_size=4, max_size=4)),
    }
    return name, layout, layout.build(values)


def chunks(draw: st.DataObject, data: bytes) -> Iterator[bytes]:
    while data:
        size = draw.draw(st.integers(1, len(data)))
        yield data[:size]
        data = data[size:]


def everybody() -> Framer[str]:
    return Framer(SAYINGS)


@given(st.binary(max_size=300), st.data())
def test_no_bytes_in_the_world_are_an_error(garbage, data):
    framer = everybody()
    for piece in chunks(data, garbage):
        framer.feed(piece)
    framer.silence()
    assert not framer.is_within


@given(st.binary(max_size=60), frames(), st.data())
def test_after_a_silence_the_first_frame_is_found(garbage, said, data):
    name, layout, frame = said
    framer = Framer([(name, layout)])
    for piece in chunks(data, garbage):
        framer.feed(piece)
    framer.silence()
    found = [one for piece in chunks(data, frame) for one in framer.feed(piece)]
    assert [(one.tag, one.data) for one in found] == [(name, frame)]


@given(st.binary(max_size=60), frames(), st.data())
def test_a_frame_right_behind_garbage_is_found_at_the_latest_after_the_silence_that_follows(garbage, said, data):
    name, layout, frame = said
    stream = garbage + frame
    sound = [at for at in range(len(garbage)) if layout.read(stream[at : at + layout.size]) is not None]
    assume(not sound)  # garbage that is a sound frame by itself is a frame: nobody could tell
    framer = Framer([(name, layout)])
    found = [one for piece in chunks(data, stream) for one in framer.feed(piece)] + framer.silence()
    assert [one.data for one in found] == [frame]
    assert framer.dropped == len(garbage)


@given(frames(CHECKED), st.data())
def test_half_a_frame_does_not_hurt_the_one_behind_it(said, data):
    name, layout, frame = said
    cut = data.draw(st.integers(1, layout.size - 1))
    stream = frame[:cut] + frame
    assume(not any(layout.read(stream[at : at + layout.size]) for at in range(cut)))
    framer = Framer([(name, layout)])
    found = [one for piece in chunks(data, stream) for one in framer.feed(piece)] + framer.silence()
    assert [one.data for one in found] == [frame]


@given(frames(CHECKED), st.data())
def test_one_wrong_byte_is_never_taken_for_another_saying(said, data):
    _, layout, frame = said
    place = data.draw(st.integers(0, layout.size - 1))
    wrong = data.draw(st.integers(0, 255).filter(lambda byte: byte != frame[place]))
    hurt = frame[:place] + bytes([wrong]) + frame[place + 1 :]
    read = layout.read(hurt)
    assert read is None or read == layout.read(frame)  # "1f" is "1F" in a sum of hexadecimal letters


@pytest.mark.parametrize("name", [name for name, _ in SAYINGS])
def test_a_frame_may_come_byte_by_byte(name):
    layout = dict(SAYINGS)[name]
    frame = layout.build({"address": 7, "number": 12, "count": 1, "key": 65, "keys": b"A" * 16, "text": "A012"})
    framer = Framer([(name, layout)])
    found = [one for byte in frame for one in framer.feed(bytes([byte]))]
    assert [one.data for one in found] == [frame]
    assert framer.dropped == 0
