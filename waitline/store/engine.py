"""The office's memory: opening it, one transaction a verb, a steady picture for a screen."""

import logging
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Engine

from waitline.model.counter import CounterId
from waitline.model.errors import DatabaseAway, DatabaseBusy, OfficeMissing, WaitlineError
from waitline.model.office import OfficeSetup
from waitline.model.service import SeriesCode
from waitline.model.words import Words
from waitline.settings.office_file import parse_office

from . import claims, rows
from . import desk_statements as dq
from . import statements as q
from .connect import make_engine, sqlite_path
from .connections import Connections, Held
from .feed import Feed, PostgresFeed, SqliteFeed
from .hall import Hall
from .line import line_head
from .link import Link
from .lock_holder import wake_stopped_holder
from .look import Look
from .troubles import is_postgres_error, named_errors
from .versions import fit_for

logger = logging.getLogger(__name__)

NOT_SET_UP: Final = OfficeSetup(
    id="",
    names=Words(zh="", en=""),
    time_zone="UTC",
    series=(),
    services=(),
    counters=(),
    staff=(),
    love_series=SeriesCode(""),
)
"""An office whose head row exists but whose document has not been kept yet."""

HOLD_PATIENCE: Final = 5.0
"""Seconds a verb tries to get the office's head row before it says the database is busy."""


class Store:
    """One office in one database, for any number of threads.

    `url` as in ``sqlite:////path/queue.db`` or ``postgresql://user@host/database``.
    """

    def __init__(self, url: str, office: str) -> None:
        self._engine: Engine = make_engine(url)
        self._connections = Connections(self._engine, url)
        self.url = url
        self.office = office
        self._setups: dict[int, OfficeSetup] = {}

    def close(self) -> None:
        self._connections.forget()

    # -- writing ------------------------------------------------------------------------------------------

    @contextmanager
    def writing(
        self,
        verb: str,
        request: str | None = None,
        *,
        asked: str | None = None,
        at: CounterId | None = None,
        line: bool = False,
    ) -> Iterator[Hall]:
        """Lock the office and give its hall; commit when the block ends well, undo everything otherwise.

        `asked` is a digest of what the verb was asked with, by which a repeat is told from another wish. `at`
        and `line` say what the verb will surely look at (a counter's ticket, the head of the line), so that it
        comes with the lock and not a round trip later.

        Raises `RequestReused`, and a `Trouble` when the database is away or busy: ask again with the same
        request id.
        """
        held, link, hall = self._claim(request, at, line)
        try:
            with named_errors():
                hall.begin(verb, asked)
                yield hall
                if hall.earlier is None and hall.finish(request):
                    link.commit()
                else:
                    link.rollback()
        except BaseException as error:
            self._give_up(held, link, broken=isinstance(error, DatabaseAway))
            raise
        self._connections.give_back(held)

    def _claim(self, request: str | None, at: CounterId | None, line: bool) -> tuple[Held, Link, Hall]:
        deadline = time.monotonic() + HOLD_PATIENCE
        fresh = False
        while True:
            try:
                return self._claim_once(request, at, line)
            except DatabaseAway:
                # connections in the pool die with the server; one try with a new one tells
                if fresh:
                    raise
                fresh = True
                self._connections.forget()
            except DatabaseBusy:
                if time.monotonic() >= deadline:
                    raise
                self._ease()

    def _ease(self) -> None:
        """Between two tries: wake whoever was stopped while holding the lock, then wait a moment."""
        logger.info("claim_retried office=%s", self.office)
        path = sqlite_path(self.url)
        if path is not None:
            wake_stopped_holder(path)
        time.sleep(random.uniform(0.01, 0.05))  # noqa: S311 - jitter, not a secret

    def _claim_once(self, request: str | None, at: CounterId | None, line: bool) -> tuple[Held, Link, Hall]:
        with named_errors():
            held = self._connections.take()
            link = self._connections.link(held)
            try:
                link.begin_writing()
                claimed = claims.claim_office(link, self.office)
                standing = link.send(dq.DESKS_AND_REQUEST, office=self.office, request=request)
                there = link.send(q.TICKET_AT, office=self.office, at_counter=at) if at is not None else None
                waiting = line_head(link, self.office) if line else None
                head = claimed.fetchone()
                if head is None:
                    raise OfficeMissing(office=self.office)
                fit_for(head[6])
                hall = Hall(link, self.office, rows.Head(*head), self._setup(link, head[5]))
                hall.take_desks(standing.fetchall())
                hall.read_ahead(
                    at=at,
                    there=None if there is None else there.fetchone(),
                    line=None if waiting is None else waiting.fetchall(),
                )
            except BaseException as error:
                self._give_up(held, link, broken=is_postgres_error(error))
                raise
        return held, link, hall

    def _give_up(self, held: Held, link: Link, *, broken: bool) -> None:
        """Roll back; a connection that cannot even do that is thrown away."""
        try:
            with named_errors():
                link.rollback()
        except WaitlineError:
            broken = True
        if broken:
            self._connections.throw_away(held)
        else:
            self._connections.give_back(held)

    # -- reading ------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self, *, with_setup: bool = True) -> Iterator[Look]:
        """One steady picture of the office, true at `look.seq`; never locks anybody out.

        Without `with_setup` the office's document, which may be damaged, is not read.
        """
        with named_errors():
            held = self._connections.take()
            link = self._connections.link(held)
            try:
                link.begin_reading()
                head = claims.read_head(link, self.office)
                if head is None:
                    raise OfficeMissing(office=self.office)
                fit_for(head[6])
                setup = self._setup(link, head[5]) if with_setup else NOT_SET_UP
                yield Look(link, self.office, rows.Head(*head), setup)
                link.rollback()
            except BaseException as error:
                self._give_up(held, link, broken=is_postgres_error(error))
                if is_postgres_error(error):
                    self._connections.forget()
                raise
            self._connections.give_back(held)

    def feed(self) -> Feed:
        """Wakes its one reader whenever something may have changed; carries nothing itself."""
        path = sqlite_path(self.url)
        if path is not None:
            return SqliteFeed(self._engine, path)
        return PostgresFeed(self._engine, self.office)

    def _setup(self, link: Link, version: int) -> OfficeSetup:
        known = self._setups.get(version)
        if known is None:
            row = link.one(q.SETUP, office=self.office, version=version)
            known = NOT_SET_UP if row is None else parse_office(row[0], f"{self.office}.toml")
            self._setups = {version: known}
        return known

    @property
    def engine(self) -> Any:
        """For the store's own modules: migrations, audit, set-up."""
        return self._engine
