"""The service desk's day as decisions: which number is meant, what a press means now, what is said. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from waitline.model.errors import Refused, WaitlineError
from waitline.model.staff import StaffId
from waitline.model.ticket import Ticket, TicketId

from ..actions import Action, Wish
from ..attempt import Answer, Attempt
from ..cases.news import NO_CASE_NEWS, CaseFace, CaseNews
from ..face import NO_COUNTER, Post, Tone
from ..hall_time import HallTime
from ..help_calls import NO_HELP, HelpCalls, HelpFace
from ..lock import Untouched, tells_nothing
from ..presses import Press, Presses
from ..refusals import NobodyAsks, NobodyAsksAboutACase, NobodyChosen, NumberNotHere
from ..seat import Seat
from ..situation import Situation, at_service_desk
from .face import ABOUT_ONE, DeskFace, live_of, primary_of
from .scanned import read_scanned

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.service_desk import ServiceDeskView


class DeskFlow:
    """Decides; the window draws its `face()` and carries its attempts to the verbs."""

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
        self._time = HallTime(clock)
        self._presses = Presses(new_request=new_request, clock=clock)
        self.seat = Seat(self._presses, clock, computer)
        self.seat.begin(has_pin=has_pin)
        self._situation = Situation(self._presses, clock)
        self._help = HelpCalls()
        self._cases = CaseNews()
        self._view: ServiceDeskView | None = None
        self._not_before_seq = 0
        self._in_touch = True
        self._chosen: TicketId | None = None
        self._given: Ticket | None = None

    # -- which number ------------------------------------------------------------------------------

    def find(self, text: str) -> bool:
        """Choose the number that was typed or scanned; says so where there is none, and keeps the one before."""
        scanned = read_scanned(text)
        if scanned is None or self._view is None or not self.seat.hears():
            return False
        zone = self._view.setup.zone
        found = next((t for t in self._view.everybody if scanned.is_of(t, zone)), None)
        if found is None:
            self._presses.refuse(NumberNotHere(label=scanned.label))
            return False
        self._presses.clear()
        self.choose(found.id)
        return True

    def choose(self, ticket: TicketId) -> None:
        """Keys and buttons are about this number from now on."""
        self.seat.hears()
        self._chosen = ticket

    def _chosen_ticket(self) -> Ticket | None:
        """As the hall has it; as the last verb left it, until the hall is read anew or where it ended with it."""
        given, view = self._given, self._view
        if given is not None and given.id == self._chosen:
            unseen = view is None or view.seq < given.changed_seq
            if unseen or given.ended_at is not None:
                return given
        every = view.everybody if view is not None else ()
        return next((ticket for ticket in every if ticket.id == self._chosen), None)

    # -- what is wanted ----------------------------------------------------------------------------

    def may_ask(self, wish: Wish) -> bool:
        """Whether to open the questions of a wish; says why not."""
        if self._view is None or not self.seat.hears():
            return False
        if self._presses.waits(self._press_of(wish, asks=True)):
            return False
        if wish.action is Action.HELP_NUMBER and self._help_face().front is None:
            self._presses.refuse(NobodyAsks())
            return False
        if wish.action is Action.ANSWER_CASE and self._case_face().front is None:
            self._presses.refuse(NobodyAsksAboutACase())
            return False
        if wish.action in ABOUT_ONE and self._chosen_ticket() is None:
            self._presses.refuse(NobodyChosen())
            return False
        self._presses.clear()
        return True

    def press(self, wish: Wish) -> Attempt | None:
        """The attempt to carry out; None while it waits for another, or nobody is meant."""
        if self._view is None or not self.seat.hears(wish):
            return None
        if wish.action is Action.ANSWER_HELP:
            call = self._help_face().open_call
            if call is None:
                self._presses.refuse(NobodyAsks())
                return None
            wish = replace(wish, help_id=call.id)
        if wish.action in ABOUT_ONE:
            chosen = self._chosen_ticket()
            if chosen is None:
                self._presses.refuse(NobodyChosen())
                return None
            wish = wish if wish.label is not None else replace(wish, label=chosen.label)
        meant = self._case_face().meant(wish)
        if isinstance(meant, Refused):
            self._presses.refuse(meant)
            return None
        return self._presses.press(self._press_of(meant), self.post, self._time.now)

    def _press_of(self, wish: Wish, *, asks: bool = False) -> Press:
        """Questions about one number are about the one that was chosen when they were asked for."""
        return Press(wish=wish, asks=asks, visitor=self._chosen if asks and wish.action in ABOUT_ONE else None)

    def next_waiting(self) -> Attempt | Wish | None:
        """What was pressed meanwhile and is done now, or whose questions are opened."""
        return self._presses.next(self.post, self._time.now, self._still_about)

    def _still_about(self, press: Press) -> bool:
        return press == self._press_of(press.wish, asks=press.asks)

    def done(self, attempt: Attempt, answer: Answer) -> None:
        """The hall has done it; the number it was about is the chosen one."""
        if not self._presses.is_under_way(attempt):
            return
        self._presses.done()
        if attempt.wish.action is Action.UNLOCK:
            self.seat.unlock()
        if answer.said is not None:
            self._presses.say(answer.said, Tone.SAID)
        if answer.ticket is not None:
            self._given, self._chosen = answer.ticket, answer.ticket.id

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until the next try of the same attempt, or None: it is over and said."""
        return self._presses.failed(attempt, error) if self._presses.is_under_way(attempt) else None

    def to_try_again(self) -> Attempt | None:
        """The attempt still under way, for another try."""
        return self._presses.under_way

    def say(self, error: WaitlineError) -> None:
        """Put the words of `error` where messages stand."""
        self._presses.tell(error)

    # -- what the hall says ------------------------------------------------------------------------

    def view_came(self, view: ServiceDeskView) -> None:
        """The hall as just read. What is older than the view we have is dropped."""
        if view.staff.id != self.post.staff or view.seq < self._not_before_seq:
            return
        self._not_before_seq, self._view, self._in_touch = view.seq, view, True
        self._time.came(view)

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
        if self._view is not None:
            self._situation.look(partial(at_service_desk, self._view))

    def settle_due(self) -> bool:
        """Whether the hall should look again by itself now."""
        return self._in_touch and self._time.settle_due()

    def put_in_front(self, number: int) -> None:
        """That call for help, or that question about a case; no two have the same number."""
        self.seat.hears()
        self._cases.choose(number)
        for call in self._view.help if self._view else ():
            if call.id == number:
                self._help.choose(call)

    def _help_face(self) -> HelpFace:
        return self._help.face(self._view.help, self._time.now) if self._view is not None else NO_HELP

    def _case_face(self) -> CaseFace:
        if self._view is None:
            return NO_CASE_NEWS
        return self._cases.face(self._view.cases, self.post.staff, self._time.now)

    def face(self) -> DeskFace:
        """The whole screen as of now."""
        view, chosen, help_face = self._view, self._chosen_ticket(), self._help_face()
        cases, live = self._case_face(), frozenset[Action]()
        if view is not None and self._in_touch:
            live = self.seat.live(live_of(view, chosen, help_face) | cases.live)
        under_way = self._presses.under_way
        return DeskFace(
            view=view,
            now=self._time.now,
            in_touch=self._in_touch,
            under_way=under_way.wish.action if under_way else None,
            waiting=self._presses.waiting,
            message=self._presses.message,
            chosen=chosen,
            locked=self.seat.is_locked,
            live=live,
            primary=primary_of(live),
            help=help_face,
            cases=cases,
        )
