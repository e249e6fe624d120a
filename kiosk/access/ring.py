"""Where the ring of focus is among the choices of a page. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """`at` None: on none of them yet. After the last comes the first again, and that is said (`turned`)."""

    names: tuple[str, ...] = ()
    at: int | None = None
    turned: bool = False

    @property
    def name(self) -> str | None:
        return None if self.at is None else self.names[self.at]

    def moved(self, steps: int) -> Ring:
        """One on or one back; from nowhere onto the first or the last."""
        if not self.names:
            return self
        if self.at is None:
            return Ring(names=self.names, at=0 if steps > 0 else len(self.names) - 1)
        to = self.at + steps
        return Ring(names=self.names, at=to % len(self.names), turned=not 0 <= to < len(self.names))

    def walked(self, steps: int, page: int, stops: Sequence[tuple[int, str]]) -> tuple[int, str]:
        """The next of all `stops`, one at least, as if the pages were one. From a way between pages it is the
        first of the next page or the last of this one; from nowhere, this page's first or last."""
        if self.name is not None and (page, self.name) in stops:
            return stops[(stops.index((page, self.name)) + steps) % len(stops)]
        here = [at for at, (on, _) in enumerate(stops) if on == page] or [0]
        if self.name is None:
            return stops[here[0 if steps > 0 else -1]]
        return stops[(here[-1] + 1) % len(stops) if steps > 0 else here[-1]]

    def on(self, name: str) -> Ring:
        """On the choice of that name, if it is there."""
        return Ring(names=self.names, at=self.names.index(name)) if name in self.names else self

    def over(self, names: tuple[str, ...]) -> Ring:
        """The same page with other choices: the ring stays where it was, if that is still there."""
        if names == self.names:
            return self
        fresh = Ring(names=names)
        if self.name is None:
            return fresh
        return fresh.on(self.name) if self.name in names else fresh.moved(1)
