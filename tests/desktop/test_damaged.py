"""An installation with a part missing: every program says so in both languages and ends, without a traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from waitline.assets import asset

OFFICE = asset("sample", "office.toml")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A folder with the assets of this installation, to be damaged, and the sample office."""
    shutil.copytree(asset("."), tmp_path / "assets", symlinks=True)
    (tmp_path / "office").mkdir()
    shutil.copy(OFFICE, tmp_path / "office")
    return tmp_path


def started(program: str, damaged: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": f"{damaged}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-P", "-m", program, "--office", str(damaged / "office")]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.mark.parametrize("program", ["kiosk", "counter", "display"])
@pytest.mark.parametrize("part", ["fonts", "theme"])
def test_a_program_without_its_fonts_or_theme_says_what_to_do_and_ends(
    damaged: Path, program: str, part: str
) -> None:
    shutil.rmtree(damaged / "assets" / part)

    ended = started(program, damaged)

    assert ended.returncode == 2, ended.stderr
    assert "安裝不完整，請重新安裝 Waitline" in ended.stderr
    assert "The installation is damaged; install Waitline again" in ended.stderr
    assert "Traceback" not in ended.stderr
    log = damaged / "office" / "state" / "logs" / f"{program}.log"
    assert "installation_damaged" in log.read_text(encoding="utf-8")


def test_a_program_without_icons_ends_in_the_same_words(damaged: Path) -> None:
    shutil.rmtree(damaged / "assets" / "icons")
    ended = started("kiosk", damaged)
    assert ended.returncode == 2, ended.stderr
    assert "The installation is damaged" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_is_missed_only_when_a_program_builds_its_parts_is_told_too(damaged: Path) -> None:
    shutil.rmtree(damaged / "assets" / "voice")
    ended = started("display", damaged)
    assert ended.returncode == 2, ended.stderr
    assert "The installation is damaged" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_font_that_is_no_font_is_damage_too(damaged: Path) -> None:
    (damaged / "assets" / "fonts" / "WaitlineSansTC-Regular.otf").write_bytes(b"nothing")
    ended = started("counter", damaged)
    assert ended.returncode == 2, ended.stderr
    assert "WaitlineSansTC-Regular.otf" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_command_says_it_too(damaged: Path) -> None:
    shutil.rmtree(damaged / "assets" / "sample")
    environment = {**os.environ, "PYTHONPATH": f"{damaged}{os.pathsep}{ROOT}"}
    command = [
        sys.executable,
        "-P",
        "-m",
        "waitline.cli",
        "--language",
        "en",
        "init",
        "--office",
        str(damaged / "new"),
    ]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 3
    assert "The installation is damaged; install Waitline again" in ended.stderr
