"""What checks see of papers: custody, seals, signs of change, likeness; filing day, outcome and agent of a claim.

And the look-ups they rest on, filled from the claims that are there: receipts, illnesses and prices.
"""

import json
from collections import Counter, defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

from review.store import heads, types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_INVOICE = "pharmacy_invoice"
_REVIEWED = ("second_review", "batched", "signed", "paying", "paid", "archived", "payment_failed")


def upgrade() -> None:
    """Add the columns and tables; nobody has said anything of the papers that are there."""
    op.add_column("claims", sa.Column("insured_agent", sa.Text(), server_default="", nullable=False))
    op.add_column("claims", sa.Column("care_outcome", sa.Text(), server_default="", nullable=False))
    op.add_column("claims", sa.Column("care_filed_on", sa.Date(), nullable=True))
    op.create_index(op.f("ix_claims_account_number"), "claims", ["account_number"], unique=False)
    op.add_column("pages", sa.Column("anomalies", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("pages", sa.Column("likeness", sa.Text(), server_default="", nullable=False))
    op.add_column("documents", sa.Column("custody", sa.String(length=40), server_default="unstated", nullable=False))
    op.add_column("documents", sa.Column("sealed", sa.Boolean(), nullable=True))
    op.add_column("summaries", sa.Column("illness", sa.Text(), server_default="", nullable=False))
    op.create_index(op.f("ix_summaries_illness"), "summaries", ["illness"], unique=False)
    op.drop_index("ix_values_receipt_numbers", table_name="values")
    for create in (_create_receipts, _create_likeness, _create_prices, _create_hits, _create_answers, _create_rules):
        create()
    for fill in (_fill_receipts, _fill_illnesses, _fill_prices):
        fill(op.get_bind())


def _create_receipts() -> None:
    texts = ("invoice_code", "invoice_number", "code_key", "number_key", "stay_key")
    more = ("check_code", "payer", "institution", "stay_number")
    op.create_table(
        "seen_receipts",
        sa.Column("document_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("serial", sa.BigInteger(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in more),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("total", types.Money(), nullable=True),
        sa.Column("electronic", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_seen_receipts_claim")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_seen_receipts_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_seen_receipts")),
    )
    for name, columns in (
        ("claim", ["claim"]),
        ("number_key", ["number_key"]),
        ("stay_key", ["stay_key"]),
        ("code_key_serial", ["code_key", "serial"]),
        ("total_day", ["total", "day"]),
    ):
        op.create_index(op.f(f"ix_seen_receipts_{name}"), "seen_receipts", columns, unique=False)


def _create_likeness() -> None:
    bands = [f"band{number}" for number in range(4)]
    op.create_table(
        "page_likeness",
        sa.Column("page_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("likeness", sa.String(length=16), nullable=False),
        *(sa.Column(band, sa.BigInteger(), nullable=False) for band in bands),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_page_likeness_page_id")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_page_likeness")),
    )
    for band in bands:
        op.create_index(op.f(f"ix_page_likeness_{band}"), "page_likeness", [band], unique=False)


def _create_prices() -> None:
    op.create_table(
        "price_counts",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("price", sa.String(length=30), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("article", "price", name=op.f("pk_price_counts")),
    )


def _create_hits() -> None:
    op.create_table(
        "rule_hits",
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("excluded", types.Money(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_rule_hits_claim")),
        sa.PrimaryKeyConstraint("claim", "subject", "rule", name=op.f("pk_rule_hits")),
    )


def _create_answers() -> None:
    op.create_table(
        "verifications",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("invoice_code", "invoice_number", "total")),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("times", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("page_id", sa.BigInteger(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_verifications_claim")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_verifications_document_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_verifications_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verifications")),
    )
    op.create_index(op.f("ix_verifications_claim"), "verifications", ["claim"], unique=False)
    op.create_table(
        "watch_answers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_answers")),
    )


def _create_rules() -> None:
    op.create_table(
        "rule_batches",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("loaded", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_batches")),
    )
    op.create_index(op.f("ix_rule_batches_sha256"), "rule_batches", ["sha256"], unique=False)
    op.create_table(
        "rules",
        sa.Column("batch", sa.String(length=60), nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["rule_batches.id"], name=op.f("fk_rules_batch")),
        sa.PrimaryKeyConstraint("batch", "position", name=op.f("pk_rules")),
    )
    op.create_table(
        "rule_withdrawals",
        sa.Column("batch", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch", name=op.f("pk_rule_withdrawals")),
    )


def _fill_receipts(connection: sa.Connection) -> None:
    """A head for each receipt in force."""
    found: dict[tuple[int, str, str, str], dict[str, str]] = defaultdict(dict)
    chosen = sa.text(
        "SELECT d.id, d.claim, d.kind, c.care_hospital, v.key, v.value FROM documents d"
        " JOIN claims c ON c.number = d.claim"
        ' JOIN "values" v ON v.document_id = d.id AND v.line_id IS NULL AND NOT v.gone'
        " WHERE NOT d.gone AND d.kind IN ('inpatient_receipt', 'outpatient_receipt', 'pharmacy_invoice')"
    )
    for *head, key, value in connection.execute(chosen):
        found[tuple(head)][key] = value
    rows = [
        {"document_id": document, "claim": claim, **heads.receipt_head(cells, hospital, invoice=kind == _INVOICE)}
        for (document, claim, kind, hospital), cells in found.items()
    ]
    if rows:
        connection.execute(sa.insert(_reflected("seen_receipts", day=types.Day(), total=types.Money())), rows)


def _fill_illnesses(connection: sa.Connection) -> None:
    """The principal diagnosis of each claim."""
    claims, summaries = sa.table("claims", sa.column("number"), sa.column("care_diagnoses")), _reflected("summaries")
    rows = [
        {"number": number, "illness_": heads.illness(told if isinstance(told, list) else json.loads(told or "[]"))}
        for number, told in connection.execute(sa.select(claims.c.number, claims.c.care_diagnoses))
    ]
    if rows:
        changed = sa.update(summaries).where(summaries.c.claim == sa.bindparam("number"))
        connection.execute(changed.values(illness=sa.bindparam("illness_")), rows)


def _fill_prices(connection: sa.Connection) -> None:
    """How often each article was had at each price in claims that passed their first review."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    chosen = sa.text(
        "SELECT l.id, v.key, v.value FROM lines l JOIN claims c ON c.number = l.claim"
        " JOIN documents d ON d.id = l.document_id AND NOT d.gone"
        ' JOIN "values" v ON v.line_id = l.id AND v.claim = l.claim AND NOT v.gone'
        " WHERE NOT l.gone AND NOT l.removed AND c.state IN :states AND v.key IN :keys"
        " AND (d.kind = 'expense_statement' OR (d.kind IN ('inpatient_receipt', 'outpatient_receipt')"
        " AND NOT EXISTS (SELECT 1 FROM documents s WHERE s.claim = d.claim AND s.kind = 'expense_statement'"
        " AND NOT s.gone)))"
    ).bindparams(sa.bindparam("states", expanding=True), sa.bindparam("keys", expanding=True))
    for line, key, value in connection.execute(chosen, {"states": _REVIEWED, "keys": heads.ARTICLE_KEYS}):
        found[line][key] = value
    counts = Counter(filter(None, map(heads.priced, found.values())))
    rows = [{"article": article, "price": price, "count": count} for (article, price), count in counts.items()]
    if rows:
        connection.execute(sa.insert(_reflected("price_counts")), rows)


def _reflected(name: str, **kinds: sa.types.TypeEngine[Any]) -> sa.Table:
    """A table as it is made here, with the house's types for some columns."""
    table = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
    for column, kind in kinds.items():
        table.c[column].type = kind
    return table
