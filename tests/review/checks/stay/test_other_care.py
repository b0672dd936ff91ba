"""Checks of the stay against other care of the person: overlaps, visits, readmission, death, one account for many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.past import AccountUse, Past, PastCare
from review.checks.stay.after_death import after_death
from review.checks.stay.diagnoses import planned, related
from review.checks.stay.overlaps import overlaps
from review.checks.stay.readmission import readmission
from review.checks.stay.shared_account import shared_account
from review.checks.stay.spans import Span
from review.checks.stay.visits_within import visits_within
from review.claim.claim import CareKind, Claim
from review.claim.paper import DocumentKind, Standing
from review.claim.states import ClaimState
from tests.builders import (
    ID_NUMBER,
    a_care,
    a_claim,
    a_document,
    a_past_care,
    a_receipt,
    a_statement,
    a_value,
    an_insured,
)

Context = Callable[..., CheckContext]
HOSPITAL = a_care().hospital


def after(context: Context, *cares: PastCare) -> CheckContext:
    return context(past=Past(cares=cares))


def march(first: int, last: int, **changes: Any) -> PastCare:
    return a_past_care(admitted=date(2025, 3, first), discharged=date(2025, 3, last), **changes)


def with_a_doubtful_day() -> Claim:
    receipt = a_receipt()
    doubtful = a_value("admission_date", "2025-03-01", standing=Standing.DOUBTFUL)
    return a_claim(replace(receipt, values={**receipt.values, "admission_date": doubtful}), a_statement())


# -- two beds at once


@pytest.mark.parametrize(("first", "last", "nights"), [(1, 11, 10), (10, 20, 1), (5, 5, 1), (11, 12, 0), (20, 21, 0)])
def test_spans_share_nights_not_the_day_of_moving(first: int, last: int, nights: int) -> None:
    own, other = Span(date(2025, 3, 1), date(2025, 3, 11)), Span(date(2025, 3, first), date(2025, 3, last))
    assert own.nights_with(other) == other.nights_with(own) == nights


def test_two_hospitals_for_several_nights_want_a_decision(context: Context) -> None:
    (finding,) = overlaps(a_claim(), after(context, march(5, 20)))
    assert (finding.code, finding.severity) == ("stay-overlap", Severity.DECISION)
    assert "在“邻县中医院”的住院2025-03-05至2025-03-20重叠6夜" in finding.message
    assert finding.place == a_claim().receipts[0].values["admission_date"].place


def test_one_night_in_two_hospitals_wants_a_decision(context: Context) -> None:
    assert [f.severity for f in overlaps(a_claim(), after(context, march(10, 20)))] == [Severity.DECISION]


def test_the_same_stay_in_another_claim_wants_a_decision(context: Context) -> None:
    (finding,) = overlaps(a_claim(), after(context, march(1, 11, hospital=HOSPITAL)))
    assert (finding.code, finding.severity) == ("stay-again", Severity.DECISION)


def test_a_stay_of_a_rejected_claim_is_a_clue(context: Context) -> None:
    other = march(5, 20, state=ClaimState.REJECTED)
    assert [f.severity for f in overlaps(a_claim(), after(context, other))] == [Severity.CLUE]


@pytest.mark.parametrize(
    "other",
    [
        march(11, 20),
        a_past_care(),
        march(5, 6, kind=CareKind.OUTPATIENT),
        a_past_care(admitted=None),
        march(20, 5),
        a_past_care(admitted=date(2025, 3, 5), discharged=None),
    ],
)
def test_moves_earlier_stays_visits_and_unknown_days_are_no_overlap(context: Context, other: PastCare) -> None:
    assert not list(overlaps(a_claim(), after(context, other)))


@pytest.mark.parametrize("check", [overlaps, visits_within, readmission, after_death])
def test_days_in_doubt_wait(context: Context, check: Callable[..., Any]) -> None:
    cares = (march(5, 20, diagnoses=a_care().diagnoses), a_past_care(outcome="死亡"), march(5, 5, kind="outpatient"))
    assert not list(check(with_a_doubtful_day(), after(context, *cares)))


# -- visits during a stay


def test_a_visit_of_another_claim_during_the_stay_wants_a_decision(context: Context) -> None:
    (finding,) = visits_within(a_claim(), after(context, march(5, 5, kind=CareKind.OUTPATIENT)))
    assert (finding.code, finding.severity) == ("visit-during-stay", Severity.DECISION)
    assert "门诊就诊2025-03-05在住院2025-03-01至2025-03-11期间" in finding.message


def test_a_visit_during_a_stay_of_another_claim_wants_a_decision(context: Context) -> None:
    care = a_care(kind=CareKind.OUTPATIENT, admitted=date(2025, 3, 5), discharged=None)
    assert [f.code for f in visits_within(a_claim(care=care), after(context, march(1, 11)))] == ["visit-during-stay"]


def test_an_outpatient_receipt_of_a_day_in_bed_is_pointed_at(context: Context) -> None:
    receipt = a_document(DocumentKind.OUTPATIENT_RECEIPT, visit_date="2025-03-05")
    (finding,) = visits_within(a_claim(a_receipt(), receipt), context())
    assert (finding.subject, finding.place) == (f"document:{receipt.id}", receipt.values["visit_date"].place)


@pytest.mark.parametrize(
    "other",
    [
        march(1, 1, kind=CareKind.OUTPATIENT),
        march(11, 11, kind=CareKind.EMERGENCY),
        a_past_care(kind=CareKind.CHRONIC_OUTPATIENT, discharged=date(2025, 12, 31)),
        march(5, 6),
    ],
)
def test_visits_on_the_edge_and_visits_all_year_are_silent(context: Context, other: PastCare) -> None:
    assert not list(visits_within(a_claim(), after(context, other)))


def test_an_examination_before_the_stay_is_silent(context: Context) -> None:
    receipts = [a_document(DocumentKind.OUTPATIENT_RECEIPT, visit_date=day) for day in ("2025-03-01", "2025-02-27", "")]
    assert not list(visits_within(a_claim(a_receipt(), *receipts), context()))


# -- a stay soon after a stay


def test_a_related_stay_soon_after_is_a_clue(context: Context) -> None:
    other = a_past_care(admitted=date(2025, 2, 10), discharged=date(2025, 2, 20), diagnoses=("肺炎", "高血压病"))
    (finding,) = readmission(a_claim(), after(context, other))
    assert (finding.code, finding.severity) == ("readmission", Severity.CLUE)
    assert "相隔9天" in finding.message


def test_the_order_of_the_claims_does_not_matter(context: Context) -> None:
    later = march(20, 25, diagnoses=("重症肺炎",))
    assert [f.values["days"] for f in readmission(a_claim(), after(context, later))] == ["9"]


@pytest.mark.parametrize(
    "changes",
    [
        {"admitted": date(2025, 1, 1), "discharged": date(2025, 2, 13)},
        {"diagnoses": ("股骨颈骨折",)},
        {"diagnoses": ()},
        {"diagnoses": ("肺炎", "肺恶性肿瘤化疗")},
        {"outcome": "转院"},
        {"state": ClaimState.REJECTED},
        {"discharged": date(2025, 3, 1)},
        {"kind": CareKind.OUTPATIENT},
    ],
)
def test_other_illnesses_courses_moves_and_long_gaps_are_silent(context: Context, changes: dict[str, Any]) -> None:
    usual: dict[str, Any] = {"discharged": date(2025, 2, 20), "diagnoses": ("肺炎",)}
    assert not list(readmission(a_claim(), after(context, a_past_care(**(usual | changes)))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社区获得性肺炎", "重症肺炎"),
        ("慢性阻塞性肺疾病急性加重(J44.100)", "慢性阻塞性肺疾病"),
        ("2型糖尿病", "糖尿病"),
        ("左侧股骨颈骨折", "股骨颈骨折"),
        ("高血压病3级（很高危）", "高血压病2级"),
    ],
)
def test_names_of_one_illness_are_related(one: str, other: str) -> None:
    assert related(one, other)
    assert related(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("肺炎", "股骨颈骨折"), ("急性", "慢性"), ("", "肺炎"), ("脑梗死", "急性阑尾炎")]
)
def test_names_of_two_illnesses_are_not(one: str, other: str) -> None:
    assert not related(one, other)


def test_care_in_courses_is_known_by_its_words() -> None:
    assert planned(("高血压", "左乳恶性肿瘤"))
    assert not planned(("肺炎",))


# -- death


def test_care_after_death_wants_a_decision(context: Context) -> None:
    (finding,) = after_death(a_claim(), after(context, a_past_care(outcome="死亡")))
    assert (finding.code, finding.severity) == ("care-after-death", Severity.DECISION)
    assert "2025-01-11死亡，本次就诊始于2025-03-01" in finding.message


def test_later_care_of_somebody_who_died_here_is_told(context: Context) -> None:
    died = a_claim(
        care=a_care(outcome="临床死亡"), insured=an_insured(account=replace(an_insured().account, holder="李"))
    )
    assert [f.code for f in after_death(died, after(context, march(20, 25)))] == ["care-after-death"]


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": "好转"},
        {"outcome": "未死亡"},
        {"outcome": "治愈 好转 死亡"},
        {"outcome": "死亡", "discharged": None},
        {"outcome": "死亡", "discharged": date(2025, 3, 1)},
    ],
)
def test_an_unsure_outcome_and_the_day_of_death_are_silent(context: Context, changes: dict[str, Any]) -> None:
    assert not list(after_death(a_claim(), after(context, a_past_care(**changes))))


def test_the_account_of_somebody_who_died_is_a_clue(context: Context) -> None:
    (finding,) = after_death(a_claim(care=a_care(outcome="死亡")), context())
    assert (finding.code, finding.severity) == ("outcome-death", Severity.CLUE)


# -- one account for many


def uses(count: int) -> tuple[AccountUse, ...]:
    people = (("李一", "1"), ("李二", "2"), ("李三", "3"), ("李四", "4"), ("李五", "5"), ("李六", "6"))
    return tuple(
        AccountUse(claim=f"20250110-000{number}", insured_name=name, id_number=number)
        for name, number in people[:count]
    )


@pytest.mark.parametrize(("count", "expected"), [(0, []), (2, []), (3, [Severity.CLUE]), (6, [Severity.DECISION])])
def test_an_account_of_many_people_is_told_the_family_is_not(
    context: Context, count: int, expected: list[Severity]
) -> None:
    found = list(shared_account(a_claim(), context(past=Past(accounts=uses(count) * 2))))
    assert [f.severity for f in found] == expected
    assert all(f"另有{count}人" in f.message for f in found)


def test_ones_own_claims_do_not_make_an_account_shared(context: Context) -> None:
    own = AccountUse(claim="20250110-0009", insured_name="张小满", id_number=ID_NUMBER)
    assert not list(shared_account(a_claim(), context(past=Past(accounts=(*uses(2), own)))))
