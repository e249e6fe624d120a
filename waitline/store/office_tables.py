"""The office itself: its head row, its set-up, its journal. The other tables are in `tables`."""

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
    text,
)

metadata = MetaData()

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
    postgresql_with={"fillfactor": 50},
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
        sqlite_where=text("request_id IS NOT NULL"),
        postgresql_where=text("request_id IS NOT NULL"),
    ),
    Index("ix_journal_calls", "office_id", "seq", sqlite_where=CALLS, postgresql_where=CALLS),
    sqlite_with_rowid=False,
)
