"""The simulator as people start it: a process with orders in and JSON lines out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from drivers.bus.bus import Bus
from tests.drivers.bus.conftest import Presses, keypads, panels
from waitline.model.device import Health

ROOT = Path(__file__).parents[3]


def started(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "drivers.bus.simulator", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def told(process: "subprocess.Popen[str]", key: str) -> dict[str, object]:
    """The next line that tells of `key`."""
    assert process.stdout is not None
    for line in process.stdout:
        facts: dict[str, object] = json.loads(line)
        if key in facts:
            return facts
    raise AssertionError(f"ended without a word of {key}")


def test_a_line_of_its_own_takes_orders_and_tells_what_is_shown(tmp_path: Path):
    link = tmp_path / "bus"
    process = started("--link", str(link), "--panel", "p1:1:hi-lo", "--keypad", "k1:33:ff68")
    assert process.stdin is not None
    presses = Presses()
    try:
        assert told(process, "ready")["ready"] == str(link)
        bus = Bus(str(link), 9600, panels=panels("hi-lo", 1), keypads=keypads("ff68", 1), on_key=presses)
        bus.start()
        try:
            bus.show("p1", "A012")
            assert told(process, "panel")["shows"] == "012"
            process.stdin.write("press k1 next\nwhistle\n")
            process.stdin.flush()
            assert presses.until(1) == [("k1", "next")]
            assert "whistle" in str(told(process, "refused")["refused"])
            assert bus.states["k1"].health is Health.WELL
        finally:
            bus.close()
    finally:
        process.communicate("", timeout=30)
    assert process.returncode == 0
    assert not link.exists()


@pytest.mark.parametrize("words", [("--panel", "p1:1:nothing"), ("--keypad", "k1:1:hi-lo")])
def test_a_kind_that_is_not_there_is_said_in_words(tmp_path: Path, words):
    process = started("--link", str(tmp_path / "bus"), *words)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 2
    assert words[1].split(":")[2] in errors


def test_two_devices_of_one_name_are_refused_in_words(tmp_path: Path):
    process = started("--link", str(tmp_path / "bus"), "--panel", "3:3:hi-lo", "--keypad", "3:35:ff68")
    _, said = process.communicate()
    assert process.returncode == 2
    assert "a name of its own" in said


def test_keys_are_named_as_they_are_written_and_an_unknown_one_is_refused(tmp_path: Path):
    process = started("--link", str(tmp_path / "bus"), "--keypad", "3:35:ff68")
    assert process.stdin is not None
    told(process, "ready")
    process.stdin.write("press 3 WALK-IN no_show\npress 3 jump\npress 3 next\n")
    process.stdin.flush()
    assert told(process, "did")["did"] == "press 3 WALK-IN no_show"
    assert "press 3 jump" in str(told(process, "refused")["refused"])
    assert told(process, "did")["did"] == "press 3 next"
    process.communicate()
    assert process.returncode == 0
