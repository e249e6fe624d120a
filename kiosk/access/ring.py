"""Where the ring of focus is among the choices of a page. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass


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
