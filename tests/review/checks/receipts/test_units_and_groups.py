"""Hospitals of receipts and statements, codes of other bodies, and many receipts that are alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from review.checks.finding import CheckContext, Severity
from review.checks.receipts.code_parts import code_parts
from review.checks.receipts.issuing_unit import issuing_unit
from review.checks.receipts.receipts_alike import receipts_alike
from review.claim.paper import Document, DocumentKind
from tests.builders import a_care, a_claim, a_discharge_record, a_line, a_receipt, a_statement

Make = Callable[..., CheckContext]
HERE, ELSEWHERE = "样例省人民医院", "邻县中医院"


def a_visit(number: int) -> Document:
    paper = a_receipt(
        a_line("血液透析", amount="396.00"),
        invoice_number=f"{number:010}",
        total_amount="396.00",
        visit_date="2025-03-05",
        issue_date="2025-03-05",
    )
    return replace(paper, kind=DocumentKind.OUTPATIENT_RECEIPT)


def test_a_statement_of_another_hospital_is_told_though_receipt_and_record_agree(context: Make) -> None:
    papers = (a_receipt(institution=HERE), a_statement(institution=ELSEWHERE), a_discharge_record(institution=HERE))
    (found,) = issuing_unit(a_claim(*papers), context())
    assert (found.code, found.severity) == ("statement-unit", Severity.DECISION)
    assert ELSEWHERE in found.message
    assert found.place is not None


def test_a_statement_of_a_branch_or_of_the_hospital_on_the_claim_is_silent(context: Make) -> None:
    branch = (a_receipt(institution=HERE), a_statement(institution=f"{HERE}东院区"))
    assert not list(issuing_unit(a_claim(*branch), context()))
    named = (a_receipt(institution=HERE), a_statement(institution=ELSEWHERE), a_discharge_record(institution=HERE))
    assert not list(issuing_unit(a_claim(*named, care=a_care(hospital=ELSEWHERE)), context()))


def test_codes_of_bodies_that_are_no_province_are_silent(context: Make) -> None:
    for code in ("36060125", "00060125", "66060125"):
        assert not list(code_parts(a_claim(a_receipt(invoice_code=code), care=a_care(province="江西省")), context()))


def test_many_receipts_alike_are_one_finding(context: Make) -> None:
    claim = a_claim(*(a_visit(number) for number in range(60)))
    (found,) = receipts_alike(claim, context())
    assert "等59张" in found.message
    assert found.title == "60张票据疑似同一次费用"
