"""Checks of receipts handed in before: by number, by stay and sum, by neighbouring numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.past import Past, SeenReceipt
from review.checks.receipts.duplicate_receipt import duplicate_receipt
from review.checks.receipts.neighbours import neighbours
from review.checks.receipts.receipts_alike import receipts_alike
from review.checks.receipts.same_stay import same_stay
from review.claim.paper import Document, DocumentKind, Standing
from review.claim.states import ClaimState
from tests.builders import a_claim, a_document, a_line, a_receipt, a_seen_receipt, a_value

Context = Callable[..., CheckContext]
HOSPITAL = "样例省人民医院"


def seen(context: Context, *receipts: SeenReceipt) -> CheckContext:
    return context(past=Past(receipts=receipts))


# -- by number


def test_a_new_receipt_is_no_duplicate(context: Context) -> None:
    receipt = a_receipt()
    other = a_seen_receipt(receipt, invoice_number="0099999999")
    assert not list(duplicate_receipt(a_claim(receipt), seen(context, other)))


def test_a_receipt_of_another_claim_blocks_and_names_it(context: Context) -> None:
    receipt = a_receipt()
    (finding,) = duplicate_receipt(a_claim(receipt), seen(context, a_seen_receipt(receipt)))
    assert finding.severity is Severity.BLOCKS
    assert "已在报销单20250110-0003（已拨付）中" in finding.message
    assert finding.place == receipt.values["invoice_number"].place


def test_the_many_claims_of_one_receipt_are_one_finding(context: Context) -> None:
    receipt = a_receipt()
    prints = [a_seen_receipt(receipt, claim=f"20250110-{n:04}") for n in range(200)]
    (finding,) = duplicate_receipt(a_claim(receipt), seen(context, *prints))
    assert "20250110-0002（已拨付）等200单中" in finding.message
    assert len(finding.values["claims"].split()) == 200


def test_a_claim_that_was_paid_and_one_that_was_not_are_told_apart(context: Context) -> None:
    receipt = a_receipt()
    paid, refused = a_seen_receipt(receipt), a_seen_receipt(receipt, claim="20250111-0001", state=ClaimState.REJECTED)
    found = duplicate_receipt(a_claim(receipt), seen(context, paid, refused))
    assert [f.severity for f in found] == [Severity.BLOCKS, Severity.DECISION]


@pytest.mark.parametrize("number", ["12345678", " 0012345678", "００12345678"])
def test_a_number_written_another_way_is_the_same(context: Context, number: str) -> None:
    receipt = a_receipt(invoice_number=number)
    other = a_seen_receipt(receipt, invoice_number="0012345678")
    assert [f.severity for f in duplicate_receipt(a_claim(receipt), seen(context, other))] == [Severity.BLOCKS]


@pytest.mark.parametrize("state", [ClaimState.REJECTED, ClaimState.WITHDRAWN, ClaimState.RECOVERED])
def test_a_receipt_of_a_claim_that_holds_no_money_wants_a_decision(context: Context, state: ClaimState) -> None:
    receipt = a_receipt()
    (finding,) = duplicate_receipt(a_claim(receipt), seen(context, a_seen_receipt(receipt, state=state)))
    assert (finding.severity, finding.title) == (Severity.DECISION, "票据曾经申报")


def test_a_number_in_doubt_is_told_with_the_doubt(context: Context) -> None:
    receipt = a_receipt()
    doubtful = a_value("invoice_number", "0012345678", standing=Standing.DOUBTFUL)
    receipt = replace(receipt, values={**receipt.values, "invoice_number": doubtful})
    (finding,) = duplicate_receipt(a_claim(receipt), seen(context, a_seen_receipt(receipt)))
    assert "识别存疑" in finding.message


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("", {"invoice_code": "36060125", "total": Decimal("100.00")}),
        ("36060125", {"invoice_code": "", "hospital": HOSPITAL}),
        ("36060125", {"invoice_code": "36060124", "hospital": HOSPITAL, "total": Decimal("100.00")}),
    ],
)
def test_one_number_under_a_missing_or_misread_code_wants_a_decision(
    context: Context, code: str, changes: dict[str, Any]
) -> None:
    receipt = a_receipt(invoice_code=code)
    (finding,) = duplicate_receipt(a_claim(receipt), seen(context, a_seen_receipt(receipt, **changes)))
    assert (finding.severity, finding.title) == (Severity.DECISION, "票据疑似重复申报")


@pytest.mark.parametrize(
    "changes",
    [
        {"invoice_code": "", "hospital": "邻县中医院"},
        {"invoice_code": "", "total": Decimal("88.00")},
        {"invoice_code": "11060124"},
    ],
)
def test_one_number_of_another_hospital_or_sum_is_chance(context: Context, changes: dict[str, Any]) -> None:
    receipt = a_receipt()
    assert not list(duplicate_receipt(a_claim(receipt), seen(context, a_seen_receipt(receipt, **changes))))


def test_an_invoice_of_a_pharmacy_is_paid_once_too(context: Context) -> None:
    invoice = a_document(DocumentKind.PHARMACY_INVOICE, invoice_number="25362000000012345678", total_amount="88.00")
    (finding,) = duplicate_receipt(a_claim(invoice), seen(context, a_seen_receipt(invoice)))
    assert finding.severity is Severity.BLOCKS


@pytest.mark.parametrize(("seller", "told"), [("样例大药房", 1), ("另一家药店", 0)])
def test_an_older_invoice_without_code_is_told_by_its_seller(context: Context, *, seller: str, told: int) -> None:
    invoice = a_document(DocumentKind.PHARMACY_INVOICE, invoice_number="12345678", seller="样例大药房")
    other = a_seen_receipt(invoice, hospital=seller)
    found = list(duplicate_receipt(a_claim(invoice), seen(context, other)))
    assert [f.severity for f in found] == [Severity.DECISION] * told


def test_the_same_receipt_twice_in_one_claim_blocks_once(context: Context) -> None:
    (finding,) = duplicate_receipt(a_claim(a_receipt(), a_receipt()), context())
    assert (finding.code, finding.severity) == ("receipt-twice", Severity.BLOCKS)
    assert "出现2次" in finding.message


def test_receipts_without_number_are_not_each_others_duplicates(context: Context) -> None:
    receipts = (a_receipt(invoice_number=""), a_receipt(invoice_number=" "))
    others = [a_seen_receipt(receipt) for receipt in receipts]
    assert not list(duplicate_receipt(a_claim(*receipts), seen(context, *others)))


# -- by stay, day and sum


def reprinted(receipt: Document, **changes: Any) -> SeenReceipt:
    usual: dict[str, Any] = {
        "invoice_number": "0077777777",
        "hospital": HOSPITAL,
        "stay_number": "ZY0001",
        "total": Decimal("900.00"),
        "day": date(2025, 3, 11),
    }
    return a_seen_receipt(receipt, **(usual | changes))


def of_stay(**cells: str) -> Document:
    return a_receipt(**({"total_amount": "900.00", "hospital_number": "ZY 0001"} | cells))


@pytest.mark.parametrize("same_person", [True, False])
def test_one_stay_and_sum_under_another_number_wants_a_decision(context: Context, *, same_person: bool) -> None:
    receipt = of_stay()
    (finding,) = same_stay(a_claim(receipt), seen(context, reprinted(receipt, same_person=same_person)))
    assert (finding.code, finding.severity) == ("receipt-again", Severity.DECISION)
    assert "医院、住院号和金额900.00元相同" in finding.message


def test_one_day_and_sum_of_one_person_wants_a_decision(context: Context) -> None:
    receipt = of_stay(hospital_number="")
    (finding,) = same_stay(a_claim(receipt), seen(context, reprinted(receipt, stay_number="")))
    assert "医院、日期和金额" in finding.message


@pytest.mark.parametrize(
    ("cells", "changes"),
    [
        ({}, {"hospital": "邻县中医院"}),
        ({}, {"total": Decimal("901.00")}),
        ({}, {"state": ClaimState.REJECTED}),
        ({"hospital_number": ""}, {"day": date(2025, 3, 12)}),
        ({"hospital_number": ""}, {"same_person": False}),
        ({"hospital_number": "", "total_amount": "12.00"}, {"total": Decimal("12.00")}),
        ({"total_amount": "无"}, {"stay_number": "", "total": None}),
    ],
)
def test_receipts_that_differ_in_what_matters_are_silent(
    context: Context, cells: dict[str, str], changes: dict[str, Any]
) -> None:
    receipt = of_stay(**cells)
    assert not list(same_stay(a_claim(receipt), seen(context, reprinted(receipt, **changes))))


def test_many_prints_of_one_stay_are_one_finding(context: Context) -> None:
    receipt = of_stay()
    prints = [reprinted(receipt, claim=f"20250110-{n:04}", invoice_number=f"{n:010}") for n in range(30)]
    (finding,) = same_stay(a_claim(receipt), seen(context, *prints))
    assert "等30单中号码0000000000的票据" in finding.message


def test_a_stay_number_of_another_person_is_a_clue(context: Context) -> None:
    receipt = of_stay()
    other = reprinted(receipt, same_person=False, total=Decimal("50.00"))
    (finding,) = same_stay(a_claim(receipt), seen(context, other))
    assert (finding.code, finding.severity) == ("stay-number-of-another", Severity.CLUE)


def test_two_receipts_of_one_stay_and_sum_in_one_claim_want_a_decision(context: Context) -> None:
    (finding,) = receipts_alike(a_claim(of_stay(), of_stay(invoice_number="0055")), context())
    assert (finding.code, finding.severity) == ("receipts-alike", Severity.DECISION)


def test_two_visits_of_one_price_are_silent(context: Context) -> None:
    visits = (of_stay(hospital_number=""), of_stay(hospital_number="", invoice_number="0055"))
    assert not list(receipts_alike(a_claim(*visits), context()))


def a_visit(number: str, *, issue_date: str = "2025-03-05", amount: str = "450.00") -> Document:
    cells = {"invoice_code": "36060125", "invoice_number": number, "issue_date": issue_date, "total_amount": amount}
    return a_document(DocumentKind.OUTPATIENT_RECEIPT, a_line("CT平扫", amount=amount), **cells)


def test_two_receipts_of_one_day_and_one_list_of_items_are_a_clue(context: Context) -> None:
    (finding,) = receipts_alike(a_claim(a_visit("0000000001"), a_visit("0000000007")), context())
    assert (finding.code, finding.severity) == ("receipts-alike", Severity.CLUE)
    assert "日期、项目和金额450.00元相同" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        a_visit("0000000007", issue_date="2025-03-06"),
        a_visit("0000000007", amount="451.00"),
        a_document(DocumentKind.OUTPATIENT_RECEIPT, invoice_number="7", issue_date="2025-03-05", total_amount="450.00"),
    ],
)
def test_visits_of_other_days_sums_and_items_are_silent(context: Context, other: Document) -> None:
    assert not list(receipts_alike(a_claim(a_visit("0000000001"), other), context()))


def test_a_small_fee_paid_twice_on_one_day_is_silent(context: Context) -> None:
    visits = [a_visit(number, amount="12.00") for number in ("0000000001", "0000000002")]
    assert not list(receipts_alike(a_claim(*visits), context()))


# -- numbers that follow each other


def near(receipt: Document, step: int, **changes: Any) -> SeenReceipt:
    usual: dict[str, Any] = {
        "invoice_number": f"{12345678 + step:010}",
        "hospital": HOSPITAL,
        "same_person": False,
        "claim": f"20250110-{step + 10:04}",
        "day": date(2025, 3, 11),
    }
    return a_seen_receipt(receipt, **(usual | changes))


def test_neighbours_of_two_other_people_are_a_clue(context: Context) -> None:
    receipt = a_receipt(issue_date="2025-03-11")
    (finding,) = neighbours(a_claim(receipt), seen(context, near(receipt, 1), near(receipt, -2)))
    assert (finding.code, finding.severity) == ("numbers-of-others", Severity.CLUE)
    assert "0012345679（报销单20250110-0011）" in finding.message


def test_a_neighbour_issued_on_quite_another_day_is_a_clue(context: Context) -> None:
    receipt = a_receipt(issue_date="2025-03-11")
    other = near(receipt, 1, day=date(2025, 2, 1))
    assert [f.code for f in neighbours(a_claim(receipt), seen(context, other))] == ["numbers-of-others"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"hospital": "邻县中医院", "day": date(2025, 1, 1)},
        {"invoice_code": "36060124", "day": date(2025, 1, 1)},
        {"invoice_number": "0012345690", "day": date(2025, 1, 1)},
        {"same_person": True, "day": date(2025, 1, 1)},
        {"invoice_number": "无", "day": date(2025, 1, 1)},
    ],
)
def test_one_neighbour_of_the_day_and_strangers_far_off_are_silent(context: Context, changes: dict[str, Any]) -> None:
    receipt = a_receipt(issue_date="2025-03-11")
    assert not list(neighbours(a_claim(receipt), seen(context, near(receipt, 1, **changes))))


def in_a_run(count: int, days: int) -> list[Document]:
    first = date(2025, 3, 1)
    return [
        a_receipt(invoice_number=f"{20 + step:010}", issue_date=str(first + timedelta(days=step * days)))
        for step in range(count)
    ]


def test_a_run_of_numbers_over_many_days_is_a_clue(context: Context) -> None:
    (finding,) = neighbours(a_claim(*in_a_run(5, 7)), context())
    assert (finding.code, finding.severity) == ("numbers-in-a-run", Severity.CLUE)
    assert "0000000020至0000000024" in finding.message


@pytest.mark.parametrize(("count", "days"), [(4, 7), (6, 0)])
def test_a_short_run_and_a_run_of_one_day_are_silent(context: Context, count: int, days: int) -> None:
    assert not list(neighbours(a_claim(*in_a_run(count, days)), context()))


def test_numbers_with_gaps_are_no_run(context: Context) -> None:
    receipts = [a_receipt(invoice_number=f"{step * 5:010}", issue_date=f"2025-03-0{step}") for step in range(1, 8)]
    assert not list(neighbours(a_claim(*receipts), context()))
