"""Frames against what others have published, and descriptions that cannot be."""

from pathlib import Path

import pytest

from drivers.bus.checksums import crc16, sum8, xor8
from drivers.bus.description import load_keypad, load_panel, shipped_descriptions
from drivers.bus.errors import BadDescription, UnknownDescription
from drivers.bus.keys import Key
from drivers.bus.layout import BadLayout, layouts_of


def test_the_check_sums_are_those_of_the_catalogues():
    assert crc16(b"123456789") == 0x4B37  # CRC-16/MODBUS in the catalogue of parametrised CRC algorithms
    assert xor8(b"GPGLL,5300.97914,N,00259.98174,E,125926,A") == 0x28  # NMEA 0183's well-known example
    assert sum8(bytes.fromhex("00 03 05 08 FF")) == 0x0F


@pytest.mark.parametrize(
    ("words", "frame"),
    [
        ("address 03 00 00 00 0A crc16", "01 03 00 00 00 0A C5 CD"),
        ("address 04 00 08 00 01 crc16", "11 04 00 08 00 01 B2 98"),
        ("address 06 00 01 number:u16 crc16", "11 06 00 01 00 03 9A 9B"),
        ("address 10 00 01 00 02 04 00 0A 01 02 crc16", "11 10 00 01 00 02 04 00 0A 01 02 C6 F0"),
    ],
)
def test_modbus_frames_are_those_of_the_tutorials(words, frame):
    """The examples that simplymodbus.ca and the makers' manuals give for functions 03, 04, 06 and 16."""
    (layout,) = layouts_of(words)
    read = layout.read(bytes.fromhex(frame))
    assert read is not None
    assert layout.build(read | {"number": 3}) == bytes.fromhex(frame)


def test_a_number_goes_to_a_panel_as_its_description_says():
    assert load_panel("hi-lo").frame(3, "A300") == bytes([3, 0x01, 0x2C, 0x30])
    assert load_panel("hi-lo").frame(3, "--") == bytes([3, 0xFF, 0xFF, 0x01])
    assert load_panel("ascii-panel").frame(3, "A012") == b"$03,A012*5D\r\n"
    assert load_panel("ascii-panel").frame(12, "--")[:8] == b"$12,  --"


def test_a_keypad_speaks_as_its_description_says():
    keypad = load_keypad("ff68")
    assert keypad.poll.build({"address": 0x21}) == bytes.fromhex("FF 68 02 02 68 21 01 22 16")
    three = bytes.fromhex("FF 68 06 06 68 21 81 05 31 32 41 4B 16")
    values = next(found for layout in keypad.key if (found := layout.read(three)))
    assert keypad.pressed(values) == (Key.DIGIT_1, Key.DIGIT_2, Key.NEXT)


@pytest.mark.parametrize("kind", shipped_descriptions("panel"))
@pytest.mark.parametrize("text", ["", "--", "A012", "E07", "901"])
def test_a_panel_shows_what_it_was_told(kind, text):
    panel = load_panel(kind)
    shown = panel.shown(panel.show.read(panel.frame(5, text)))
    assert shown == (text if panel.shows_letters else text.replace("A", ""))


def test_every_shipped_keypad_can_sign_in_and_call():
    for name in shipped_descriptions("keypad"):
        keys = set(load_keypad(name).keys.values())
        assert {Key(str(digit)) for digit in range(10)} | {Key.ENTER, Key.NEXT} <= keys
        assert Key.MENU in keys  # what has no key of its own is in the menu


@pytest.mark.parametrize(
    "words",
    ["", "FG", "( address", "address )", "length", "address address", "text:0", "keys:3-2", "sum8:x", "''"],
)
def test_words_that_are_no_layout_are_refused(words):
    with pytest.raises(BadLayout):
        layouts_of(words)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("device = 'keypad'", "panel"),
        ("device = 'panel'\nshow = 'address 01'", "show"),
        ("device = 'panel'\nshow = 'address number sum9'", "sum9"),
        ("device = 'panel'\nshow = 'number:u16'", "address"),
        ("device = 'panel'\nshow = 'address number'\ngap_ms = 9999", "gap_ms"),
        ("device = 'panel'\nshow = 'address number'\ncolour = 1", "colour"),
        ("device = ", "TOML"),
    ],
)
def test_a_wrong_panel_description_names_what_is_wrong(tmp_path: Path, text, named):
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadDescription) as refused:
        load_panel(str(file))
    assert named in refused.value.words.en
    assert named in refused.value.words.zh or named == "panel"


def test_a_keypad_that_repeats_itself_must_count(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text("device='keypad'\nkey='address keys:1'\nack='address 06'\n[keys]\nnext=65\n", encoding="utf-8")
    with pytest.raises(BadDescription, match="count"):
        load_keypad(str(file))


def test_a_kind_nobody_knows_is_told_with_those_that_are_there():
    with pytest.raises(UnknownDescription) as refused:
        load_panel("lo-hi")
    assert "hi-lo" in refused.value.words.en
