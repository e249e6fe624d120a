"""One press at a time on its way to the hall: its request, its tries, what waits behind it. No Qt here."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import DatabaseAway, DatabaseBusy, Trouble, WaitlineError
from waitline.model.sign_in_errors import SignedInElsewhere
from waitline.model.ticket import TicketId
from waitline.model.words import Words

from .actions import Action, Wish
from .attempt import Attempt
from .face import Message, Post, Tone
from .kept import Kept
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
_NOR_THESE: Final = Words(zh="之後按的也沒有執行：{actions}", en="Nor what came after it: {actions}")
_NOT_THE_SAME: Final = Words(zh="號碼已換，未執行：{actions}", en="New number; not done: {actions}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What was pressed. `asks`: its questions are wanted first; `visitor`: whom it is about, as seen just then."""

    wish: Wish
    asks: bool = False
    visitor: TicketId | None = None


class Presses:
    """Holds the press under way, and those that wait for its answer.

    `clock`: seconds that only run forward; `new_request`: an id nobody has had.
    """

    def __init__(self, *, new_request: Callable[[], str], clock: Callable[[], float]) -> None:
        self._new_request = new_request
        self._clock = clock
        self._saying = Saying(clock)
        self._under_way: Attempt | None = None
        self._unanswered: Attempt | None = None
        self._kept: Kept[Press] = Kept()

    @property
    def under_way(self) -> Attempt | None:
        """The press that the hall has not answered yet."""
        return self._under_way

    @property
    def message(self) -> Message | None:
        """What is to be read beside the buttons now."""
        return self._saying.now(self._under_way.since if self._under_way else None)

    def say(self, words: Words, tone: Tone, actions: tuple[Action, ...] = (), *, lasting: bool = False) -> None:
        """Say this from now on, instead of what was said before."""
        self._saying.say(words, tone, actions, lasting=lasting)

    def refuse(self, error: WaitlineError) -> None:
        """Say why not."""
        self._saying.say(error.words, Tone.REFUSED, about=error)

    def tell(self, error: WaitlineError) -> None:
        """Put its words where messages stand."""
        if isinstance(error, Trouble):
            self.say(error.words, Tone.TROUBLE)
        else:
            self.refuse(error)

    @property
    def refused(self) -> WaitlineError | None:
        """What was refused last, while that is still said."""
        return self._saying.refused

    def refusal_is_over(self) -> None:
        """It stands otherwise with what it was about."""
        self._saying.refusal_is_over()

    def clear(self) -> None:
        """There is nothing more to say."""
        self._saying.clear()

    @property
    def waiting(self) -> tuple[Action, ...]:
        """What is done next, in this order."""
        return tuple(press.wish.action for press in self._kept.waiting)

    def waits(self, press: Press) -> bool:
        """Whether the hall has another to answer first; then this one is taken, once."""
        if self._under_way is None:
            return False
        self._kept.keep(press)
        return True

    def press(self, press: Press, post: Post, now: Instant) -> Attempt | None:
        """The attempt to carry out; None: it waits. What is said of the press before is over."""
        if self.waits(press):
            return None
        self._saying.clear()
        return self._begin(press, post, now)

    def next(
        self, post: Post, now: Instant, still: Callable[[Press], bool] = lambda _: True
    ) -> Attempt | Wish | None:
        """The attempt of what waited, or the wish whose questions are to be opened; what is said stays to be read.

        Where it is no longer `still` so, nothing is done, and that is said. What waits behind such a press was
        meant to follow it, and is not done either.
        """
        press = self._kept.next() if self._under_way is None else None
        if press is None:
            return None
        if not still(press):
            self._saying.say(_NOT_THE_SAME, Tone.REFUSED, (press.wish.action, *self.forget_waiting()))
            return None
        return press.wish if press.asks else self._begin(press, post, now)

    def _begin(self, press: Press, post: Post, now: Instant) -> Attempt:
        """With the old request if this repeats a press that was never answered."""
        attempt = self._attempt_for(press.wish, post, now)
        self._under_way, self._unanswered = attempt, None
        self._kept.begun(press)
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
        """The hall has done it. What was said of other presses meanwhile may still be read."""
        self._under_way = None
        self._saying.trouble_is_over()

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until the next try of the same attempt, or None: it is over and said."""
        if isinstance(error, DatabaseAway | DatabaseBusy) and self._clock() - attempt.since < PATIENCE_S:
            tries = min(attempt.tries, len(RETRY_AFTER_S))
            self._under_way = replace(attempt, tries=attempt.tries + 1)
            self._saying.say(_TRYING_AGAIN, Tone.TROUBLE)
            return RETRY_AFTER_S[tries - 1]
        self._under_way = None
        dropped = self.forget_waiting()
        if isinstance(error, Trouble):
            self._unanswered = attempt
            self._say_of(error, together(error.words, _PRESS_AGAIN), Tone.TROUBLE, dropped)
        elif not isinstance(error, PinNeeded):
            self._say_of(error, error.words, Tone.REFUSED, dropped)
        logger.info("press_failed", extra={"action": attempt.wish.action, "cause": type(error).__name__})
        return None

    def _say_of(self, error: WaitlineError, words: Words, tone: Tone, dropped: tuple[Action, ...]) -> None:
        words = together(words, _NOR_THESE) if dropped else words
        lasting = isinstance(error, SignedInElsewhere)
        self._saying.say(words, tone, dropped, lasting=lasting, about=error)

    def forget_waiting(self) -> tuple[Action, ...]:
        """What waited was meant to follow something that is not so; gives back what it was."""
        dropped = self.waiting
        self._kept.clear()
        return dropped

    def forget_unanswered(self) -> None:
        """Something else was done meanwhile: the same press again is another wish."""
        self._unanswered = None
