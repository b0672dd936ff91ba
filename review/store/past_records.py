"""What the store knows beside one claim: other care of the person, papers and pages seen before, accounts, prices."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, or_, select

from review.claim.paper import RECEIPT_KINDS, DocumentKind, LineVerdict
from review.claim.states import ClaimState
from review.store.check_tables import LikenessRow, PriceRow, ReceiptRow
from review.store.heads import bands
from review.store.projections import REVIEWED
from review.store.schema import ClaimRow, DocumentRow, JournalEntry, LineRow, PageRow, SummaryRow, ValueRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Select
    from sqlalchemy.sql.elements import ColumnElement

    from review.claim.claim import CareKind, Claim
    from review.store.unit import Unit

NEAR_SERIAL = 20
"""Receipt numbers this close under one code are neighbours."""
NEAR_BITS = 7
"""Pages that differ in so many of 64 bits are all found: of four bands one then differs in at most one bit."""
_BITS = 16
_PIECE = 500
_PAGES = 100
"""So many pages are asked for at once: each takes 68 of the 32,766 values SQLite takes in a statement."""
_MOST = 1_000
_LATEST_DAY = func.coalesce(ClaimRow.care_discharged, ClaimRow.care_admitted)
_CARE: tuple[Any, ...] = (
    ClaimRow.number,
    ClaimRow.state,
    ClaimRow.care_kind,
    ClaimRow.care_hospital,
    ClaimRow.care_admitted,
    ClaimRow.care_discharged,
    ClaimRow.care_diagnoses,
    ClaimRow.care_outcome,
    SummaryRow.total,
)
_CHARGE_KEYS = ("name", "date", "quantity")

Rows = list[dict[str, Any]]


def cares(unit: Unit, claim: Claim, since: date) -> Rows:
    """Other claims of the person whose care ended on that day or later, or at no known day, latest first."""
    if not claim.insured.id_number:
        return []
    chosen = (
        select(*_CARE)
        .join(SummaryRow, SummaryRow.claim == ClaimRow.number)
        .where(ClaimRow.insured_id_number == claim.insured.id_number, *_others(claim.number))
        .where(or_(_LATEST_DAY.is_(None), _since(since)))
        .order_by(_LATEST_DAY.desc(), ClaimRow.number.desc())
    )
    return _dicts(unit, chosen)


def accounts(unit: Unit, claim: Claim) -> Rows:
    """Claims of other persons with the account of this one, latest first."""
    if not claim.insured.account.number:
        return []
    columns: tuple[Any, ...] = (ClaimRow.number, ClaimRow.insured_name, ClaimRow.insured_id_number)
    chosen = (
        select(*columns)
        .where(ClaimRow.account_number == claim.insured.account.number, *_others(claim.number))
        .where(ClaimRow.insured_id_number != claim.insured.id_number)
        .order_by(ClaimRow.number.desc())
        .limit(_MOST)
    )
    return _dicts(unit, chosen)


def receipts_like(unit: Unit, head: Mapping[str, Any], days: Collection[date]) -> Rows:
    """Heads in other claims with the number of one here, a neighbouring one, its number of stay, or total and day."""
    marks = list(_marks(head, days))
    if not marks:
        return []
    columns: tuple[Any, ...] = (*ReceiptRow.__table__.c, ClaimRow.state, ClaimRow.insured_id_number)
    chosen = (
        select(*columns)
        .join(ClaimRow, ClaimRow.number == ReceiptRow.claim)
        .where(or_(*marks), *_others(head["claim"]))
        .order_by(ReceiptRow.document_id)
        .limit(_MOST)
    )
    return _dicts(unit, chosen)


def _marks(head: Mapping[str, Any], days: Collection[date]) -> Iterator[ColumnElement[bool]]:
    if head["number_key"]:
        yield ReceiptRow.number_key == head["number_key"]
    if head["code_key"] and head["serial"] is not None:
        near = ReceiptRow.serial.between(head["serial"] - NEAR_SERIAL, head["serial"] + NEAR_SERIAL)
        yield and_(ReceiptRow.code_key == head["code_key"], near)
    if head["stay_key"]:
        yield ReceiptRow.stay_key == head["stay_key"]
    if head["total"] and days:
        yield and_(ReceiptRow.total == head["total"], ReceiptRow.day.in_(list(days)))


def same_pages(unit: Unit, claim: str) -> Rows:
    """(page_id here, other, its claim and state) of pages with the very same bytes in other claims."""
    twin = PageRow.__table__.alias("twin")
    columns: tuple[Any, ...] = (PageRow.id.label("page_id"), twin.c.id.label("other"), ClaimRow.number, ClaimRow.state)
    chosen = (
        select(*columns)
        .join(twin, twin.c.sha256 == PageRow.sha256)
        .join(ClaimRow, ClaimRow.number == twin.c.claim)
        .where(PageRow.claim == claim, PageRow.gone.is_(False), twin.c.gone.is_(False), *_others(claim))
        .order_by(PageRow.id, twin.c.id)
    )
    return _dicts(unit, chosen)


def like_pages(unit: Unit, likenesses: Mapping[int, str]) -> Rows:
    """Pages in force, also of this claim, whose likeness is near one of these: page_id, other, number, state, bits."""
    wanted = [(page_id, text) for page_id, text in sorted(likenesses.items()) if bands(text)]
    near: Rows = []
    for start in range(0, len(wanted), _PAGES):
        near += _near(unit, wanted[start : start + _PAGES])
    homes = _homes(unit, {row["other"] for row in near})
    return [row | homes[row["other"]] for row in near if row["other"] in homes]


def _near(unit: Unit, wanted: Sequence[tuple[int, str]]) -> Rows:
    own = [(page_id, int(text, 16)) for page_id, text in wanted]
    columns: tuple[Any, ...] = (LikenessRow.page_id, LikenessRow.likeness)
    found: Rows = []
    for other, likeness in unit.session.execute(select(*columns).where(or_(*_near_bands([t for _, t in wanted])))):
        bits = int(likeness, 16)
        found += [
            {"page_id": page_id, "other": other, "bits": (mine ^ bits).bit_count()}
            for page_id, mine in own
            if (mine ^ bits).bit_count() <= NEAR_BITS and page_id != other
        ]
    return found


def _homes(unit: Unit, pages: Collection[int]) -> dict[int, dict[str, Any]]:
    """Number and state of the claims in which pages are in force, by page."""
    found: dict[int, dict[str, Any]] = {}
    columns: tuple[Any, ...] = (PageRow.id, ClaimRow.number, ClaimRow.state)
    for start in range(0, len(pages), _PIECE):
        piece = sorted(pages)[start : start + _PIECE]
        chosen = select(*columns).join(ClaimRow, ClaimRow.number == PageRow.claim)
        chosen = chosen.where(PageRow.id.in_(piece), PageRow.gone.is_(False), ClaimRow.state != ClaimState.WITHDRAWN)
        found |= {row.pop("id"): row for row in _dicts(unit, chosen)}
    return found


def _near_bands(likenesses: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """For each band: that it is one of ours, but for a single bit."""
    own = [bands(text) for text in likenesses]
    columns = (LikenessRow.band0, LikenessRow.band1, LikenessRow.band2, LikenessRow.band3)
    for place, column in enumerate(columns):
        exact = {parts[place] for parts in own}
        flipped = {band ^ (1 << bit) for band in exact for bit in range(_BITS)}
        yield column.in_(sorted(exact | flipped))


def prices(unit: Unit, articles: Collection[str]) -> Mapping[str, Sequence[tuple[str, int]]]:
    """(unit price as plain decimal, number of lines of reviewed claims) by article, in no order."""
    wanted = sorted(set(articles))
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for start in range(0, len(wanted), _PIECE):
        chosen = select(PriceRow.article, PriceRow.price, PriceRow.count).where(
            PriceRow.article.in_(wanted[start : start + _PIECE]), PriceRow.count > 0
        )
        for article, price, count in unit.session.execute(chosen):
            found[article].append((price, count))
    return found


def charges(unit: Unit, claims: Sequence[str], entries: Collection[str]) -> Rows:
    """Paid lines of these claims that bear one of the entries: claim, entry_id, and cells by key."""
    wanted = sorted(set(entries) - {""})
    lines: dict[int, dict[str, Any]] = {}
    for start in range(0, len(wanted) if claims else 0, _PIECE):
        lines |= {row["id"]: row for row in _charged(unit, claims, wanted[start : start + _PIECE])}
    if lines:
        cells: tuple[Any, ...] = (ValueRow.line_id, ValueRow.key, ValueRow.value)
        where = (ValueRow.claim.in_(claims), ValueRow.key.in_(_CHARGE_KEYS), ValueRow.gone.is_(False))
        for line_id, key, value in unit.session.execute(select(*cells).where(*where)):
            if line_id in lines:
                lines[line_id][key] = value
    return list(lines.values())


def _charged(unit: Unit, claims: Sequence[str], entries: Sequence[str]) -> Rows:
    """Lines of the statements, or of the receipts where a claim has no statement, as Claim.charge_lines."""
    statement = DocumentRow.__table__.alias("statement")
    stated = exists().where(
        statement.c.claim == LineRow.claim,
        statement.c.kind == DocumentKind.EXPENSE_STATEMENT,
        statement.c.gone.is_(False),
    )
    columns: tuple[Any, ...] = (LineRow.id, LineRow.claim, LineRow.entry_id)
    chosen = (
        select(*columns)
        .join(DocumentRow, DocumentRow.id == LineRow.document_id)
        .where(LineRow.claim.in_(claims), LineRow.entry_id.in_(entries), LineRow.verdict == LineVerdict.PAY)
        .where(LineRow.gone.is_(False), LineRow.removed.is_(False), DocumentRow.gone.is_(False))
        .where(
            or_(
                DocumentRow.kind == DocumentKind.EXPENSE_STATEMENT,
                and_(DocumentRow.kind.in_(list(RECEIPT_KINDS)), ~stated),
            )
        )
        .order_by(LineRow.id)
    )
    return _dicts(unit, chosen)


def spendings(unit: Unit, claim: str, illness: str, kind: CareKind) -> Rows:
    """Total, first and last day of other reviewed claims of an illness and kind of care, the latest ones."""
    if not illness:
        return []
    columns: tuple[Any, ...] = (SummaryRow.total, ClaimRow.care_admitted, ClaimRow.care_discharged)
    chosen = (
        select(*columns)
        .join(ClaimRow, ClaimRow.number == SummaryRow.claim)
        .where(SummaryRow.illness == illness, ClaimRow.care_kind == kind)
        .where(ClaimRow.number != claim, ClaimRow.state.in_(list(REVIEWED)))
        .order_by(ClaimRow.number.desc())
        .limit(_MOST)
    )
    return _dicts(unit, chosen)


def received_at(unit: Unit, claim: str) -> datetime | None:
    """When the claim was received last, by the journal; None before."""
    chosen = select(func.max(JournalEntry.at)).where(JournalEntry.subject == claim, JournalEntry.action == "receive")
    return unit.session.scalar(chosen)


def _since(day: date) -> ColumnElement[bool]:
    return day <= _LATEST_DAY


def _others(claim: str) -> tuple[ColumnElement[bool], ...]:
    return ClaimRow.number != claim, ClaimRow.state != ClaimState.WITHDRAWN


def _dicts(unit: Unit, chosen: Select[Any]) -> Rows:
    return [dict(row) for row in unit.session.execute(chosen).mappings()]
