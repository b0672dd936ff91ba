"""Checks of what stands on a receipt: settled already, forms of numbers, what its code says, seal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.receipts.already_settled import already_settled
from review.checks.receipts.code_parts import code_parts
from review.checks.receipts.receipt_number import receipt_number
from review.checks.receipts.seal import seal
from review.claim.paper import Custody, Standing
from tests.builders import a_care, a_claim, a_receipt, a_value

Context = Callable[..., CheckContext]


def test_a_private_receipt_is_not_settled(context: Context) -> None:
    assert not list(already_settled(a_claim(a_receipt()), context()))


def test_payment_by_the_pooled_fund_says_settled_and_not_deducted(context: Context) -> None:
    receipt = a_receipt(pooled_fund_paid="70.00", cash_paid="30.00", insurance_type="城乡居民医保")
    found = list(already_settled(a_claim(receipt), context()))
    assert [f.code for f in found] == ["already-settled", "already-paid-missing"]
    assert all("70.00元" in f.message for f in found)


def test_what_the_claim_deducts_is_not_asked_for_again(context: Context) -> None:
    receipt = a_receipt(pooled_fund_paid="70.00", cash_paid="30.00")
    claim = a_claim(receipt, already_paid=Decimal("70.00"))
    assert [f.code for f in already_settled(claim, context())] == ["already-settled"]


def test_an_insured_type_without_fund_payment_wants_a_decision(context: Context) -> None:
    (finding,) = already_settled(a_claim(a_receipt(insurance_type="异地医保")), context())
    assert (finding.code, finding.severity) == ("insured-face", Severity.DECISION)


def test_usual_numbers_are_silent(context: Context) -> None:
    assert not list(receipt_number(a_claim(), context()))


def test_a_receipt_without_number_blocks(context: Context) -> None:
    (finding,) = receipt_number(a_claim(a_receipt(invoice_number=" ")), context())
    assert (finding.code, finding.severity) == ("receipt-number-missing", Severity.BLOCKS)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"invoice_code": "3601060126"}, "invoice-code-form"),
        ({"invoice_number": "00123"}, "invoice-number-form"),
        ({"check_code": "A1B2C3"}, "check-code-form"),
    ],
)
def test_numbers_of_an_unusual_form_are_told(context: Context, cells: dict[str, str], code: str) -> None:
    assert [f.code for f in receipt_number(a_claim(a_receipt(**cells)), context())] == [code]


# -- what the code says


def test_a_usual_code_says_nothing_strange(context: Context) -> None:
    care = a_care(province="江西省")
    assert not list(code_parts(a_claim(a_receipt(issue_date="2025-03-11"), care=care), context()))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("36010125", "invoice-code-kind"),
        ("44060125", "invoice-code-province"),
        ("36060126", "invoice-code-year"),
    ],
)
def test_a_code_of_another_class_province_or_year_is_a_clue(context: Context, code: str, expected: str) -> None:
    receipt = a_receipt(invoice_code=code, issue_date="2025-03-11")
    (finding,) = code_parts(a_claim(receipt, care=a_care(province="江西")), context())
    assert (finding.code, finding.severity) == (expected, Severity.CLUE)
    assert finding.place == receipt.values["invoice_code"].place


@pytest.mark.parametrize("code", ["00060125", "36060119", "3601060126", "", "３６０６０１２５"])
def test_codes_of_central_bodies_older_years_and_other_forms_say_nothing(context: Context, code: str) -> None:
    receipt = a_receipt(invoice_code=code, issue_date="2025-03-11")
    assert not list(code_parts(a_claim(receipt, care=a_care(province="江西省")), context()))


def test_a_code_in_doubt_waits(context: Context) -> None:
    receipt = a_receipt()
    doubtful = a_value("invoice_code", "36010125", standing=Standing.DOUBTFUL)
    receipt = replace(receipt, values={**receipt.values, "invoice_code": doubtful})
    assert not list(code_parts(a_claim(receipt), context()))


# -- seal


def test_a_receipt_without_seal_wants_a_decision(context: Context) -> None:
    receipt = replace(a_receipt(), sealed=False, custody=Custody.ORIGINAL)
    (finding,) = seal(a_claim(receipt), context())
    assert (finding.code, finding.severity) == ("receipt-unsealed", Severity.DECISION)


@pytest.mark.parametrize(
    ("sealed", "custody"),
    [(None, Custody.UNSTATED), (True, Custody.ORIGINAL), (False, Custody.ELECTRONIC)],
)
def test_an_unsaid_seal_and_an_electronic_receipt_are_silent(
    context: Context, *, sealed: bool | None, custody: Custody
) -> None:
    assert not list(seal(a_claim(replace(a_receipt(), sealed=sealed, custody=custody)), context()))
