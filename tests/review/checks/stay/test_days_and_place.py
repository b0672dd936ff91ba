"""Checks of the days and the place of care: impossible days, turn of the year, contract, filing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.stay.designated import designated
from review.checks.stay.filing import filing
from review.checks.stay.paper_days import paper_days
from review.checks.stay.people import people
from review.checks.stay.stay_dates import stay_dates
from review.checks.stay.year_end import year_end
from review.claim.claim import CareKind, Filing, Region
from review.claim.paper import DocumentKind, Standing
from tests.builders import a_care, a_claim, a_discharge_record, a_document, a_receipt, a_value

Context = Callable[..., CheckContext]


# -- days that cannot be


def test_papers_of_their_time_are_silent(context: Context) -> None:
    papers = (a_receipt(issue_date="2025-03-11"), a_discharge_record(discharge_date="2025-03-11"))
    assert not list(paper_days(a_claim(*papers), context()))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"issue_date": "2025-04-02"}, "晚于今天2025-04-01"),
        ({"issue_date": "1984-12-31"}, "早于参保人出生日期1985-01-01"),
        ({"issue_date": "1999-12-31"}, "早于2000年"),
        ({"admission_date": "2025-03-20"}, "入院日期2025-03-20晚于出院日期2025-03-11"),
    ],
)
def test_a_day_no_paper_can_bear_wants_a_decision(context: Context, cells: dict[str, str], said: str) -> None:
    (finding,) = paper_days(a_claim(a_receipt(**cells)), context())
    assert (finding.code, finding.severity) == ("day-impossible", Severity.DECISION)
    assert said in finding.message
    assert finding.place is not None


def test_cards_doubtful_days_and_what_is_no_day_are_silent(context: Context) -> None:
    receipt = a_receipt(issue_date="看不清", visit_date="2025-02-30")
    doubtful = a_value("discharge_date", "2035-03-11", standing=Standing.DOUBTFUL)
    receipt = replace(receipt, values={**receipt.values, "discharge_date": doubtful})
    card = a_document(DocumentKind.INSURANCE_CARD, issue_date="1900-01-01")
    assert not list(paper_days(a_claim(receipt, card), context()))


@pytest.mark.parametrize("first", [date(1900, 1, 1), date(1984, 12, 31), date(1, 1, 1)])
def test_a_claim_of_another_age_blocks(context: Context, first: date) -> None:
    claim = a_claim(a_receipt(admission_date="", discharge_date=""), care=a_care(admitted=first))
    (finding,) = paper_days(claim, context())
    assert (finding.code, finding.severity) == ("dates-impossible", Severity.BLOCKS)


# -- the turn of the year


def test_a_stay_over_the_turn_of_the_year_is_a_clue(context: Context) -> None:
    care = a_care(admitted=date(2024, 12, 28), discharged=date(2025, 1, 6))
    (finding,) = year_end(a_claim(care=care), context())
    assert (finding.code, finding.severity) == ("year-end", Severity.CLUE)
    assert "2025年度" in finding.message


@pytest.mark.parametrize(
    "care",
    [
        a_care(),
        a_care(admitted=date(2024, 12, 28), discharged=None),
        a_care(kind=CareKind.CHRONIC_OUTPATIENT, admitted=date(2024, 12, 28)),
    ],
)
def test_stays_within_a_year_and_visits_are_silent(context: Context, care: object) -> None:
    assert not list(year_end(a_claim(care=care), context()))


# -- contract


def test_a_hospital_without_contract_wants_a_decision(context: Context) -> None:
    (finding,) = designated(a_claim(care=a_care(designated=False)), context())
    assert (finding.code, finding.severity) == ("hospital-not-designated", Severity.DECISION)


def test_in_an_emergency_a_hospital_without_contract_is_a_clue(context: Context) -> None:
    care = a_care(designated=False, filing=Filing.EMERGENCY)
    assert [f.severity for f in designated(a_claim(care=care), context())] == [Severity.CLUE]


def test_a_hospital_with_contract_is_silent(context: Context) -> None:
    assert not list(designated(a_claim(), context()))


# -- filing


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        ({"filing": Filing.NONE}, "filing-none", Severity.CLUE),
        ({"filing": Filing.NONE, "kind": CareKind.EMERGENCY}, "filing-emergency", Severity.CLUE),
        ({"filing": Filing.NONE, "filed_on": date(2025, 2, 1)}, "filing-unknown", Severity.DECISION),
        ({"filed_on": date(2025, 4, 2)}, "filing-future", Severity.DECISION),
        ({"filed_on": date(2025, 3, 12)}, "filing-late", Severity.DECISION),
        ({"filed_on": date(2025, 3, 2)}, "filing-during", Severity.CLUE),
        ({"filed_on": date(2024, 6, 1)}, "filing-old", Severity.CLUE),
    ],
)
def test_a_filing_that_does_not_fit_the_stay_is_told(
    context: Context, changes: dict[str, object], code: str, severity: Severity
) -> None:
    care = a_care(**({"filing": Filing.REFERRAL} | changes))
    assert [(f.code, f.severity) for f in filing(a_claim(care=care), context())] == [(code, severity)]


def test_a_form_on_a_claim_that_counts_as_not_filed_is_pointed_at(context: Context) -> None:
    form = a_document(DocumentKind.REFERRAL_FORM, filing_date="2025-02-20")
    (finding,) = filing(a_claim(a_receipt(), form), context())
    assert (finding.code, finding.place) == ("filing-unknown", form.values["filing_date"].place)


@pytest.mark.parametrize(
    "changes",
    [
        {"filing": Filing.REFERRAL},
        {"filing": Filing.REFERRAL, "filed_on": date(2025, 3, 1)},
        {"filing": Filing.LONG_TERM, "filed_on": date(2020, 1, 1)},
        {"filing": Filing.NONE, "region": Region.SAME_PROVINCE},
        {"filing": Filing.REFERRAL, "filed_on": date(2025, 2, 1), "admitted": None, "discharged": None},
    ],
)
def test_filing_in_time_and_care_within_the_province_are_silent(context: Context, changes: dict[str, object]) -> None:
    assert not list(filing(a_claim(care=a_care(**changes)), context()))


# -- days of the papers against the claim


def test_a_referral_is_of_course_older_than_the_discharge(context: Context) -> None:
    form = a_document(DocumentKind.REFERRAL_FORM, issue_date="2025-02-20")
    assert not list(stay_dates(a_claim(a_receipt(issue_date="2025-03-11"), form), context()))


@pytest.mark.parametrize("key", ["admission_date", "discharge_date", "issue_date"])
def test_days_in_doubt_are_not_held_against_the_claim(context: Context, key: str) -> None:
    receipt = a_receipt(**{key: "2025-03-05"})
    assert len(list(stay_dates(a_claim(receipt), context()))) == 1
    unsure = {**receipt.values, key: replace(receipt.values[key], standing=Standing.DOUBTFUL)}
    assert not list(stay_dates(a_claim(replace(receipt, values=unsure)), context()))


@pytest.mark.parametrize(("key", "value"), [("patient", "李大伟"), ("sex", "女"), ("age", "76")])
def test_whose_paper_it_is_waits_while_it_is_in_doubt(context: Context, key: str, value: str) -> None:
    record = a_discharge_record(**{key: value})
    assert len(list(people(a_claim(record), context()))) == 1
    unsure = {**record.values, key: replace(record.values[key], standing=Standing.CONTRADICTED)}
    assert not list(people(a_claim(replace(record, values=unsure)), context()))
