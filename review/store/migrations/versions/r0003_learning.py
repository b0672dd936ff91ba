"""Flaws with places, electronic originals, other readings, layouts, and what the office lets the desk learn."""

import sqlalchemy as sa
from alembic import op

from review.store import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables; remarks on quality become flaws without a place."""
    op.execute("ALTER TABLE pages RENAME COLUMN quality TO flaws")
    _place_remarks()
    op.add_column("pages", sa.Column("origin", sa.String(length=10), server_default="scan", nullable=False))
    op.add_column("documents", sa.Column("layout", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("values", sa.Column("others", sa.JSON(), server_default="[]", nullable=False))
    _create_layers()
    _create_corrections()
    _create_layouts()


def _place_remarks() -> None:
    pages = sa.table("pages", sa.column("id", sa.BigInteger()), sa.column("flaws", sa.JSON()))
    connection = op.get_bind()
    for page_id, remarks in connection.execute(sa.select(pages.c.id, pages.c.flaws)).all():
        if remarks:
            flaws = [{"code": "unknown", "said": said, "boxes": []} for said in remarks]
            connection.execute(sa.update(pages).where(pages.c.id == page_id).values(flaws=flaws))


def _create_layers() -> None:
    op.create_table(
        "page_layers",
        sa.Column("page_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_page_layers_page_id")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_page_layers")),
    )


def _create_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("value_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("page_id", sa.BigInteger(), nullable=False),
        sa.Column("box", sa.JSON(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("of_line", sa.Boolean(), nullable=False),
        sa.Column("read", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_corrections_claim")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_corrections_page_id")),
        sa.ForeignKeyConstraint(["value_id"], ["values.id"], name=op.f("fk_corrections_value_id")),
        sa.PrimaryKeyConstraint("value_id", name=op.f("pk_corrections")),
    )
    op.create_index(op.f("ix_corrections_claim"), "corrections", ["claim"], unique=False)


def _create_layouts() -> None:
    op.create_table(
        "known_layouts",
        sa.Column("institution", sa.Text(), nullable=False),
        sa.Column("headings", sa.Text(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("revoked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_known_layouts_claim")),
        sa.PrimaryKeyConstraint("institution", "headings", name=op.f("pk_known_layouts")),
    )
    op.create_index(op.f("ix_known_layouts_claim"), "known_layouts", ["claim"], unique=False)
