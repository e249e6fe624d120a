"""Real processes on the same queue."""

import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.builders import LiveHall

ROOT = Path(__file__).parents[2]


class Child:
    """Another program on the hall's database (`child.py` beside); gone, whatever happened, when the block ends.

    It starts when made and is ready when its block begins, so that many may start at once.
    """

    def __init__(self, hall: LiveHall) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.child", hall.store.url, hall.store.office],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def __enter__(self) -> Self:
        self.hears("ready")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def tell(self, *words: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def hears(self, word: str) -> list[str]:
        """The next line, which must begin with `word`; the rest of it."""
        assert self.process.stdout is not None
        first, *rest = self.process.stdout.readline().split() or [""]
        assert first == word, (first, rest)
        return rest

    def does(self, *words: object, answer: str) -> list[str]:
        self.tell(*words)
        return self.hears(answer)
