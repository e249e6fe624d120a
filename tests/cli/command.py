"""The `waitline` command run in this process, as a terminal would."""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from waitline.cli.__main__ import main


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


def run(*words: str | Path, language: str = "en") -> Said:
    """`waitline --language LANGUAGE WORDS...`"""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--language", language, *map(str, words)])
    return Said(code=code, out=out.getvalue(), err=err.getvalue())


@contextlib.contextmanager
def standard_input(text: str) -> Iterator[None]:
    """What a script would pipe in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(text))
        yield
