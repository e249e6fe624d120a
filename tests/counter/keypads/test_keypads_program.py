"""The program that owns the line: real processes, a pty at the pace of the wire, both databases."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.counter.keypads.keypad_hall import set_pin
from tests.counter.keypads.keypad_program import ROOT, KeypadProgram
from waitline.views import counter_view


@pytest.mark.parametrize(("panel", "keypad"), [("ascii-panel", "ff68"), ("modbus-text-panel", "ff68")])
def test_a_clerk_works_a_day_with_nothing_but_keys_and_a_panel(
    program: Callable[..., KeypadProgram], panel: str, keypad: str
):
    office = program(panel=panel, keypad=keypad)
    set_pin(office.hall, "c07", "246810")
    office.until_it_listens("7")
    office.press("7", "7", "enter", "246810", "enter")
    office.sees("7", "--")
    first = office.hall.take()
    office.press("7", "next")
    office.sees("7", first.label)
    office.press("7", "enter", "finish")
    office.sees("7", "--")
    office.press("7", "next")
    office.press("7", "recall")
    office.sees("7", "E10")
    second = office.hall.take()
    office.sees("7", second.label)
    office.press("7", "no_show")
    office.sees("7", "--")
    office.press("7", "pause", "15", "enter")
    office.sees("7", "")
    office.press("7", "pause")
    office.sees("7", "--")
    office.press("7", "sign_out")
    office.sees("7", "")


def test_two_counters_at_once_get_each_its_own_visitor(program: Callable[..., KeypadProgram]):
    office = program()
    office.until_it_listens("8")
    for counter in ("7", "8"):
        office.press(counter, counter, "enter")
        office.sees(counter, "--")
        office.press(counter, "next")
    tickets = [office.hall.take(), office.hall.take()]
    labels = {one.label for one in tickets}
    for counter in ("7", "8"):
        office.line.until_any("panel-" + counter, labels, within_s=60)
    assert {office.line.shows("panel-7"), office.line.shows("panel-8")} == labels


def test_a_program_that_was_killed_shows_what_is_true_and_goes_on_without_a_pin(
    program: Callable[..., KeypadProgram],
):
    office = program()
    set_pin(office.hall, "c07", "246810")
    office.until_it_listens("7")
    office.press("7", "7", "enter", "246810", "enter")
    office.sees("7", "--")
    ticket = office.hall.take()
    office.press("7", "next")
    office.sees("7", ticket.label)
    office.kill()
    office.line.do("unplug")
    office.line.do("plug")
    office.start()
    office.until_it_listens("7", then=ticket.label)
    office.press("7", "begin", "finish")
    office.sees("7", "--")


def test_a_keypad_that_falls_silent_is_for_the_log(program: Callable[..., KeypadProgram]):
    office = program()
    office.until_it_listens("7")
    office.line.do("silent keypad-3")
    office.until_logged("device=keypad-3 health=trouble")
    office.line.do("speak keypad-3")
    office.until_logged("device=keypad-3 health=well", times=2)


def test_a_program_that_is_ended_leaves_its_panels_dark(program: Callable[..., KeypadProgram]):
    office = program()
    office.hall.clerk("7")
    office.sees("7", "--")
    assert office.end() == 0
    office.sees("7", "")


def test_a_clerk_at_a_console_is_followed_by_the_panel(program: Callable[..., KeypadProgram]):
    office = program(panel="hi-lo", keypad="ascii-keypad")
    clerk = office.hall.clerk("7")
    office.sees("7", "--")
    ticket = office.hall.take()
    clerk.calls()
    office.sees("7", ticket.label.removeprefix("A"))
    assert counter_view.read(office.hall.store, clerk.counter).current is not None


def test_an_office_without_a_line_is_told_so(tmp_path: Path, make_hall):
    hall = make_hall()
    (tmp_path / "office.toml").write_text(hall.document, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-m", "counter.keypads", "--office", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert said.returncode == 2
    assert "[[buses]]" in said.stderr
