"""Office files for tests: the sample, and ways to break it."""

from typing import Final

from waitline.assets import asset
from waitline.model.office_errors import BadOfficeFile
from waitline.settings.office_file import parse_office

SAMPLE: Final = asset("sample", "office.toml").read_text(encoding="utf-8")


def sample_with(old: str, new: str) -> str:
    """The sample with its first `old` replaced."""
    assert old in SAMPLE
    return SAMPLE.replace(old, new, 1)


def line_in(text: str, words: str) -> int:
    """The number of the only line that holds `words`."""
    (line,) = [n for n, line in enumerate(text.splitlines(), 1) if words in line]
    return line


def faults_of(text: str) -> tuple[BadOfficeFile, ...]:
    """Every fault of an office file; fails when there is none."""
    try:
        parse_office(text, "office.toml")
    except BadOfficeFile as error:
        return error.faults
    raise AssertionError("the office file was taken")


def lines_and_words(text: str) -> list[tuple[object, str]]:
    """Line and English reason of every fault."""
    return [(fault.facts["line"], str(fault.facts["reason_en"])) for fault in faults_of(text)]
