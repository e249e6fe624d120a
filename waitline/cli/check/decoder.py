"""The process that a display decodes with, asked for one file after another."""

import json
import os
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from waitline.model.media import Trouble

_ENDS_IN_S: Final = 2.0
"""One that a network's disk holds ends later, by itself."""


class Decoder:
    """Answers within `patience_s`: a file that hangs or kills the process costs itself only, as on the wall."""

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._child: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def trouble(self, file: Path) -> Trouble | None:
        """Why a file cannot be shown; None for a good one."""
        answer = self.ask(**{"try": 1, "file": str(file)})
        return None if "good" in answer else Trouble(answer["trouble"])

    def ask(self, **order: object) -> dict[str, Any]:
        """The answer, or the trouble that no answer means; whatever is asked next has a new process then."""
        child = self._child or self._begin()
        assert child.stdin is not None
        try:
            child.stdin.write(json.dumps(order) + "\n")
            child.stdin.flush()
            line = self._lines.get(timeout=self._patience_s)
        except queue.Empty:
            self._end()
            return {"trouble": Trouble.STUCK}
        except OSError:
            line = ""
        if not line:
            self._end()
            return {"trouble": Trouble.BROKEN}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _begin(self) -> subprocess.Popen[str]:
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "display.media.projector_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
        assert self._child.stdout is not None
        self._lines = queue.SimpleQueue()
        threading.Thread(target=_read, args=(self._child.stdout, self._lines), daemon=True).start()
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        assert child.stdin is not None
        child.kill()
        with suppress(OSError):  # an order that it did not take any more
            child.stdin.close()
        with suppress(subprocess.TimeoutExpired):  # held by a disk
            child.wait(_ENDS_IN_S)


def _read(answers: IO[str], lines: queue.SimpleQueue[str]) -> None:
    """A line each; an empty one when the process has ended."""
    with answers:
        for line in answers:
            lines.put(line)
    lines.put("")
