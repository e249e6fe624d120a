"""One kiosk's lives, each a real process; the way a test talks with them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[3]


class Nursery:
    """Kiosks one after another in processes of their own; gone, whatever happened, when the block ends."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kiosk.offline.kiosk_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            start_new_session=True,
        )
        self.hears("awake")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self._process.pid, 9)
        self._process.communicate()

    def tell(self, *words: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write((" ".join(map(str, words)) + "\n").encode())
        self._process.stdin.flush()

    def hears(self, word: str) -> list[str]:
        """The next line, which must begin with `word`; the rest of it."""
        assert self._process.stdout is not None
        first, *rest = self._process.stdout.readline().decode().split() or [""]
        assert first == word, (first, rest)
        return rest
