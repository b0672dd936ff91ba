"""Whatever the office knows beside a claim, the checks that look there answer with findings and never fail."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from review.checks.finding import Check, CheckContext
from review.checks.pages import CHECKS as OF_PAGES
from review.checks.past import AccountUse, Past
from review.checks.receipts import CHECKS as OF_RECEIPTS
from review.checks.stay import CHECKS as OF_STAY
from review.claim.claim import Care, CareKind, Claim, Filing, Region
from review.claim.paper import Document, DocumentKind
from review.claim.states import ClaimState
from review.claim.verification import Answer
from tests.builders import (
    a_claim,
    a_document,
    a_line,
    a_past_care,
    a_receipt,
    a_seen_receipt,
    a_similar_page,
    an_answer,
)

CHECKS: tuple[Check, ...] = (*OF_PAGES, *OF_RECEIPTS, *OF_STAY)
WORDS = st.sampled_from(
    ["", " ", "*", "((", "0", "0012345678", "９９", "死亡", "肺炎", "第一医院", "1e999", "2025-03-05"]
)
DAYS = st.none() | st.dates()
SUMS = st.none() | st.decimals(-9, 9999, places=2)
KEYS = ("invoice_code", "invoice_number", "hospital_number", "institution", "issue_date", "visit_date", "total_amount")


@st.composite
def papers(draw: st.DrawFn) -> Document:
    cells: dict[str, Any] = draw(st.dictionaries(st.sampled_from(KEYS), WORDS))
    lines = [a_line(draw(WORDS), amount=draw(WORDS)) for _ in range(draw(st.integers(0, 2)))]
    if draw(st.booleans()):
        return a_receipt(*lines, **cells)
    return a_document(DocumentKind.PHARMACY_INVOICE, *lines, **cells)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    care = Care(
        kind=draw(st.sampled_from(CareKind)),
        hospital=draw(WORDS),
        province=draw(WORDS),
        designated=draw(st.booleans()),
        region=draw(st.sampled_from(Region)),
        filing=draw(st.sampled_from(Filing)),
        admitted=draw(DAYS),
        discharged=draw(DAYS),
        diagnoses=tuple(draw(st.lists(WORDS, max_size=2))),
        outcome=draw(WORDS),
        filed_on=draw(DAYS),
    )
    return a_claim(*draw(st.lists(papers(), min_size=1, max_size=3)), care=care)


@st.composite
def pasts(draw: st.DrawFn, claim: Claim) -> Past:
    document = draw(st.sampled_from(claim.documents))
    states = st.sampled_from(ClaimState)
    seen = a_seen_receipt(
        document, state=draw(states), hospital=draw(WORDS), stay_number=draw(WORDS), day=draw(DAYS), total=draw(SUMS),
        invoice_number=draw(WORDS), same_person=draw(st.booleans()),
    )  # fmt: skip
    care = a_past_care(
        state=draw(states), kind=draw(st.sampled_from(CareKind)), hospital=draw(WORDS), admitted=draw(DAYS),
        discharged=draw(DAYS), diagnoses=tuple(draw(st.lists(WORDS, max_size=2))), outcome=draw(WORDS),
    )  # fmt: skip
    page = a_similar_page(page_id=draw(st.integers(0, 2)), bits=draw(st.integers(0, 64)), state=draw(states))
    answer = an_answer(document, draw(st.sampled_from(Answer)), times=draw(st.none() | st.integers(0, 99)))
    use = AccountUse(claim="20250110-0001", insured_name=draw(WORDS), id_number=draw(WORDS))
    return Past(receipts=(seen,), cares=(care,), pages=(page,), verifications=(answer,), accounts=(use,) * 3)


@settings(max_examples=60)
@given(st.data())
def test_no_check_fails_on_an_odd_past(data: st.DataObject) -> None:
    claim = data.draw(claims())
    context = CheckContext(
        today=date(2025, 4, 1),
        entry=lambda _id: None,
        edition=lambda _id: None,
        verify_above=Decimal(0),
        past=data.draw(pasts(claim)),
    )
    found = [finding for check in CHECKS for finding in check(claim, context)]
    assert all(f.title and f.message.endswith("。") and f.advice and f.basis for f in found)
    assert all(len(f.fingerprint) == 16 for f in found)
