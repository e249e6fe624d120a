"""Where a visitor goes next: another service, another counter, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waitline.look import Look
from waitline.model.counter import Counter, CounterId, CounterState, Desk
from waitline.model.errors import Refused
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Need

from .actions import Action, Wish
from .choices import Line, OneOf, Option
from .face import Stage
from .refusals import NowhereToGo, ServiceNeeded
from .sheet import Sheet
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView

ROOMY: Final = 15
"""Up to so many answers there is room for names; more stand closer together."""


class PlaceSheet(Sheet):
    """Transfer, or continue with another service. Counters that would be refused cannot be chosen and say why."""

    def __init__(self, look: Look, words: ClerkWords, action: Action, view: CounterView) -> None:
        super().__init__(look, words, action, view.current.label if view.current else "")
        self._view = view
        self._order = _open_first(view)
        first = 0 if action is Action.TRANSFER else None
        services = self._services(view)
        self._service = OneOf(look, "service", self.tr("辦理項目"), services, columns=2, at=first, keyed=True)
        columns = 5 if len(self._order) < ROOMY else 7
        self._counter = OneOf(look, "to_counter", self.tr("櫃台"), self._counters(None), columns=columns)
        self._service.chosen.connect(self._service_chosen)
        self.ask(self._service)
        self.ask(self._counter)
        self._note: Line | None = None
        if action is Action.TRANSFER:
            self._note = Line(look, "note", self.tr("備註（接手的同仁會看到）"))
            self.ask(self._note)
        self._service_chosen(self._service.value)

    def show_view(self, view: CounterView) -> None:
        """Counters open and close while the clerk reads."""
        if view is not self._view:
            self._view = view
            self._service_chosen(self._service.value)

    def wish(self) -> Wish | Refused:
        service, counter = self._service.value, self._counter.value
        if service is None and self.action is Action.CONTINUE:
            return ServiceNeeded()
        if service is None and counter is None:
            return NowhereToGo()
        return Wish(
            action=self.action,
            service=str(service) if service else None,
            to_counter=CounterId(str(counter)) if counter else None,
            note=(self._note.value or None) if self._note else None,
        )

    def _services(self, view: CounterView) -> list[Option]:
        setup: OfficeSetup = view.setup
        now = view.current.service if view.current else None
        others = [service.code for service in setup.services if service.code != now]
        offered = [Option(value=code, words=self._words.short_service(code, setup)) for code in others]
        if self.action is Action.TRANSFER:
            return [Option(value=None, words=self.tr("項目不變")), *offered]
        return offered

    def _service_chosen(self, service: object) -> None:
        """Which counters are left depends on what the visitor is sent there for."""
        self._counter.show_options(self._counters(service))

    def _counters(self, service: object) -> list[Option]:
        wanted = service
        if service is None and self.action is Action.TRANSFER and self._view.current is not None:
            wanted = self._view.current.service
        free = self.tr("不限") if self.action is Action.TRANSFER else self.tr("本櫃")
        setup = self._view.setup
        others = (setup.counter(number) for number in self._order)
        return [Option(value=None, words=free), *(self._counter_option(counter, wanted) for counter in others)]

    def _counter_option(self, counter: Counter, service: object) -> Option:
        desk = _desk_of(self._view, counter.id)
        serves = service is None or service in counter.services
        if self._needs_room() and not counter.accessible:
            return Option(value=counter.id, words=counter.id, note=self.tr("輪椅不便"), live=False)
        may_wait = desk.may_be_waited_for(self._view.at)
        if not may_wait or not desk.is_open:
            note = self._closed_words(desk)
        else:
            note = self._person(desk) if serves else self.tr("不辦此項")
        return Option(value=counter.id, words=counter.id, note=note, live=may_wait and serves)

    def _needs_room(self) -> bool:
        """Whether the visitor comes in a wheelchair."""
        return self._view.current is not None and Need.WHEELCHAIR in self._view.current.needs

    def _closed_words(self, desk: Desk) -> str:
        """Closed, or paused and until when."""
        if desk.state is not CounterState.PAUSED:
            return self._words.stage(Stage.CLOSED)
        if not desk.may_be_waited_for(self._view.at) or desk.pause_until is None:
            return self._words.stage(Stage.PAUSED)
        return self.tr("%1 回來").replace("%1", self._words.hour(desk.pause_until, self._view.setup))

    def _person(self, desk: Desk) -> str:
        return next((person.name for person in self._view.setup.staff if person.id == desk.staff), "")


def _desk_of(view: CounterView, counter: CounterId) -> Desk:
    return next((desk for desk in view.desks if desk.counter == counter), Desk(counter=counter))


def _open_first(view: CounterView) -> tuple[CounterId, ...]:
    """All other counters; those where nobody would come are at the end."""
    others = [counter.id for counter in view.setup.counters if counter.id != view.counter.id]
    desks = {number: _desk_of(view, number) for number in others}
    return tuple(sorted(others, key=lambda n: (not desks[n].is_open, not desks[n].may_be_waited_for(view.at))))
