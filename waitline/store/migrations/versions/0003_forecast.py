"""Waits: what each visitor was told, and what past days teach."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables more; nothing that was there changes."""
    op.create_table(
        "forecast",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), nullable=False),
        sa.Column("reckoned", sa.BigInteger(), nullable=False),
        sa.Column("likely", sa.BigInteger(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=True),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.CheckConstraint("reckoned >= 0 AND likely >= 0", name="ck_forecast_length"),
        sa.CheckConstraint("(least IS NULL) = (most IS NULL)", name="ck_forecast_range"),
        sa.CheckConstraint("least IS NULL OR (least >= 0 AND least <= most)", name="ck_forecast_ends"),
        sa.ForeignKeyConstraint(
            ["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_forecast_ticket"
        ),
        sa.PrimaryKeyConstraint("office_id", "ticket"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "experience",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("lessons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office_head.office_id"], name="fk_experience_office"),
        sa.PrimaryKeyConstraint("office_id"),
        sqlite_with_rowid=False,
    )
