"""The case receipt: what is pending, and when the visitor comes back."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from waitline.look import Look
from waitline.model.clock import instant
from waitline.model.errors import ReasonNeeded, Refused
from waitline.model.slip import Pending
from waitline.model.ticket import Ticket

from .actions import Action, Wish
from .choices import Line, OneOf, Option
from .sheet import Sheet
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView

MINUTES: Final = (30, 60)
OPEN_DAYS: Final = (1, 2, 3, 4, 5, 10)
"""Which of the office's next open days are offered."""
COLUMNS: Final = 5
DUE: Final = "due"
"""When they are parked until."""
NOON: Final = time(12)
"""A whole day is kept as its noon."""


class ReceiptSheet(Sheet):
    """For `ticket`, at the counter or parked. One who is parked until a time is told that time at first."""

    def __init__(self, look: Look, words: ClerkWords, view: CounterView, ticket: Ticket) -> None:
        super().__init__(look, words, Action.RECEIPT, ticket.label)
        self._view, self._ticket = view, ticket
        self._pending = OneOf(
            look, "pending", self.tr("待辦什麼"), self._offered(), columns=2, at=None, keyed=True
        )
        self._other = Line(look, "other_pending", self.tr("說明（會印在紙上，不要寫姓名、證號）"))
        times = self._times()
        self._when = OneOf(look, "when", self.tr("何時回來"), times, columns=COLUMNS)
        self.ask(self._pending)
        self.ask(self._other)
        self.ask(self._when)

    def wish(self) -> Wish | Refused:
        pending, note, when = self._pending.value, self._other.value, self._when.value
        if pending is None and not note:
            return ReasonNeeded()
        due = self._ticket.due_at if when == DUE else None
        return Wish(
            action=self.action,
            label=self._ticket.label,
            reason=None if pending is None else str(pending),
            note=note or None,
            minutes=when if isinstance(when, int) else None,
            day=instant(when) if isinstance(when, datetime) else due,
            whole_day=isinstance(when, datetime),
        )

    def _offered(self) -> list[Option]:
        return [
            Option(value=Pending.PAPERS, words=self.tr("補齊文件")),
            Option(value=Pending.CHECK, words=self.tr("查證審核")),
            Option(value=Pending.MAKING, words=self.tr("製作證件")),
            Option(value=Pending.OTHER_OFFICE, words=self.tr("其他機關回覆")),
        ]

    def _times(self) -> list[Option]:
        zone, setup = self._view.setup.zone, self._view.setup
        offered = [Option(value=None, words=self.tr("另行通知"))]
        if self._ticket.due_at is not None:
            offered.insert(0, Option(value=DUE, words=self._words.hour(self._ticket.due_at, setup)))
        offered += [Option(value=n, words=self.tr("%1 分").replace("%1", str(n))) for n in MINUTES]
        weekdays = self._weekdays()
        for day in (self._view.days_ahead[n - 1] for n in OPEN_DAYS if n <= len(self._view.days_ahead)):
            noon = datetime.combine(day, NOON, zone)
            offered.append(Option(value=noon, words=f"{day.month}/{day.day} {weekdays[day.weekday()]}"))
        return offered

    def _weekdays(self) -> tuple[str, ...]:
        return (
            self.tr("週一"),
            self.tr("週二"),
            self.tr("週三"),
            self.tr("週四"),
            self.tr("週五"),
            self.tr("週六"),
            self.tr("週日"),
        )
