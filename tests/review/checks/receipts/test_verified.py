"""Checks of what the treasury's site said of a receipt, and of who issued it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.past import Past
from review.checks.receipts.issuing_unit import issuing_unit
from review.checks.receipts.marks import number_key, same_hospital
from review.checks.receipts.verified import verified
from review.claim.claim import CareKind
from review.claim.paper import Custody, Document, DocumentKind, Standing
from review.claim.verification import Answer, Verification
from tests.builders import (
    a_care,
    a_claim,
    a_discharge_record,
    a_document,
    a_page,
    a_receipt,
    a_statement,
    a_value,
    an_answer,
)

Context = Callable[..., CheckContext]
LARGE = Decimal("20000.00")


def told(context: Context, *answers: Verification, **changes: Any) -> CheckContext:
    return context(past=Past(verifications=answers), **changes)


def a_large_receipt(**cells: str) -> Document:
    return a_receipt(**({"total_amount": "105263.14"} | cells))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer.UNKNOWN, "receipt-unknown"),
        (Answer.DIFFERS, "receipt-differs"),
        (Answer.REVERSED, "receipt-reversed"),
    ],
)
def test_an_answer_against_the_receipt_blocks(context: Context, answer: Answer, code: str) -> None:
    receipt = a_receipt()
    (finding,) = verified(a_claim(receipt), told(context, an_answer(receipt, answer, note="金额15263.14")))
    assert (finding.code, finding.severity) == (code, Severity.BLOCKS)
    assert "2025-03-20查验" in finding.message
    assert "金额15263.14" in finding.message


def test_a_genuine_receipt_is_silent_however_large(context: Context) -> None:
    receipt = a_large_receipt()
    assert not list(verified(a_claim(receipt), told(context, an_answer(receipt), verify_above=LARGE)))


def test_a_genuine_receipt_asked_for_often_is_a_clue(context: Context) -> None:
    receipt = a_receipt()
    (finding,) = verified(a_claim(receipt), told(context, an_answer(receipt, times=30)))
    assert (finding.code, finding.severity) == ("receipt-asked-often", Severity.CLUE)


def test_the_latest_answer_counts(context: Context) -> None:
    receipt = a_receipt()
    answers = (an_answer(receipt), an_answer(receipt, Answer.UNKNOWN))
    assert not list(verified(a_claim(receipt), told(context, *answers)))


def test_an_answer_about_other_figures_no_longer_holds(context: Context) -> None:
    receipt = a_large_receipt()
    before = an_answer(receipt, Answer.DIFFERS, total="15263.14")
    assert [f.code for f in verified(a_claim(receipt), told(context, before, verify_above=LARGE))] == [
        "receipt-unverified"
    ]


@pytest.mark.parametrize("answers", [0, 1])
def test_a_large_electronic_receipt_without_answer_wants_a_decision(context: Context, answers: int) -> None:
    receipt = a_large_receipt()
    given = [an_answer(receipt, Answer.UNAVAILABLE)] * answers
    (finding,) = verified(a_claim(receipt), told(context, *given, verify_above=LARGE))
    assert (finding.code, finding.severity) == ("receipt-unverified", Severity.DECISION)
    assert "105,263.14元，超过20,000.00元" in finding.message


@pytest.mark.parametrize(
    ("cells", "above"),
    [
        ({}, None),
        ({"total_amount": "20000.00"}, LARGE),
        ({"check_code": ""}, LARGE),
        ({"total_amount": "看不清"}, LARGE),
    ],
)
def test_nobody_asks_about_small_and_printed_receipts_or_where_it_is_not_set(
    context: Context, cells: dict[str, str], above: Decimal | None
) -> None:
    assert not list(verified(a_claim(a_large_receipt(**cells)), told(context, verify_above=above)))


def test_what_came_as_an_electronic_file_is_electronic(context: Context) -> None:
    receipt = a_large_receipt(check_code="")
    filed = a_claim(receipt, pages=(a_page(origin="ofd"),))
    said = a_claim(replace(receipt, custody=Custody.ELECTRONIC))
    for claim in (filed, said):
        assert [f.code for f in verified(claim, told(context, verify_above=LARGE))] == ["receipt-unverified"]


# -- who issued it


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("样例省人民医院", "样例省人民医院 "),
        ("样例省人民医院", "样例省人民医院（东院区）"),
        ("样例市第一医院财务专用章", "样例市第1医院"),
        ("样例大学附属医院(样例市肿瘤医院)", "样例市肿瘤医院"),
        ("样例省人民医院", "样例省入民医院"),
    ],
)
def test_names_that_may_mean_one_hospital_are_the_same(one: str, other: str) -> None:
    assert same_hospital(one, other)
    assert same_hospital(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("样例市第一医院", "样例市第二医院"), ("样例省人民医院", "邻县中医院"), ("", "样例省人民医院"), ("", "")],
)
def test_names_of_two_hospitals_are_not(one: str, other: str) -> None:
    assert not same_hospital(one, other)


@pytest.mark.parametrize(("text", "key"), [(" ００12-3 ", "123"), ("000", ""), ("", ""), ("a1b2", "A1B2")])
def test_numbers_are_compared_in_one_way_of_writing(text: str, key: str) -> None:
    assert number_key(text) == key


def test_a_receipt_of_a_hospital_no_other_paper_names_wants_a_decision(context: Context) -> None:
    papers = (a_receipt(institution="邻县中医院"), a_discharge_record(institution="样例省人民医院"))
    (finding,) = issuing_unit(a_claim(*papers), context())
    assert (finding.code, finding.severity) == ("issuing-unit", Severity.DECISION)
    assert finding.place == papers[0].values["institution"].place


def test_one_paper_that_names_the_issuing_unit_is_enough(context: Context) -> None:
    papers = (
        a_receipt(institution="样例省人民医院"),
        a_statement(institution="样例省人民医院"),
        a_discharge_record(institution="样例大学附属医院"),
    )
    assert not list(issuing_unit(a_claim(*papers), context()))


def test_unnamed_and_doubtful_issuing_units_wait(context: Context) -> None:
    receipt = a_receipt()
    doubtful = a_value("institution", "邻县中医院", standing=Standing.DOUBTFUL)
    record = a_discharge_record(institution="样例省人民医院")
    for paper in (receipt, replace(receipt, values={**receipt.values, "institution": doubtful})):
        assert not list(issuing_unit(a_claim(paper, record), context()))


def test_a_visit_elsewhere_before_the_stay_is_no_contradiction(context: Context) -> None:
    visit = a_document(DocumentKind.OUTPATIENT_RECEIPT, institution="邻县中医院", total_amount="30.00")
    record = a_discharge_record(institution="样例省人民医院")
    assert not list(issuing_unit(a_claim(visit, record), context()))
    alone = a_claim(visit, record, care=a_care(kind=CareKind.OUTPATIENT))
    assert [f.code for f in issuing_unit(alone, context())] == ["issuing-unit"]
