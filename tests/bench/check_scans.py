"""The peer of the look-ups: the same answers by reading everything there is, as a program without them would."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from review.catalogue.names import normalise
from review.services.evidence import FEWEST, quantile
from review.store.heads import ARTICLE_KEYS, RECEIPT_KEYS, priced, receipt_head
from review.store.past_records import NEAR_BITS, NEAR_SERIAL
from review.store.projections import REVIEWED, receipt_heads
from review.store.schema import ClaimRow, DocumentRow, LineRow, PageRow, ValueRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from review.claim.claim import Claim
    from review.rules.book import RuleBook
    from review.store.unit import Unit


def receipts(unit: Unit, claim: Claim) -> set[tuple[int, str, str]]:
    """(receipt here, other claim, number) of receipts that share a number, a near number, a stay, or total and day."""
    columns: tuple[Any, ...] = (
        ValueRow.document_id,
        ValueRow.claim,
        ClaimRow.care_hospital,
        ValueRow.key,
        ValueRow.value,
    )
    chosen = (
        select(*columns)
        .join(DocumentRow, DocumentRow.id == ValueRow.document_id)
        .join(ClaimRow, ClaimRow.number == ValueRow.claim)
        .where(DocumentRow.kind == "inpatient_receipt", ValueRow.key.in_(RECEIPT_KEYS), ValueRow.claim != claim.number)
    )
    cells: defaultdict[tuple[int, str, str], dict[str, str]] = defaultdict(dict)
    for document, number, hospital, key, value in unit.session.execute(chosen):
        cells[document, number, hospital][key] = value
    others = [(number, receipt_head(texts, hospital)) for (_, number, hospital), texts in cells.items()]
    return {
        (own["document_id"], number, head["invoice_number"])
        for own in receipt_heads(claim)
        for number, head in others
        if _alike(own, head)
    }


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    near = None not in (one["serial"], other["serial"]) and abs(one["serial"] - other["serial"]) <= NEAR_SERIAL
    return (
        one["number_key"] == other["number_key"]
        or (one["code_key"] == other["code_key"] and near)
        or (bool(one["stay_key"]) and one["stay_key"] == other["stay_key"])
        or (one["total"], one["day"]) == (other["total"], other["day"])
    )


def pages(unit: Unit, claim: Claim) -> set[tuple[int, int]]:
    """(page here, other page) of pages whose likeness is near."""
    columns: tuple[Any, ...] = (PageRow.id, PageRow.likeness)
    chosen = select(*columns).where(PageRow.likeness != "", PageRow.gone.is_(False))
    others = [(page_id, int(likeness, 16)) for page_id, likeness in unit.session.execute(chosen)]
    return {
        (page.id, other)
        for page in claim.pages
        if page.likeness
        for other, bits in others
        if page.id != other and (bits ^ int(page.likeness, 16)).bit_count() <= NEAR_BITS
    }


def prices(unit: Unit, claim: Claim) -> dict[int, tuple[int, Decimal]]:
    """How many lines of reviewed claims had each line's article, and their middle price, by line id."""
    columns: tuple[Any, ...] = (LineRow.id, ValueRow.key, ValueRow.value)
    chosen = (
        select(*columns)
        .join(ValueRow, ValueRow.line_id == LineRow.id)
        .join(ClaimRow, ClaimRow.number == LineRow.claim)
        .where(ClaimRow.state.in_(list(REVIEWED)), ValueRow.key.in_(ARTICLE_KEYS))
    )
    cells: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for line, key, value in unit.session.execute(chosen):
        cells[line][key] = value
    seen: defaultdict[str, Counter[Decimal]] = defaultdict(Counter)
    for article, price in filter(None, map(priced, cells.values())):
        seen[article][Decimal(price)] += 1
    own = {line.id: priced({key: line.text(key) for key in ARTICLE_KEYS}) for line in claim.charge_lines}
    found = {line_id: seen[point[0]] for line_id, point in own.items() if point and seen[point[0]].total() >= FEWEST}
    return {id_: (points.total(), quantile(sorted(points.items()), Decimal("0.5"))) for id_, points in found.items()}


def rules(book: RuleBook, claim: Claim, entry_code: Callable[[str], str]) -> int:
    """How many rules name a line's code or its name: every rule is asked for every line."""
    found = 0
    for line in claim.charge_lines:
        codes = {line.text("code"), entry_code(line.entry_id)} - {""}
        name = normalise(line.text("name"))
        found += sum(bool(codes & set(rule.codes)) or normalise(rule.name) == name for rule in book.rules)
    return found
