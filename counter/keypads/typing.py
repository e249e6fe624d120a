"""What a clerk is in the middle of typing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from counter.actions import Action
from waitline.model.staff import StaffId

FORGOTTEN_S: Final = 20.0
"""Half a number is thrown away after so long: the next key would be taken for its rest."""
MOST_DIGITS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """`login`: whose PIN is being typed. `asking`: what the number is for. `menu`: the next digit
    names a key of the first or the second menu."""

    digits: str = ""
    login: StaffId | None = None
    asking: Action | None = None
    menu: int = 0

    @property
    def is_nothing(self) -> bool:
        return self == NOTHING

    @property
    def shown(self) -> str:
        """For the panel: a PIN as so many dashes, at least as many as tell that something is waited for."""
        if self.login is not None:
            return "-" * max(2, min(4, len(self.digits)))
        return self.digits or "--"


NOTHING: Final = Typed()


class Typing:
    """Kept between keys. `clock`: seconds that only run forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._typed = NOTHING
        self._at = 0.0

    @property
    def now(self) -> Typed:
        if self._clock() - self._at >= FORGOTTEN_S:
            self._typed = NOTHING
        return self._typed

    @property
    def forgotten_at(self) -> float | None:
        """When what is there will be thrown away."""
        return None if self.now.is_nothing else self._at + FORGOTTEN_S

    def become(self, typed: Typed) -> None:
        self._typed, self._at = typed, self._clock()

    def add(self, digit: str) -> None:
        self.become(replace(self.now, digits=(self.now.digits + digit)[-MOST_DIGITS:], menu=0))

    def clear(self) -> None:
        self._typed = NOTHING
