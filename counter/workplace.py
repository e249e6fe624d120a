"""From a clerk's wish to the verb that does it. Runs off the screen's thread; knows no Qt."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from drivers.printing.status import PrinterStatus
from waitline.model.counter import CounterId
from waitline.model.device import Health
from waitline.model.errors import Trouble
from waitline.model.slip import PrintJob
from waitline.model.staff import StaffId
from waitline.model.ticket import Ticket
from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.store.feed import Feed
from waitline.verbs.calling import Calling
from waitline.verbs.devices import Devices
from waitline.verbs.learning import learn_for_today
from waitline.verbs.printing import PrintDesk
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.verbs.settling import Settling
from waitline.views import counter_view, counters_now, service_desk, stand_by
from waitline.views.counter_view import CounterView
from waitline.views.counters_now import CounterNow

from .actions import Action, Place
from .attempt import Answer, Attempt
from .back_line_verbs import BackLineVerbs
from .cases.verbs import CaseVerbs
from .errand_verbs import ErrandVerbs
from .face import NO_COUNTER
from .printing_verbs import PrintingVerbs
from .reading import Reading
from .refusals import PinNeeded
from .service_desk.verbs import ServiceDeskVerbs


class Workplace:
    """One office's line as the clerk's program reaches it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looking = threading.Lock()
        self._seen: CounterView | None = None
        self._calling = Calling(store)
        self._reception = Reception(store)
        self._settling = Settling(store)
        self._back_line = BackLineVerbs(store)
        self._service_desk = ServiceDeskVerbs(store)
        self._printing = PrintingVerbs(store)
        errands = ErrandVerbs(store, self._printing)
        self._answered = {
            **self._service_desk.by_action,
            **CaseVerbs(store).by_action,
            **errands.by_action,
        }
        self._verbs: dict[Action, Callable[[Attempt], Ticket | None]] = {
            Action.CALL_NEXT: self._call_next,
            Action.CALL_TICKET: self._call_ticket,
            Action.OVERRIDE: self._override,
            Action.RECALL: self._recall,
            Action.BEGIN: self._begin,
            Action.FINISH: self._finish,
            Action.NO_SHOW: self._no_show,
            Action.PUT_BACK: self._put_back,
            Action.PARK: self._park,
            Action.UNPARK: self._unpark,
            Action.OPEN: self._open,
            Action.PAUSE: self._pause,
            Action.CLOSE: self._close,
            Action.SIGN_OUT: self._sign_out,
            Action.UNLOCK: self._unlock,
            Action.UNDO: self._undo,
            Action.ANSWER_HELP: self._answer_help,
        }

    def close(self) -> None:
        """Leave the hall."""
        self._store.close()

    def look(self, counter: CounterId) -> CounterView:
        """The hall as this counter sees it now. Raises Trouble.

        Whoever pressed a key looks just after it, and so does the follower, whom the deed wakes: one look does for
        both, or the one would keep the other from the clerk's eyes.
        """
        with self._looking:
            self._seen = counter_view.read(self._store, counter, known=self._seen)
            return self._seen

    def seen(self, reading: Reading) -> object:
        """The view of whoever works here now; what kind it is follows from their place. Raises Trouble."""
        if reading.place is Place.STAND_BY:
            return stand_by.read(self._store, StaffId(reading.who))
        if reading.place is Place.SERVICE_DESK:
            return service_desk.read(self._store, StaffId(reading.who))
        return self.look(CounterId(reading.who))

    def counters_now(self) -> dict[CounterId, CounterNow]:
        """How all counters stand: which of them to look at again. Raises Trouble."""
        return counters_now.read(self._store)

    def feed(self) -> Feed:
        """What wakes the screen when the hall changes; for one thread."""
        return self._store.feed()

    def settle(self) -> None:
        """Let the hall do what time alone has made due, and once a day learn from the past. Raises Trouble."""
        self._settling.settle(request=new_request())
        learn_for_today(self._store)

    def carry_out(self, attempt: Attempt) -> Answer:
        """Do what the clerk asked for and look at the hall again. Raises Refused or Trouble."""
        if attempt.wish.action is Action.SIGN_IN:
            return self._sign_in(attempt)
        if attempt.wish.action is Action.HELP_NUMBER:
            return self._take_for_help(attempt)
        at_a_counter = attempt.post.counter != NO_COUNTER
        if at_a_counter and attempt.wish.action in self._printing.by_action:
            printed = self._printing.by_action[attempt.wish.action](attempt)
            return Answer(said=printed, view=self._view_after(attempt))
        if attempt.wish.action in self._back_line.by_action:
            said = self._back_line.by_action[attempt.wish.action](attempt)
            return Answer(said=said, view=self._view_after(attempt))
        if attempt.wish.action in self._answered:
            return replace(self._answered[attempt.wish.action](attempt), view=self._view_after(attempt))
        ticket = self._verbs[attempt.wish.action](attempt)
        return Answer(ticket=ticket, view=self._view_after(attempt))

    # -- for the print queue of this place -----------------------------------------------------------

    def print_desk(self, printer: str) -> PrintDesk:
        return PrintDesk(self._store, printer)

    def report_printer(self, request: str, printer: str, place: str, status: PrinterStatus) -> None:
        """How it is, for whoever sees to it."""
        self.report_device(request, printer, place, status.health, status.causes)

    def report_device(self, request: str, device: str, place: str, health: Health, causes: Sequence[str]) -> None:
        """The same for panels, keypads and lines. Raises `UnknownDevice` and Trouble."""
        Devices(self._store).report_device(
            request=request, device=device, place=place, health=health, causes=causes
        )

    def reprint(self, request: str, label: str, printer: str, of: int | None) -> PrintJob:
        """A marked copy of a slip that failed."""
        return self._reception.reprint(request=request, label=label, printer=printer, of=of)

    def _view_after(self, attempt: Attempt) -> CounterView | None:
        """None if the line broke just after the deed: it stays done, and the feed brings the view later.

        None also away from the counters, where the feed alone brings views.
        """
        if attempt.post.counter == NO_COUNTER:
            return None
        try:
            return self.look(attempt.post.counter)
        except Trouble:
            return None

    def _sign_in(self, attempt: Attempt) -> Answer:
        post = attempt.post
        if attempt.wish.pin is None and self._has_pin(post.staff):
            raise PinNeeded()
        if attempt.wish.place is Place.STAND_BY:
            self._back_line.stand_by(attempt)
            return Answer()
        if attempt.wish.place is Place.SERVICE_DESK:
            self._service_desk.begin(attempt)
            return Answer()
        desk = self._calling.sign_in(
            request=attempt.request,
            counter=post.counter,
            staff=post.staff,
            pin=attempt.wish.pin,
            leaving=attempt.wish.leaving,
        )
        return Answer(desk=desk, view=self._view_after(attempt))

    def _has_pin(self, staff: StaffId) -> bool:
        """Asked before signing in, so that a PIN nobody was asked for is not counted as a wrong one."""
        with self._store.reading() as look:
            return look.pin(staff).pin_hash is not None

    def _take_for_help(self, of: Attempt) -> Answer:
        """The number appears at the kiosk; the clerk, who sees no paper, is told which it is."""
        taken = self._reception.take_for_help(
            request=of.request,
            help_id=of.wish.help_id or 0,
            by=of.post.staff,
            service=of.wish.service,
            love=of.wish.love,
            language=of.wish.language,
            needs=of.wish.needs,
        )
        label = taken.ticket.label
        said = Words(zh=f"已代為取號：{label}", en=f"Number {label} is at the kiosk")
        return Answer(said=said, view=self._view_after(of))

    def _answer_help(self, of: Attempt) -> None:
        self._reception.answer_help(request=of.request, help_id=of.wish.help_id or 0, by=of.post.staff)

    def _call_next(self, of: Attempt) -> Ticket | None:
        return self._calling.call_next(request=of.request, counter=of.post.counter, by=of.post.staff).ticket

    def _call_ticket(self, of: Attempt) -> Ticket | None:
        return self._calling.call_ticket(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            label=of.wish.label or "",
            reason=of.wish.reason or "",
        ).ticket

    def _override(self, of: Attempt) -> Ticket | None:
        return self._calling.override_reserve(request=of.request, counter=of.post.counter, by=of.post.staff).ticket

    def _recall(self, of: Attempt) -> Ticket:
        return self._calling.recall(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _begin(self, of: Attempt) -> Ticket:
        return self._calling.begin(
            request=of.request, counter=of.post.counter, by=of.post.staff, service=of.wish.service
        )

    def _finish(self, of: Attempt) -> Ticket:
        return self._calling.finish(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _no_show(self, of: Attempt) -> Ticket:
        return self._calling.no_show(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _put_back(self, of: Attempt) -> Ticket:
        return self._calling.put_back(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _park(self, of: Attempt) -> Ticket:
        return self._calling.park(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            reason=of.wish.reason or "",
            until=of.until,
        )

    def _unpark(self, of: Attempt) -> None:
        self._calling.unpark(request=of.request, label=of.wish.label or "", by=of.post.staff)

    def _open(self, of: Attempt) -> None:
        self._calling.open(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _pause(self, of: Attempt) -> None:
        self._calling.pause(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            reason=of.wish.reason or "",
            until=of.until,
        )

    def _close(self, of: Attempt) -> None:
        self._calling.close_counter(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _sign_out(self, of: Attempt) -> None:
        self._calling.sign_out(request=of.request, counter=of.post.counter, by=of.post.staff)

    def _unlock(self, of: Attempt) -> None:
        counter = None if of.post.counter == NO_COUNTER else of.post.counter
        self._calling.unlock_console(request=of.request, counter=counter, staff=of.post.staff, pin=of.wish.pin)

    def _undo(self, of: Attempt) -> None:
        self._calling.undo(request=of.request, counter=of.post.counter, by=of.post.staff)
