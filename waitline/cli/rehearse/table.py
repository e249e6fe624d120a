"""The scores as a table for the terminal."""

from collections.abc import Iterable, Iterator
from typing import Final

from waitline.cli.saying import Speaker

from .scores import NAMES, Report, Scores

_WIDTH: Final = 7
_FIRST: Final = 14
_SMALL: Final = frozenset({"ovO", "est", "estw"})


def lines_of(report: Report, speaker: Speaker) -> Iterator[str]:
    """A line for each day, each scenario, and the weighted whole; – where there is nothing to score yet."""
    yield ""
    yield head(speaker)
    for day, scores in report.days:
        yield row(day.day, scores)
    if len(report.scenarios) > 1 or len(report.days) > 1:
        yield ""
        for scenario, scores in report.scenarios:
            yield row(scenario, scores)
        yield row(speaker.word("加權", "weighted"), report.weighted)
    yield ""
    yield speaker.word(
        "P60、O15、A10、hot 為百分比；P95、Pmax、Omean、O95、Omax 為分鐘；ovO 為每張一般號被超越的比例",
        "P60, O15, A10, hot in percent; P95, Pmax, Omean, O95, Omax in minutes; ovO per ordinary ticket",
    )
    never = sum(day.never_called for day, _ in report.days)
    if never:
        yield speaker.word(f"有 {never} 張號碼沒有被叫到", f"{never} numbers were never called")


def head(speaker: Speaker) -> str:
    return _line(speaker.word("日子", "day"), NAMES)


def row(name: str, scores: Scores, *, signed: bool = False) -> str:
    """One line; `signed`: each with a + or -."""
    return _line(name, [cell(one, scores[one], signed=signed) for one in NAMES])


def as_shown(scores: Scores) -> Scores:
    """Rounded as they are written, so that a change shown is that of the figures shown."""
    return {name: None if score is None else round(score, _decimals(name)) for name, score in scores.items()}


def cell(name: str, score: float | None, *, signed: bool = False) -> str:
    """A score as it is written; – where there is none."""
    if score is None:
        return "–"
    found = f"{score:{'+' if signed else ''}.{_decimals(name)}f}"
    return found if found.strip("+-0.") else found.lstrip("+-")


def _decimals(name: str) -> int:
    return 3 if name in _SMALL else 1


def _line(first: str, cells: Iterable[str]) -> str:
    return to_width(first, _FIRST) + "".join(cell.rjust(_WIDTH) for cell in cells)


def to_width(text: str, columns: int) -> str:
    """With spaces behind it, so many columns of a terminal wide."""
    return text + " " * (columns - _columns(text))


def to_right(text: str, columns: int) -> str:
    """With spaces before it."""
    return " " * (columns - _columns(text)) + text


def _columns(text: str) -> int:
    """A Chinese sign takes two."""
    return len(text) + sum(ord(sign) > 0x2E7F for sign in text)
