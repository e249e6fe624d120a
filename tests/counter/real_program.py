"""The counter's program as a process of its own on an X server, and what it says is on its windows."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.programs import PATIENCE_S, x_server

OF_A_LOGIN = {"WAYLAND_DISPLAY", "XDG_SESSION_TYPE"}
"""What the session of whoever runs the tests says of its own screen."""


@contextmanager
def registration_screen() -> Iterator[str]:
    """A screen of an ordinary registration PC, without a window manager; its name."""
    with x_server("1366x768") as found:
        yield found


def on_screen(screen: str, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a program there."""
    own = {name: value for name, value in os.environ.items() if name not in OF_A_LOGIN}
    return {**own, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", **(more or {})}


@contextmanager
def running(
    screen: str, office: Path, *more: str, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[psutil.Popen, Path]]:
    described = office / "controls.json"
    command = [sys.executable, "-m", "counter", "--office", str(office), "--describe", str(described), *more]
    program = psutil.Popen(
        command, env=on_screen(screen, environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield program, described
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(PATIENCE_S)


def until(condition: Callable[[], bool]) -> None:
    """Look until it is so."""
    deadline, moment = time.monotonic() + PATIENCE_S, threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        moment.wait(0.01)


def windows(described: Path) -> list[dict[str, Any]]:
    """Those on the screen."""
    return list(json.loads(described.read_text(encoding="utf-8"))["windows"]) if described.exists() else []


def controls(described: Path, name: str) -> list[dict[str, Any]]:
    """Those of that name that can be seen now."""
    if not described.exists():
        return []
    seen = json.loads(described.read_text(encoding="utf-8"))
    return [one for one in seen["controls"] if one["objectName"] == name]


def until_seen(described: Path, control: str, *, at_the_top: bool = False) -> dict[str, Any]:
    """The control as the program describes it, once it can be seen, and in a window at the screen's edge if so."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if described.exists():
            seen = json.loads(described.read_text(encoding="utf-8"))
            found = [one for one in seen["controls"] if one["objectName"] == control]
            if found and not (at_the_top and seen["windows"][0]["rect"][1] != 0):
                return dict(found[0])
        threading.Event().wait(0.01)
    raise AssertionError(f"{control} was never on the screen")
