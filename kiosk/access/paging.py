"""Choices shared out over pages: as few as can be, none with more tiles than four keys have within reach."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .reading import Choice

MOST: Final = 10
"""Tiles on a page: any of them is four steps from the first or the last."""
FEW: Final = 3
"""Where fewer choices than this would have room above those that are always there, fewer of those are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Names of choices below all others, in their `order`, all of them on the first page. `rather`: there, if it
    can be; `alone`: only where there is no other page.
    """

    order: tuple[str, ...]
    alone: tuple[str, ...]
    rather: tuple[str, ...]

    def rank(self, choice: Choice) -> int:
        """Where it stands among all: those that are kept last, in their order."""
        return self.order.index(choice.name) + 1 if choice.name in self.order else 0

    def without(self, *left_out: str) -> tuple[str, ...]:
        """The names of all others."""
        return tuple(name for name in self.order if name not in left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePage:
    """The page's own choices, and below them what is kept and the ways to other pages."""

    own: tuple[Choice, ...]
    below: tuple[Choice, ...] = ()

    def lacks(self, names: Sequence[str], choices: Sequence[Choice]) -> int:
        """How many of those that are to be chosen somewhere are not low on this page."""
        below = {one.name for one in self.below}
        return sum(one.name in names and one.name not in below for one in choices)

    def telling(self, now: Mapping[str, Choice]) -> ChoicePage:
        """The same page with what its choices are now, by their names."""
        own, below = (tuple(now.get(one.name, one) for one in block) for block in (self.own, self.below))
        return ChoicePage(own=own, below=below)

    @property
    def blocks(self) -> tuple[tuple[Choice, ...], ...]:
        return tuple(block for block in (self.own, self.below) if block)


class Paging:
    """`before` and `more` are the ways between pages; `has_room` says whether a page's tiles can all be large."""

    def __init__(self, before: Choice, more: Choice, kept: Kept, has_room: Callable[[ChoicePage], bool]) -> None:
        self._before = before
        self._more = more
        self._kept = kept
        self._has_room = has_room

    def pages(self, choices: Sequence[Choice]) -> tuple[ChoicePage, ...]:
        """All of them; a choice that is kept stands on the first page only."""
        kept = self._kept
        choices = sorted(choices, key=kept.rank)
        for left_out in ((), kept.alone):
            page = _page([one for one in choices if one.name not in left_out], kept.order)
            if self._fits(page):
                return (page,)
        found: tuple[ChoicePage, ...] = ()
        for names in (kept.without(*kept.alone), kept.without(*kept.alone, *kept.rather)):
            page = _page([one for one in choices if one.name not in kept.alone], names)
            found = self._several(page.own, page.below)
            if len(found[0].own) >= min(FEW, len(page.own)):
                break
        return found

    def _several(self, own: tuple[Choice, ...], below: tuple[Choice, ...]) -> tuple[ChoicePage, ...]:
        """As few pages as can be, and of about one length."""
        pages = self._filled(own, below, most=MOST)
        even = self._filled(own, below, most=ceil(len(own) / len(pages)))
        return even if len(even) == len(pages) else pages

    def _filled(self, own: tuple[Choice, ...], below: tuple[Choice, ...], *, most: int) -> tuple[ChoicePage, ...]:
        pages: list[ChoicePage] = []
        rest = own
        while True:
            ways = (self._before,) if pages else below
            last = ChoicePage(own=rest, below=ways)
            if len(rest) <= 1 or (len(rest) <= most and self._fits(last)):
                return (*pages, last)
            page = self._longest(rest[: min(most, len(rest) - 1)], (*ways, self._more))
            pages.append(page)
            rest = rest[len(page.own) :]

    def _longest(self, own: tuple[Choice, ...], below: tuple[Choice, ...]) -> ChoicePage:
        longest = ChoicePage(own=own[:1], below=below)
        for count in range(2, len(own) + 1):
            page = ChoicePage(own=own[:count], below=below)
            if not self._fits(page):
                break
            longest = page
        return longest

    def _fits(self, page: ChoicePage) -> bool:
        return len(page.own) + len(page.below) <= MOST and self._has_room(page)


def presses(pages: Sequence[ChoicePage]) -> Iterator[int]:
    """Of the four keys, to each page's own choices by the shorter way round. The first press begins on the first
    choice or on the last; the way on is the last of a page."""
    before = 0
    for number, page in enumerate(pages):
        tiles = len(page.own) + len(page.below)
        for at in range(len(page.own)):
            yield before + (1 + min(at, tiles - 1 - at) if number == 0 else min(at, tiles - at)) + 1
        before += 2


def _page(choices: Sequence[Choice], kept: Sequence[str]) -> ChoicePage:
    """`choices` in their order."""
    return ChoicePage(
        own=tuple(one for one in choices if one.name not in kept),
        below=tuple(one for one in choices if one.name in kept),
    )
