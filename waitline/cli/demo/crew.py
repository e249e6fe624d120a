"""The demo's programs as processes: started with a log each, watched, and all ended however the demo ends."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, Self

from waitline.model.errors import WaitlineError

ENDS_WITHIN_S: Final = 4.0
LAST_LINES: Final = 12


class ProgramEnded(WaitlineError):
    """One of the demo's programs is gone; its last words come along."""

    zh: ClassVar[str] = "{name} 意外結束（代碼 {code}）：\n{last}"
    en: ClassVar[str] = "{name} ended by itself (code {code}):\n{last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A program of the demo; `log` holds what it wrote to standard output and error."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def pid(self) -> int:
        return self.process.pid


class Crew:
    """with Crew(folder, environment) as crew: crew.start("kiosk", [...])"""

    def __init__(
        self, folder: Path, environment: Mapping[str, str], *, ends_within_s: float = ENDS_WITHIN_S
    ) -> None:
        self._folder = folder
        self._ends_within_s = ends_within_s
        self._environment = dict(environment)
        self._members: list[Member] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def start(
        self, name: str, command: Sequence[str], *, keep_open: Sequence[int] = (), to_terminal: bool = False
    ) -> Member:
        """Start a program in a session of its own: a Ctrl-C in the terminal reaches only the demo.

        `keep_open`: file descriptors that it inherits. `to_terminal`: what it says is for whoever is watching.
        """
        log = self._folder / f"{name}.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [*_ends_with_us(), *command],
                stdin=subprocess.DEVNULL,
                stdout=None if to_terminal else out,
                stderr=subprocess.STDOUT if not to_terminal else None,
                env=self._environment,
                start_new_session=True,
                pass_fds=keep_open,
            )
        member = Member(name=name, process=process, log=log)
        self._members.append(member)
        return member

    def start_module(self, name: str, module: str, *arguments: str, to_terminal: bool = False) -> Member:
        """Start one of our own programs with this very Python."""
        return self.start(name, [sys.executable, "-P", "-m", module, *arguments], to_terminal=to_terminal)

    def check(self) -> None:
        """Raise `ProgramEnded` for whoever is gone with an error."""
        for member in self._members:
            code = member.process.poll()
            if code:
                raise ProgramEnded(name=member.name, code=code, last=last_lines(member.log))

    def alive(self, *names: str) -> list[str]:
        """Which of these still run."""
        return [m.name for m in self._members if m.name in names and m.process.poll() is None]

    def end(self) -> None:
        """Ask everybody to end, last started first; whoever does not is killed, with its children."""
        for member in reversed(self._members):
            _signal(member, gently=True)
        deadline = time.monotonic() + self._ends_within_s
        for member in reversed(self._members):
            try:
                member.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                pass
            finally:
                _signal(member, gently=False)
                member.process.wait()
        self._members.clear()


def _ends_with_us() -> list[str]:
    """What a command is put behind so that the system asks it to end when this process is gone, however: even a
    killed demo leaves nothing running. `setpriv` becomes the command; where there is none, only `end` ends it."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return [] if setpriv is None else [setpriv, "--pdeathsig", "TERM", "--"]


def _signal(member: Member, *, gently: bool) -> None:
    """To the program alone when asking, to its whole session when killing."""
    if sys.platform == "win32":
        member.process.terminate()
        return
    try:
        if gently:
            os.kill(member.pid, signal.SIGTERM)
        else:
            os.killpg(member.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def last_lines(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(f"    {line}" for line in lines[-LAST_LINES:])
