"""Waits: what each visitor was told, and what past days teach."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from .office_tables import WITHOUT_ROWID, metadata

forecast = Table(
    "forecast",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    Column("reckoned", BigInteger, nullable=False),
    Column("likely", BigInteger, nullable=False),
    Column("least", Integer),
    Column("most", Integer),
    PrimaryKeyConstraint("office_id", "ticket"),
    ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_forecast_ticket"),
    CheckConstraint("reckoned >= 0 AND likely >= 0", name="ck_forecast_length"),
    CheckConstraint("(least IS NULL) = (most IS NULL)", name="ck_forecast_range"),
    CheckConstraint("least IS NULL OR (least >= 0 AND least <= most)", name="ck_forecast_ends"),
    info=WITHOUT_ROWID,
)
"""The wait as it was reckoned (milliseconds) and announced (minutes) when the number was taken."""

experience = Table(
    "experience",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("days", Integer, nullable=False),
    Column("lessons", Text, nullable=False),
    PrimaryKeyConstraint("office_id"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_experience_office"),
    info=WITHOUT_ROWID,
)
"""What the days before `day` teach of durations and of errors; JSON, made anew from the tickets at any time."""
