"""The scores as a table for the terminal."""

from collections.abc import Iterable, Iterator

from waitline.cli.saying import Speaker

from .scores import NAMES, Report, Scores

_WIDTH = 7
_FIRST = 14
_SMALL = frozenset({"ovO", "est", "estw"})


def lines_of(report: Report, speaker: Speaker) -> Iterator[str]:
    """A line for each day, each scenario, and the weighted whole; – where there is nothing to score yet."""
    yield ""
    yield _line(speaker.word("日子", "day"), NAMES)
    for day, scores in report.days:
        yield _row(day.day, scores)
    if len(report.scenarios) > 1 or len(report.days) > 1:
        yield ""
        for scenario, scores in report.scenarios:
            yield _row(scenario, scores)
        yield _row(speaker.word("加權", "weighted"), report.weighted)
    yield ""
    yield speaker.word(
        "P60、O15、A10、hot 為百分比；P95、Pmax、Omean、O95、Omax 為分鐘；ovO 為每張一般號被超越的比例",
        "P60, O15, A10, hot in percent; P95, Pmax, Omean, O95, Omax in minutes; ovO per ordinary ticket",
    )
    never = sum(day.never_called for day, _ in report.days)
    if never:
        yield speaker.word(f"有 {never} 張號碼沒有被叫到", f"{never} numbers were never called")


def _row(name: str, scores: Scores) -> str:
    cells = [_cell(name, scores[name]) for name in NAMES]
    return _line(name, cells)


def _cell(name: str, score: float | None) -> str:
    if score is None:
        return "–"
    return f"{score:.3f}" if name in _SMALL else f"{score:.1f}"


def _line(first: str, cells: Iterable[str]) -> str:
    wide = sum(ord(sign) > 0x2E7F for sign in first)
    return first.ljust(_FIRST - wide) + "".join(cell.rjust(_WIDTH) for cell in cells)
