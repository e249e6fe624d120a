"""One connection to the database: statements in, rows out."""

import re
from collections.abc import Callable, Hashable, Sequence
from functools import cache
from typing import Any

from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement

Row = tuple[Any, ...]

_PARTS_AT_MOST = 24
"""A closing day changes hundreds of rows; one statement of hundreds of parts takes longer to plan than to run."""


class Statement:
    """A SQLAlchemy Core statement, compiled once for each database and then run through the bare driver.

    Compiling on every run costs more than the statement itself; the text and its fixed parameters never change.
    """

    def __init__(
        self, element: ClauseElement | Callable[[Dialect], ClauseElement], *, sqlite_index: str | None = None
    ) -> None:
        """`element` may be made for the database that it runs on. `sqlite_index` names the partial index that
        SQLite must use: without statistics its planner may walk the whole table instead (Core's own hints are
        not rendered for SQLite)."""
        self._element = (lambda _dialect: element) if isinstance(element, ClauseElement) else element
        self._sqlite_index = sqlite_index
        self._compiled: dict[str, tuple[str, dict[str, Any]]] = {}

    def element(self, dialect: Dialect) -> ClauseElement:
        """The expression that is compiled."""
        return self._element(dialect)

    def on(self, dialect: Dialect) -> tuple[str, dict[str, Any]]:
        """SQL text and its fixed parameters."""
        known = self._compiled.get(dialect.name)
        if known is None:
            compiled = self.element(dialect).compile(dialect=dialect)
            fixed = {name: value for name, value in compiled.params.items() if value is not None}
            text = str(compiled)
            if self._sqlite_index is not None and dialect.name == "sqlite":
                text = re.sub(r"FROM (\w+)", rf"FROM \1 INDEXED BY {self._sqlite_index}", text, count=1)
            known = self._compiled[dialect.name] = (text, fixed)
        return known


class Link:
    """A driver connection in use by one thread. A pipeline is open on Postgres: only a fetch waits."""

    def __init__(self, connection: Any, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self.database = dialect.name
        self.is_sqlite = dialect.name == "sqlite"
        self._later: list[tuple[Statement, dict[str, Any], bool]] = []
        self._rows_later: set[Hashable] = set()

    def send(self, statement: Statement, /, **params: Any) -> Any:
        """Run it, after all that was left for later; the cursor's rows may not have come yet."""
        if self._later:
            self._catch_up()
        return self.now(statement, **params)

    def now(self, statement: Statement, /, **params: Any) -> Any:
        """Run it ahead of what was left for later, which does not depend on it."""
        text, fixed = statement.on(self._dialect)
        return self._execute(text, {**fixed, **params} if fixed else params)

    def _execute(self, text: str, params: dict[str, Any]) -> Any:
        if self.is_sqlite:
            return self._connection.execute(text, params)
        import psycopg  # noqa: PLC0415 - loaded by now, and only where the office is on Postgres

        numbered, names = _numbered(text)
        return psycopg.RawCursor(self._connection).execute(numbered, [params[name] for name in names])

    def begin_writing(self) -> None:
        """On SQLite this is the lock; on Postgres the transaction begins with its first statement."""
        if self.is_sqlite:
            self._connection.execute("BEGIN IMMEDIATE")

    def begin_reading(self) -> None:
        """One snapshot for all that follows."""
        if self.is_sqlite:
            self._connection.execute("BEGIN")
        else:
            self._connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    def commit(self) -> None:
        """Durable when this returns."""
        if self.is_sqlite:
            self._connection.execute("COMMIT")
        else:
            self._connection.commit()

    def rollback(self) -> None:
        if not self.is_sqlite:
            self._connection.rollback()
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def later(self, row: Hashable, statement: Statement, /, *, in_order: bool = False, **params: Any) -> None:
        """A write to `row` that can wait for the verb's end: on Postgres it travels with the others.

        Each message to Postgres costs more than its statement, so such writes become parts of one
        (`together`), which sees no row twice. `in_order` (an UPDATE) is done after those before it that were
        in order too. SQLite has no messages; there it is done at once.
        """
        if self.is_sqlite:
            text, fixed = statement.on(self._dialect)
            self._connection.execute(text, {**fixed, **params} if fixed else params)
            return
        if row in self._rows_later or len(self._later) >= _PARTS_AT_MOST:
            self._catch_up()
        self._rows_later.add(row)
        self._later.append((statement, params, in_order))

    def together(self, last: Statement, /, **params: Any) -> None:
        """Run what was left for later and `last` as one statement; parts touch different rows."""
        waiting, self._later = self._later, []
        parts = [*waiting, (last, params, False)]
        text = _joined(tuple((statement.on(self._dialect)[0], in_order) for statement, _, in_order in parts))
        merged: dict[str, Any] = {}
        for i, (statement, given, _) in enumerate(parts):
            merged |= {f"p{i}_{n}": v for n, v in (statement.on(self._dialect)[1] | given).items()}
        self._execute(text, merged)

    def _catch_up(self) -> None:
        waiting, self._later = self._later, []
        self._rows_later.clear()
        for statement, params, _ in waiting:
            self.now(statement, **params)

    def one(self, statement: Statement, /, **params: Any) -> Row | None:
        row: Row | None = self.send(statement, **params).fetchone()
        return row

    def all(self, statement: Statement, /, **params: Any) -> Sequence[Row]:
        rows: Sequence[Row] = self.send(statement, **params).fetchall()
        return rows


@cache
def _joined(texts: tuple[tuple[str, bool], ...]) -> str:
    """``WITH w0 AS (…), w1 AS (…) last``, each part's parameters under names of their own.

    Postgres runs the parts of one statement in no certain order. One that must come after another asks for
    the other's row, which only its having been done can give.
    """
    parts, before_it = [], None
    for i, (text, in_order) in enumerate(texts):
        part = text.replace("%(", f"%(p{i}_")
        if in_order:
            waits = f" AND EXISTS (SELECT 1 FROM w{before_it})"  # noqa: S608 - a number of our own counting
            part += "" if before_it is None else waits
            part += " RETURNING 1"
            before_it = i
        parts.append(part)
    before = ", ".join(f"w{i} AS ({text})" for i, text in enumerate(parts[:-1]))
    return f"WITH {before} {parts[-1]}" if before else parts[-1]


@cache
def _numbered(text: str) -> tuple[str, tuple[str, ...]]:
    """A statement with its parameters as the server counts them (``$1`` …), and their names in that order.

    Left to psycopg, named parameters are looked for again at every run of a statement of more than 4096
    characters or 50 parameters: a sixth of all that a call costs.
    """
    places: dict[str, int] = {}

    def place(found: re.Match[str]) -> str:
        return f"${places.setdefault(found[1], len(places) + 1)}"

    return re.sub(r"%\((\w+)\)s", place, text).replace("%%", "%"), tuple(places)


def channel(office: str) -> str:
    """The NOTIFY channel of an office."""
    return f"waitline_{office}"
