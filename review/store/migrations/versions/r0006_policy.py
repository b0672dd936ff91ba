"""What policy asks of a claim beyond the first terms: dated groups, years of insurance, disease, package, more sums.

And beside the claims: an office's versions of packs, adjustments of paid claims, imports of the year's sums, and what
each settled claim added to them, filled from the claims that are there.
"""

from datetime import timedelta, timezone
from typing import Any

import sqlalchemy as sa
from alembic import op

from review.accumulators.standing import added_by
from review.store import types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_YEAR = ("stays", "deductible", "basic_fund", "serious_illness_base", "serious_illness_fund")
_FIGURES = (*_YEAR, "medical_aid_base", "medical_aid_fund", "source")
_FIXED = ("second_review", "batched", "signed", "paying", "paid", "archived", "payment_failed")
_COUNTS = ("rows", "left_out", "people")
_TYPED: sa.ColumnClause[Any] = sa.column("year_typed", sa.JSON())
_CHINA = timezone(timedelta(hours=8))


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
    for create in (_create_versions, _create_adjustments, _create_standings, _create_contributions):
        create()
    for fill in (_fill_typed, _fill_contributions):
        fill(op.get_bind())


def _create_versions() -> None:
    texts = ("reason", "remark", "proposed_by", "approved_by", "withdrawn_by", "recalculated")
    times = ("proposed_at", "approved_at", "withdrawn_at")
    op.create_table(
        "policy_versions",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("revision", "base")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("pack", "label", "title", "base_label", *texts)),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("created_at", types.UtcTime(), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        *(sa.Column(name, types.UtcTime(), nullable=True) for name in times),
        sa.Column("tree", sa.JSON(), nullable=False),
        sa.Column("recalculation", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_versions")),
    )
    op.create_index(op.f("ix_policy_versions_pack"), "policy_versions", ["pack"], unique=False)


def _create_adjustments() -> None:
    accounts = ("account_holder", "account_number", "account_bank")
    texts = ("reason", *accounts, "order", "reference", "remark", "audited_by", "sent_by", "settled_by")
    op.create_table(
        "adjustments",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        *(sa.Column(name, sa.String(length=40), nullable=False) for name in ("kind", "state")),
        *(sa.Column(name, types.Money(), nullable=False) for name in ("amount", "paid", "anew")),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("funds", "year", "grounds", "authors")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("drafted_at", types.UtcTime(), nullable=False),
        *(sa.Column(name, types.UtcTime(), nullable=True) for name in ("audited_at", "sent_at", "settled_at")),
        sa.Column("settlement", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_adjustments_claim")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_adjustments")),
    )
    for name, columns in (("claim", ["claim"]), ("order", ["order"]), ("state_number", ["state", "number"])):
        op.create_index(op.f(f"ix_adjustments_{name}"), "adjustments", columns, unique=False)


def _create_standings() -> None:
    op.create_table(
        "standing_batches",
        *(sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=False) for name in ("number", *_COUNTS)),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("includes_own", sa.Boolean(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("withdrawn_at", types.UtcTime(), nullable=True),
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in ("withdrawn_by", "reason")),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_standing_batches")),
    )
    op.create_index(op.f("ix_standing_batches_sha256"), "standing_batches", ["sha256"], unique=False)
    op.create_table(
        "standings",
        sa.Column("id_number", sa.String(length=18), nullable=False),
        sa.Column("year", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("scheme", sa.String(length=40), nullable=False),
        sa.Column("batch", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["standing_batches.number"], name=op.f("fk_standings_batch")),
        sa.PrimaryKeyConstraint("id_number", "year", "scheme", "batch", name=op.f("pk_standings")),
    )
    op.create_index(op.f("ix_standings_batch"), "standings", ["batch"], unique=False)


def _create_contributions() -> None:
    op.create_table(
        "contributions",
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("scheme", sa.String(length=40), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_contributions_claim")),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_contributions")),
    )
    columns = ["id_number", "year", "scheme"]
    op.create_index(op.f("ix_contributions_id_number_year_scheme"), "contributions", columns, unique=False)


def _fill_typed(connection: sa.Connection) -> None:
    """Until now every figure of the year was typed."""
    claims = sa.table("claims", *(sa.column(f"year_{name}") for name in _FIGURES), sa.column("number"), _TYPED)
    rows = connection.execute(sa.select(claims.c.number, *(claims.c[f"year_{name}"] for name in _FIGURES)))
    typed = [
        (number, sorted(name for name, said in zip(_FIGURES, told, strict=True) if said)) for number, *told in rows
    ]
    changed = sa.update(claims).where(claims.c.number == sa.bindparam("claim")).values(year_typed=sa.bindparam("said"))
    if told := [{"claim": number, "said": said} for number, said in typed if said]:
        connection.execute(changed, told)


def _fill_contributions(connection: sa.Connection) -> None:
    """What each claim with a fixed settlement added, in the order of the last first approvals."""
    chosen = sa.text(
        "SELECT c.number, c.insured_id_number, c.insured_scheme, c.state, c.settlement, c.care_discharged,"
        " c.care_admitted, b.signed_at, (SELECT MAX(j.sequence) FROM journal j WHERE j.subject = c.number"
        " AND j.action = 'approve_first') AS place FROM claims c LEFT JOIN batches b ON b.number = c.batch"
        " WHERE c.settlement IS NOT NULL AND c.state IN :states"
    ).bindparams(sa.bindparam("states", expanding=True))
    typed = chosen.columns(
        settlement=sa.JSON(), care_discharged=types.Day(), care_admitted=types.Day(), signed_at=types.UtcTime()
    )
    found = connection.execute(typed, {"states": _FIXED}).mappings()
    rows = [row for row in map(_contribution, found) if row]
    if rows:
        table = sa.Table("contributions", sa.MetaData(), autoload_with=connection)
        connection.execute(sa.insert(table), rows)


def _contribution(row: Any) -> dict[str, Any] | None:
    care = row["care_discharged"] or row["care_admitted"]
    if care is None or not row["insured_id_number"]:
        return None
    waits = row["state"] in {"second_review", "batched"} or row["signed_at"] is None
    return {
        "claim": row["number"],
        "id_number": row["insured_id_number"],
        "year": care.year,
        "scheme": row["insured_scheme"],
        "place": row["place"] or 0,
        "day": None if waits else row["signed_at"].astimezone(_CHINA).date(),
        "figures": [[name, str(amount)] for name, amount in added_by(row["settlement"])],
    }
