"""The project's own files, as the house tests read them; no git needed: what tools leave is named here."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("waitline", "kiosk", "counter", "display", "drivers")
APPS = ("kiosk", "counter", "display")
LEFT_BY_TOOLS = re.compile(r"\.venv|\.git|\..*_cache|\.hypothesis|__pycache__|demo-pictures|dist|build|\.coverage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Python file, read and parsed; `name` is its path from the project's folder, with slashes."""

    name: str
    text: str
    tree: ast.Module


def files(*folders: str) -> Iterator[Path]:
    """Every file of the project below the folders (all of it when none is named), nothing left by tools."""
    pending = [ROOT / folder for folder in folders] or [ROOT]
    while pending:
        for path in sorted(pending.pop().iterdir()):
            if LEFT_BY_TOOLS.fullmatch(path.name):
                continue
            if path.is_dir():
                pending.append(path)
            else:
                yield path


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def python(*folders: str) -> tuple[Source, ...]:
    """The Python files below the folders."""
    sources = []
    for path in files(*folders):
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            sources.append(Source(name=name_of(path), text=text, tree=ast.parse(text)))
    assert sources, f"no Python below {folders}: the house has moved, and this test must follow"
    return tuple(sources)


def texts() -> Iterator[tuple[str, str]]:
    """Name and contents of every file of the project that is text."""
    for path in files():
        raw = path.read_bytes()
        if b"\0" not in raw[:8192]:
            yield name_of(path), raw.decode("utf-8", errors="replace")


def report(offences: list[str], rule: str) -> None:
    """Fail with every offence, so that one run is enough to mend them."""
    assert not offences, rule + "\n  " + "\n  ".join(offences)
