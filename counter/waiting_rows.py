"""Who is in the hall, as rows of a list: kept, filtered and told to a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from waitline.model.clock import BEGINNING, SECOND, Instant
from waitline.model.office import OfficeSetup
from waitline.model.ticket import PriorityClass, Ticket, TicketId, TicketState
from waitline.rules.forecasting import by_the_clock

from .badges import badges_of
from .chips import Chip
from .face import still_waiting
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


SOON: Final = 90 * SECOND
ROW_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLES = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
)
"""Where a row is told in full, whatever its line has room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One ticket in the list. `ours`: this counter may serve it; `expected`: about when it is called, if known."""

    ticket: Ticket
    ours: bool
    expected: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows to show. A search looks through the whole hall, whatever else is set."""

    state: TicketState = TicketState.WAITING
    search: str = ""
    ours_only: bool = False
    priority: PriorityClass | None = None

    def lets_through(self, row: Row, service: Callable[[Row], str]) -> bool:
        """`service`: what the clerk calls a row's service; asked only while searching."""
        ticket, search = row.ticket, self.search.strip().upper()
        if search:
            return search in ticket.label.upper() or search in service(row).upper()
        if ticket.state is not self.state:
            return False
        if self.priority is not None and ticket.priority is not self.priority:
            return False
        return row.ours or not self.ours_only


def rows_of(view: CounterView) -> tuple[Row, ...]:
    """Everybody a clerk may look for, in the order in which they would be called."""
    waiting = tuple(
        Row(
            ticket=line.ticket,
            ours=line.ours,
            expected=None if line.expected is None else by_the_clock(line.expected, view.at),
        )
        for line in view.waiting
    )
    return (
        *waiting,
        *(Row(ticket=ticket, ours=True) for ticket in view.parked),
        *(Row(ticket=ticket, ours=True) for ticket in view.missed),
    )


class WaitingRows(QAbstractListModel):
    """The rows that pass the filter."""

    def __init__(self, words: ClerkWords) -> None:
        super().__init__()
        self._words = words
        self._setup: OfficeSetup | None = None
        self._all: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._filter = Filter()
        self.now = BEGINNING
        self.stale = False

    def show_rows(self, rows: tuple[Row, ...], setup: OfficeSetup | None, wanted: Filter, now: Instant) -> bool:
        """Take what the hall says; True if other rows are shown than before."""
        self.now = now
        if (rows, wanted) == (self._all, self._filter) and setup == self._setup:
            return False
        self._all, self._filter = rows, wanted
        before, self._setup = self._setup, setup
        shown = tuple(row for row in rows if wanted.lets_through(row, self.service))
        if shown == self._shown and setup == before:
            return False
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        return True

    def count(self, wanted: Filter) -> int:
        """How many rows another filter would show."""
        return sum(1 for row in self._all if wanted.lets_through(row, self.service))

    def row_of(self, ticket: TicketId) -> int | None:
        """Where a ticket stands in the list."""
        return next((n for n, row in enumerate(self._shown) if row.ticket.id == ticket), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role in WORDS_ROLES:
            return self._spoken(row)
        return None

    def chips(self, row: Row) -> tuple[Chip, ...]:
        """A row's badges in the clerk's language."""
        if self._setup is None:
            return ()
        setup = self._setup
        return tuple(
            Chip(badge=badge, words=self._words.badge(badge, row.ticket, setup)) for badge in badges_of(row.ticket)
        )

    def service(self, row: Row) -> str:
        return self._words.short_service(row.ticket.service, self._setup) if self._setup else ""

    def since(self, row: Row) -> str:
        """What stands at the end of the line: the wait, or when a parked visitor comes back."""
        ticket = row.ticket
        if ticket.state is TicketState.PARKED and ticket.due_at is not None and self._setup is not None:
            return self.tr("%1 回來").replace("%1", self._words.hour(ticket.due_at, self._setup))
        return self._words.minutes(still_waiting(ticket, self.now))

    def expected(self, row: Row) -> str:
        """About when it is called: a time of day stands still while minutes would count down in every line."""
        if row.expected is None or self._setup is None:
            return ""
        if row.expected - self.now < SOON:
            return self.tr("即將叫號")
        return self.tr("預計 %1").replace("%1", self._words.hour(row.expected, self._setup))

    def aside(self, row: Row) -> str:
        """Why a ticket is not simply waiting, or not for this counter."""
        ticket = row.ticket
        if ticket.state is TicketState.PARKED:
            return ticket.park_reason or self.tr("稍後再辦")
        if ticket.state is TicketState.NO_SHOW:
            return self.tr("過號")
        return "" if row.ours else self.tr("他櫃辦理")

    def _spoken(self, row: Row) -> str:
        badges = [chip.words for chip in self.chips(row)]
        when = self.aside(row), self.since(row), self.expected(row)
        return self._words.listed((row.ticket.label, self.service(row), *badges, *when))
