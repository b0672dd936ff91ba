"""Editions of the office's own with their entries, remembered columns, choices of clerks, and why an entry stands."""

import sqlalchemy as sa
from alembic import op

from review.store import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables; what lines were matched with stays."""
    op.add_column("lines", sa.Column("match_note", sa.Text(), server_default="", nullable=False))
    op.add_column("lines", sa.Column("choice_id", sa.BigInteger(), server_default="0", nullable=False))
    _create_editions()
    _create_entries()
    _create_edition_changes()
    _create_mappings()
    _create_choices()


def _create_editions() -> None:
    op.create_table(
        "catalogue_editions",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("effective_until", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_editions")),
    )
    op.create_index(op.f("ix_catalogue_editions_sha256"), "catalogue_editions", ["sha256"], unique=False)


def _create_entries() -> None:
    texts = ("official_no", "name", "dosage_form", "section", "category", "remark", "payment_standard")
    more = ("unit", "code", "spec", "brand", "maker", "agreement", "includes", "listed_name", "listed_form", "initials")
    op.create_table(
        "catalogue_entries",
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("payment_class", sa.String(length=40), nullable=False),
        sa.Column("price_limit", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in more),
        sa.ForeignKeyConstraint(["edition"], ["catalogue_editions.id"], name=op.f("fk_catalogue_entries_edition")),
        sa.PrimaryKeyConstraint("edition", "position", name=op.f("pk_catalogue_entries")),
    )
    op.create_index(op.f("ix_catalogue_entries_edition_key"), "catalogue_entries", ["edition", "key"], unique=True)


def _create_edition_changes() -> None:
    op.create_table(
        "edition_changes",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("effective_until", sa.Date(), nullable=True),
        sa.Column("withdrawn", sa.Text(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_changes")),
    )


def _create_mappings() -> None:
    op.create_table(
        "catalogue_mappings",
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("signature", name=op.f("pk_catalogue_mappings")),
    )


def _create_choices() -> None:
    texts = ("hospital", "signature", "name", "spec", "unit", "code", "entry_id", "person", "reason")
    op.create_table(
        "choices",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("approved_at", types.UtcTime(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("ended_at", types.UtcTime(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_choices_claim")),
        sa.ForeignKeyConstraint(["line_id"], ["lines.id"], name=op.f("fk_choices_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choices")),
    )
    op.create_index(op.f("ix_choices_claim"), "choices", ["claim"], unique=False)
    op.create_index(op.f("ix_choices_signature_hospital"), "choices", ["signature", "hospital"], unique=False)
