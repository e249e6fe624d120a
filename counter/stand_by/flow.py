"""Standing by as decisions: when it rings, what a press means now, what is said of the end. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from waitline.model.clock import SECOND
from waitline.model.errors import Refused, WaitlineError
from waitline.model.staff import StaffId

from ..actions import Action, Wish
from ..attempt import Answer, Attempt
from ..cases.news import NO_CASE_NEWS, CaseFace, CaseNews
from ..face import NO_COUNTER, Post, Tone
from ..hall_time import HallTime
from ..lock import Untouched, tells_nothing
from ..presses import Press, Presses
from ..refusals import NobodyAsksAboutACase, NobodyCalls
from ..seat import Seat
from .became import became
from .face import ANSWERS_A_SUMMONS, Notice, Stage, StandByFace, live_of, seconds_left, stage_of

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.stand_by import StandByView

NOTICE_S: Final = 15.0
RINGS_AGAIN: Final = 30 * SECOND
"""An unanswered question rings once more then, and not again."""


class StandByFlow:
    """Decides; icon, window and banner draw its `face()` and carry its attempts to the verbs."""

    def __init__(
        self,
        *,
        staff: StaffId,
        new_request: Callable[[], str],
        clock: Callable[[], float],
        has_pin: bool = False,
        computer: Untouched = tells_nothing,
    ) -> None:
        """`clock`: seconds that only run forward; `new_request`: an id nobody has had; `computer`: see `Lock`."""
        self.post = Post(counter=NO_COUNTER, staff=staff)
        self._clock = clock
        self._time = HallTime(clock)
        self._presses = Presses(new_request=new_request, clock=clock)
        self.seat = Seat(self._presses, clock, computer, open_to_all=ANSWERS_A_SUMMONS)
        self.seat.begin(has_pin=has_pin)
        self._cases = CaseNews()
        self._view: StandByView | None = None
        self._not_before_seq = 0
        self._in_touch = True
        self._notice: Notice | None = None
        self._notice_until = 0.0
        self._declined: int | None = None
        self._heard: set[tuple[int, int | None, bool]] = set()

    def may_ask(self, wish: Wish) -> bool:
        """Whether to open the questions of a wish: why not, or what to answer; says so where nobody asks."""
        if not self.seat.hears(wish) or self._presses.waits(Press(wish=wish, asks=True)):
            return False
        if wish.action not in self.face().live:
            nobody = NobodyAsksAboutACase() if wish.action is Action.ANSWER_CASE else NobodyCalls()
            self._presses.refuse(nobody)
            return False
        self._presses.clear()
        return True

    def press(self, wish: Wish) -> Attempt | None:
        """The attempt to carry out; None while it waits for another, or there is nothing to say yes or no to."""
        if not self.seat.hears(wish):
            return None
        view = self._view
        if wish.action in {Action.ACCEPT, Action.DECLINE}:
            own = view.own if view is not None else None
            one = view.may_accept if view is not None and wish.action is Action.ACCEPT else own
            if one is None or one.is_here:
                self._presses.refuse(NobodyCalls())
                return None
            wish = replace(wish, summons=one.id)
        meant = self._case_face().meant(wish)
        if isinstance(meant, Refused):
            self._presses.refuse(meant)
            return None
        return self._presses.press(Press(wish=meant), self.post, self._time.now)

    def next_waiting(self) -> Attempt | Wish | None:
        """What was pressed meanwhile and is done now, or whose questions are opened."""
        return self._presses.next(self.post, self._time.now)

    def done(self, attempt: Attempt, answer: Answer) -> None:
        """The hall has done it; the feed brings how it stands now."""
        if not self._presses.is_under_way(attempt):
            return
        self._presses.done()
        if attempt.wish.action is Action.UNLOCK:
            self.seat.unlock()
        if answer.said is not None:
            self._presses.say(answer.said, Tone.SAID)
        if attempt.wish.action is Action.DECLINE:
            self._declined = attempt.wish.summons

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until the next try of the same attempt, or None: it is over and said."""
        return self._presses.failed(attempt, error) if self._presses.is_under_way(attempt) else None

    def to_try_again(self) -> Attempt | None:
        """The attempt still under way, for another try."""
        return self._presses.under_way

    def say(self, error: WaitlineError) -> None:
        """Put the words of `error` where messages stand."""
        self._presses.refuse(error)

    def view_came(self, view: StandByView) -> None:
        """The hall as just read. What is older than the view we have is dropped."""
        if view.staff.id != self.post.staff or view.seq < self._not_before_seq:
            return
        notice = became(self._view, view, declined=self._said_no_to())
        if notice is not None:
            self._notice, self._notice_until = notice, self._clock() + NOTICE_S
        elif stage_of(view) in {Stage.ASKED, Stage.HERE}:
            self._notice = None
        self._not_before_seq, self._view, self._in_touch = view.seq, view, True
        self._time.came(view)
        self._presses.forget_unanswered()

    def _said_no_to(self) -> int | None:
        """The summons; the hall's own view of it may come before its answer to the press does."""
        under_way = self._presses.under_way
        if under_way is not None and under_way.wish.action is Action.DECLINE:
            return under_way.wish.summons
        return self._declined

    def reopened(self) -> None:
        """The hall is read anew, perhaps from a copy that ends earlier: what comes next is how it stands."""
        self._not_before_seq = 0

    def lost_touch(self) -> None:
        self._in_touch = False

    def back_in_touch(self) -> None:
        self._in_touch = True

    def look_at_seat(self) -> None:
        """Time passes at the desk itself."""
        self.seat.lock_if_left(self._view.setup if self._view is not None else None)

    def settle_due(self) -> bool:
        """Whether the hall should look again by itself now."""
        return self._in_touch and self._time.settle_due()

    def face(self) -> StandByFace:
        """All there is to show as of now."""
        view, now = self._view, self._time.now
        if self._notice is not None and self._clock() >= self._notice_until:
            self._notice = None
        stage = stage_of(view) if view is not None else Stage.BEGINNING
        self._listen(stage)
        under_way, cases = self._presses.under_way, self._case_face()
        return StandByFace(
            stage=stage,
            view=view,
            now=now,
            in_touch=self._in_touch,
            under_way=under_way.wish.action if under_way else None,
            waiting=self._presses.waiting,
            message=self._presses.message,
            notice=self._notice,
            summons=view.own if view else None,
            seconds_left=seconds_left(view, view.own, now) if view and stage is Stage.ASKED else 0,
            rung=len(self._heard) + cases.rung,
            live=self.seat.live(live_of(view, stage) | cases.live) if view and self._in_touch else frozenset(),
            locked=self.seat.is_locked,
            cases=cases,
        )

    def choose(self, number: int) -> None:
        """Put that question about a case in front."""
        self.seat.hears()
        self._cases.choose(number)

    def _case_face(self) -> CaseFace:
        if self._view is None:
            return NO_CASE_NEWS
        return self._cases.face(self._view.cases, self.post.staff, self._time.now)

    def _listen(self, stage: Stage) -> None:
        """It rings once for a question to us, and once more while that is not answered."""
        own = self._view.own if self._view is not None else None
        if stage is not Stage.ASKED or own is None or own.asked_at is None:
            return
        late = self._time.now - own.asked_at >= RINGS_AGAIN
        self._heard |= {(own.id, own.asked_at, False)} | ({(own.id, own.asked_at, True)} if late else set())
