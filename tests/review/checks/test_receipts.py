"""Checks on receipts: settled already, handed in already, numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from review.checks.finding import CheckContext, KnownReceipt, Severity
from review.checks.receipts.already_settled import already_settled
from review.checks.receipts.duplicate_receipt import duplicate_receipt
from review.checks.receipts.receipt_number import receipt_number
from tests.builders import a_claim, a_receipt

Context = Callable[..., CheckContext]


def known(state: str) -> KnownReceipt:
    return KnownReceipt(invoice_code="36060125", invoice_number="0012345678", claim_number="20250110-0003", state=state)


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


def test_a_new_receipt_is_no_duplicate(context: Context) -> None:
    other = known("paid")
    assert not list(duplicate_receipt(a_claim(a_receipt(invoice_number="0099999999")), context(other)))


def test_a_receipt_of_another_claim_blocks_and_names_it(context: Context) -> None:
    (finding,) = duplicate_receipt(a_claim(), context(known("paid")))
    assert finding.severity is Severity.BLOCKS
    assert "20250110-0003中（已拨付）" in finding.message


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_a_receipt_of_a_claim_that_was_not_paid_wants_a_decision(context: Context, state: str) -> None:
    (finding,) = duplicate_receipt(a_claim(), context(known(state)))
    assert finding.severity is Severity.DECISION


def test_the_same_receipt_twice_in_one_claim_blocks_once(context: Context) -> None:
    (finding,) = duplicate_receipt(a_claim(a_receipt(), a_receipt()), context())
    assert (finding.code, finding.severity) == ("receipt-twice", Severity.BLOCKS)
    assert "出现2次" in finding.message


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
        ({"invoice_code": "36010125"}, "invoice-code-kind"),
    ],
)
def test_numbers_of_an_unusual_form_are_told(context: Context, cells: dict[str, str], code: str) -> None:
    assert [f.code for f in receipt_number(a_claim(a_receipt(**cells)), context())] == [code]
