"""Lines, panels and keypads in the office file."""

import pytest

from waitline.model.bus import BusPlace, BusSetup
from waitline.rules.keypad_numbers import keypad_numbers, somebody_numbered
from waitline.settings.office_file import parse_office

from .offices import SAMPLE, faults_of, sample_with

BUS = '[[buses]]\nid = "counters"\nport = "/dev/ttyUSB7"\n\n'
AT_THREE = 'id = "3"\nkind = "general"\n'
PANEL = 'panel = { bus = "counters", address = 3, kind = "hi-lo" }\n'
KEYPAD = 'keypad = { bus = "counters", address = 3, kind = "ff68" }\n'


def office(*, bus: str = BUS, at_three: str = PANEL + KEYPAD, at_four: str = "") -> str:
    text = sample_with("[[kiosks]]", bus + "[[kiosks]]").replace(AT_THREE, AT_THREE + at_three, 1)
    four = AT_THREE.replace("3", "4")
    assert four in text
    return text.replace(four, four + at_four, 1)


def test_a_counter_has_its_panel_and_keypad_on_a_line():
    setup = parse_office(office(), "office.toml")
    assert setup.buses == (BusSetup(id="counters", port="/dev/ttyUSB7", baud=9600),)
    assert setup.counter("3").panel == BusPlace(bus="counters", address=3, kind="hi-lo")
    assert setup.counter("3").keypad == BusPlace(bus="counters", address=3, kind="ff68")
    assert setup.counter("4").panel is None


def test_the_commented_lines_of_the_sample_can_be_used_as_they_stand():
    text = SAMPLE.replace('# [[buses]]\n# id = "counters"\n# port', '[[buses]]\nid = "counters"\nport')
    panel = 'panel = { bus = "counters", address = 3, kind = "hi-lo" }'
    keypad = 'keypad = { bus = "counters", address = 35, kind = "ff68" }'
    assert panel in SAMPLE
    assert keypad in SAMPLE
    setup = parse_office(text.replace(AT_THREE, f"{AT_THREE}{panel}\n{keypad}\n"), "office.toml")
    assert setup.counter("3").keypad == BusPlace(bus="counters", address=35, kind="ff68")


@pytest.mark.parametrize(
    ("text", "at", "zh", "en"),
    [
        (office(bus=""), "\npanel = { bus", "沒有「counters」這條線路", 'no bus "counters"'),
        (office(at_four=PANEL), None, "位址 3 已是 3 號櫃台的", "address 3 is counter 3's"),
        (office(at_three=PANEL.replace("3", "256")), "\npanel = { bus", "address", "between 0 and 255"),
        (office(at_three=PANEL.replace(", kind = ", ", kin = ")), "\npanel = { bus", "kind", "kind"),
        (office(bus=BUS.rstrip() + "\nbaud = 9601\n\n"), "baud = 9601", "9601", "9601"),
        (office(bus=BUS.replace("/dev/ttyUSB7", "tcp://10.0.0.9")), "tcp://10", "序列埠", "serial port"),
        (office(bus=BUS.replace("ttyUSB7", "ttyUSB0")), None, "印表機", "printer"),
        (office(bus=BUS + BUS.replace("counters", "more")), None, "已用過", "used twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_line(text, at, zh, en):
    fault = faults_of(text)[0]
    assert zh in fault.words.zh
    assert en in fault.words.en
    if at is not None:
        assert fault.facts["line"] == text[: text.index(at) + 1].count("\n") + 1


def test_people_sign_in_at_a_keypad_with_the_figures_of_their_login():
    setup = parse_office(SAMPLE, "office.toml")
    assert somebody_numbered(setup, "1") == somebody_numbered(setup, "01") == "c01"
    assert somebody_numbered(setup, "11") == "b11"
    assert somebody_numbered(setup, "99") is None
    assert "supervisor" not in keypad_numbers(setup).values()


def test_a_number_of_ones_own_goes_before_figures_and_is_nobody_elses():
    own = sample_with('login = "supervisor"', 'number = "11"\nlogin = "supervisor"')
    assert somebody_numbered(parse_office(own, "office.toml"), "11") == "supervisor"
    twice = own.replace('login = "greeter"', 'number = "011"\nlogin = "greeter"')
    (fault,) = faults_of(twice)
    assert "keypad number" in fault.words.en


def test_figures_that_two_logins_share_are_nobodys():
    setup = parse_office(SAMPLE.replace('login = "greeter"', 'login = "g11"'), "office.toml")
    assert somebody_numbered(setup, "11") is None
