"""How a call's card says where to go: the counter's number first, then its words, as large as the rest allows.

The board draws in these places and sizes, and `waitline check` reckons with them. Any one unit of length.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Final

from waitline.model.words import Words

from .counter_name import CounterName, counter_name
from .letter_room import lines_of, width_of
from .tile_letters import CAPITAL

Size = tuple[float, float]

GO_TO: Final = "請至"
SIGN_TIMES: Final = 1.9
"""The number beside the Chinese words at their largest; `SECOND`: the English beside those."""
SECOND: Final = 0.72
ARROW: Final = 1.5
"""Em of the Chinese words, with the room behind it; `SPACE`: between words and number; `GAP`: between lines."""
SPACE: Final = 0.22
GAP: Final = 0.3
BODY: Final = 0.9
"""How far a Chinese character stands above its line."""
PITCH: Final = 1.1
SLACK: Final = 0.985
"""Of a width: fonts have whole pixels."""
USUAL: Final = counter_name(Words(zh="10 號櫃台", en="Counter 10"), "10")
"""By this name all cards of a place have numbers of one height, whatever their counters are called."""
_LEAST_FIRST, _LEAST_SECOND = 0.3, 0.14
"""What words keep beside the number, in its em, before it stands lower than a recent call's."""
_READABLE: Final = 0.2
"""Smaller words, in the number's em, that can be read on the way to the board."""
_STEP: Final = 0.94
_STEPS: Final = 30
_HALVINGS: Final = 6
_ARRANGED: Final = tuple((above, beside) for beside in (1, 3, 2, 0) for above in (False, True))
"""Whether 「請至」 stands above, and how many words beside: first the usual ways."""
_WHOLE: Final = 9
"""「號愛心櫃台」 and what is no longer than this is never broken, as elsewhere (`waitline.look.breaking`)."""


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """`cap`: the number's height; em of the Chinese words beside it, and of its detail and the English. `above`:
    「請至」 stands on a line of its own; `beside`: how many of the words stand beside the number, not below."""

    cap: float
    first: float
    second: float
    above: bool
    beside: int

    @property
    def worth(self) -> float:
        """The better of two has larger words, of both sizes; that the smaller ones can be read counts most."""
        small = self.second / (self.cap / CAPITAL * _READABLE)
        return log(self.first) + log(self.second) + 3 * min(0.0, log(small))


def words_of(name: CounterName) -> tuple[str, str, str]:
    """What follows the number, the first in the larger size."""
    return name.after, name.detail, name.english


def lead_of(name: CounterName, go_to: str) -> str:
    """What stands before the number."""
    return f"{go_to}{name.before}"


@lru_cache(maxsize=256)
def sign_height(box: Size, wanted: float, *, go_to: str = GO_TO) -> float:
    """The height of every number in a place of this size: with words in the best proportion, or else `wanted`, as
    far as there is room."""
    best = _largest(box, box[1], (1 / SIGN_TIMES, SECOND / SIGN_TIMES), go_to)
    return best if best >= wanted else max(best, _largest(box, wanted, (_LEAST_FIRST, _LEAST_SECOND), go_to))


@lru_cache(maxsize=512)
def place_counter(name: CounterName, box: Size, cap: float, *, go_to: str = GO_TO) -> CounterPlan:
    """Words around a number of this height, or of less where even smallest words do not fit beside it."""
    while True:
        found = max(_plans(name, box, cap, go_to), key=lambda plan: plan.worth, default=None)
        if found is not None or cap < box[1] / 50:
            return found or CounterPlan(cap, cap / 10, cap / 10, above=True, beside=0)
        cap *= 0.96


def _largest(box: Size, most: float, shares: Size, go_to: str) -> float:
    """The highest number whose usual words have at least these shares of its em."""

    def fits(cap: float) -> bool:
        first, second = (cap / CAPITAL * share for share in shares)
        plans = (CounterPlan(cap, first, second, above, beside) for above, beside in _ARRANGED)
        return any(_fits(USUAL, box, plan, go_to) for plan in plans)

    low, high = 0.0, most
    if fits(most):
        return most
    for _ in range(_HALVINGS * 2):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _plans(name: CounterName, box: Size, cap: float, go_to: str) -> Iterator[CounterPlan]:
    """Each way to arrange the words, in each size that the larger ones may have; best proportions first."""
    full, best = cap / CAPITAL / SIGN_TIMES, float("-inf")
    for step in range(_STEPS):
        first = full * _STEP**step
        for above, beside in _ARRANGED:
            if CounterPlan(cap, first, first * SECOND, above, beside).worth <= best:
                continue
            plan = _with_second(name, box, (cap, first), (above, beside), go_to)
            if plan is not None and plan.worth > best:
                best = plan.worth
                yield plan


def _with_second(
    name: CounterName, box: Size, sizes: Size, arranged: tuple[bool, int], go_to: str
) -> CounterPlan | None:
    """The largest smaller words beside these."""
    cap, first = sizes
    low, high = first * SECOND * 0.12, first * SECOND

    def fits(second: float) -> bool:
        return _fits(name, box, CounterPlan(cap, first, second, *arranged), go_to)

    if fits(high):
        return CounterPlan(cap, first, high, *arranged)
    if not fits(low):
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return CounterPlan(cap, first, low, *arranged)


def _fits(name: CounterName, box: Size, plan: CounterPlan, go_to: str) -> bool:
    first, wide, lead = plan.first, box[0] * SLACK, lead_of(name, go_to)
    arrow = ARROW * first if go_to else 0.0
    ahead = arrow + width_of(lead) * first if lead else 0.0
    row = width_of(name.sign) * plan.cap / CAPITAL + (ahead + SPACE * first if lead and not plan.above else 0.0)
    left = wide - row - SPACE * first
    after = (left if plan.beside else wide) / first
    if max(row, ahead) > wide or (width_of(name.after) > after and (len(name.after) <= _WHOLE or not plan.beside)):
        return False
    words = list(zip(words_of(name), (first, plan.second, plan.second), strict=True))
    beside = _tall(words[: plan.beside], left)
    below = _tall(words[plan.beside :], wide - (0.0 if plan.above else arrow))
    if plan.beside == 1 and beside <= PITCH * first:
        beside = min(beside, BODY * first)
    height = max(plan.cap, beside) + (first * (BODY + GAP) if plan.above and lead else 0.0)
    return height + (below + GAP * first if below else 0.0) <= box[1]


def _tall(words: list[tuple[str, float]], room: float) -> float:
    """The height of words below each other in a width."""
    return sum(lines_of(text, max(room, 0.0) / em)[0] * PITCH * em for text, em in words if text)
