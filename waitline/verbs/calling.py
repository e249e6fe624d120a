"""What a clerk does: call, serve, finish, and take a slip of the hand back."""

from dataclasses import dataclass

from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId, CounterState
from waitline.model.errors import CounterEmpty, NothingToUndo, ReasonNeeded, ServiceNeeded
from waitline.model.journal import Kind
from waitline.model.staff import StaffId
from waitline.model.ticket import Outcome, Ticket, TicketState
from waitline.rules.dispatch import Floor, Why
from waitline.store import undoing
from waitline.store.hall import Hall

from .counters import Counters
from .errands import begin_errand, finish_ticket, said_service
from .performing import Called, Facts, empty_desk, open_desk, own_desk, the_call, the_ticket
from .requests import wish
from .setting_aside import SettingAside
from .settling import call, settle
from .taking_back import take_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """Which verb was taken back, and the numbers it had moved."""

    verb: str
    tickets: tuple[str, ...]


class Calling(Counters, SettingAside):
    """The verbs of a clerk signed in at a counter. Every one raises a `Refused` or a `Trouble`, in words."""

    def call_next(self, *, request: str, counter: CounterId, by: StaffId) -> Called:
        """Finish whoever is served and ask for the next; with nobody to call the counter waits, READY."""

        def body(hall: Hall) -> Facts:
            open_desk(hall, counter, by)
            _clear(hall, counter, by)
            return self._ask(hall, counter, by, "call_next")

        return self._perform(
            wish("call_next", request, counter=counter, by=by), body, the_call, at=counter, line=True
        )

    def override_reserve(self, *, request: str, counter: CounterId, by: StaffId) -> Called:
        """Take an ordinary visitor although this counter is kept for love visitors; this once, journalled."""

        def body(hall: Hall) -> Facts:
            empty_desk(hall, counter, by)
            hall.note(Kind.RESERVE_OVERRIDDEN, counter=counter, staff=by)
            return self._ask(hall, counter, by, "override_reserve", override=counter)

        return self._perform(wish("override_reserve", request, counter=counter, by=by), body, the_call)

    def _ask(
        self, hall: Hall, counter: CounterId, by: StaffId, verb: str, *, override: CounterId | None = None
    ) -> Facts:
        desk = hall.desk(counter)
        waited_before = desk.state is CounterState.READY
        # asking again counts as touching the console: the ten minutes begin anew
        hall.keep_desk(desk._replace(state=CounterState.READY, since=hall.now))
        settle(hall, override=override)
        there = hall.ticket_at(counter)
        why = Why.NOBODY
        if there is not None:
            why = Why(str(hall.last_call(there.id)["why"]))
        else:
            kept = Floor(hall.setup, hall.open_desks).reserve
            why = Why.RESERVED if kept is not None and kept.id == counter else Why.NOBODY
            hall.note(Kind.COUNTER_READY, counter=counter, staff=by, why=str(why), again=waited_before)
        undoing.remember(hall, counter, by, verb)
        return {"ticket": None if there is None else there.id, "why": str(why)}

    def call_ticket(self, *, request: str, counter: CounterId, by: StaffId, label: str, reason: str) -> Called:
        """Call a certain number out of order; waiting, parked or missed. The reason is journalled."""

        def body(hall: Hall) -> Facts:
            if not reason.strip():
                raise ReasonNeeded()
            open_desk(hall, counter, by)
            _clear(hall, counter, by)
            ticket = hall.ticket_numbered(label)
            ticket.check_move(TicketState.CALLED, ("叫號", "be called"))
            if ticket.service is not None:
                hall.must_serve(counter, ticket.service)
            call(hall, ticket, counter, Why.OUT_OF_ORDER, reason=reason.strip())
            undoing.remember(hall, counter, by, "call_ticket")
            return {"ticket": ticket.id, "why": str(Why.OUT_OF_ORDER)}

        asked = wish("call_ticket", request, counter=counter, by=by, label=label, reason=reason)
        return self._perform(asked, body, the_call)

    def recall(self, *, request: str, counter: CounterId, by: StaffId) -> Ticket:
        """Call the same number once more."""

        def body(hall: Hall) -> Facts:
            ticket = _at(hall, counter, by)
            if ticket.state is not TicketState.CALLED:
                raise ticket.cannot(("重叫", "be called again"))
            n = ticket.calls + 1
            hall.note(Kind.TICKET_RECALLED, ticket=ticket.id, counter=counter, staff=by, label=ticket.label, n=n)
            hall.keep(ticket, calls=n, last_called_at=hall.now)
            undoing.remember(hall, counter, by, "recall")
            return {"ticket": ticket.id}

        return self._perform(wish("recall", request, counter=counter, by=by), body, the_ticket, at=counter)

    def begin(self, *, request: str, counter: CounterId, by: StaffId, service: str | None = None) -> Ticket:
        """The visitor sits down. `service` names (or corrects) what they came for.

        Raises `ServiceNeeded` for a love visitor whose service nobody has said yet: now the clerk can ask.
        """

        def body(hall: Hall) -> Facts:
            ticket = _at(hall, counter, by)
            if ticket.state is not TicketState.CALLED:
                raise ticket.cannot(("開始辦理", "begin"))
            ticket = said_service(hall, ticket, service)
            if ticket.service is None:
                raise ServiceNeeded(label=ticket.label)
            hall.note(
                Kind.SERVING_BEGUN,
                ticket=ticket.id,
                counter=counter,
                staff=by,
                label=ticket.label,
                service=ticket.service,
            )
            hall.keep(begin_errand(hall, ticket))
            undoing.remember(hall, counter, by, "begin")
            return {"ticket": ticket.id}

        asked = wish("begin", request, counter=counter, by=by, service=service)
        return self._perform(asked, body, the_ticket, at=counter)

    def finish(
        self,
        *,
        request: str,
        counter: CounterId,
        by: StaffId,
        outcome: Outcome = Outcome.DONE,
        service: str | None = None,
    ) -> Ticket:
        """The visitor goes. `service` says what it was of somebody who was led here before saying so.

        Not asked for as `begin` asks: a clerk with the next visitor at hand is not held up for a figure.
        """

        def body(hall: Hall) -> Facts:
            ticket = finish_ticket(hall, _at(hall, counter, by), outcome, by, service=service)
            undoing.remember(hall, counter, by, "finish")
            return {"ticket": ticket.id}

        asked = wish("finish", request, counter=counter, by=by, outcome=outcome, service=service)
        return self._perform(asked, body, the_ticket, at=counter)

    def no_show(self, *, request: str, counter: CounterId, by: StaffId) -> Ticket:
        """Give up on the number called to this counter; it may come back within the grace period."""

        def body(hall: Hall) -> Facts:
            ticket = _at(hall, counter, by)
            ticket.check_move(TicketState.NO_SHOW, ("過號", "be marked absent"))
            hall.note(Kind.NO_SHOW_MARKED, ticket=ticket.id, counter=counter, staff=by, label=ticket.label)
            due = Instant(hall.now + round(hall.setup.rules.no_show_grace * MINUTE))
            hall.keep(ticket, state=TicketState.NO_SHOW, due_at=due)
            undoing.remember(hall, counter, by, "no_show")
            return {"ticket": ticket.id}

        return self._perform(wish("no_show", request, counter=counter, by=by), body, the_ticket, at=counter)

    def put_back(self, *, request: str, counter: CounterId, by: StaffId) -> Ticket:
        """Back to its old place in the line."""

        def body(hall: Hall) -> Facts:
            ticket = _at(hall, counter, by)
            if ticket.state is not TicketState.CALLED:
                raise ticket.cannot(("放回", "be put back"))
            hall.note(Kind.TICKET_PUT_BACK, ticket=ticket.id, counter=counter, staff=by, label=ticket.label)
            hall.keep(ticket.waiting_again())
            settle(hall)
            undoing.remember(hall, counter, by, "put_back")
            return {"ticket": ticket.id}

        return self._perform(wish("put_back", request, counter=counter, by=by), body, the_ticket)

    def undo(self, *, request: str, counter: CounterId, by: StaffId) -> Undone:
        """Take back this counter's last action as one step, within the office's seconds of grace."""

        def body(hall: Hall) -> Facts:
            own_desk(hall, counter, by)
            last = undoing.last_action(hall.link, hall.office, counter)
            if last is None or last.staff != by:
                raise NothingToUndo()
            return {"verb": last.verb, "tickets": take_back(hall, last, by)}

        return self._perform(
            wish("undo", request, counter=counter, by=by),
            body,
            lambda _, facts: Undone(verb=facts["verb"], tickets=tuple(facts["tickets"])),
        )


def _at(hall: Hall, counter: CounterId, by: StaffId) -> Ticket:
    open_desk(hall, counter, by)
    ticket = hall.ticket_at(counter)
    if ticket is None:
        raise CounterEmpty(counter=counter)
    return ticket


def _clear(hall: Hall, counter: CounterId, by: StaffId) -> None:
    """Whoever is served here is finished; a number only called must be begun or given up first."""
    ticket = hall.ticket_at(counter)
    if ticket is not None:
        finish_ticket(hall, ticket, Outcome.DONE, by)
