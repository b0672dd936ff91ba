"""What the paper says about the claim as a whole; such fields follow the paper until a person types something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from review.claim.claim import ZERO, Care, Claim
from review.claim.paper import DocumentKind
from review.claim.people import Insured
from review.money import fen, parse_money

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_RANK = {
    DocumentKind.INPATIENT_RECEIPT: 0,
    DocumentKind.OUTPATIENT_RECEIPT: 0,
    DocumentKind.DISCHARGE_RECORD: 1,
    DocumentKind.EXPENSE_STATEMENT: 2,
}
_CARE = ("hospital", "admitted", "discharged", "diagnoses", "outcome", "filed_on")
_PAID_BY_OTHERS = ("pooled_fund_paid", "other_paid")


def follow_paper(before: Claim, after: Claim) -> Claim:
    """The changed claim, its fields moved along with the paper wherever they agreed with it before.

    Name, hospital, dates, diagnoses, outcome and the day of filing come from the paper; ``already_paid`` is what
    receipts show as paid by pooled and other funds (policy §1.9 step 9). A field a person typed otherwise is left
    alone.
    """
    old, new = _told_by(before), _told_by(after)
    insured, care = after.insured, after.care
    if before.insured.name == old.insured.name == insured.name:
        insured = replace(insured, name=new.insured.name)
    untyped = (name for name in _CARE if _agree(name, before.care, old.care, care))
    followed: dict[str, Any] = {name: getattr(new.care, name) for name in untyped}
    paid = new.already_paid if before.already_paid == old.already_paid == after.already_paid else after.already_paid
    return replace(after, insured=insured, care=replace(care, **followed), already_paid=paid)


def _agree(name: str, *cares: Care) -> bool:
    return all(getattr(care, name) == getattr(cares[0], name) for care in cares)


def _told_by(claim: Claim) -> Claim:
    """An otherwise empty claim with what the paper says; empty where it says nothing."""
    care = Care(
        hospital=_first(claim, "institution"),
        admitted=_day(_first(claim, "admission_date", "visit_date")),
        discharged=_day(_first(claim, "discharge_date", "visit_date")),
        diagnoses=tuple(filter(None, _first(claim, "diagnoses").split("\n"))),
        outcome=_first(claim, "outcome"),
        filed_on=_day(_filed(claim)),
    )
    insured = Insured(name=_first(claim, "payer", "patient"))
    paid = sum((_money(r.text(key)) for r in claim.receipts for key in _PAID_BY_OTHERS), start=ZERO)
    return Claim(number="", version=0, state=claim.state, insured=insured, care=care, already_paid=paid)


def _first(claim: Claim, *keys: str) -> str:
    return next(_texts(claim, keys), "")


def _texts(claim: Claim, keys: tuple[str, ...]) -> Iterator[str]:
    papers = sorted((d for d in claim.documents if d.kind in _RANK), key=lambda d: (_RANK[d.kind], d.position))
    return (d.text(key) for key in keys for d in papers if d.text(key))


def _filed(claim: Claim) -> str:
    forms = (d.text("filing_date") for d in claim.documents if d.kind is DocumentKind.REFERRAL_FORM)
    return next(filter(None, forms), "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _money(text: str) -> Decimal:
    amount = parse_money(text)
    return ZERO if amount is None else fen(amount)
