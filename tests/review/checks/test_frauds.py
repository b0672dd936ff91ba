"""The published frauds (policy §2.7) against all checks at once: each is told with place, basis, figures and advice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import Severity
from review.checks.past import AccountUse, Past, PastCharge, PriceSeen, Spending
from review.checks.registry import run_checks
from review.claim.claim import CareKind, HospitalLevel
from review.claim.paper import DocumentKind
from review.claim.verification import Answer
from tests.builders import (
    ADMITTED,
    DISCHARGED,
    a_care,
    a_citizen_number,
    a_claim,
    a_discharge_record,
    a_line,
    a_past_care,
    a_receipt,
    a_seen_receipt,
    a_similar_page,
    a_statement,
    an_answer,
)
from tests.forge.figures import in_words
from tests.review.checks.honest import context_of, with_entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

HOSPITAL, STAY = "样例省人民医院", "1234567"


def charged(name: str, price: str, quantity: str = "1", **cells: Any) -> Line:
    """A line whose product holds."""
    amount = f"{Decimal(price) * Decimal(quantity):.2f}"
    return a_line(name, **({"unit_price": price, "quantity": quantity, "amount": amount} | cells))


def honest_lines() -> list[Line]:
    """What a small operation costs, the published total."""
    return [
        charged("住院诊查费", "12.00", "10", unit="日"),
        charged("普通病房床位费(三人间)", "38.00", "10", unit="日"),
        charged("注射用哌拉西林钠他唑巴坦钠", "23.70", "30", spec="4.5g", unit="瓶", insurance_class="乙"),
        charged("氯化钠注射液", "2.85", "40", spec="100ml:0.9g", unit="袋"),
        charged("静脉输液", "8.00", "10", unit="组"),
        charged("乳腺肿物切除术", "452.00", unit="次"),
        charged("全身麻醉", "620.00", unit="2小时"),
        charged("综合治疗", "12786.14", unit="次"),
    ]


def claim_of(lines: list[Line], receipt: dict[str, str] | None = None, **changes: Any) -> Claim:
    """A claim of these lines, whose receipt bears their sum."""
    total = f"{sum((Decimal(line.text('amount')) for line in lines), Decimal(0)):.2f}"
    sound = {"total_amount": total, "total_in_words": in_words(Decimal(total)), "cash_paid": total}
    face = {"institution": HOSPITAL, "hospital_number": STAY, "issue_date": str(DISCHARGED)}
    papers = (
        a_receipt(**(sound | face | (receipt or {}))),
        a_statement(*lines, total_amount=total, institution=HOSPITAL),
        a_discharge_record(institution=HOSPITAL, outcome="好转"),
    )
    care = a_care(**({"diagnoses": ("乳腺良性肿瘤",), "province": "江西省"} | changes))
    return with_entries(a_claim(*papers, care=care))


def found(claim: Claim, past: Past | None = None) -> dict[str, Finding]:
    """What all checks say, by code."""
    return {finding.code: finding for finding in run_checks(claim, context_of(claim, past=past or Past()))}


def told(claim: Claim, past: Past | None = None) -> dict[str, Finding]:
    """What they say beyond what they say of the honest claim."""
    usual = found(claim_of(honest_lines()))
    return {code: finding for code, finding in found(claim, past).items() if code not in usual}


def changed(name: str, **cells: str) -> list[Line]:
    """The honest lines, some cells of one of them changed."""
    lines = honest_lines()
    values = next(line for line in lines if line.text("name") == name).values
    plain = {key: value.value for key, value in values.items()} | cells
    return [a_line(**plain) if line.values is values else line for line in lines]  # type: ignore[arg-type]


def of_receipt(change: Callable[[Document], Past]) -> tuple[Claim, Past]:
    """The honest claim, and a past that is about its receipt."""
    claim = claim_of(honest_lines())
    return claim, change(claim.receipts[0])


def test_the_honest_claim_is_left_in_peace() -> None:
    claim = claim_of(honest_lines())
    assert claim.receipts[0].text("total_amount") == "15263.14"
    pressing = {code for code, finding in found(claim).items() if finding.severity is not Severity.CLUE}
    assert pressing <= {"unmatched"}


@pytest.mark.parametrize(
    ("receipt", "codes"),
    [
        ({"total_amount": "105263.14"}, {"figure-grown", "statement-receipt"}),
        (
            {"total_amount": "105263.14", "total_in_words": in_words(Decimal("105263.14")), "cash_paid": "105263.14"},
            {"figure-grown", "statement-receipt"},
        ),
        ({"pooled_fund_paid": "8000.00", "cash_paid": "7263.14"}, {"already-settled"}),
        ({"payer": "李大山"}, {"payer-name"}),
        ({"invoice_number": "00123456"}, {"invoice-number-form"}),
        ({"institution": "邻县中医院"}, {"issuing-unit"}),
    ],
)
def test_what_was_changed_on_the_receipt(receipt: dict[str, str], codes: set[str]) -> None:
    new = told(claim_of(honest_lines(), receipt))
    assert codes <= set(new)
    for code in codes:
        assert new[code].place is not None
        assert new[code].severity is not Severity.CLUE


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (changed("乳腺肿物切除术", amount="5452.00"), "figure-grown"),
        (changed("普通病房床位费(三人间)", quantity="20", amount="760.00"), "bed-days"),
        (changed("氯化钠注射液", quantity="4000", amount="11400.00"), "drug-amount"),
        (changed("注射用哌拉西林钠他唑巴坦钠", insurance_class="甲"), "classes-differ"),
        ([*honest_lines(), *(charged("磁共振平扫(1.5T)", "360.00", date="2025-03-02") for _ in "12")], "twin-lines"),
        ([*honest_lines(), charged("螺内酯片", "8.20", "-3", spec="20mg*100片", unit="瓶")], "refund-alone"),
        ([*honest_lines(), charged("彩色多普勒超声", "80.00", date="2025-03-25")], "line-date"),
        ([*honest_lines(), charged("儿童清肺口服液", "36.00", unit="盒")], "rule-age"),
        ([*honest_lines(), charged("人工流产术", "350.00")], "rule-sex"),
        ([*honest_lines(), charged("疤痕止痒软化乳膏", "36.00")], "rule-scheme"),
        (
            [*honest_lines(), *(charged("糖化血红蛋白测定", "48.00", date=f"2025-03-0{day}") for day in (2, 6))],
            "rule-period",
        ),
        (
            [
                *honest_lines(),
                *(charged(name, "99.00", date="2025-03-02") for name in ("急诊监护费", "普通病房床位费")),
            ],
            "rule-duplicate",
        ),
        (
            [
                *honest_lines(),
                charged("食管癌根治+结肠代食管术", "4000.00", date="2025-03-02"),
                charged("食管胃吻合口狭窄切开成形术", "2000.00", date="2025-03-02"),
            ],
            "rule-secondary",
        ),
        ([*honest_lines()[1:], charged("住院诊查费", "12.00", "30", unit="日")], "rule-frequency"),
    ],
)
def test_what_was_changed_in_the_lines(lines: list[Line], code: str) -> None:
    finding = told(claim_of(lines))[code]
    assert finding.place is not None
    assert finding.values


def test_a_price_changed_on_all_papers_is_told_by_what_others_paid() -> None:
    claim = claim_of(changed("乳腺肿物切除术", unit_price="5452.00", amount="5452.00"))
    (line,) = (line for line in claim.charge_lines if line.text("name") == "乳腺肿物切除术")
    prices = {line.id: PriceSeen(count=8, low=Decimal(430), median=Decimal(452), high=Decimal(480), source="已审")}
    finding = told(claim, Past(prices=MappingProxyType(prices)))["price-grown"]
    assert "5,452.00" in finding.message
    assert finding.place is not None


def test_a_sum_changed_on_all_papers_is_told_by_what_the_illness_costs() -> None:
    claim = claim_of(changed("综合治疗", unit_price="102786.14", amount="102786.14"))
    usual = Spending(diagnosis="乳腺良性肿瘤", count=12, median=Decimal(9000), high=Decimal(16000), days=Decimal(6))
    assert "total-out-of-proportion" in told(claim, Past(spending=usual))


@pytest.mark.parametrize(
    ("past", "code", "severity"),
    [
        (lambda r: Past(receipts=(a_seen_receipt(r, same_person=False),)), "duplicate-receipt", Severity.BLOCKS),
        (
            lambda r: Past(receipts=(a_seen_receipt(r, same_person=False, total=Decimal("1526.14")),)),
            "number-other-sum",
            Severity.DECISION,
        ),
        (
            lambda r: Past(
                receipts=tuple(
                    a_seen_receipt(
                        r,
                        same_person=False,
                        claim=f"20250110-{copy:04}",
                        invoice_number=f"88{copy:08}",
                        hospital=HOSPITAL,
                        stay_number=STAY,
                        day=DISCHARGED,
                        total=Decimal("15263.14"),
                    )
                    for copy in range(1, 200)
                )
            ),
            "receipt-again",
            Severity.DECISION,
        ),
        (lambda _: Past(pages=(a_similar_page(bits=3),)), "page-alike", Severity.DECISION),
        (lambda r: Past(verifications=(an_answer(r, Answer.UNKNOWN),)), "receipt-unknown", Severity.BLOCKS),
        (lambda r: Past(verifications=(an_answer(r, Answer.DIFFERS),)), "receipt-differs", Severity.BLOCKS),
    ],
)
def test_a_receipt_handed_in_again_or_forged(past: Callable[[Document], Past], code: str, severity: Severity) -> None:
    finding = told(*of_receipt(past))[code]
    assert finding.severity is severity
    assert finding.place is not None
    assert len(finding.message) < 400


@pytest.mark.parametrize(
    ("past", "code"),
    [
        (
            Past(cares=(a_past_care(admitted=ADMITTED + timedelta(3), discharged=ADMITTED + timedelta(8)),)),
            "stay-overlap",
        ),
        (
            Past(
                cares=(a_past_care(kind=CareKind.OUTPATIENT, admitted=date(2025, 3, 5), discharged=date(2025, 3, 5)),)
            ),
            "visit-during-stay",
        ),
        (Past(cares=(a_past_care(outcome="死亡"),)), "care-after-death"),
        (
            Past(
                cares=(
                    a_past_care(admitted=date(2025, 2, 15), discharged=date(2025, 2, 20), diagnoses=("乳腺良性肿瘤",)),
                )
            ),
            "readmission",
        ),
        (
            Past(
                accounts=tuple(
                    AccountUse(claim=f"20250110-{n:04}", insured_name=f"李{n}", id_number=a_citizen_number(n))
                    for n in range(1, 7)
                )
            ),
            "account-shared",
        ),
    ],
)
def test_what_another_claim_tells_of_the_stay(past: Past, code: str) -> None:
    finding = told(claim_of(honest_lines()), past)[code]
    assert finding.values
    assert finding.basis


def test_a_course_is_counted_over_claims() -> None:
    days = [date(2025, 3, 1) + timedelta(days=n) for n in range(8)]
    lines = [charged("奥扎格雷钠注射液", "20.00", spec="2ml:40mg", unit="支", date=str(day)) for day in days]
    claim = claim_of([*honest_lines(), *lines])
    entry = claim.charge_lines[-1].entry_id
    before = tuple(
        PastCharge(
            claim="20250110-0003",
            entry_id=entry,
            name="奥扎格雷钠注射液",
            day=day - timedelta(days=9),
            quantity=Decimal(1),
        )
        for day in days
    )
    assert "rule-course" not in told(claim)
    assert "rule-course" in told(claim, Past(charges=before))


def test_levels_and_places_of_care_are_held_against_the_library() -> None:
    lines = [*honest_lines(), charged("参附注射液", "40.00", spec="10ml", unit="支")]
    assert "rule-level" in told(claim_of(lines, hospital_level=HospitalLevel.PRIMARY))
    assert "rule-level" not in told(claim_of(lines))


def test_every_finding_says_what_to_do_and_what_it_rests_on() -> None:
    claim = claim_of(changed("乳腺肿物切除术", amount="5452.00"), {"total_amount": "105263.14", "payer": "李大山"})
    receipt = next(paper for paper in claim.documents if paper.kind is DocumentKind.INPATIENT_RECEIPT)
    twice = replace(claim, documents=(*claim.documents, replace(receipt, id=receipt.id + 10**6, position=9)))
    findings = run_checks(twice, context_of(twice, past=Past()))
    assert "receipt-twice" in {finding.code for finding in findings}
    for finding in findings:
        assert len(finding.title) <= 20
        assert finding.message.endswith("。")
        assert finding.advice.startswith(("请", "建议", "规则库", "汇总", "已按"))
        assert finding.basis
