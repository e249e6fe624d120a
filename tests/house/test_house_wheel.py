"""An office that installs the wheel gets the whole program, and nothing of its tests."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.sources import PRODUCT, ROOT, files, name_of

LOOKS_FOR_ITS_FILES = """
import sys, waitline
from waitline.assets import asset
assert waitline.__file__.startswith(sys.argv[1]), waitline.__file__
for name in ("theme", "fonts", "phrases"):
    assert any(asset(name).iterdir()), name
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    (built,) = folder.glob("waitline-*.whl")
    return built


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")}


def test_the_wheel_holds_every_file_of_the_program_and_no_other(wheel):
    expected = {name_of(path) for path in files(*PRODUCT, "assets")}
    found = names_in(wheel)
    assert found == expected
    assert any(name.startswith("assets/fonts/") and name.endswith((".otf", ".ttf")) for name in found)


def test_the_wheel_carries_the_licences(wheel):
    with zipfile.ZipFile(wheel) as archive:
        licences = {name.split("/licenses/")[1] for name in archive.namelist() if "/licenses/" in name}
    assert "LICENSE" in licences
    assert any("OFL" in name for name in licences)


def test_every_package_of_the_wheel_says_that_it_is_typed(wheel):
    assert {f"{package}/py.typed" for package in PRODUCT} <= names_in(wheel)


def test_the_program_finds_its_files_when_it_is_installed_from_the_wheel(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    where = f"import sys; sys.path.insert(0, {str(tmp_path)!r})"
    command = [sys.executable, "-P", "-c", where + LOOKS_FOR_ITS_FILES, str(tmp_path)]
    outcome = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
