"""The scores of rehearsed days: of one, of a scenario, and weighted over scenarios."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from waitline.rules.forecasting import quantile

from .facts import DayFacts
from .waits import Told, mean_error

WEIGHTS: Final = {"light": 0.20, "normal": 0.45, "busy": 0.20, "holiday": 0.15}
OTHER_WEIGHT: Final = 0.25
_NAMES: Final = "P60 P95 Pmax Omean O95 Omax O15 A10 hot bl su ovO est estw in inw width"
NAMES: Final = tuple(_NAMES.split())
"""As the days' own page names them; bl and su are None without a back line. Of estimates: `est`, their mean error
over the naive guess's, and `in`, percent called inside the announced range, of all; `estw` and `inw` the same of
those who waited, `width` the range's mean width for them; None without.
"""
_ERRORS: Final = {"est": ("error", "naive"), "estw": ("errorw", "naivew")}

MORE_IS_BETTER: Final = frozenset({"P60", "A10", "in", "inw"})

Scores = dict[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Scores of each day, of each scenario (its days' visitors together), and of all by weight."""

    days: tuple[tuple[DayFacts, Scores], ...]
    scenarios: tuple[tuple[str, Scores], ...]
    weighted: Scores


def report(days: Sequence[DayFacts]) -> Report:
    """Scores of `days`, in the order given."""
    by_scenario: dict[str, list[DayFacts]] = {}
    for day in days:
        by_scenario.setdefault(day.scenario, []).append(day)
    scenarios = tuple((name, scores_of(together)) for name, together in by_scenario.items())
    return Report(
        days=tuple((day, scores_of([day])) for day in days),
        scenarios=scenarios,
        weighted=weighted(scenarios),
    )


def weighted(scenarios: Sequence[tuple[str, Scores]]) -> Scores:
    """The scores of scenarios by their weights."""
    return _ratios({name: _weighted(name, scenarios) for name in (*NAMES, *chain(*_ERRORS.values()))})


def scores_of(days: Sequence[DayFacts]) -> Scores:
    """The scores of some days, all their visitors taken together. Waits in minutes, shares in percent.

    Whoever was never called waited too long for every share; how long, nobody can say.
    """
    love = list(chain.from_iterable(day.love_s for day in days))
    ordinary = list(chain.from_iterable(day.ordinary_s for day in days))
    booked = list(chain.from_iterable(day.booked_s for day in days))
    hot = list(chain.from_iterable(day.hot for day in days))
    love_never = [False] * sum(day.love_never for day in days)
    booked_never = [False] * sum(day.booked_never for day in days)
    crewed = [day for day in days if day.has_back_line]
    found: Scores = dict.fromkeys(NAMES)
    found |= {
        "P60": _percent([*(wait <= 60 for wait in love), *love_never]),
        "P95": _minutes(_p95(love)),
        "Pmax": _minutes(max(love, default=None)),
        "Omean": _minutes(sum(ordinary) / len(ordinary) if ordinary else None),
        "O95": _minutes(_p95(ordinary)),
        "Omax": _minutes(max(ordinary, default=None)),
        "O15": _percent(wait > 15 * 60 for wait in ordinary),
        "A10": _percent([*(wait <= 10 * 60 for wait in booked), *booked_never]),
        "hot": _percent(hot),
        "bl": sum(day.back_line_s for day in crewed) / 60 / len(crewed) if crewed else None,
        "su": sum(day.summonses for day in crewed) / len(crewed) if crewed else None,
        "ovO": sum(day.overtaken for day in days) / len(ordinary) if ordinary else None,
    }
    waits = list(chain.from_iterable(day.waits for day in days))
    waited = [wait for wait in waits if wait.waited]
    return _ratios(found | _of_estimates(waits, "") | _of_estimates(waited, "w"))


def difference(scores: Scores, other: Scores) -> Scores:
    """How much more `other` has of each; None where one of them has none."""
    pairs = {name: (scores[name], other[name]) for name in NAMES}
    return {name: None if a is None or b is None else b - a for name, (a, b) in pairs.items()}


def _of_estimates(waits: Sequence[Told], which: str) -> Scores:
    """Errors in minutes, shares in percent, the width in minutes."""
    ranged = [wait for wait in waits if wait.least is not None and wait.most is not None]
    complete = bool(waits) and len(ranged) == len(waits)
    found: Scores = {
        f"error{which}": mean_error(waits, lambda wait: wait.likely),
        f"naive{which}": mean_error(waits, lambda wait: wait.naive),
        f"in{which}": _percent(wait.kept for wait in ranged) if complete else None,
    }
    if which and complete:
        found["width"] = sum((wait.most or 0) - (wait.least or 0) for wait in ranged) / len(ranged)
    return found


def _ratios(scores: Scores) -> Scores:
    """Errors as shares of the naive guess's."""
    for name, (error, naive) in _ERRORS.items():
        ours, other = scores.get(error), scores.get(naive)
        scores[name] = None if ours is None or not other else ours / other
    return scores


def _weighted(name: str, scenarios: Iterable[tuple[str, Scores]]) -> float | None:
    pairs = [
        (WEIGHTS.get(scenario, OTHER_WEIGHT), score)
        for scenario, scores in scenarios
        if (score := scores[name]) is not None
    ]
    weight = sum(weight for weight, _ in pairs)
    return sum(weight * score for weight, score in pairs) / weight if weight else None


def _percent(yes: Iterable[bool]) -> float | None:
    answers = list(yes)
    return 100 * sum(answers) / len(answers) if answers else None


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


def _p95(values: Sequence[float]) -> float | None:
    return quantile(sorted(values), 0.95) if values else None
