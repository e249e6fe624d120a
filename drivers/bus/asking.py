"""Whose turn it is to be polled, and which frames of a keypad are presses."""

import time
from dataclasses import dataclass
from typing import Final

from waitline.model.device import Health

from .devices import DeviceState, KeypadAt
from .framer import Frame
from .keys import Key

SILENT_AFTER: Final = 3
"""So many polls without an answer, and a keypad is silent."""
SILENT_EVERY_S: Final = 0.3
"""How often one of the silent is asked, in turn: each question costs the others its whole patience."""


@dataclass(slots=True)
class _Talk:
    keypad: KeypadAt
    asked_at: float = 0.0
    unanswered: int = 0
    last_count: int | None = None


class Asking:
    """For the bus's own thread."""

    def __init__(self, keypads: tuple[KeypadAt, ...]) -> None:
        self._talks = {keypad.name: _Talk(keypad) for keypad in keypads}
        self._polled = [talk for talk in self._talks.values() if talk.keypad.kind.poll is not None]
        self._silent_asked_at = 0.0
        self.states = {keypad.name: DeviceState() for keypad in keypads}

    @property
    def anybody_polled(self) -> bool:
        return bool(self._polled)

    def next(self, now: float) -> KeypadAt | None:
        """Who has waited longest to be asked; the silent ones rarely."""
        speaking = [talk for talk in self._polled if talk.unanswered < SILENT_AFTER]
        silent = [talk for talk in self._polled if talk.unanswered >= SILENT_AFTER]
        if silent and now - self._silent_asked_at >= SILENT_EVERY_S:
            self._silent_asked_at = now
            speaking = silent
        if not speaking:
            return None
        talk = min(speaking, key=lambda talk: talk.asked_at)
        talk.asked_at = now
        return talk.keypad

    def unanswered(self, keypad: KeypadAt) -> None:
        talk = self._talks[keypad.name]
        talk.unanswered += 1
        if talk.unanswered >= SILENT_AFTER:
            self.states[keypad.name] = DeviceState(Health.TROUBLE, self.states[keypad.name].heard_at)

    def heard(self, keypad: KeypadAt, frame: Frame[object]) -> tuple[Key, ...]:
        """The presses in this frame: none in one that was said before."""
        talk = self._talks[keypad.name]
        talk.unanswered = 0
        self.states[keypad.name] = DeviceState(Health.WELL, time.monotonic())
        count = frame.values.get("count")
        if isinstance(count, int):
            before, talk.last_count = talk.last_count, count
            old_key = before is None and keypad.kind.keeps_last
            if count == before or old_key:
                return ()
        return keypad.kind.pressed(frame.values)
