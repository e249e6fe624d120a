"""Calls for help: a visitor's at a kiosk, and a clerk's about a case."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from .office_tables import WITHOUT_ROWID, metadata, only

HELP_OPEN = text("answered_at IS NULL AND ended_at IS NULL")

help_call = Table(
    "help_call",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("place", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("answered_at", BigInteger),
    Column("answered_by", Text),
    Column("ended_at", BigInteger),
    Column("ticket", BigInteger),
    Column("ahead", Integer),
    PrimaryKeyConstraint("office_id", "id"),
    ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_help_ticket"),
    CheckConstraint("(answered_at IS NULL) = (answered_by IS NULL)", name="ck_help_answered"),
    CheckConstraint("(ticket IS NULL) = (ahead IS NULL)", name="ck_help_ahead"),
    CheckConstraint("ticket IS NULL OR (answered_at IS NOT NULL AND ended_at IS NOT NULL)", name="ck_help_number"),
    Index(
        "ux_help_open",
        "office_id",
        "place",
        unique=True,
        info=only(HELP_OPEN),
    ),
    info=WITHOUT_ROWID,
)
"""A visitor's call for a person; a place has one unanswered call at most."""

CASE_HELP_OPEN = text("ended_at IS NULL")

case_help = Table(
    "case_help",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    Column("counter", Text, nullable=False),
    Column("staff", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("team_since", BigInteger, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("question", Text),
    Column("answer", Text),
    Column("answered_by", Text),
    Column("answered_at", BigInteger),
    Column("message", Text),
    Column("ended_at", BigInteger),
    PrimaryKeyConstraint("office_id", "id"),
    ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_case_help_ticket"),
    CheckConstraint("team = 'review' OR team = 'supervisor'", name="ck_case_help_team"),
    CheckConstraint(
        "answer IS NULL OR answer = 'message' OR answer = 'come' OR answer = 'take_over'",
        name="ck_case_help_answer",
    ),
    CheckConstraint(
        "(answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)",
        name="ck_case_help_answered",
    ),
    Index(
        "ux_case_help_open",
        "office_id",
        "counter",
        unique=True,
        info=only(CASE_HELP_OPEN),
    ),
    info=WITHOUT_ROWID,
)
"""What a clerk asked of whom about a case; a counter has one question at most that is not over."""
