"""One measured line, and its bar."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`value` in `unit`; good when it is at most `bar` (at least, where `more_is_better`)."""

    what: str
    where: str
    value: float
    unit: str
    bar: float
    more_is_better: bool = False
    detail: str = ""

    @property
    def good(self) -> bool:
        return self.value >= self.bar if self.more_is_better else self.value <= self.bar


def p50(values: Sequence[float]) -> float:
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    return _not_above(values, 95)


def p99(values: Sequence[float]) -> float:
    return _not_above(values, 99)


def _not_above(values: Sequence[float], per_cent: int) -> float:
    """So many of a hundred are at most this."""
    return sorted(values)[max(0, -(-len(values) * per_cent // 100) - 1)]


def table(measures: Sequence[Measure]) -> str:
    """The lines as a table for a terminal."""
    rows = [("measure", "where", "value", "bar", "", "detail")]
    for m in measures:
        sign = "≥" if m.more_is_better else "≤"
        rows.append(
            (
                m.what,
                m.where,
                f"{m.value:.4g} {m.unit}",
                f"{sign} {m.bar:g} {m.unit}",
                "ok" if m.good else "MISSED",
                m.detail,
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    return "\n".join("  ".join([*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[5]]) for row in rows)
