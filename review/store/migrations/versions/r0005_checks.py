"""What checks see of papers: custody, seals, signs of change, likeness; filing day, outcome and agent of a claim."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; nobody has said anything of the papers that are there."""
    op.add_column("claims", sa.Column("insured_agent", sa.Text(), server_default="", nullable=False))
    op.add_column("claims", sa.Column("care_outcome", sa.Text(), server_default="", nullable=False))
    op.add_column("claims", sa.Column("care_filed_on", sa.Date(), nullable=True))
    op.add_column("pages", sa.Column("anomalies", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("pages", sa.Column("likeness", sa.Text(), server_default="", nullable=False))
    op.add_column("documents", sa.Column("custody", sa.String(length=40), server_default="unstated", nullable=False))
    op.add_column("documents", sa.Column("sealed", sa.Boolean(), nullable=True))
