"""The office itself: its head row, its set-up, its journal. The other tables are in `tables`."""

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TextClause,
    text,
)

metadata = MetaData()

# What one database alone has is kept as `info` and given to Core by `schema.whole`: Core would load the libraries
# of both databases for it, and a program at work needs one.
WITHOUT_ROWID: Final[dict[str, Any]] = {"sqlite_with_rowid": False}
HALF_FULL: Final[dict[str, Any]] = {"postgresql_with": {"fillfactor": 50}}


def only(condition: TextClause) -> dict[str, Any]:
    """For an index of those rows only."""
    return {"sqlite_where": condition, "postgresql_where": condition}


office_head = Table(
    "office_head",
    metadata,
    Column("office_id", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("turned_at", BigInteger),
    Column("day", Text),
    Column("day_seq", BigInteger, nullable=False),
    Column("setup_seq", BigInteger, nullable=False),
    CheckConstraint("turned_at IS NULL OR turned_at <= last_at", name="ck_head_turned"),
    info=HALF_FULL,
)
"""One row an office: the lock of every verb, the end of the journal, and the office's clock."""

office_setup = Table(
    "office_setup",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("setup_seq", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("office_id", "setup_seq"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_setup_office"),
)

CALLS = text("(kind = 'TicketCalled' OR kind = 'TicketRecalled' OR kind = 'CallWithdrawn')")

journal = Table(
    "journal",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("ticket", BigInteger),
    Column("counter", Text),
    Column("staff", Text),
    Column("data", Text, nullable=False),
    Column("request_id", Text),
    Column("verb", Text),
    Column("result", Text),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("office_id", "seq"),
    Index(
        "ux_journal_request",
        "office_id",
        "request_id",
        unique=True,
        info=only(text("request_id IS NOT NULL")),
    ),
    Index("ix_journal_calls", "office_id", "seq", info=only(CALLS)),
    info=WITHOUT_ROWID,
)
