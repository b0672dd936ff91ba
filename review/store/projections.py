"""The look-ups of checks, written in the unit that writes the claim, so that neither is ever without the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from review.checks.receipts.duplicate_receipt import money_papers
from review.checks.receipts.verified import is_electronic
from review.claim.paper import DocumentKind
from review.claim.states import ClaimState
from review.store.check_tables import LikenessRow, PriceRow, ReceiptRow, RuleHitRow
from review.store.heads import ARTICLE_KEYS, RECEIPT_KEYS, bands, priced, receipt_head

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.store.schema import Base
    from review.store.unit import Unit

REVIEWED = frozenset(
    {
        ClaimState.SECOND_REVIEW,
        ClaimState.BATCHED,
        ClaimState.SIGNED,
        ClaimState.PAYING,
        ClaimState.PAID,
        ClaimState.ARCHIVED,
        ClaimState.PAYMENT_FAILED,
    }
)
"""States of claims that a first review let pass, and whose figures therefore tell what is usual."""


def keep(unit: Unit, was: ClaimState | None, claim: Claim) -> None:
    """Bring the look-ups to the claim just saved; ``was`` is its state before, None where it is new."""
    _renew(unit, ReceiptRow, claim.number, receipt_heads(claim))
    step = (claim.state in REVIEWED) - (was in REVIEWED)
    if step:
        _count_prices(unit, claim, step)


def receipt_heads(claim: Claim) -> list[dict[str, Any]]:
    """The heads of a claim's receipts and invoices, as columns of seen_receipts."""
    return [_receipt(claim, paper) for paper in money_papers(claim)]


def keep_likeness(unit: Unit, page_id: int, likeness: str) -> None:
    """Keep the likeness of a page; what is no likeness is left out."""
    found = bands(likeness)
    if found:
        parts = {f"band{place}": band for place, band in enumerate(found)}
        unit.session.merge(LikenessRow(page_id=page_id, likeness=likeness, **parts))
        unit.session.flush()


def keep_hits(unit: Unit, claim: str, hits: Iterable[dict[str, Any]]) -> None:
    """Keep which rules speak of what in a claim: ``subject``, ``rule``, ``excluded`` (yuan)."""
    unique = {(hit["subject"], hit["rule"]): {**hit, "claim": claim} for hit in hits}
    _renew(unit, RuleHitRow, claim, list(unique.values()))


def _receipt(claim: Claim, receipt: Document) -> dict[str, Any]:
    cells = {key: receipt.text(key) for key in RECEIPT_KEYS}
    electronic = is_electronic(claim, receipt)
    invoice = receipt.kind is DocumentKind.PHARMACY_INVOICE
    head = receipt_head(cells, claim.care.hospital, electronic=electronic, invoice=invoice)
    return {"document_id": receipt.id, "claim": claim.number, **head}


def _renew(unit: Unit, kind: type[Base], claim: str, rows: Collection[dict[str, Any]]) -> None:
    """Put a claim's rows in place of those that are there, where they differ."""
    table = kind.__table__
    present = unit.session.execute(select(table).where(table.c.claim == claim)).mappings()
    if Counter(map(_frozen, present)) == Counter(map(_frozen, rows)):
        return
    unit.session.execute(delete(kind).where(table.c.claim == claim))
    if rows:
        unit.session.execute(insert(kind), list(rows))


def _frozen(row: Any) -> frozenset[Any]:
    return frozenset(row.items())


def _count_prices(unit: Unit, claim: Claim, step: int) -> None:
    """Count the unit prices of a claim in, or out again."""
    cells = ({key: line.text(key) for key in ARTICLE_KEYS} for line in claim.charge_lines)
    counts = Counter(filter(None, map(priced, cells)))
    if not counts:
        return
    dialect = unit.session.get_bind().dialect.name
    fresh = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(PriceRow)
    raised = fresh.on_conflict_do_update(
        index_elements=["article", "price"], set_={"count": PriceRow.count + fresh.excluded.count}
    )
    rows = [{"article": article, "price": price, "count": step * n} for (article, price), n in sorted(counts.items())]
    unit.session.connection().execute(raised, rows)
