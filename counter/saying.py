"""The one sentence beside the buttons: said, kept for some seconds, then gone."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from waitline.model.errors import WaitlineError
from waitline.model.words import Words

from .actions import Action
from .face import Message, Tone

MESSAGE_S: Final = 12.0
REFUSED_S: Final = 30.0
"""What was not done is said for so long, unless it stands otherwise before."""
READ_S: Final = 8.0
"""So long everything said can be read, whatever happens."""
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
        self._since = 0.0
        self._about: WaitlineError | None = None

    def say(
        self,
        words: Words,
        tone: Tone,
        actions: tuple[Action, ...] = (),
        *,
        lasting: bool = False,
        about: WaitlineError | None = None,
    ) -> None:
        """Say this from now on, instead of what was said before; `lasting`: until something else happens.

        `actions` are named in it, where it says so; `about`: which refusal it words.
        """
        self._since, self._about = self._clock(), about
        until = math.inf if lasting else self._since + (REFUSED_S if tone is Tone.REFUSED else MESSAGE_S)
        self._message = Message(words=words, tone=tone, until=until, actions=actions)

    def clear(self) -> None:
        """There is nothing more to say."""
        self._message = None

    def trouble_is_over(self) -> None:
        """What was said of the database need not be read any more."""
        if self._message is not None and self._message.tone is Tone.TROUBLE:
            self._message = None

    @property
    def refused(self) -> WaitlineError | None:
        """What was refused, while that is said."""
        said = self._message
        return self._about if said is not None and said.tone is Tone.REFUSED else None

    def refusal_is_over(self) -> None:
        """What it was about stands otherwise: it goes once it can have been read."""
        if self._message is not None and self._message.tone is Tone.REFUSED:
            self._message = replace(self._message, until=min(self._message.until, self._since + READ_S))

    def now(self, under_way_since: float | None) -> Message | None:
        """What was said last until it fades; while a press takes long, that we wait."""
        if under_way_since is not None:
            slow = self._clock() - under_way_since >= SLOW_S
            waiting = Message(words=_STILL_WAITING, tone=Tone.TROUBLE, until=math.inf) if slow else None
            return self._message or waiting
        if self._message is not None and self._clock() >= self._message.until:
            self._message = None
        return self._message
