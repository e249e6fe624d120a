"""The four keys by which a kiosk is used without touching its glass."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Keypad:
    """The names of keys as Qt has them, without `Key_`; a keypad tells itself as a keyboard with these keys."""

    previous: tuple[str, ...] = ("Left", "Up")
    next: tuple[str, ...] = ("Right", "Down")
    enter: tuple[str, ...] = ("Return", "Enter")
    back: tuple[str, ...] = ("Escape", "Backspace")
