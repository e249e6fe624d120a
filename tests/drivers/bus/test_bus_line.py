"""Panels and keypads on one line: what is shown, what is pressed, and what the line may do to either."""

import random
from pathlib import Path

import pytest

from drivers.bus.bus import Bus
from drivers.bus.description import load_keypad, shipped_descriptions
from drivers.bus.devices import KeypadAt
from tests.drivers.bus.conftest import FAST, Line, keypads, panels
from waitline.model.device import Health

SPEAKS_AND_REPEATS = """
device = "keypad"
key = "FF 68 length length 68 ( address 81 count keys:1-8 ) sum8 16"
ack = "FF 68 length length 68 ( address 02 count ) sum8 16"
[keys]
1 = 0x31
2 = 0x32
next = 0x41
"""


def wilful(folder: Path, count: int) -> tuple[KeypadAt, ...]:
    """Keypads that speak when they like, and again until they are heard."""
    file = folder / "wilful.toml"
    file.write_text(SPEAKS_AND_REPEATS, encoding="utf-8")
    kind = load_keypad(str(file))
    return tuple(KeypadAt(name=f"k{n}", address=32 + n, kind=kind) for n in range(1, count + 1))


@pytest.mark.parametrize("kind", shipped_descriptions("panel"))
def test_every_panel_of_a_line_shows_its_own_number(line, kind):
    hall: Line = line(panels=panels(kind, 20))
    for n in range(1, 21):
        hall.bus.show(f"p{n}", f"9{n:02d}")
    for n in range(1, 21):
        hall.simulator.until_shown(f"p{n}", f"9{n:02d}")


@pytest.mark.parametrize("kind", shipped_descriptions("keypad"))
def test_every_press_is_told_once_and_in_order(line, kind):
    hall: Line = line(keypads=keypads(kind, 10))
    if load_keypad(kind).poll is not None:
        hall.until_well(*(f"k{n}" for n in range(1, 11)))
    for key in "1123":
        hall.simulator.press("k3", key)
    hall.presses.until(4)
    hall.simulator.press("k9", "next")
    assert hall.presses.until(5) == [*(("k3", key) for key in "1123"), ("k9", "next")]


def test_a_panel_that_was_unplugged_shows_what_is_true_when_it_is_back(line):
    hall: Line = line(panels=panels("hi-lo", 1))
    hall.bus.show("p1", "012")
    hall.simulator.until_shown("p1", "012")
    hall.simulator.do("unplug")
    hall.bus.show("p1", "013")
    hall.simulator.do("plug")
    hall.simulator.until_shown("p1", "013")


def test_a_line_that_is_not_there_yet_is_waited_for(line):
    hall: Line = line(panels=panels("ascii-panel", 1), plugged_in=False)
    hall.bus.show("p1", "A012")
    hall.simulator.do("plug")
    hall.simulator.until_shown("p1", "A012")


def test_a_key_said_again_because_its_acknowledgement_was_lost_is_no_second_press(line, tmp_path: Path):
    hall: Line = line(keypads=wilful(tmp_path, 1))
    hall.simulator.press("k1", "1")
    hall.presses.until(1)
    hall.simulator.do("cut host 20")  # the acknowledgement of what comes now
    hall.simulator.press("k1", "next")
    hall.presses.until(2)
    hall.simulator.press("k1", "2")  # waits in the keypad until "next" has been acknowledged at last
    hall.presses.until(3)
    assert hall.presses.of("k1") == "1 next 2"


def test_two_keypads_that_speak_at_once_are_both_heard_in_the_end(line, tmp_path: Path):
    hall: Line = line(keypads=wilful(tmp_path, 2), baud=9600)
    hall.simulator.press("k1", "1")
    hall.simulator.press("k2", "2")
    assert sorted(hall.presses.until(2)) == [("k1", "1"), ("k2", "2")]
    assert hall.simulator.collisions > 0


def test_half_a_frame_loses_one_key_at_most(line):
    hall: Line = line(keypads=keypads("ascii-keypad", 1))
    hall.simulator.do("cut k1 3")
    hall.simulator.press("k1", "1")
    hall.simulator.press("k1", "2")
    assert hall.presses.until(1) == [("k1", "2")]


@pytest.mark.parametrize("seed", range(3))
def test_on_a_noisy_line_every_press_is_told_once_and_panels_come_right(line, seed):
    """The simulator throws noise and half frames at both ends while 150 keys are pressed."""
    chance = random.Random(seed)
    hall: Line = line(keypads=keypads("ff68", 4), panels=panels("ascii-panel", 4))
    hall.until_well("k1", "k2", "k3", "k4")
    pressed = {f"k{n}": [] for n in range(1, 5)}
    for turn in range(150):
        keypad, key = f"k{chance.randrange(1, 5)}", chance.choice("0123456789")
        pressed[keypad].append(key)
        hall.simulator.press(keypad, key)
        hall.bus.show(f"p{chance.randrange(1, 5)}", f"{turn:03d}")
        match chance.randrange(4):
            case 0:
                hall.simulator.do("noise " + chance.randbytes(chance.randrange(1, 40)).hex())
            case 1:
                hall.simulator.do("noise FF 68 09 09 68")
            case 2:
                hall.simulator.do(f"cut k{chance.randrange(1, 5)} {chance.randrange(1, 12)}")
            case _:
                hall.simulator.do(f"cut host {chance.randrange(1, 12)}")
        if turn % 5 == 0:
            hall.presses.until(turn // 2)
    hall.presses.until(150)
    assert {name: hall.presses.of(name).split() for name in pressed} == pressed
    for n in range(1, 5):
        hall.bus.show(f"p{n}", f"9{n:02d}")
        hall.simulator.until_shown(f"p{n}", f"9{n:02d}")


def test_a_keypad_that_is_off_is_known_and_does_not_hold_up_the_others(line):
    hall: Line = line(keypads=keypads("ff68", 3))
    hall.until_well("k1", "k2", "k3")
    hall.simulator.do("silent k2")
    hall.until_state("k2", lambda state: state.health is Health.TROUBLE)
    hall.simulator.press("k1", "next")
    assert hall.presses.until(1) == [("k1", "next")]
    hall.simulator.do("speak k2")
    hall.until_well("k2")


def test_a_panel_that_is_off_is_known_and_right_when_it_is_back(line):
    hall: Line = line(panels=panels("modbus-panel", 2))
    hall.simulator.do("silent p1")
    hall.bus.show("p1", "012")
    hall.until_state("p1", lambda state: state.health is Health.TROUBLE)
    hall.bus.show("p2", "013")
    hall.simulator.until_shown("p2", "013")
    hall.simulator.do("speak p1")
    hall.bus.show("p1", "014")
    hall.simulator.until_shown("p1", "014")
    hall.until_well("p1")


def test_a_panel_that_never_answers_is_not_called_well(line):
    hall: Line = line(panels=panels("hi-lo", 1))
    hall.bus.show("p1", "012")
    hall.simulator.until_shown("p1", "012")
    assert hall.bus.states["p1"].health is Health.UNKNOWN


def test_a_line_has_one_owner(line):
    hall: Line = line(panels=panels("ascii-panel", 1))
    hall.bus.show("p1", "A001")
    hall.simulator.until_shown("p1", "A001")
    second = Bus(hall.simulator.port, FAST, panels=panels("ascii-panel", 1), retry=(0.01, 0.02))
    second.start()
    try:
        second.show("p1", "A002")
        assert not second.is_up
        hall.bus.close()
        hall.simulator.until_shown("p1", "A002")
    finally:
        second.close()
