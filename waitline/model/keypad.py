"""The four keys by which a kiosk is used without touching its glass."""

from dataclasses import dataclass
from typing import Final

HOLD_S: Final = 2.0
"""A held key goes on after so long, and then as slowly: what EN 301 549, 5.7, has every key repeat be set to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keypad:
    """The names of keys as Qt has them, without `Key_`; a keypad tells itself as a keyboard with these keys.

    `hold_s`: seconds after which a key that is held down goes on to the next choice, and then each time; 0: never.
    """

    previous: tuple[str, ...] = ("Left", "Up")
    next: tuple[str, ...] = ("Right", "Down")
    enter: tuple[str, ...] = ("Return", "Enter")
    back: tuple[str, ...] = ("Escape", "Backspace")
    hold_s: float = HOLD_S
