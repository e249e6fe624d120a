"""The program itself, as a process of its own: it starts, says what it shows, and ends when told."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from kiosk.__main__ import main
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .houses import House

LEAST_MB = 20
MOST_MB = 150


def waited_for(what: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not come"
        threading.Event().wait(0.02)


def said(file: Path) -> dict[str, str]:
    """What is on the glass by name."""
    if not file.exists():
        return {}
    controls = json.loads(file.read_text(encoding="utf-8"))["controls"]
    return {control["objectName"]: control["accessibleName"] or control["text"] for control in controls}


def test_a_kiosk_starts_shows_its_tiles_and_ends_when_told(house: House, tmp_path: Path) -> None:
    shown = tmp_path / "shown.json"
    words = [
        "-m",
        "kiosk",
        "--office",
        str(house.office.path),
        "--windowed",
        "800x450+0+0",
        "--describe",
        str(shown),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, *words], env=environment, stderr=subprocess.PIPE) as kiosk:
        try:
            waited_for(lambda: "前面 0 人" in said(shown).get("service-TRANS", ""))
            assert {"love", "help", "language-en", "service-ASK"} <= said(shown).keys()
            memory_mb = psutil.Process(kiosk.pid).memory_info().rss / 2**20
            assert LEAST_MB < memory_mb <= MOST_MB
        finally:
            kiosk.terminate()
            _, logged = kiosk.communicate(timeout=60)
    assert kiosk.returncode == 0
    assert b"hangs_are_watched" in logged


def test_a_kiosk_whose_settings_have_changed_begins_anew_by_itself(house: House, tmp_path: Path) -> None:
    """Only while nobody is at it, and only once the office file of its own computer says the same."""
    shown = tmp_path / "shown.json"
    words = ["-m", "kiosk", "--office", str(house.office.path), "--windowed", "800x450+0+0"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, *words, "--describe", str(shown)], env=environment, stderr=subprocess.PIPE
    ) as kiosk:
        try:
            waited_for(lambda: "language-vi" in said(shown))
            text = house.office.text.replace('"en", "vi", "id", "th"]', '"en", "th"]', 1)
            assert text != house.office.text
            house.office.file.write_text(text, encoding="utf-8")
            Floor(house.store).set_up_office(text, request=new_request())
            waited_for(lambda: "language-vi" not in said(shown) and "language-th" in said(shown))
            assert kiosk.poll() is None
        finally:
            kiosk.terminate()
            kiosk.communicate(timeout=60)
    assert kiosk.returncode == 0


def test_an_office_that_is_not_there_is_named_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--office", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_kiosk_that_the_office_does_not_know_is_named(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--office", str(house.office.path), "--kiosk", "K9"]) == 2
    assert "K9" in capsys.readouterr().err


def test_a_wrong_geometry_is_refused_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--windowed", "large"])
    assert "960x540+0+0" in capsys.readouterr().err
