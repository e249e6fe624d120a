"""The clerk's day as decisions: what a press means now, what may be tried again, what rings. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from waitline.model.clock import Instant
from waitline.model.counter import Desk
from waitline.model.errors import Refused, WaitlineError
from waitline.model.ticket import Ticket
from waitline.model.words import Words

from .actions import ASKS_FIRST, NEEDS_SOMEBODY, Action, Place, Wish
from .at_the_door import AtTheDoor, why_signed_out
from .attempt import Answer, Attempt
from .attendance import Attendance
from .cases.news import NO_CASE_NEWS, CaseFace, CaseNews, live_at_counter
from .face import NO_COUNTER, Face, Post, Tone, about_of, live_of, primary_of, stage_now, undo_seconds
from .hall_time import HallTime
from .help_calls import HelpCalls, HelpFace
from .lock import Untouched, tells_nothing
from .meaning import Meaning
from .presses import Press, Presses
from .ringing import Ringing
from .situation import Situation, at_counter, of_this_counter
from .told import told_of

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


class ClerkFlow:
    """Decides; the windows draw its `face()` and carry its attempts to the verbs."""

    def __init__(
        self, *, new_request: Callable[[], str], clock: Callable[[], float], computer: Untouched = tells_nothing
    ) -> None:
        """`clock`: seconds that only run forward; `new_request`: an id nobody has had; `computer`: see `Lock`."""
        self._clock = clock
        self._post: Post | None = None
        self._view: CounterView | None = None
        self._time = HallTime(clock)
        self._not_before_seq = 0
        self._in_touch = True
        self._unseen = False
        self._presses = Presses(new_request=new_request, clock=clock)
        self._situation = Situation(self._presses, clock)
        self._help = HelpCalls()
        self._cases = CaseNews()
        self._door = AtTheDoor()
        self._ringing = Ringing(clock)
        self.attendance = Attendance(self._presses, clock, computer)
        self._chosen: str | None = None
        self._keys: Words | None = None

    @property
    def post(self) -> Post | None:
        return self._post

    @property
    def now(self) -> Instant:
        """The office's clock: what the last view said, and the time that has run since."""
        return self._time.now

    # -- what the clerk wants ------------------------------------------------------------------------

    def asks_first(self, action: Action) -> bool:
        """Whether `action` needs words from the clerk before it is a wish."""
        current = self._view.current if self._view else None
        if action is Action.BEGIN:
            return current is not None and current.service is None
        return action in ASKS_FIRST

    def may_ask(self, wish: Wish) -> bool:
        """Whether to open the questions of a wish; says why not. What was said of the last press is over."""
        if self._post is None or self._view is None:
            return False
        if not self.attendance.hears() or self._presses.waits(self._press_of(wish, asks=True)):
            return False
        refused = self._meaning().nothing_to_ask(wish.action)
        if refused is not None:
            self._presses.refuse(refused)
            return False
        self._presses.clear()
        return True

    def press(self, wish: Wish) -> Attempt | None:
        """The attempt to carry out for this press; None while it waits for another, or nobody is signed in."""
        post = self._post_for(wish)
        if post is None or not self.attendance.hears(wish):
            return None
        meant = self._meaning().of(wish)
        if isinstance(meant, Refused):
            self._presses.refuse(meant)
            return None
        if wish.action is Action.SIGN_IN and self._presses.under_way is not None:
            return None
        self._ringing.stop()
        return self._presses.press(self._press_of(meant), post, self.now)

    def _press_of(self, wish: Wish, *, asks: bool = False) -> Press:
        """A press about a visitor is about the one whom the clerk saw when it came."""
        seen = self._view.current if self._view and wish.action in NEEDS_SOMEBODY else None
        return Press(wish=wish, asks=asks, visitor=seen.id if seen else None)

    def next_waiting(self) -> Attempt | Wish | None:
        """What was pressed meanwhile and may be done now, or whose questions may be opened."""
        return self._presses.next(self._post, self.now, self._still_about) if self._post is not None else None

    def _still_about(self, press: Press) -> bool:
        """Whether whom it is about still stands there, as far as we have seen."""
        about_one = press.wish.action in NEEDS_SOMEBODY
        return not about_one or (not self._unseen and self._press_of(press.wish, asks=press.asks) == press)

    def choose_row(self, label: str | None) -> None:
        """With nobody at the counter paper is for this number of the queue."""
        self._chosen = label
        self.attendance.hears()

    def _about(self) -> Ticket | None:
        return about_of(self._view, self._chosen) if self._view is not None else None

    def _meaning(self) -> Meaning:
        idle = not self._presses.under_way
        return Meaning(self._view, self._about(), self._help_face(), self._case_face(), idle=idle)

    def another_name_chosen(self) -> None:
        """What was said about the last one's PIN is over."""
        self._door.forget()
        self._presses.clear()

    def _post_for(self, wish: Wish) -> Post | None:
        if wish.action is not Action.SIGN_IN:
            return self._post
        if wish.staff is None or (wish.counter is None and wish.place is Place.COUNTER):
            return None
        return Post(counter=wish.counter or NO_COUNTER, staff=wish.staff)

    # -- what came of it -----------------------------------------------------------------------------

    def done(self, attempt: Attempt, answer: Answer) -> None:
        """The hall has done it."""
        if not self._presses.is_under_way(attempt):
            return
        self._presses.done()
        action = attempt.wish.action
        if answer.said is not None:
            self._presses.say(answer.said, Tone.SAID)
        elif self._view is not None and (told := told_of(action, answer.ticket, self._view.setup)) is not None:
            self._presses.say(told[0], Tone.SAID, told[1])
        if action is Action.SIGN_IN and attempt.wish.place is not Place.COUNTER:
            self._door.forget()
            return
        if action is Action.SIGN_IN:
            self.signed_in(attempt.post, answer.desk, has_pin=attempt.wish.pin is not None)
        elif action is Action.UNLOCK:
            self.attendance.unlock()
        elif action is Action.SIGN_OUT:
            self._signed_out()
            return
        self._ringing.answered(action, answer.ticket)
        self._unseen = answer.view is None
        if answer.view is not None:
            self.view_came(answer.view)
        self._listen()

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until the next try of the same attempt, or None: it is over and said."""
        if not self._presses.is_under_way(attempt):
            return None
        pause = self._presses.failed(attempt, error)
        if pause is None:
            self._door.refused(attempt, error)
            self._listen()
        return pause

    def to_try_again(self) -> Attempt | None:
        """The attempt still under way, for another try."""
        return self._presses.under_way

    def signed_in(self, post: Post, desk: Desk | None, *, has_pin: bool = False) -> None:
        """Somebody works here from now on; views from before are dropped."""
        self._post, self._view = post, None
        self.attendance.begin(has_pin=has_pin)
        self._door.forget()
        self._cases = CaseNews()
        self._time.forget()
        self._not_before_seq = desk.changed_seq if desk is not None else 0
        self._ringing.forget()

    def _signed_out(self) -> None:
        self._post, self._view = None, None
        self.attendance.end()
        self._time.forget()
        self._door.forget()
        self._ringing.forget()
        self._presses.forget_waiting()

    # -- what the hall says --------------------------------------------------------------------------

    def view_came(self, view: CounterView) -> None:
        """The hall as just read. What is older than the view we have is dropped."""
        self._door.came(view.desks)
        if self._post is None or view.counter.id != self._post.counter or view.seq < self._not_before_seq:
            return
        self._not_before_seq = view.seq
        if self._view is None or of_this_counter(view) != of_this_counter(self._view):
            self._presses.forget_unanswered()
        self._view, self._in_touch, self._unseen = view, True, False
        self._time.came(view)
        if view.desk.staff != self._post.staff and self._presses.under_way is None:
            why = why_signed_out(view, self._post)
            self._signed_out()
            self._presses.say(why, Tone.SAID, lasting=True)
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
        if self._view is not None and self._presses.under_way is None:
            self._ringing.listen(self._view)

    def look_at_seat(self) -> None:
        """Time passes at the console itself."""
        self.attendance.look(self._view, self.now, quiet=not self._in_touch)
        self._situation.look(partial(at_counter, self._view, self._door.desks))

    def settle_due(self) -> bool:
        """Whether the hall should look again by itself now: the time a view named has come, or a new day."""
        return self._in_touch and self._time.settle_due()

    # -- what to show --------------------------------------------------------------------------------

    def face(self) -> Face:
        """The whole screen as of now."""
        view, now, cases = self._view, self.now, self._case_face()
        seconds = undo_seconds(view, now) if view else 0
        stage, under_way, about = stage_now(self._post, self._view), self._presses.under_way, self._about()
        return Face(
            stage=stage,
            view=view,
            post=self._post,
            now=now,
            in_touch=self._in_touch,
            under_way=under_way.wish.action if under_way else None,
            waiting=self._presses.waiting,
            message=self.attendance.message(),
            nudge=self.attendance.nudge,
            undo_seconds=seconds,
            ringing=self._ringing.is_on,
            pin_wanted=self._door.pin_wanted,
            take_over=self._door.take_over,
            locked=self.attendance.is_locked,
            live=self._live(cases, seconds),
            primary=primary_of(stage),
            help=self._help_face(),
            about=about,
            cases=cases,
            keys=self._keys,
        )

    def _live(self, cases: CaseFace, seconds: int) -> frozenset[Action]:
        if self._view is None or not self._in_touch:
            return frozenset()
        here = live_of(self._view, undo_seconds=seconds, about=self._about())
        return self.attendance.live(here | live_at_counter(self._view, cases))

    def choose(self, number: int) -> None:
        """Put that call for help, or that question about a case, in front; no two have the same number."""
        self._cases.choose(number)
        for call in self._view.help if self._view else ():
            if call.id == number:
                self._help.choose(call)

    def _help_face(self) -> HelpFace:
        return self._help.face(self._view.help if self._view else (), self.now)

    def _case_face(self) -> CaseFace:
        if self._view is None or self._post is None:
            return NO_CASE_NEWS
        return self._cases.face(self._view.cases, self._post.staff, self.now)

    def keys_told(self, words: Words | None) -> None:
        """What there is to know of keys while another program has the focus."""
        self._keys = words

    def say(self, error: WaitlineError) -> None:
        """Put the words of `error` beside the buttons."""
        self._presses.tell(error)
