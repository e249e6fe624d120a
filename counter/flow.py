"""The clerk's day as decisions: what a press means now, what may be tried again, what rings. No Qt here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from waitline.model.clock import BEGINNING, MINUTE, SECOND, Instant
from waitline.model.counter import CounterState, Desk
from waitline.model.errors import (
    CounterEmpty,
    DatabaseAway,
    DatabaseBusy,
    Trouble,
    WaitlineError,
)
from waitline.model.ticket import TicketState
from waitline.model.words import Words

from .actions import ASKS_FIRST, NEEDS_SOMEBODY, Action, Wish
from .attempt import Answer, Attempt
from .face import Face, Post, Stage, Tone, live_of, primary_of, stage_of, undo_seconds
from .help_calls import HelpCalls, HelpFace
from .refusals import NobodyAsks, PinNeeded
from .saying import Saying, together

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


logger = logging.getLogger(__name__)

PATIENCE_S: Final = 6.0
"""How long one press is tried again before the clerk is told to press once more."""
REMEMBERED_S: Final = 60.0
"""How long a press that was never answered keeps its request for the same press."""
RETRY_AFTER_S: Final = (0.2, 0.5, 1.0)
RING_S: Final = 12.0
SETTLE_PAUSE_S: Final = 3.0

_TRYING_AGAIN: Final = Words(zh="資料庫忙碌，正在重試…", en="The database is busy; trying again…")
_PRESS_AGAIN: Final = Words(zh="尚未完成，請再按一次", en="Not done yet; please press again")
_SIGNED_OUT_ELSEWHERE: Final = Words(zh="這個櫃台已在別處登出", en="This counter was signed out elsewhere")


class ClerkFlow:
    """Decides; the windows draw its `face()` and carry its attempts to the verbs."""

    def __init__(self, *, new_request: Callable[[], str], clock: Callable[[], float]) -> None:
        """`clock`: seconds that only run forward; `new_request`: an id nobody has had before."""
        self._new_request = new_request
        self._clock = clock
        self._post: Post | None = None
        self._view: CounterView | None = None
        self._read_at = 0.0
        self._not_before_seq = 0
        self._in_touch = True
        self._under_way: Attempt | None = None
        self._unanswered: Attempt | None = None
        self._saying = Saying(clock)
        self._help = HelpCalls()
        self._pin_wanted = False
        self._awaits_work = False
        self._rings_until = 0.0
        self._settle_again_at = 0.0
        self._settled_day: str | None = None

    @property
    def post(self) -> Post | None:
        return self._post

    @property
    def now(self) -> Instant:
        """The office's clock: what the last view said, and the time that has run since."""
        if self._view is None:
            return BEGINNING
        return Instant(self._view.at + round((self._clock() - self._read_at) * SECOND))

    # -- what the clerk wants ------------------------------------------------------------------------

    def asks_first(self, action: Action) -> bool:
        """Whether `action` needs words from the clerk before it is a wish."""
        current = self._view.current if self._view else None
        if action is Action.BEGIN:
            return current is not None and current.service is None
        return action in ASKS_FIRST

    def may_ask(self, action: Action) -> bool:
        """Whether to open the questions of `action`; says why not. What was said of the last press is over."""
        if self._post is None or self._view is None or self._under_way is not None:
            return False
        if action in NEEDS_SOMEBODY and self._view.current is None:
            self._saying.say(CounterEmpty(counter=self._post.counter).words, Tone.REFUSED)
            return False
        if action is Action.HELP_NUMBER and self._help_face().front is None:
            self._saying.say(NobodyAsks().words, Tone.REFUSED)
            return False
        self._saying.clear()
        return True

    def press(self, wish: Wish) -> Attempt | None:
        """The attempt to carry out for this press; None while another is under way or nobody is signed in."""
        post = self._post_for(wish)
        if self._under_way is not None or post is None:
            return None
        if wish.action is Action.ANSWER_HELP:
            call = self._help_face().open_call
            if call is None:
                self._saying.say(NobodyAsks().words, Tone.REFUSED)
                return None
            wish = replace(wish, help_id=call.id)
        attempt = self._attempt_for(wish, post)
        self._under_way, self._unanswered = attempt, None
        self._saying.clear()
        self._rings_until = 0.0
        return attempt

    def another_name_chosen(self) -> None:
        """Another name was chosen: what was said about the last one's PIN is over."""
        self._pin_wanted = False
        self._saying.clear()

    def _post_for(self, wish: Wish) -> Post | None:
        if wish.action is not Action.SIGN_IN:
            return self._post
        if wish.counter is None or wish.staff is None:
            return None
        return Post(counter=wish.counter, staff=wish.staff)

    def _attempt_for(self, wish: Wish, post: Post) -> Attempt:
        """The old request if this repeats a press that was never answered: it may have been done."""
        before = self._unanswered
        recent = before is not None and self._clock() - before.since < REMEMBERED_S
        if before is not None and recent and (before.wish, before.post) == (wish, post):
            return replace(before, since=self._clock(), tries=1)
        until = Instant(self.now + wish.minutes * MINUTE) if wish.minutes is not None else None
        return Attempt(request=self._new_request(), wish=wish, post=post, since=self._clock(), until=until)

    # -- what came of it -----------------------------------------------------------------------------

    def done(self, attempt: Attempt, answer: Answer) -> None:
        """The hall has done it."""
        if not self._is_under_way(attempt):
            return
        self._under_way = None
        self._saying.clear()
        if answer.said is not None:
            self._saying.say(answer.said, Tone.SAID)
        action = attempt.wish.action
        if action is Action.SIGN_IN:
            self._signed_in(attempt.post, answer.desk)
        elif action is Action.SIGN_OUT:
            self._signed_out()
            return
        if answer.ticket is not None:
            self._awaits_work = False
        elif action in {Action.CALL_NEXT, Action.OVERRIDE}:
            self._awaits_work = True
        if answer.view is not None:
            self.view_came(answer.view)
        else:
            self._listen()

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until the next try of the same attempt, or None: it is over and said."""
        if not self._is_under_way(attempt):
            return None
        if isinstance(error, DatabaseAway | DatabaseBusy) and self._clock() - attempt.since < PATIENCE_S:
            tries = min(attempt.tries, len(RETRY_AFTER_S))
            self._under_way = replace(attempt, tries=attempt.tries + 1)
            self._saying.say(_TRYING_AGAIN, Tone.TROUBLE)
            return RETRY_AFTER_S[tries - 1]
        self._under_way = None
        if isinstance(error, Trouble):
            self._unanswered = attempt
            self._saying.say(together(error.words, _PRESS_AGAIN), Tone.TROUBLE)
        elif isinstance(error, PinNeeded):
            self._pin_wanted = True
        else:
            self._saying.say(error.words, Tone.REFUSED)
        logger.info("press_failed", extra={"action": attempt.wish.action, "cause": type(error).__name__})
        self._listen()
        return None

    def to_try_again(self) -> Attempt | None:
        """The attempt still under way, for another try."""
        return self._under_way

    def _is_under_way(self, attempt: Attempt) -> bool:
        return self._under_way is not None and self._under_way.request == attempt.request

    def _signed_in(self, post: Post, desk: Desk | None) -> None:
        self._post, self._view, self._pin_wanted = post, None, False
        self._not_before_seq = desk.changed_seq if desk is not None else 0
        self._awaits_work = False

    def _signed_out(self) -> None:
        self._post, self._view = None, None
        self._awaits_work, self._pin_wanted = False, False
        self._rings_until = 0.0

    # -- what the hall says --------------------------------------------------------------------------

    def view_came(self, view: CounterView) -> None:
        """The hall as just read. What is older than the view we have is dropped."""
        if self._post is None or view.counter.id != self._post.counter or view.seq < self._not_before_seq:
            return
        self._not_before_seq = view.seq
        if self._view is None or _of_this_counter(view) != _of_this_counter(self._view):
            self._unanswered = None
        self._view, self._read_at, self._in_touch = view, self._clock(), True
        if view.desk.staff != self._post.staff and self._under_way is None:
            self._signed_out()
            self._saying.say(_SIGNED_OUT_ELSEWHERE, Tone.SAID)
            return
        self._listen()

    def reopened(self) -> None:
        """The hall is read anew, perhaps from a copy that ends earlier: what comes next is how it stands."""
        self._not_before_seq = 0

    def lost_touch(self) -> None:
        self._in_touch = False

    def back_in_touch(self) -> None:
        self._in_touch = True

    def _listen(self) -> None:
        """Ring when work comes to a counter that waited for it; never for what this press itself called."""
        view = self._view
        if view is None or self._under_way is not None:
            return
        if view.current is None:
            self._awaits_work = view.desk.state is CounterState.READY
            return
        if self._awaits_work and view.current.state is TicketState.CALLED:
            self._rings_until = self._clock() + RING_S
        self._awaits_work = False

    def settle_due(self) -> bool:
        """Whether the hall should look again by itself now: the time a view named has come, or a new day."""
        view = self._view
        if view is None or not self._in_touch or self._clock() < self._settle_again_at:
            return False
        at = view.at if view.day != self._settled_day else view.settle_at
        if at is None or self.now < at:
            return False
        self._settle_again_at, self._settled_day = self._clock() + SETTLE_PAUSE_S, view.day
        return True

    # -- what to show --------------------------------------------------------------------------------

    def face(self) -> Face:
        """The whole screen as of now."""
        view, now = self._view, self.now
        seconds = undo_seconds(view, now) if view else 0
        stage = self._stage()
        return Face(
            stage=stage,
            view=view,
            post=self._post,
            now=now,
            in_touch=self._in_touch,
            under_way=self._under_way.wish.action if self._under_way else None,
            message=self._saying.now(self._under_way.since if self._under_way else None),
            undo_seconds=seconds,
            ringing=self._clock() < self._rings_until,
            pin_wanted=self._pin_wanted,
            live=live_of(view, undo_seconds=seconds) if view and self._in_touch else frozenset(),
            primary=primary_of(stage),
            help=self._help_face(),
        )

    def choose_help(self, number: int) -> None:
        """Put that call for help in front."""
        for call in self._view.help if self._view else ():
            if call.id == number:
                self._help.choose(call)

    def _help_face(self) -> HelpFace:
        return self._help.face(self._view.help if self._view else (), self.now)

    def _stage(self) -> Stage:
        if self._post is None:
            return Stage.SIGNED_OUT
        return stage_of(self._view) if self._view else Stage.ARRIVING

    def say(self, error: WaitlineError) -> None:
        """Put the words of `error` beside the buttons."""
        self._saying.say(error.words, Tone.TROUBLE if isinstance(error, Trouble) else Tone.REFUSED)


def _of_this_counter(view: CounterView) -> tuple[object, ...]:
    """What a press at this counter would have changed."""
    return view.desk, view.current, view.undo
