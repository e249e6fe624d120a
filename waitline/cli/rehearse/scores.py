"""The scores of rehearsed days: of one, of a scenario, and weighted over scenarios."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from .facts import DayFacts

WEIGHTS: Final = {"light": 0.20, "normal": 0.45, "busy": 0.20, "holiday": 0.15}
OTHER_WEIGHT: Final = 0.25
NAMES: Final = (
    ("P60", "P95", "Pmax", "Omean", "O95", "Omax", "O15", "A10", "hot", "bl", "su", "ovO", "est")
)  # fmt: skip
"""As the days' own page names them; bl and su are None without a back line, est without estimates."""

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
        weighted={name: _weighted(name, scenarios) for name in NAMES},
    )


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
        "P95": _minutes(_quantile(love, 0.95)),
        "Pmax": _minutes(max(love, default=None)),
        "Omean": _minutes(sum(ordinary) / len(ordinary) if ordinary else None),
        "O95": _minutes(_quantile(ordinary, 0.95)),
        "Omax": _minutes(max(ordinary, default=None)),
        "O15": _percent(wait > 15 * 60 for wait in ordinary),
        "A10": _percent([*(wait <= 10 * 60 for wait in booked), *booked_never]),
        "hot": _percent(hot),
        "bl": sum(day.back_line_s for day in crewed) / 60 / len(crewed) if crewed else None,
        "su": sum(day.summonses for day in crewed) / len(crewed) if crewed else None,
        "ovO": sum(day.overtaken for day in days) / len(ordinary) if ordinary else None,
    }
    return found


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


def _quantile(values: Sequence[float], share: float) -> float | None:
    """Between the two nearest values, by where the share falls."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
