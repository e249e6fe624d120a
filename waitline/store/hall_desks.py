"""The counters as one verb sees and changes them."""

from collections.abc import Iterable
from operator import itemgetter

from waitline.model.counter import CounterId, Desk
from waitline.model.errors import UnknownCounter
from waitline.model.office import OfficeSetup

from . import desk_statements as dq
from . import rows
from .hall_journal import JournalPage
from .link import Link, Row

_BY_COUNTER = itemgetter(0)
_WORKING = frozenset({"OPEN", "READY"})


class DeskShelf(JournalPage):
    """Every counter's row is read with the lock; changed ones are written once, when the verb ends."""

    def __init__(self, link: Link, office: str, head: rows.Head, setup: OfficeSetup) -> None:
        super().__init__(link, office, head, setup)
        self._desks: dict[CounterId, Desk] = {}
        self._desk_rows: dict[str, Row] = {}
        self._desks_before: dict[CounterId, Desk] = {}

    def take_desks(self, found: Iterable[Row]) -> None:
        """The counters as they stand, and with each what this request did and answered before.

        In one order on every database, so that a replay notes the same entries.
        """
        for row in sorted(found, key=_BY_COUNTER):
            self._desk_rows[row[0]] = row[:-2]
            if row[-2] is not None:
                self._done_before = (row[-2], row[-1])

    @property
    def desks(self) -> list[Desk]:
        return [self.desk(CounterId(counter)) for counter in self._desk_rows]

    @property
    def open_desks(self) -> list[Desk]:
        """Counters whose clerk works or waits: all that the calling rule looks at."""
        changed = self._desks
        found = [
            self.desk(CounterId(counter))
            for counter, row in self._desk_rows.items()
            if counter in changed or row[1] in _WORKING
        ]
        return [desk for desk in found if desk.is_open]

    def desk(self, counter: CounterId) -> Desk:
        known = self._desks.get(counter)
        if known is None:
            row = self._desk_rows.get(counter)
            if row is None:
                raise UnknownCounter(counter=counter)
            known = self._desks[counter] = rows.desk_of(row)
        return known

    def add_desk(self, counter: CounterId) -> None:
        desk = Desk(counter=counter, since=self.now, changed_seq=self.seq)
        params = rows.desk_params(desk)
        self._link.send(dq.ADD_DESK, office_id=self.office, **params)
        self._desk_rows[counter] = tuple(params.values())

    def keep_desk(self, desk: Desk) -> Desk:
        """The counter as it is from now on; written once, when the verb ends."""
        before = self.desk(desk.counter)
        desk = desk._replace(changed_seq=self.seq)
        self._desks_before.setdefault(desk.counter, before)
        self._desks[desk.counter] = desk
        return desk

    def finish(self, request: str | None) -> bool:
        if self._entries:
            for counter, before in self._desks_before.items():
                changed = rows.desk_changes(before, self._desks[counter])
                if not changed:
                    continue
                # nobody is at two counters, not even for a moment: who leaves one has left before they come
                self._link.later(
                    ("desk", counter),
                    dq.keep_desk(tuple(changed)),
                    in_order="staff" in changed,
                    office=self.office,
                    desk_counter=counter,
                    **{f"new_{name}": value for name, value in changed.items()},
                )
        return super().finish(request)
