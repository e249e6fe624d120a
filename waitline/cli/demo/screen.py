"""The screen that the demo plays on: this machine's own, or one in memory with a window manager."""

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final

from waitline.model.errors import WaitlineError
from waitline.model.words import Words

from .crew import Crew, last_lines
from .tiling import EDGE, TITLE_BAR, Tile
from .waiting import wait_for

MEMORY: Final = (2 * (1920 + 2 * EDGE), 2 * (1080 + TITLE_BAR + EDGE))
"""Four quarters, each with room for a window of 1920 × 1080: television and kiosk at their real size."""
NEEDED: Final = ("Xvfb", "openbox", "xdotool")
STARTS_WITHIN_S: Final = 15.0


class NoScreen(WaitlineError):
    """There is neither a screen nor what it takes to make one."""

    zh: ClassVar[str] = "沒有螢幕，也缺少 {missing}，請執行 ./run demo 或自行安裝"
    en: ClassVar[str] = "There is no screen here, and {missing} is missing; use ./run demo or install it"


class ScreenFailed(WaitlineError):
    zh: ClassVar[str] = "螢幕無法使用：\n{last}"
    en: ClassVar[str] = "The screen cannot be used:\n{last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where windows may stand, the whole screen's pixels, and the environment its programs are started in."""

    room: Tile
    size: tuple[int, int]
    environment: Mapping[str, str] = field(repr=False)

    @property
    def display(self) -> str:
        return self.environment.get("DISPLAY", "")


def there_is_a_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Windows and macOS have one; elsewhere the session says so."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def own_screen(environment: Mapping[str, str] = os.environ) -> Screen:
    """This machine's screen, as Qt finds it."""
    own = dict(environment)
    if own.get("DISPLAY") and sys.platform not in ("win32", "darwin"):
        own["QT_QPA_PLATFORM"] = "xcb"  # on Wayland no program may say where its window stands
    asked = subprocess.run(
        [sys.executable, "-P", "-m", "waitline.desktop.room"],
        env=own, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    if asked.returncode != 0:
        raise ScreenFailed(last=asked.stderr.strip())
    found = json.loads(asked.stdout)
    x, y, width, height = found["room"]
    across, down = found["screen"]
    return Screen(room=Tile(x=x, y=y, width=width, height=height), size=(across, down), environment=own)


@contextmanager
def screen_in_memory(folder: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Screen]:
    """An X server nobody sees and a window manager, both ready; gone at the end."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        raise NoScreen(missing=", ".join(missing))
    own = {k: v for k, v in environment.items() if k not in ("WAYLAND_DISPLAY", "XAUTHORITY")}
    own |= {"QT_QPA_PLATFORM": "xcb"}
    with Crew(folder, own) as servers:
        own["DISPLAY"] = _start_server(servers)
        with Crew(folder, own) as managers:
            managers.start("openbox", ["openbox", "--sm-disable"])
            wait_for(
                Words(zh="視窗管理員就緒", en="the window manager is ready"),
                lambda: _has_manager(own),
                within_s=STARTS_WITHIN_S,
            )
            width, height = MEMORY
            yield Screen(room=Tile(x=0, y=0, width=width, height=height), size=MEMORY, environment=own)


def _start_server(servers: Crew) -> str:
    """Start Xvfb on a display number that it picks itself; the number."""
    told, tells = os.pipe()
    try:
        width, height = MEMORY
        command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{width}x{height}x24"]
        server = servers.start("Xvfb", [*command, "-nolisten", "tcp", "-noreset"], keep_open=(tells,))
    finally:
        os.close(tells)
    with os.fdopen(told) as answer:
        ready, _, _ = select.select([answer], [], [], STARTS_WITHIN_S)
        number = answer.readline().strip() if ready else ""  # a server that does not start says nothing
    if not number:
        raise ScreenFailed(last=last_lines(server.log))
    return f":{number}"


def _has_manager(environment: Mapping[str, str]) -> bool:
    asked = subprocess.run(
        ["xdotool", "get_num_desktops"], env=environment, capture_output=True, timeout=5, check=False
    )
    return asked.returncode == 0
