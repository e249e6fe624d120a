"""One press at a time on its way to the hall: its request, its tries, and what is said of it. No Qt here."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import DatabaseAway, DatabaseBusy, Trouble, WaitlineError
from waitline.model.sign_in_errors import SignedInElsewhere
from waitline.model.words import Words

from .actions import Wish
from .attempt import Attempt
from .face import Message, Post, Tone
from .refusals import PinNeeded
from .saying import Saying, together

logger = logging.getLogger(__name__)

PATIENCE_S: Final = 6.0
"""How long one press is tried again before the clerk is told to press once more."""
REMEMBERED_S: Final = 60.0
"""How long a press that was never answered keeps its request for the same press."""
RETRY_AFTER_S: Final = (0.2, 0.5, 1.0)

_TRYING_AGAIN: Final = Words(zh="資料庫忙碌，正在重試…", en="The database is busy; trying again…")
_PRESS_AGAIN: Final = Words(zh="尚未完成，請再按一次", en="Not done yet; please press again")


class Presses:
    """Holds the press under way. `clock`: seconds that only run forward; `new_request`: an id nobody has had."""

    def __init__(self, *, new_request: Callable[[], str], clock: Callable[[], float]) -> None:
        self._new_request = new_request
        self._clock = clock
        self._saying = Saying(clock)
        self._under_way: Attempt | None = None
        self._unanswered: Attempt | None = None

    @property
    def under_way(self) -> Attempt | None:
        """The press that the hall has not answered yet."""
        return self._under_way

    @property
    def message(self) -> Message | None:
        """What is to be read beside the buttons now."""
        return self._saying.now(self._under_way.since if self._under_way else None)

    def say(self, words: Words, tone: Tone, *, lasting: bool = False) -> None:
        """Say this from now on, instead of what was said before."""
        self._saying.say(words, tone, lasting=lasting)

    def clear(self) -> None:
        """There is nothing more to say."""
        self._saying.clear()

    def begin(self, wish: Wish, post: Post, now: Instant) -> Attempt:
        """The attempt to carry out, with the old request if this repeats a press that was never answered."""
        attempt = self._attempt_for(wish, post, now)
        self._under_way, self._unanswered = attempt, None
        self._saying.clear()
        return attempt

    def _attempt_for(self, wish: Wish, post: Post, now: Instant) -> Attempt:
        before = self._unanswered
        recent = before is not None and self._clock() - before.since < REMEMBERED_S
        if before is not None and recent and (before.wish, before.post) == (wish, post):
            return replace(before, since=self._clock(), tries=1)
        until = Instant(now + wish.minutes * MINUTE) if wish.minutes is not None else None
        return Attempt(request=self._new_request(), wish=wish, post=post, since=self._clock(), until=until)

    def is_under_way(self, attempt: Attempt) -> bool:
        """Whether this is what the hall is being asked for; an answer to anything else is late."""
        return self._under_way is not None and self._under_way.request == attempt.request

    def done(self) -> None:
        """The hall has done it."""
        self._under_way = None
        self._saying.clear()

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until the next try of the same attempt, or None: it is over and said."""
        if isinstance(error, DatabaseAway | DatabaseBusy) and self._clock() - attempt.since < PATIENCE_S:
            tries = min(attempt.tries, len(RETRY_AFTER_S))
            self._under_way = replace(attempt, tries=attempt.tries + 1)
            self._saying.say(_TRYING_AGAIN, Tone.TROUBLE)
            return RETRY_AFTER_S[tries - 1]
        self._under_way = None
        if isinstance(error, Trouble):
            self._unanswered = attempt
            self._saying.say(together(error.words, _PRESS_AGAIN), Tone.TROUBLE)
        elif not isinstance(error, PinNeeded):
            self._saying.say(error.words, Tone.REFUSED, lasting=isinstance(error, SignedInElsewhere))
        logger.info("press_failed", extra={"action": attempt.wish.action, "cause": type(error).__name__})
        return None

    def forget_unanswered(self) -> None:
        """Something else was done meanwhile: the same press again is another wish."""
        self._unanswered = None
