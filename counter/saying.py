"""The one sentence beside the buttons: said, kept for some seconds, then gone."""

import math
from collections.abc import Callable
from typing import Final

from waitline.model.words import Words

from .actions import Action
from .face import Message, Tone

MESSAGE_S: Final = 12.0
SLOW_S: Final = 1.5
"""After so long without an answer the clerk is told that we still wait."""

_STILL_WAITING: Final = Words(zh="資料庫尚未回應，請稍候…", en="Waiting for the database…")


def together(first: Words, then: Words) -> Words:
    """Two sentences one after the other."""
    return Words(zh=f"{first.zh}。{then.zh}", en=f"{first.en}. {then.en}")


class Saying:
    """Holds at most one message. `clock`: seconds that only run forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._message: Message | None = None

    def say(self, words: Words, tone: Tone, actions: tuple[Action, ...] = (), *, lasting: bool = False) -> None:
        """Say this from now on, instead of what was said before; `lasting`: until something else happens.

        `actions` are named in it, where it says so.
        """
        until = math.inf if lasting else self._clock() + MESSAGE_S
        self._message = Message(words=words, tone=tone, until=until, actions=actions)

    def clear(self) -> None:
        """There is nothing more to say."""
        self._message = None

    def trouble_is_over(self) -> None:
        """What was said of the database need not be read any more."""
        if self._message is not None and self._message.tone is Tone.TROUBLE:
            self._message = None

    def now(self, under_way_since: float | None) -> Message | None:
        """What was said last until it fades; while a press takes long, that we wait."""
        if under_way_since is not None:
            slow = self._clock() - under_way_since >= SLOW_S
            waiting = Message(words=_STILL_WAITING, tone=Tone.TROUBLE, until=math.inf) if slow else None
            return self._message or waiting
        if self._message is not None and self._clock() >= self._message.until:
            self._message = None
        return self._message
