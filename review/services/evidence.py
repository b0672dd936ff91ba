"""What the checks of one claim may see beside it: what the office knows, gathered by look-ups that stay quick."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import EditionStatus
from review.checks.finding import CheckContext
from review.checks.paperwork import day as day_of
from review.checks.paperwork import decimal
from review.checks.past import AccountUse, Past, PastCare, PastCharge, PriceSeen, SeenReceipt, SimilarPage, Spending
from review.checks.receipts.duplicate_receipt import NOT_PAID, money_papers
from review.checks.receipts.marks import days_of
from review.identity import age_on
from review.packs.pack import pack_warnings
from review.services.own_tables import tables_of
from review.services.pack_shelf import pack_for
from review.services.settings import verify_above
from review.store import past_records as records
from review.store.heads import ARTICLE_KEYS, illness, priced
from review.store.projections import REVIEWED, receipt_heads
from review.store.verification_records import of_claims

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from review.catalogue.editions import CatalogueSet
    from review.catalogue.entry import EntryKind
    from review.claim.claim import Claim
    from review.services.office import Office
    from review.store.unit import Unit

CARES_WITHIN = timedelta(days=3 * 365)
CHARGES_WITHIN = timedelta(days=365)
FEWEST = 5
"""Of fewer like claims nothing is said about what is usual."""
PRICES_FROM = "本局已审报销单"
_LOW, _MIDDLE, _HIGH = Decimal("0.05"), Decimal("0.5"), Decimal("0.95")
_LOOKED_AT = 20

Weighed = tuple[Decimal, int]
"""A figure and how often it was seen."""


def context_of(office: Office, unit: Unit, claim: Claim) -> CheckContext:
    """Everything the checks may see of a claim. Raises StoreError, PolicyError, InputError (an own table is faulty)."""
    day, editions, own = claim.care.admitted or claim.care.discharged, office.catalogue, tables_of(office)
    return CheckContext(
        today=office.today,
        entry=editions.entry,
        edition=editions.edition,
        assumption=editions.assumption,
        used=editions.used,
        gaps=editions.gaps,
        overlaps=editions.overlaps,
        coded=editions.coded,
        holds_codes=partial(_holds_codes, editions),
        patient_age=age_on(claim.insured.id_number, day) if day else None,
        pack_warnings=pack_warnings(pack_for(office, claim), claim.care.day),
        verify_above=verify_above(unit),
        materials=own.materials,
        deadlines=own.deadlines,
        past=past_of(unit, claim, office.today),
        rules=office.rules,
    )


def past_of(unit: Unit, claim: Claim, today: date) -> Past:
    """What the office knows beside a claim."""
    on = min(claim.care.day or today, today)
    cares = tuple(map(_care, records.cares(unit, claim, _before(on, CARES_WITHIN))))
    return Past(
        cares=cares,
        receipts=tuple(_receipts(unit, claim)),
        pages=tuple(_pages(unit, claim)),
        prices=MappingProxyType(dict(_prices(unit, claim))),
        charges=tuple(_charges(unit, claim, cares, on)),
        accounts=tuple(
            AccountUse(claim=row["number"], insured_name=row["insured_name"], id_number=row["insured_id_number"])
            for row in records.accounts(unit, claim)
        ),
        verifications=of_claims(unit, (claim.number,)),
        spending=_spending(unit, claim),
        received_at=records.received_at(unit, claim.number),
    )


def _before(day: date, span: timedelta) -> date:
    return day - span if day - date.min > span else date.min


def _care(row: Mapping[str, Any]) -> PastCare:
    return PastCare(
        claim=row["number"],
        state=row["state"],
        kind=row["care_kind"],
        hospital=row["care_hospital"],
        admitted=row["care_admitted"],
        discharged=row["care_discharged"],
        diagnoses=row["care_diagnoses"],
        outcome=row["care_outcome"],
        total=row["total"],
    )


def _receipts(unit: Unit, claim: Claim) -> Iterator[SeenReceipt]:
    same = ("invoice_code", "invoice_number", "stay_number", "day", "total", "claim", "state")
    person = claim.insured.id_number
    for head, paper in zip(receipt_heads(claim), money_papers(claim), strict=True):
        for row in records.receipts_like(unit, head, days_of(paper)):
            yield SeenReceipt(
                document_id=head["document_id"],
                same_person=bool(person) and row["insured_id_number"] == person,
                hospital=row["institution"],
                **{name: row[name] for name in same},
            )


def _pages(unit: Unit, claim: Claim) -> Iterator[SimilarPage]:
    twins = [{**row, "bits": 0, "same_bytes": True} for row in records.same_pages(unit, claim.number)]
    known = {(row["page_id"], row["other"]) for row in twins}
    likenesses = {page.id: page.likeness for page in claim.pages if page.likeness}
    near = [row for row in records.like_pages(unit, likenesses) if (row["page_id"], row["other"]) not in known]
    for row in (*twins, *sorted(near, key=lambda row: (row["bits"], row["page_id"], row["other"]))):
        yield SimilarPage(
            page_id=row["page_id"],
            other_page_id=row["other"],
            claim=row["number"],
            state=row["state"],
            bits=row["bits"],
            same_bytes=row.get("same_bytes", False),
        )


def _prices(unit: Unit, claim: Claim) -> Iterator[tuple[int, PriceSeen]]:
    """What the articles of the lines cost in other claims: lines of this one that were counted are left out."""
    cells = {line.id: {key: line.text(key) for key in ARTICLE_KEYS} for line in claim.charge_lines}
    points_of = {line_id: point for line_id, texts in cells.items() if (point := priced(texts))}
    own = Counter(points_of.values()) if claim.state in REVIEWED else Counter[tuple[str, str]]()
    seen = records.prices(unit, {article for article, _ in points_of.values()})
    for line_id, (article, _) in points_of.items():
        points = [(Decimal(price), left) for price, n in seen.get(article, ()) if (left := n - own[article, price]) > 0]
        points.sort()
        count = sum(times for _, times in points)
        if count >= FEWEST:
            low, median, high = (quantile(points, share) for share in (_LOW, _MIDDLE, _HIGH))
            yield line_id, PriceSeen(count=count, low=low, median=median, high=high, source=PRICES_FROM)


def _charges(unit: Unit, claim: Claim, cares: Sequence[PastCare], on: date) -> Iterator[PastCharge]:
    since = _before(on, CHARGES_WITHIN)
    paid = (care for care in cares if care.state not in NOT_PAID)
    days = {care.claim: day for care in paid if (day := care.discharged or care.admitted) and day >= since}
    entries = {line.entry_id for line in claim.charge_lines}
    for row in records.charges(unit, tuple(days), entries):
        quantity = decimal(row.get("quantity", ""))
        if quantity is not None:
            yield PastCharge(
                claim=row["claim"],
                entry_id=row["entry_id"],
                name=row.get("name", ""),
                day=day_of(row.get("date", "")) or days[row["claim"]],
                quantity=quantity,
            )


def _spending(unit: Unit, claim: Claim) -> Spending | None:
    rows = records.spendings(unit, claim.number, illness(claim.care.diagnoses), claim.care.kind)
    if len(rows) < FEWEST:
        return None
    totals = sorted((row["total"], 1) for row in rows)
    days = sorted((Decimal(_length(row)), 1) for row in rows)
    return Spending(
        diagnosis=claim.care.diagnoses[0],
        count=len(rows),
        median=quantile(totals, _MIDDLE),
        high=quantile(totals, _HIGH),
        days=quantile(days, _MIDDLE),
    )


def quantile(points: Sequence[Weighed], share: Decimal) -> Decimal:
    """The figure below which that share of all lie; ``points`` in order and not empty."""
    rest = share * sum(count for _, count in points)
    for figure, count in points:
        rest -= count
        if rest <= 0:
            return figure
    return points[-1][0]


def _length(row: Mapping[str, Any]) -> int:
    """Days of a stay, both counted; 1 where one of them is unknown or they contradict each other."""
    first, last = row["care_admitted"], row["care_discharged"]
    return max((last - first).days + 1, 1) if first and last else 1


def _holds_codes(editions: CatalogueSet, kind: EntryKind, on: date) -> bool:
    """Whether one of the first entries of an official edition of the kind bears a code."""
    used = [e for e in editions.used(on) if e.kind is kind and e.status is EditionStatus.OFFICIAL]
    shelves = filter(None, (editions.shelf(edition.id) for edition in used))
    return any(entry.code for shelf in shelves for entry in islice(shelf.entries, _LOOKED_AT))
