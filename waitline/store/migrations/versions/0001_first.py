"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "desk",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=True),
        sa.Column("deputy", sa.Text(), nullable=True),
        sa.Column("pause_reason", sa.Text(), nullable=True),
        sa.Column("pause_until", sa.BigInteger(), nullable=True),
        sa.Column("changed_seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("(state = 'PAUSED') = (pause_reason IS NOT NULL)", name="ck_desk_pause"),
        sa.CheckConstraint("pause_until IS NULL OR state = 'PAUSED'", name="ck_desk_pause_until"),
        sa.CheckConstraint("state = 'CLOSED' OR staff IS NOT NULL", name="ck_desk_staffed"),
        sa.CheckConstraint(
            "state = 'CLOSED' OR state = 'PAUSED' OR state = 'OPEN' OR state = 'READY'", name="ck_desk_state"
        ),
        sa.PrimaryKeyConstraint("office_id", "counter"),
        postgresql_with={"fillfactor": 50},
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ux_desk_staff",
        "desk",
        ["office_id", "staff"],
        unique=True,
        sqlite_where=sa.text("staff IS NOT NULL"),
        postgresql_where=sa.text("staff IS NOT NULL"),
    )
    op.create_table(
        "journal",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), nullable=True),
        sa.Column("counter", sa.Text(), nullable=True),
        sa.Column("staff", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("verb", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_journal_calls",
        "journal",
        ["office_id", "seq"],
        unique=False,
        sqlite_where=sa.text("(kind = 'TicketCalled' OR kind = 'TicketRecalled' OR kind = 'CallWithdrawn')"),
        postgresql_where=sa.text("(kind = 'TicketCalled' OR kind = 'TicketRecalled' OR kind = 'CallWithdrawn')"),
    )
    op.create_index(
        "ux_journal_request",
        "journal",
        ["office_id", "request_id"],
        unique=True,
        sqlite_where=sa.text("request_id IS NOT NULL"),
        postgresql_where=sa.text("request_id IS NOT NULL"),
    )
    op.create_table(
        "number_counter",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("lap", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "day", "series"),
        postgresql_with={"fillfactor": 50},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office_head",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("turned_at", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_seq", sa.BigInteger(), nullable=False),
        sa.Column("setup_seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("turned_at IS NULL OR turned_at <= last_at", name="ck_head_turned"),
        sa.PrimaryKeyConstraint("office_id"),
        postgresql_with={"fillfactor": 50},
    )
    op.create_table(
        "pin",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "staff"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "undo",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("images", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "counter"),
        postgresql_with={"fillfactor": 50},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office_setup",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("setup_seq", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_setup_office"),
        sa.PrimaryKeyConstraint("office_id", "setup_seq"),
    )
    op.create_table(
        "ticket",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lap", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("key_at", sa.BigInteger(), nullable=False),
        sa.Column("love_reason", sa.Text(), nullable=True),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=True),
        sa.Column("counter", sa.Text(), nullable=True),
        sa.Column("for_counter", sa.Text(), nullable=True),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("last_called_at", sa.BigInteger(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("errands", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("park_reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("prechecked", sa.Integer(), nullable=False),
        sa.Column("inaccurate", sa.Integer(), nullable=False),
        sa.Column("changed_seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(ended_at IS NOT NULL) = (state = 'DONE' OR state = 'CANCELLED' OR state = 'EXPIRED')",
            name="ck_ticket_ended",
        ),
        sa.CheckConstraint("(priority = 'appointment') = (slot IS NOT NULL)", name="ck_ticket_slot"),
        sa.CheckConstraint("begun_at IS NULL OR state IN ('SERVING', 'DONE')", name="ck_ticket_begun"),
        sa.CheckConstraint("due_at IS NULL OR state IN ('PARKED', 'NO_SHOW')", name="ck_ticket_due"),
        sa.CheckConstraint("love_reason IS NULL OR priority = 'love'", name="ck_ticket_love"),
        sa.CheckConstraint(
            "priority = 'ordinary' OR priority = 'love' OR priority = 'appointment'", name="ck_ticket_priority"
        ),
        sa.CheckConstraint("service IS NOT NULL OR priority = 'love'", name="ck_ticket_service"),
        sa.CheckConstraint("state <> 'SERVING' OR begun_at IS NOT NULL", name="ck_ticket_serving"),
        sa.CheckConstraint("state <> 'WAITING' OR counter IS NULL", name="ck_ticket_waiting"),
        sa.CheckConstraint(
            "state = 'WAITING' OR state = 'CALLED' OR state = 'SERVING' OR state = 'PARKED' OR state = 'NO_SHOW'"
            " OR state = 'DONE' OR state = 'CANCELLED' OR state = 'EXPIRED'",
            name="ck_ticket_state",
        ),
        sa.CheckConstraint(
            "(state <> 'CALLED' AND state <> 'SERVING' AND state <> 'NO_SHOW')"
            " OR (counter IS NOT NULL AND called_at IS NOT NULL)",
            name="ck_ticket_called",
        ),
        sa.CheckConstraint("(called_at IS NULL) = (calls = 0)", name="ck_ticket_calls"),
        sa.CheckConstraint("(called_at IS NULL) = (last_called_at IS NULL)", name="ck_ticket_last_call"),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_ticket_office"),
        sa.PrimaryKeyConstraint("office_id", "id"),
        sa.UniqueConstraint("office_id", "day", "series", "number", "lap", name="ux_ticket_number"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_ticket_aside",
        "ticket",
        ["office_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('PARKED', 'NO_SHOW')"),
        postgresql_where=sa.text("state IN ('PARKED', 'NO_SHOW')"),
    )
    op.create_index(
        "ix_ticket_waiting",
        "ticket",
        ["office_id", "key_at", "id", "service", "priority", "issued_at", "slot", "needs", "for_counter"],
        unique=False,
        sqlite_where=sa.text("state = 'WAITING'"),
        postgresql_where=sa.text("state = 'WAITING'"),
    )
    op.create_index(
        "ux_ticket_counter",
        "ticket",
        ["office_id", "counter"],
        unique=True,
        sqlite_where=sa.text("state IN ('CALLED', 'SERVING')"),
        postgresql_where=sa.text("state IN ('CALLED', 'SERVING')"),
    )
    op.create_table(
        "help_call",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ticket", sa.BigInteger(), nullable=True),
        sa.Column("ahead", sa.Integer(), nullable=True),
        sa.CheckConstraint("(answered_at IS NULL) = (answered_by IS NULL)", name="ck_help_answered"),
        sa.CheckConstraint("(ticket IS NULL) = (ahead IS NULL)", name="ck_help_ahead"),
        sa.CheckConstraint(
            "ticket IS NULL OR (answered_at IS NOT NULL AND ended_at IS NOT NULL)", name="ck_help_number"
        ),
        sa.ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_help_ticket"),
        sa.PrimaryKeyConstraint("office_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ux_help_open",
        "help_call",
        ["office_id", "place"],
        unique=True,
        sqlite_where=sa.text("answered_at IS NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL AND ended_at IS NULL"),
    )
    op.create_table(
        "device",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("health", sa.Text(), nullable=False),
        sa.Column("causes", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("health = 'well' OR health = 'trouble' OR health = 'unknown'", name="ck_device_health"),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_device_office"),
        sa.PrimaryKeyConstraint("office_id", "device"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staff_door",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("wrong_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(wrong_tries = 0) = (wrong_at IS NULL)", name="ck_door_wrong"),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_door_office"),
        sa.PrimaryKeyConstraint("office_id", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "errand",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.CheckConstraint("(finished_at IS NULL) = (outcome IS NULL)", name="ck_errand_finished"),
        sa.ForeignKeyConstraint(
            ["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_errand_ticket"
        ),
        sa.PrimaryKeyConstraint("office_id", "ticket", "n"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "print_job",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("queued_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "state = 'queued' OR state = 'sent' OR state = 'confirmed' OR state = 'failed'", name="ck_job_state"
        ),
        sa.ForeignKeyConstraint(["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_job_ticket"),
        sa.PrimaryKeyConstraint("office_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_job_open",
        "print_job",
        ["office_id", "printer", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('queued', 'sent')"),
        postgresql_where=sa.text("state IN ('queued', 'sent')"),
    )
