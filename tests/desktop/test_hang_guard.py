"""A program that hangs, or that a library takes down, ends with its last words kept; the next start logs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HANGS_S = 1.5
PROGRAM = """
import ctypes, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from waitline.desktop import Desktop
from waitline.look import Distance

def goes_on():
    QTimer.singleShot({lives_ms}, desktop.leave)

def hangs():
    threading.Event().wait()

def hangs_and_lets_no_thread_run():
    ctypes.PyDLL(None).pause()  # keeps the interpreter's lock

def crashes():
    ctypes.string_at(0)

def hangs_at_its_end():
    desktop.on_leaving(hangs)
    desktop.leave()

with Desktop("display", distance=Distance.HALL, log_folder=Path(sys.argv[1])) as desktop:
    QTimer.singleShot(0, {what})
    code = desktop.run(ends_if_hung_s={hangs_s})
sys.exit(code)
"""


def run(folder: Path, what: str) -> int:
    """One life of a program; its exit code."""
    code = PROGRAM.format(what=what, hangs_s=HANGS_S, lives_ms=round(2 * HANGS_S * 1000))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False).returncode


def logged(folder: Path) -> list[str]:
    lines = (folder / "display.log").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if "last_words" in line]


@pytest.mark.parametrize(
    ("what", "stood_in"),
    [
        ("hangs", "in hangs"),
        ("hangs_and_lets_no_thread_run", "in hangs_and_lets_no_thread_run"),
        ("hangs_at_its_end", "in hangs"),
        ("crashes", "in crashes"),
    ],
)
def test_it_ends_and_the_next_start_tells_where_it_stood(tmp_path: Path, what: str, stood_in: str) -> None:
    assert run(tmp_path, what) != 0
    assert logged(tmp_path) == []
    assert run(tmp_path, "goes_on") == 0
    assert [stood_in in line for line in logged(tmp_path)] == [True]
    assert run(tmp_path, "goes_on") == 0
    assert len(logged(tmp_path)) == 1, "told once"


def test_one_that_turns_lives_longer_than_a_hang_takes(tmp_path: Path) -> None:
    assert run(tmp_path, "goes_on") == 0
    assert logged(tmp_path) == []


def test_it_ends_though_its_last_words_can_be_kept_nowhere(tmp_path: Path) -> None:
    (tmp_path / "display-last-words.txt").mkdir()
    assert run(tmp_path, "hangs") != 0
    assert "last_words_are_lost" in (tmp_path / "display.log").read_text(encoding="utf-8")
