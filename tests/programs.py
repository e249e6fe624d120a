"""Programs that a test may need: which this machine has, one that ends with its block, a screen in memory."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

PATIENCE_S = 60.0
"""How long a program may take on a machine that has other work to do: no bar of the product."""


def lacking(*programs: str) -> str:
    """The first program that this machine lacks, or nothing."""
    return next((program for program in programs if shutil.which(program) is None), "")


def needs(*programs: str) -> pytest.MarkDecorator:
    """A mark for tests that can be run only where all of these are."""
    return pytest.mark.skipif(bool(lacking(*programs)), reason=f"no {lacking(*programs)} on this machine")


needs_a_screen = needs("Xvfb")


@contextmanager
def ended(process: subprocess.Popen) -> Iterator[subprocess.Popen]:
    """A process that does not outlive its block."""
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def x_server(size: str, *more: str) -> Iterator[str]:
    """A screen of so many pixels in memory, without a window manager; its name. `more`: for Xvfb.

    It never resets itself: while it does, after a first look at it is over, it lets no program in.
    """
    read, write = os.pipe()
    screen = ("-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset")
    command = ["Xvfb", "-displayfd", str(write), *screen, *more]
    with ended(subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)):
        os.close(write)
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
