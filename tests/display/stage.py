"""What a display stands on when nobody is there: a screen in memory, a silent loudspeaker, the program itself."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tests.programs import PATIENCE_S, ended, x_server

LOUD = 300
RATE = 16_000


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A television of 1920 by 1080 in memory; its place in the environment."""
    with x_server("1920x1080") as found:
        yield {"DISPLAY": found, "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def silent_loudspeaker(folder: Path) -> Iterator[dict[str, str]]:
    """A sound server whose only sink is heard by nobody; its place in the environment."""
    runtime, home = folder / "runtime", folder / "home"
    for made in (runtime, home):
        made.mkdir(mode=0o700)
    place = {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(home), "PULSE_RUNTIME_PATH": str(runtime / "pulse")}
    with sound_server(place):
        yield place


@contextmanager
def sound_server(place: dict[str, str]) -> Iterator[subprocess.Popen]:
    """The server itself, to be killed and begun again."""
    server = ["pulseaudio", "--system=false", "--exit-idle-time=-1", "--disable-shm", "-n"]
    modules = ["-L", "module-null-sink sink_name=hall", "-L", "module-native-protocol-unix"]
    command = [*server, *modules]
    with ended(subprocess.Popen(command, env=os.environ | place, stderr=subprocess.DEVNULL)) as process:
        wait_until(lambda: answers(["pactl", "info"], place), PATIENCE_S, "the sound server")
        yield process


@contextmanager
def display(
    folder: Path,
    place: dict[str, str],
    *more: str,
    name: str = "display",
    windowed: tuple[str, ...] = ("--windowed", "1920x1080+0+0"),
) -> Iterator["Program"]:
    """The program itself on the office in `folder`; of several each has a name."""
    description, log = folder / f"{name}.json", folder / f"{name}.log"
    command = [sys.executable, "-m", "display", "--office", str(folder), *windowed]
    with log.open("w") as said:
        begun = time.monotonic()
        process = subprocess.Popen(
            [*command, "--describe", str(description), *more], env=os.environ | place, stdout=said, stderr=said
        )
        with ended(process):
            yield Program(process, description, log, begun)


class Program:
    """A display that runs: what it shows, and what it says in its log."""

    def __init__(self, process: subprocess.Popen, description: Path, log: Path, begun: float) -> None:
        self.process = process
        self.begun = begun
        self._description = description
        self._log = log

    def shows(self, words: str) -> bool:
        """Whether something on the screen says these words."""
        return any(words in control["accessibleName"] or words in control["text"] for control in self._controls())

    def middle_of(self, name: str) -> tuple[str, str]:
        """Where the mouse presses a part."""
        left, top, width, height = next(one["rect"] for one in self._controls() if one["objectName"] == name)
        return str(left + width // 2), str(top + height // 2)

    def window(self) -> tuple[int, ...]:
        """Left, top, width and height of its window; nothing before it is there."""
        return tuple(next((one["rect"] for one in self._described("windows")), ()))

    def _controls(self) -> list[dict]:
        return self._described("controls")

    def _described(self, what: str) -> list[dict]:
        if not self._description.exists():
            return []
        return json.loads(self._description.read_text(encoding="utf-8"))[what]

    def wait_for(self, words: str, within_s: float = PATIENCE_S) -> float:
        """Wait until the screen says so; the seconds since the program was started."""
        wait_until(lambda: self.shows(words), within_s, words, self.said)
        return time.monotonic() - self.begun

    def stood_after(self) -> float:
        """The seconds from the start to the hall's own board on the glass, by the display's log."""
        found = re.search(r"^(\S+ \S+) INFO \S+ board_stands in_touch=True", self.said(), re.MULTILINE)
        assert found is not None, self.said()
        ago_s = time.time() - datetime.fromisoformat(found[1]).timestamp()
        return time.monotonic() - ago_s - self.begun

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def fields(self, event: str, field: str) -> list[float]:
        """A figure from every line of one event in the log."""
        return [float(found) for found in re.findall(rf" {event} .*?\b{field}=([\d.]+)", self.said())]


class Ear:
    """Hears the silent loudspeaker: for every moment how loud it was.

    How long something sounds is counted in samples: an ear that comes late to them hears them all the same.
    """

    def __init__(self, place: dict[str, str], *, late_ms: int = 10) -> None:
        """`late_ms`: how late it may hear. A sound server hurries for whoever wants to hear at once."""
        command = ["parec", "-d", "hall.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen(
            [*command, f"--latency-msec={late_ms}"], env=os.environ | place, stdout=subprocess.PIPE
        )
        self._heard: list[tuple[float, int, int]] = []
        self._thread = threading.Thread(target=self._listen, name="ear")
        self._thread.start()

    def first_after(self, moment: float) -> float | None:
        """When something was heard first after a moment."""
        return next((at for at, _, loud in list(self._heard) if at >= moment and loud > LOUD), None)

    def loudest_after(self, moment: float) -> int:
        """The greatest swing of what was heard since."""
        return max((loud for at, _, loud in list(self._heard) if at >= moment), default=0)

    def sounds_after(self, moment: float) -> list[float]:
        """The seconds, by the samples, at which something was heard since then."""
        return [place / RATE for at, place, loud in list(self._heard) if at >= moment and loud > LOUD]

    def quiet_for(self, seconds: float) -> bool:
        """Whether nothing has been heard for so long."""
        heard = list(self._heard)
        since = heard[-1][1] - seconds * RATE if heard else 0.0
        return since > 0 and all(loud <= LOUD for _, place, loud in heard if place >= since)

    def loud_since(self, moment: float) -> float:
        """The seconds of sound since then, breaths left out."""
        return (
            len({place * 20 // RATE for at, place, loud in list(self._heard) if at >= moment and loud > LOUD}) / 20
        )

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        place = 0
        while piece := os.read(self._process.stdout.fileno(), RATE // 50):
            samples = array("h", piece[: len(piece) // 2 * 2])
            self._heard.append((time.monotonic(), place, max(map(abs, samples), default=0)))
            place += len(samples)


def wait_until(true, within_s: float, what: str, said=lambda: "") -> None:
    deadline = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < deadline, f"{what} did not come within {within_s} s\n{said()}"
        threading.Event().wait(0.01)


def answers(command: list[str], place: dict[str, str]) -> bool:
    quiet = subprocess.DEVNULL
    return subprocess.run(command, env=os.environ | place, stdout=quiet, stderr=quiet, check=False).returncode == 0
