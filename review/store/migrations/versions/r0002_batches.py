"""Batches, archives and settings of the office."""

import sqlalchemy as sa
from alembic import op

from review.store import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "batches",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("total", types.Money(), nullable=False),
        sa.Column("payable", types.Money(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("signed_at", types.UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_batches")),
    )
    op.create_index(op.f("ix_batches_state"), "batches", ["state"], unique=False)
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "archives",
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_archives_claim")),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_archives")),
    )
    op.create_table(
        "batch_claims",
        sa.Column("batch", sa.String(length=20), nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("excluded", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["batches.number"], name=op.f("fk_batch_claims_batch")),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_batch_claims_claim")),
        sa.PrimaryKeyConstraint("batch", "claim", name=op.f("pk_batch_claims")),
    )
