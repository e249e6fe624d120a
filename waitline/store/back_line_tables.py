"""Back-line support: how full the hall has been, who is on stand-by, who was asked to come."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from .office_tables import WITHOUT_ROWID, metadata, only

SUMMONS_OPEN = text("ended_at IS NULL")

back_line = Table(
    "back_line",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("filled_at", BigInteger),
    Column("quiet_at", BigInteger),
    Column("summoned_at", BigInteger),
    Column("looked_at", BigInteger),
    PrimaryKeyConstraint("office_id"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_back_line_office"),
    info=WITHOUT_ROWID,
)
"""What the rule remembers of how full the hall has been; one row an office."""

stand_by = Table(
    "stand_by",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("staff", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
    PrimaryKeyConstraint("office_id", "staff"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_stand_by_office"),
    info=WITHOUT_ROWID,
)
"""Who of the back line may be asked now."""

summons = Table(
    "summons",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("counter", Text, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("wanted_by", Text),
    Column("reason", Text),
    Column("asked", Text),
    Column("asked_at", BigInteger),
    Column("tried", Text, nullable=False),
    Column("staff", Text),
    Column("accepted_at", BigInteger),
    Column("arrived_at", BigInteger),
    Column("released_at", BigInteger),
    Column("ended_at", BigInteger),
    PrimaryKeyConstraint("office_id", "id"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_summons_office"),
    CheckConstraint("(wanted_by IS NULL) = (reason IS NULL)", name="ck_summons_wanted"),
    CheckConstraint("(staff IS NULL) = (accepted_at IS NULL)", name="ck_summons_accepted"),
    CheckConstraint("staff IS NULL OR asked IS NULL", name="ck_summons_asked"),
    CheckConstraint("arrived_at IS NULL OR accepted_at IS NOT NULL", name="ck_summons_arrived"),
    CheckConstraint("released_at IS NULL OR arrived_at IS NOT NULL", name="ck_summons_released"),
    Index(
        "ux_summons_counter",
        "office_id",
        "counter",
        unique=True,
        info=only(SUMMONS_OPEN),
    ),
    info=WITHOUT_ROWID,
)
"""Each time the back line was asked to come; a counter has one open summons at most."""
