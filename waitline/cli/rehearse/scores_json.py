"""The scores as JSON, for scripts and for the next rehearsal."""

from collections.abc import Sequence
from typing import Any

from .comparison import Comparison
from .playing import Rehearsed
from .scores import Report, Scores, difference


def as_json(scores: Report, rehearsed: Sequence[Rehearsed], compared: Sequence[Comparison]) -> dict[str, Any]:
    """`scores` of the days as they were; each comparison under `what_if`, with `change`: how much more there is of
    each score.
    """
    offices = {one.facts.day: one for one in rehearsed}
    found = _report(scores, offices)
    if compared:
        found["what_if"] = [_comparison(one, offices) for one in compared]
    return found


def _comparison(found: Comparison, offices: dict[str, Rehearsed]) -> dict[str, Any]:
    before, after = found.recorded, found.changed
    days = zip(before.days, after.days, strict=True)
    scenarios = zip(before.scenarios, after.scenarios, strict=True)
    return {
        "changes": [{"zh": change.zh, "en": change.en} for change in found.changes],
        **_report(after, offices),
        "change": {
            "days": [{"day": day.day, **_rounded(difference(one, other))} for (day, one), (_, other) in days],
            "scenarios": {name: _rounded(difference(one, other)) for (name, one), (_, other) in scenarios},
            "weighted": _rounded(difference(before.weighted, after.weighted)),
        },
    }


def _report(scores: Report, offices: dict[str, Rehearsed]) -> dict[str, Any]:
    days = [
        {
            "day": facts.day,
            "scenario": facts.scenario,
            "tickets": facts.tickets,
            "never_called": facts.never_called,
            "reserve": offices[facts.day].reserve,
            "audit": offices[facts.day].sound.good,
            "head": offices[facts.day].sound.head,
            **_rounded(found),
        }
        for facts, found in scores.days
    ]
    return {
        "days": days,
        "scenarios": {name: _rounded(found) for name, found in scores.scenarios},
        "weighted": _rounded(scores.weighted),
    }


def _rounded(scores: Scores) -> Scores:
    return {name: None if score is None else round(score, 4) for name, score in scores.items()}
