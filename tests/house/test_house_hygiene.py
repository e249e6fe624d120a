"""The watch over leftovers is awake: each test here leaves something behind, and must be caught."""

import subprocess
import sys

import pytest

from tests.house.sources import ROOT

LEAVES = {
    "thread hanging": """
import threading
def test_leaves():
    threading.Thread(target=threading.Event().wait, name="hanging", daemon=True).start()
""",
    "sleep 30": """
import subprocess, pytest
kept = []
def test_leaves():
    kept.append(subprocess.Popen(["sleep", "30"]))
def teardown_module():
    kept[0].kill(); kept[0].wait()
""",
    "/dev/pt": """
import os
def test_leaves():
    os.openpty()
""",
    "timer of 1000 ms": """
from PySide6.QtCore import QTimer
kept = []
def test_leaves(qapp):
    timer = QTimer(); timer.start(1000); kept.append(timer)
""",
    "Qt thread busy": """
from PySide6.QtCore import QThread
kept = []
def test_leaves(qapp):
    thread = QThread(); thread.setObjectName("busy"); thread.start(); kept.append(thread)
def teardown_module():
    kept[0].quit(); kept[0].wait()
""",
}
TIDY = """
import subprocess, threading
from PySide6.QtCore import QThread, QTimer
def test_tidies_up(qapp, tmp_path):
    worker = threading.Thread(target=int); worker.start()
    subprocess.run(["true"], check=True)
    (tmp_path / "note").write_text("closed")
    timer = QTimer(); timer.start(1000); timer.stop()
    thread = QThread(); thread.start(); thread.quit(); thread.wait()
"""


def outcome_of(test: str, tmp_path, *, patience_s: float = 0.2) -> tuple[int, str]:
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(f"[pytest]\nleftovers_end_within_s = {patience_s}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.hygiene", "-p", "no:randomly", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize("left", LEAVES)
def test_what_a_test_leaves_behind_is_found(left, tmp_path):
    code, output = outcome_of(LEAVES[left], tmp_path)
    assert code == 1, output
    assert "left behind: " in output
    assert left in output


def test_a_test_that_tidies_up_passes(tmp_path):
    code, output = outcome_of(TIDY, tmp_path, patience_s=20)
    assert code == 0, output


def test_the_watch_is_on_in_every_test_of_the_project(request):
    assert request.config.pluginmanager.has_plugin("tests.hygiene")
