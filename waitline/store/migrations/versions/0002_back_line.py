"""Back-line support: the watch over the hall, who stands by, every summons."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables more; nothing that was there changes."""
    op.create_table(
        "back_line",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("filled_at", sa.BigInteger(), nullable=True),
        sa.Column("quiet_at", sa.BigInteger(), nullable=True),
        sa.Column("summoned_at", sa.BigInteger(), nullable=True),
        sa.Column("looked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_back_line_office"),
        sa.PrimaryKeyConstraint("office_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stand_by",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_stand_by_office"),
        sa.PrimaryKeyConstraint("office_id", "staff"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "summons",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("wanted_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=True),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("arrived_at", sa.BigInteger(), nullable=True),
        sa.Column("released_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(wanted_by IS NULL) = (reason IS NULL)", name="ck_summons_wanted"),
        sa.CheckConstraint("(staff IS NULL) = (accepted_at IS NULL)", name="ck_summons_accepted"),
        sa.CheckConstraint("staff IS NULL OR asked IS NULL", name="ck_summons_asked"),
        sa.CheckConstraint("arrived_at IS NULL OR accepted_at IS NOT NULL", name="ck_summons_arrived"),
        sa.CheckConstraint("released_at IS NULL OR arrived_at IS NOT NULL", name="ck_summons_released"),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_summons_office"),
        sa.PrimaryKeyConstraint("office_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ux_summons_counter",
        "summons",
        ["office_id", "counter"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
