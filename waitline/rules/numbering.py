"""Which number comes next in a series."""

from collections.abc import Callable

from waitline.model.errors import NumbersUsedUp
from waitline.model.service import NumberSeries


def next_free(series: NumberSeries, number: int, lap: int, in_the_hall: Callable[[int], bool]) -> tuple[int, int]:
    """From the counted-up `number` of `lap` to the number and lap to issue.

    Past the end the series begins its next lap, where a number is given again only after its old ticket has
    left the hall. Raises `NumbersUsedUp` when every number of the series is still in the hall.
    """
    for _ in range(series.last - series.first + 2):
        if number > series.last:
            number, lap = series.first, lap + 1
        if lap == 0 or not in_the_hall(number):
            return number, lap
        number += 1
    raise NumbersUsedUp(series=series.code)


def number_of(series: NumberSeries, label: str) -> int | None:
    """The number that `label` shows if it is one of this series, as staff type it (any case)."""
    said = label.strip().upper()
    prefix = series.prefix.upper()
    digits = said[len(prefix) :].lstrip("-")
    if not said.startswith(prefix) or not digits.isdecimal() or not digits.isascii():
        return None
    digits = digits.lstrip("0") or "0"
    if len(digits) > len(str(series.last)):  # `int` itself fails at thousands of them
        return None
    number = int(digits)
    return number if series.first <= number <= series.last else None
