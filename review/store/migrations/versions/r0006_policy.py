"""What policy asks of a claim beyond the first terms: dated groups, years of insurance, disease, package, more sums."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from review.store import types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _columns() -> tuple[sa.Column[Any], ...]:
    text = ("care_disease", "care_package")
    counts = ("insured_insured_years", "insured_claim_free_years")
    lists = ("insured_statuses", "year_accounts", "year_typed")
    return (
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in text),
        *(sa.Column(name, sa.BigInteger(), server_default="0", nullable=False) for name in counts),
        *(sa.Column(name, sa.JSON(), server_default="[]", nullable=False) for name in lists),
        sa.Column("care_third_party", types.Money(), server_default="0", nullable=False),
    )


def upgrade() -> None:
    """Add the columns; nobody has said anything of the claims that are there."""
    for column in _columns():
        op.add_column("claims", column)
