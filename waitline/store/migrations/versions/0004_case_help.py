"""Help with a case: what a clerk asked of whom, and the answer."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table more; nothing that was there changes."""
    op.create_table(
        "case_help",
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("team_since", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("team = 'review' OR team = 'supervisor'", name="ck_case_help_team"),
        sa.CheckConstraint(
            "answer IS NULL OR answer = 'message' OR answer = 'come' OR answer = 'take_over'",
            name="ck_case_help_answer",
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)",
            name="ck_case_help_answered",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "ticket"], ["ticket.office_id", "ticket.id"], name="fk_case_help_ticket"
        ),
        sa.PrimaryKeyConstraint("office_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ux_case_help_open",
        "case_help",
        ["office_id", "counter"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
