"""From a wish at the service desk to the verb that does it. Runs off the screen's thread; knows no Qt."""

from collections.abc import Callable, Mapping

from waitline.model.service import ServiceCode
from waitline.model.ticket import STATE_WORDS, Origin, PriorityClass, Ticket
from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.verbs.reception import Reception
from waitline.verbs.service_desk import ServiceDesk
from waitline.views import whereabouts
from waitline.views.foresight import read_newcomer

from ..actions import Action
from ..attempt import Answer, Attempt
from ..refusals import NoPrinter
from .where import where_words


class ServiceDeskVerbs:
    """What is done for visitors at the service desk, each answered with the number it was about."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reception = Reception(store)
        self._desk = ServiceDesk(store)
        self.by_action: Mapping[Action, Callable[[Attempt], Answer]] = {
            Action.TAKE_NUMBER: self._take,
            Action.BRING_LOVE: self._bring,
            Action.PRECHECK: self._precheck,
            Action.WELCOME_BACK: self._welcome_back,
            Action.REPRINT: self._reprint,
            Action.CANCEL_NUMBER: self._cancel,
        }

    def begin(self, of: Attempt) -> None:
        """Sign in at the desk. Raises `WrongPin`, `LockedOut`, `NotAllowed`."""
        self._desk.begin_service_desk(request=of.request, staff=of.post.staff, pin=of.wish.pin)

    def _take(self, of: Attempt) -> Answer:
        wish = of.wish
        priority = PriorityClass.LOVE if wish.love else PriorityClass.ORDINARY
        service = None if wish.service is None else ServiceCode(wish.service)
        taken = self._reception.take_ticket(
            request=of.request,
            service=wish.service,
            love=wish.love,
            language=wish.language or "zh-TW",
            needs=wish.needs,
            origin=Origin.GREETER,
            printer=self._printer(),
            by=of.post.staff,
            told=read_newcomer(self._store, service, priority),
        )
        label, ahead, goes = taken.ticket.label, taken.ahead or 0, self._where(taken.ticket)
        before = Words(zh=f"，前面 {ahead} 人", en=f", {ahead} ahead") if ahead else Words(zh="", en="")
        said = Words(zh=f"已取號 {label}{before.zh}：{goes.zh}", en=f"Number {label}{before.en}: {goes.en}")
        return Answer(ticket=taken.ticket, said=said)

    def _bring(self, of: Attempt) -> Answer:
        """The rule finds the counter: one that waits is given the visitor at once, else they are first in line."""
        ticket = self._reception.bring_love_visitor(request=of.request, by=of.post.staff, needs=of.wish.needs)
        goes = self._where(ticket)
        return Answer(
            ticket=ticket, said=Words(zh=f"愛心 {ticket.label}：{goes.zh}", en=f"{ticket.label}: {goes.en}")
        )

    def _precheck(self, of: Attempt) -> Answer:
        ticket = self._reception.mark_prechecked(request=of.request, label=_label(of), by=of.post.staff)
        return Answer(ticket=ticket, said=Words(zh=f"{ticket.label} 已預審", en=f"{ticket.label} is prechecked"))

    def _welcome_back(self, of: Attempt) -> Answer:
        ticket = self._reception.welcome_back(request=of.request, label=_label(of), by=of.post.staff)
        goes = self._where(ticket)
        said = Words(zh=f"{ticket.label} 回到等候：{goes.zh}", en=f"{ticket.label} waits again: {goes.en}")
        return Answer(ticket=ticket, said=said)

    def _reprint(self, of: Attempt) -> Answer:
        printer = self._printer()
        if printer is None:
            raise NoPrinter()
        job = self._reception.reprint(request=of.request, label=_label(of), printer=printer, by=of.post.staff)
        label = job.ticket.label
        return Answer(ticket=job.ticket, said=Words(zh=f"{label} 補印中", en=f"{label} is printed again"))

    def _cancel(self, of: Attempt) -> Answer:
        ticket = self._reception.cancel(request=of.request, label=_label(of), by=of.post.staff)
        return Answer(ticket=ticket, said=Words(zh=f"{ticket.label} 已作廢", en=f"{ticket.label} is void"))

    def _where(self, ticket: Ticket) -> Words:
        """Where they go; how it stands with whoever is gone by now."""
        where = whereabouts.read(self._store, ticket.id)
        if where is not None:
            return where_words(where)
        zh, en = STATE_WORDS[ticket.state]
        return Words(zh=zh, en=en)

    def _printer(self) -> str | None:
        with self._store.reading() as look:
            return look.setup.service_desk_printer


def _label(of: Attempt) -> str:
    return of.wish.label or ""
