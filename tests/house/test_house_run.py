"""`./run` for somebody who may not write where it lies: it says what to do and touches nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import ROOT

AS_NOBODY_SPECIAL = ["setpriv", "--inh-caps", "-all", "--bounding-set", "-dac_override,-dac_read_search,-fowner"]
"""root, but bound by the files' rights as everybody is."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for a Unix shell")


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """A checkout whose environment is out of date, and which nobody may write in."""
    root = tmp_path / "checkout"
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "lib").mkdir()
    for name in ("run", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    (root / ".venv" / "lib" / "kept.py").write_text("kept = True\n")
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    yield root
    for folder in (root, *root.rglob("*")):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o755)


def lock(root: Path, *folders: str) -> None:
    for name in folders:
        (root / name).chmod(0o555)


def run(root: Path) -> "subprocess.CompletedProcess[str]":
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("needs setpriv, or not to be root")
    bound = AS_NOBODY_SPECIAL if os.geteuid() == 0 else []
    command = [*bound, str(root / "run"), "waitline", "--help"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def check_explained(root: Path, ended: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) < 8, ended.stderr
    assert "cannot remove" not in ended.stderr
    assert "or work in a copy of your own" in ended.stderr
    for word in words:
        assert word in ended.stderr
    assert (root / ".venv" / "lib" / "kept.py").exists()


def test_an_environment_whose_python_is_out_of_reach_is_not_removed(copy: Path) -> None:
    (copy / ".venv" / "bin" / "python").unlink()
    (copy / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    lock(copy, ".venv/bin", ".venv/lib", ".venv", ".")
    check_explained(copy, run(copy), "cannot be used by", "/nowhere/python3")


def test_one_folder_in_it_that_may_not_be_written_is_enough(copy: Path) -> None:
    lock(copy, ".venv/lib")
    check_explained(copy, run(copy), "must be brought up to date")


def test_a_checkout_that_may_not_be_written_and_has_no_environment_says_so(copy: Path) -> None:
    shutil.rmtree(copy / ".venv")
    lock(copy, ".")
    ended = run(copy)
    assert ended.returncode == 1
    assert "to write in" in ended.stderr
    assert not (copy / ".venv").exists()
