"""The tables, as the newest migration leaves them. Instants are milliseconds since 1970 (`model.clock`)."""

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
    UniqueConstraint,
    text,
)

from . import back_line_tables, forecast_tables
from .help_tables import HELP_OPEN, help_call
from .office_tables import (
    CALLS,
    HALF_FULL,
    WITHOUT_ROWID,
    journal,
    metadata,
    office_head,
    office_setup,
    only,
)

__all__ = [
    "CALLS",
    "HELP_OPEN",
    "back_line_tables",
    "forecast_tables",
    "help_call",
    "journal",
    "metadata",
    "office_head",
    "office_setup",
]

SCHEMA_VERSION = "0004"

# Lists of more than two in a CHECK or an index condition are spelt as OR: SQLite builds a table in memory for an
# IN of three and more, at every write (5 µs; a ticket's row had four of them).

desk = Table(
    "desk",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("staff", Text),
    Column("deputy", Text),
    Column("pause_reason", Text),
    Column("pause_until", BigInteger),
    Column("changed_seq", BigInteger, nullable=False),
    PrimaryKeyConstraint("office_id", "counter"),
    CheckConstraint(
        "state = 'CLOSED' OR state = 'PAUSED' OR state = 'OPEN' OR state = 'READY'", name="ck_desk_state"
    ),
    CheckConstraint("state = 'CLOSED' OR staff IS NOT NULL", name="ck_desk_staffed"),
    CheckConstraint("(state = 'PAUSED') = (pause_reason IS NOT NULL)", name="ck_desk_pause"),
    CheckConstraint("pause_until IS NULL OR state = 'PAUSED'", name="ck_desk_pause_until"),
    Index(
        "ux_desk_staff",
        "office_id",
        "staff",
        unique=True,
        info=only(text("staff IS NOT NULL")),
    ),
    info=WITHOUT_ROWID | HALF_FULL,
)
"""A counter as it stands now; how it is set up is in the office's document."""

pin = Table(
    "pin",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("staff", Text, nullable=False),
    Column("pin_hash", Text),
    Column("failures", Integer, nullable=False),
    Column("locked_until", BigInteger),
    PrimaryKeyConstraint("office_id", "staff"),
    info=WITHOUT_ROWID,
)

staff_door = Table(
    "staff_door",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("wrong_tries", Integer, nullable=False),
    Column("wrong_at", BigInteger),
    PrimaryKeyConstraint("office_id", "place"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_door_office"),
    CheckConstraint("(wrong_tries = 0) = (wrong_at IS NULL)", name="ck_door_wrong"),
    info=WITHOUT_ROWID,
)
"""Wrong PINs at a kiosk's staff panel; those at the counters are in `pin`."""

number_counter = Table(
    "number_counter",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("last_number", Integer, nullable=False),
    Column("lap", Integer, nullable=False),
    PrimaryKeyConstraint("office_id", "day", "series"),
    info=WITHOUT_ROWID | HALF_FULL,
)

WAITING = text("state = 'WAITING'")
AT_COUNTER = text("state IN ('CALLED', 'SERVING')")
SET_ASIDE = text("state IN ('PARKED', 'NO_SHOW')")

ticket = Table(
    "ticket",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("day", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("lap", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("service", Text),
    Column("priority", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("key_at", BigInteger, nullable=False),
    Column("love_reason", Text),
    Column("needs", Text, nullable=False),
    Column("slot", BigInteger),
    Column("counter", Text),
    Column("for_counter", Text),
    Column("called_at", BigInteger),
    Column("last_called_at", BigInteger),
    Column("calls", Integer, nullable=False),
    Column("begun_at", BigInteger),
    Column("ended_at", BigInteger),
    Column("errands", Integer, nullable=False),
    Column("due_at", BigInteger),
    Column("park_reason", Text),
    Column("note", Text),
    Column("prechecked", Integer, nullable=False),
    Column("inaccurate", Integer, nullable=False),
    Column("changed_seq", BigInteger, nullable=False),
    PrimaryKeyConstraint("office_id", "id"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_ticket_office"),
    UniqueConstraint("office_id", "day", "series", "number", "lap", name="ux_ticket_number"),
    CheckConstraint(
        "state = 'WAITING' OR state = 'CALLED' OR state = 'SERVING' OR state = 'PARKED' OR state = 'NO_SHOW'"
        " OR state = 'DONE' OR state = 'CANCELLED' OR state = 'EXPIRED'",
        name="ck_ticket_state",
    ),
    CheckConstraint(
        "priority = 'ordinary' OR priority = 'love' OR priority = 'appointment'", name="ck_ticket_priority"
    ),
    CheckConstraint("(priority = 'appointment') = (slot IS NOT NULL)", name="ck_ticket_slot"),
    CheckConstraint("service IS NOT NULL OR priority = 'love'", name="ck_ticket_service"),
    CheckConstraint("love_reason IS NULL OR priority = 'love'", name="ck_ticket_love"),
    CheckConstraint("state <> 'WAITING' OR counter IS NULL", name="ck_ticket_waiting"),
    CheckConstraint(
        "(state <> 'CALLED' AND state <> 'SERVING' AND state <> 'NO_SHOW')"
        " OR (counter IS NOT NULL AND called_at IS NOT NULL)",
        name="ck_ticket_called",
    ),
    CheckConstraint("(called_at IS NULL) = (calls = 0)", name="ck_ticket_calls"),
    CheckConstraint("(called_at IS NULL) = (last_called_at IS NULL)", name="ck_ticket_last_call"),
    CheckConstraint("state <> 'SERVING' OR begun_at IS NOT NULL", name="ck_ticket_serving"),
    CheckConstraint("begun_at IS NULL OR state IN ('SERVING', 'DONE')", name="ck_ticket_begun"),
    CheckConstraint(
        "(ended_at IS NOT NULL) = (state = 'DONE' OR state = 'CANCELLED' OR state = 'EXPIRED')",
        name="ck_ticket_ended",
    ),
    CheckConstraint("due_at IS NULL OR state IN ('PARKED', 'NO_SHOW')", name="ck_ticket_due"),
    Index(
        "ix_ticket_waiting",
        *("office_id", "key_at", "id", "service", "priority", "issued_at", "slot", "needs", "for_counter"),
        info=only(WAITING),
    ),
    Index(
        "ux_ticket_counter",
        "office_id",
        "counter",
        unique=True,
        info=only(AT_COUNTER),
    ),
    Index("ix_ticket_aside", "office_id", "due_at", info=only(SET_ASIDE)),
    info=WITHOUT_ROWID,
)

errand = Table(
    "errand",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    Column("n", Integer, nullable=False),
    Column("service", Text),
    Column("counter", Text, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("finished_at", BigInteger),
    Column("outcome", Text),
    PrimaryKeyConstraint("office_id", "ticket", "n"),
    ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_errand_ticket"),
    CheckConstraint("(finished_at IS NULL) = (outcome IS NULL)", name="ck_errand_finished"),
    info=WITHOUT_ROWID,
)

undo = Table(
    "undo",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("staff", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("images", Text, nullable=False),
    PrimaryKeyConstraint("office_id", "counter"),
    info=WITHOUT_ROWID | HALF_FULL,
)
"""The last action at each counter, with what it changed as it was before (JSON)."""

JOB_OPEN = text("state IN ('queued', 'sent')")

print_job = Table(
    "print_job",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("printer", Text, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    Column("ahead", Integer, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("detail", Text),
    Column("queued_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("office_id", "id"),
    ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_job_ticket"),
    CheckConstraint(
        "state = 'queued' OR state = 'sent' OR state = 'confirmed' OR state = 'failed'", name="ck_job_state"
    ),
    Index(
        "ix_job_open",
        "office_id",
        "printer",
        "id",
        info=only(JOB_OPEN),
    ),
    info=WITHOUT_ROWID,
)

device = Table(
    "device",
    metadata,
    Column("office_id", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("health", Text, nullable=False),
    Column("causes", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
    PrimaryKeyConstraint("office_id", "device"),
    ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_device_office"),
    CheckConstraint("health = 'well' OR health = 'trouble' OR health = 'unknown'", name="ck_device_health"),
    info=WITHOUT_ROWID,
)
"""How each device was when it was last told of."""
