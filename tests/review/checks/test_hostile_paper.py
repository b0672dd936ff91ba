"""Whatever stands on the paper, checks answer with findings and never fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.checks import run_checks
from review.checks.finding import CheckContext
from review.claim.claim import Care, CareKind, Claim
from review.claim.paper import DocumentKind
from review.claim.people import Insured
from tests.builders import a_claim, a_discharge_record, a_document, a_line, a_receipt, a_statement

Context = Callable[..., CheckContext]

FIELDS = (
    "invoice_code",
    "invoice_number",
    "check_code",
    "payer",
    "issue_date",
    "total_amount",
    "total_in_words",
    "pooled_fund_paid",
    "other_paid",
    "account_paid",
    "cash_paid",
    "self_pay",
    "self_expense",
    "insurance_type",
    "admission_date",
    "discharge_date",
    "visit_date",
    "patient",
    "sex",
    "age",
)
CELLS = ("date", "name", "unit", "quantity", "unit_price", "amount")
ODD = st.sampled_from(
    [
        "",
        " ",
        "NaN",
        "Infinity",
        "-0",
        "1e999",
        "1E-9",
        "９９",
        "壹佰元整",
        "2025-02-30",
        "2025-13-01",
        "*",
        "(((",
        "床位",
    ]
)
PRINTED = st.one_of(ODD, st.text(max_size=12), st.decimals(allow_nan=False, allow_infinity=False).map(str))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    def cells(keys: tuple[str, ...]) -> dict[str, Any]:
        return draw(st.dictionaries(st.sampled_from(keys), PRINTED))

    kinds = st.sampled_from(list(DocumentKind))
    entries = st.sampled_from(["", "outside", "nrdl-2024/X312", "nrdl-2024/P245", "gone/1"])
    papers = [
        a_document(draw(kinds), *(a_line(entry_id=draw(entries), **cells(CELLS)) for _ in range(2)), **cells(FIELDS))
        for _ in range(draw(st.integers(0, 3)))
    ]
    days = st.none() | st.dates()
    care = Care(kind=draw(st.sampled_from(list(CareKind))), admitted=draw(days), discharged=draw(days))
    return a_claim(a_receipt(**cells(FIELDS)), *papers, care=care, insured=Insured(name=draw(PRINTED)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(claims())
def test_no_check_fails_on_odd_paper(context: Context, claim: Claim) -> None:
    failed = [f.message for f in run_checks(claim, context()) if f.code == "check-failed"]
    assert failed == []


@pytest.mark.parametrize("amount", ["1e999", "9" * 40, "0.000000000000000000000001"])
def test_amounts_beyond_all_paper_are_findings_not_failures(context: Context, amount: str) -> None:
    line = a_line(unit_price=amount, quantity="3", amount="1.00")
    claim = a_claim(a_receipt(total_amount=amount), a_statement(line), a_discharge_record())
    found = {f.code for f in run_checks(claim, context())}
    assert "check-failed" not in found
    assert found & {"receipt-total-missing", "line-product", "statement-receipt"}
