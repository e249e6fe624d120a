"""The fixed words of a slip, by language: one file each in ``assets/phrases/slip``.

A file names its language and says whether a native speaker has checked it. Each phrase is one text;
``{count}`` and ``{papers}`` stand where a number of people and the papers to bring are said, ``{least}`` and
``{most}`` where minutes are, ``{counter}``, ``{what}`` and ``{when}`` where a counter, what a case waits for, and
a time are.
"""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Final

from drivers.printing.errors import BadSlipPhrases
from waitline.assets import asset, assets_in
from waitline.model.forecast import LONG_MINUTES, WaitRange
from waitline.model.slip import Pending

FOLDER: Final = "phrases/slip"
_HOLES: Final = {
    "ahead": {"count"},
    "wait": {"least", "most"},
    "wait_within": {"most"},
    "wait_over": {"least"},
    "bring": {"papers"},
    "go_to": {"counter"},
    "waits_for": {"what"},
    "come_back": {"when"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPhrases:
    """What a slip says in one language beside the office's own words."""

    language: str
    checked_by_native_speaker: bool
    priority: str
    copy: str
    void: str
    ahead: str
    nobody_ahead: str
    wait: str
    wait_within: str
    wait_over: str
    bring: str
    scan: str
    next_errand: str
    receipt: str
    go_to: str
    waits_for: str
    pending_papers: str
    pending_check: str
    pending_making: str
    pending_other_office: str
    come_back: str
    told_later: str

    def people_ahead(self, count: int) -> str:
        return self.ahead.format(count=count) if count else self.nobody_ahead

    def pending(self, pending: Pending) -> str:
        """What a case waits for."""
        return str(getattr(self, f"pending_{pending}"))

    def waiting(self, wait: WaitRange) -> str:
        """About so many minutes; nothing for somebody who is called at once."""
        if not wait.most:
            return ""
        if wait.is_long:
            return self.wait_over.format(least=LONG_MINUTES)
        return (self.wait if wait.least else self.wait_within).format(least=wait.least, most=wait.most)


@cache
def slip_phrases(language: str) -> SlipPhrases:
    """The phrases in `language` (BCP 47 tag); English for strangers. Raises BadSlipPhrases."""
    known = language if language in languages_of_slips() else "en"
    return read_slip_phrases(asset(FOLDER, f"{known}.toml"))


@cache
def languages_of_slips() -> tuple[str, ...]:
    """Those that have a file."""
    return tuple(file.stem for file in assets_in(FOLDER, "*.toml"))


def read_slip_phrases(file: Path) -> SlipPhrases:
    """A phrase file, checked. Raises BadSlipPhrases."""
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise BadSlipPhrases(file=file.name, what=str(cause)) from cause
    for field in fields(SlipPhrases):
        value = table.get(field.name)
        if field.name == "checked_by_native_speaker":
            fits = isinstance(value, bool)
        else:
            fits = isinstance(value, str) and bool(value) and _holes(value) == _HOLES.get(field.name, set())
        if not fits:
            raise BadSlipPhrases(file=file.name, what=field.name)
    if table.keys() - {field.name for field in fields(SlipPhrases)} or table["language"] != file.stem:
        raise BadSlipPhrases(file=file.name, what=", ".join(table))
    return SlipPhrases(**table)


def _holes(phrase: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}
    except ValueError:
        return {phrase}
