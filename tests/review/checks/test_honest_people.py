"""Honest, complete claims of twenty courses are left in peace: only what a person must judge anyway is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import Group, Severity
from review.checks.registry import run_checks
from review.claim.claim import CareKind
from tests.builders import a_past_care, a_seen_receipt
from tests.review.checks.honest import any_claim, courses, with_courses

if TYPE_CHECKING:
    from review.checks.finding import CheckContext, Finding
    from review.claim.claim import Claim

CLAIMS = 120
ASKED_ANYWAY = frozenset({"unmatched", "drug-limit"})
"""Entries that a clerk chooses, limits that only a person can judge."""


@cache
def drawn() -> tuple[tuple[Claim, CheckContext], ...]:
    """The claims of this module."""
    return tuple(any_claim(f"honest/{number}") for number in range(CLAIMS))


@cache
def asked() -> tuple[tuple[Finding, ...], ...]:
    """What the checks say of each."""
    return tuple(run_checks(claim, context) for claim, context in drawn())


def test_every_course_and_kind_of_care_is_among_them() -> None:
    kinds = {claim.care.kind for claim, _ in drawn()}
    assert kinds == set(CareKind) - {CareKind.LONG_TERM_CARE}, "nursing is billed by the day, not by papers of a stay"
    assert {tuple(course["diagnoses"]) for course in courses()} == {claim.care.diagnoses for claim, _ in drawn()}


def test_nothing_blocks_or_wants_a_decision_but_what_a_person_must_judge_anyway() -> None:
    pressing = {
        (finding.code, finding.message)
        for found in asked()
        for finding in found
        if finding.severity is not Severity.CLUE and finding.code not in ASKED_ANYWAY
    }
    assert not pressing


def test_no_payment_limit_is_called_broken() -> None:
    limits = [finding for found in asked() for finding in found if finding.code == "drug-limit"]
    assert limits
    assert {finding.values["verdict"] for finding in limits} == {"open"}


def test_a_clerk_is_asked_a_few_times_at_most() -> None:
    decisions = [sum(finding.severity is Severity.DECISION for finding in found) for found in asked()]
    assert max(decisions) <= 3


def test_no_sign_of_forgery_is_seen() -> None:
    assert not [finding.message for found in asked() for finding in found if finding.group is Group.FORGERY]


def test_clues_are_few() -> None:
    quiet = {
        "drug-limit",
        "edition-demo",
        "classes-differ",
        "class-assumed",
        "filing-none",
        "filing-emergency",
        "statement-again",
    }
    clues = [[f.code for f in found if f.severity is Severity.CLUE and f.code not in quiet] for found in asked()]
    assert sum(map(bool, clues)) <= CLAIMS // 10


@pytest.mark.parametrize("code", ["chemotherapy", "rehabilitation"])
def test_a_second_stay_is_at_most_a_clue(code: str) -> None:
    claim, context = any_claim("again", with_courses(code))
    assert any(care.diagnoses == claim.care.diagnoses for care in context.past.cares)
    found = [f for f in run_checks(claim, context) if f.severity is not Severity.CLUE and f.code not in ASKED_ANYWAY]
    assert not found


def test_a_visit_on_the_day_of_discharge_with_the_next_number_is_silent() -> None:
    claim, context = any_claim("visit", with_courses("pneumonia"))
    (receipt,), day = claim.receipts, claim.care.discharged
    number = f"{int(receipt.text('invoice_number')) + 1:0{len(receipt.text('invoice_number'))}}"
    seen = a_seen_receipt(receipt, invoice_number=number, day=day, hospital=claim.care.hospital)
    visit = a_past_care(kind=CareKind.OUTPATIENT, admitted=day, discharged=day, hospital=claim.care.hospital)
    past = replace(context.past, receipts=(seen,), cares=(visit,))
    told = {f.code for f in run_checks(claim, replace(context, past=past))} - {
        f.code for f in run_checks(claim, context)
    }
    assert not told


def test_a_stay_over_the_end_of_the_year_is_at_most_a_clue() -> None:
    claim, context = any_claim("winter", with_courses("ventilator"), first=date(2024, 12, 20))
    found = {f.code: f.severity for f in run_checks(claim, context)}
    assert found.pop("year-end") is Severity.CLUE
    early = {"edition-dates", "edition-gap"}
    assert not {code for code, severity in found.items() if severity is not Severity.CLUE} - ASKED_ANYWAY - early
