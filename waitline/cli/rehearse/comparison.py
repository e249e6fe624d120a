"""A day as it was and as it would have been, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from waitline.cli.saying import Speaker
from waitline.model.words import Words

from .plan import WHAT_IF
from .playing import Rehearsed
from .scores import MORE_IS_BETTER, NAMES, Report, Scores, difference, report
from .table import as_shown, cell, head, row, to_right, to_width

_WORDS: Final = {
    "P60": Words(zh="愛心號 60 秒內叫號，%", en="love visitors called within 60 s, %"),
    "P95": Words(zh="愛心號等候，95 % 以內，分鐘", en="love visitors' wait, 95 % below, min"),
    "Pmax": Words(zh="愛心號最久等候，分鐘", en="love visitors' longest wait, min"),
    "Omean": Words(zh="一般號平均等候，分鐘", en="ordinary visitors' mean wait, min"),
    "O95": Words(zh="一般號等候，95 % 以內，分鐘", en="ordinary visitors' wait, 95 % below, min"),
    "Omax": Words(zh="一般號最久等候，分鐘", en="ordinary visitors' longest wait, min"),
    "O15": Words(zh="一般號等候超過 15 分鐘，%", en="ordinary visitors over 15 min, %"),
    "A10": Words(zh="預約 10 分鐘內叫號，%", en="booked visitors called within 10 min, %"),
    "hot": Words(zh="大廳壅塞的時間，%", en="time with a crowded hall, %"),
    "bl": Words(zh="後線支援，人分鐘", en="back line, person-minutes"),
    "su": Words(zh="請後線支援，次", en="summonses of the back line"),
    "ovO": Words(zh="一般號被後到者超越，每張", en="ordinary visitors overtaken, each"),
    "est": Words(zh="預估誤差 ÷ 簡單估法", en="error of estimates ÷ naive ones"),
    "estw": Words(zh="同上，有等候者", en="the same, of those who waited"),
    "in": Words(zh="在預估範圍內叫號，%", en="called inside the announced range, %"),
    "inw": Words(zh="同上，有等候者，%", en="the same, of those who waited, %"),
    "width": Words(zh="預估範圍寬度，有等候者，分鐘", en="width of the range, who waited, min"),
}
_TITLES: Final = (Words(zh="原來", en="as it was"), Words(zh="假如", en="what if"), Words(zh="差異", en="change"))
_BETTER, _WORSE, _SAME = Words(zh="較好", en="better"), Words(zh="較差", en="worse"), Words(zh="", en="")
_COLUMNS: Final = 48
_CELL: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The same days in the same order, as they were and with these changes."""

    changes: tuple[Words, ...]
    recorded: Report
    changed: Report


def comparisons(rehearsed: Sequence[Rehearsed]) -> list[Comparison]:
    """One for each set of changes that days were played with which were played as they were too."""
    recorded = {one.facts.day: one for one in rehearsed if not one.changes}
    pairs: dict[tuple[Words, ...], list[tuple[Rehearsed, Rehearsed]]] = {}
    for one in rehearsed:
        before = recorded.get(one.facts.day.removesuffix(WHAT_IF))
        if one.changes and before is not None:
            pairs.setdefault(one.changes, []).append((before, one))
    return [
        Comparison(
            changes=changes,
            recorded=report([before.facts for before, _ in days]),
            changed=report([after.facts for _, after in days]),
        )
        for changes, days in pairs.items()
    ]


def lines_of_both(found: Comparison, speaker: Speaker) -> Iterator[str]:
    """Each day, each kind of day and the whole as they were, would have been and differ; the whole in words."""
    before, after = found.recorded, found.changed
    yield ""
    for change in found.changes:
        yield speaker.word(f"假如：{change.zh}", f"What if: {change.en}")
    yield ""
    yield head(speaker)
    for (day, scores), (_, others) in zip(before.days, after.days, strict=True):
        yield from _three(day.day, scores, others, speaker)
    if len(before.days) > 1:
        yield ""
        for (name, scores), (_, others) in zip(before.scenarios, after.scenarios, strict=True):
            yield from _three(name, scores, others, speaker)
        yield from _three(speaker.word("加權", "weighted"), before.weighted, after.weighted, speaker)
    yield ""
    yield from _in_words(before.weighted, after.weighted, speaker)
    for report_of, zh, en in ((before, "原來", "as it was"), (after, "假如", "what if")):
        never = sum(day.never_called for day, _ in report_of.days)
        if never:
            yield speaker.word(f"{zh}：有 {never} 張號碼沒有被叫到", f"{en}: {never} numbers were never called")


def _three(name: str, scores: Scores, others: Scores, speaker: Speaker) -> Iterator[str]:
    yield row(name, scores)
    yield row(speaker.word("  假如", "  what if"), others)
    yield row(speaker.word("  差異", "  change"), difference(as_shown(scores), as_shown(others)), signed=True)


def _in_words(scores: Scores, others: Scores, speaker: Speaker) -> Iterator[str]:
    """What each score is, and whether the change did it good."""
    words = speaker.language
    titles = "".join(to_right(title.in_language(words), _CELL) for title in _TITLES)
    yield to_width("", _COLUMNS) + titles
    differences = difference(as_shown(scores), as_shown(others))
    for name in NAMES:
        if differences[name] is None:
            continue
        changed = cell(name, differences[name], signed=True)
        cells = (cell(name, scores[name]), cell(name, others[name]), changed)
        line = to_width(f"{name:6}{_WORDS[name].in_language(words)}", _COLUMNS)
        verdict = _verdict(name, changed).in_language(words)
        yield f"{line}{''.join(to_right(one, _CELL) for one in cells)}  {verdict}".rstrip()


def _verdict(name: str, changed: str) -> Words:
    """Of a difference as it is written: what cannot be seen is none."""
    if not changed.strip("0."):
        return _SAME
    return _BETTER if changed.startswith("+") == (name in MORE_IS_BETTER) else _WORSE
