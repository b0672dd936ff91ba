"""Checks on the head of a claim: facts, people, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from review.accumulators.combining import OWN_ONLY
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.line_dates import line_dates
from review.checks.stay.header_facts import header_facts
from review.checks.stay.people import people, same_name
from review.checks.stay.stay_dates import stay_dates
from review.claim.claim import CareKind, HospitalLevel, YearToDate
from review.claim.paper import DocumentKind
from review.claim.people import BankAccount
from tests.builders import (
    a_care,
    a_claim,
    a_discharge_record,
    a_document,
    a_line,
    a_receipt,
    a_statement,
    an_insured,
)

Context = Callable[..., CheckContext]


def codes(found: Iterable[Finding]) -> list[str]:
    return [f.code for f in found]


def test_a_complete_head_is_silent(context: Context) -> None:
    assert not list(header_facts(a_claim(), context()))


def test_each_missing_fact_blocks_by_name(context: Context) -> None:
    bare = an_insured(name="", id_number="", account=BankAccount())
    claim = a_claim(insured=bare, care=a_care(hospital="", admitted=None, discharged=None))
    found = [f for f in header_facts(claim, context()) if f.severity is Severity.BLOCKS]
    assert [f.title for f in found] == [
        "缺少参保人姓名",
        "缺少身份证号码",
        "缺少就诊医院",
        "缺少入院日期",
        "缺少出院日期",
        "缺少收款户名",
        "缺少收款账号",
    ]


def test_a_visit_needs_no_discharge(context: Context) -> None:
    care = a_care(kind=CareKind.OUTPATIENT, discharged=None)
    assert not list(header_facts(a_claim(care=care), context()))


def test_a_number_that_does_not_hold_blocks(context: Context) -> None:
    claim = a_claim(insured=an_insured(id_number="360799198501010012"))
    assert codes(header_facts(claim, context())) == ["id-number-invalid"]


def test_a_hospital_without_level_wants_a_decision(context: Context) -> None:
    (finding,) = header_facts(a_claim(care=a_care(hospital_level=HospitalLevel.NONE)), context())
    assert (finding.code, finding.severity) == ("hospital-level", Severity.DECISION)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2025, 3, 9), date(2025, 3, 1), "dates-reversed"),
        (date(2025, 3, 9), date(2025, 4, 2), "dates-future"),
    ],
)
def test_dates_that_cannot_be_block(context: Context, first: date, last: date, code: str) -> None:
    assert codes(header_facts(a_claim(care=a_care(admitted=first, discharged=last)), context())) == [code]


def test_a_passbook_number_and_unsourced_accumulators_are_clues(context: Context) -> None:
    account = BankAccount(holder="张小满", number="101234567", bank="农商银行")
    claim = a_claim(insured=an_insured(account=account), year_to_date=YearToDate())
    found = list(header_facts(claim, context()))
    assert codes(found) == ["account-luhn", "accumulators-source"]
    assert {f.severity for f in found} == {Severity.CLUE}


def test_own_claims_alone_are_no_word_of_the_platform(context: Context) -> None:
    own = YearToDate(stays=1, source=f"本单位本年已核定 1 笔{OWN_ONLY}")
    (found,) = header_facts(a_claim(year_to_date=own), context())
    assert (found.code, "已核定 1 笔" in found.message) == ("accumulators-source", True)
    imported = YearToDate(stays=1, source="平台导入 2025-03-01（批次 1）")
    assert not list(header_facts(a_claim(year_to_date=imported), context()))


def test_one_person_on_all_papers_is_silent(context: Context) -> None:
    assert not list(people(a_claim(a_receipt(sex="男"), a_discharge_record()), context()))


def test_a_strange_payer_and_a_strange_patient_are_told_with_both_names(context: Context) -> None:
    found = list(people(a_claim(a_receipt(payer="李四"), a_statement(patient="王五")), context()))
    assert codes(found) == ["payer-name", "patient-name"]
    assert "“李四”，参保人为“张小满”" in found[0].message


@pytest.mark.parametrize("name", ["张*满", "张 小满", "张**", "张小满"])
def test_masked_and_spaced_names_are_the_same(name: str) -> None:
    assert same_name(name, "张小满")
    assert not same_name(name, "李小米")


def test_sex_and_age_must_fit_the_citizen_number(context: Context) -> None:
    assert codes(people(a_claim(a_discharge_record(sex="女", age="76岁")), context())) == ["sex", "age"]


def test_an_account_of_somebody_else_wants_a_decision(context: Context) -> None:
    account = BankAccount(holder="张大满", number="6222020000000000000")
    (finding,) = people(a_claim(insured=an_insured(account=account)), context())
    assert (finding.code, finding.severity) == ("account-holder", Severity.DECISION)


def test_papers_of_the_same_stay_are_silent(context: Context) -> None:
    assert not list(stay_dates(a_claim(a_receipt(issue_date="2025-03-11")), context()))


def test_a_paper_of_another_stay_is_told(context: Context) -> None:
    record = a_discharge_record(admission_date="2025-03-01", discharge_date="2025-03-12")
    (finding,) = stay_dates(a_claim(record), context())
    assert finding.code == "discharge-date"
    assert "出院日期为2025-03-12，本单为2025-03-11" in finding.message


def test_a_receipt_issued_before_discharge_is_a_clue(context: Context) -> None:
    (finding,) = stay_dates(a_claim(a_receipt(issue_date="2025-03-05")), context())
    assert (finding.code, finding.severity) == ("issued-early", Severity.CLUE)


def test_several_visits_lie_between_first_and_last(context: Context) -> None:
    care = a_care(kind=CareKind.OUTPATIENT)
    inside = a_document(DocumentKind.OUTPATIENT_RECEIPT, visit_date="2025-03-05")
    outside = a_document(DocumentKind.OUTPATIENT_RECEIPT, visit_date="2025-04-05")
    assert codes(stay_dates(a_claim(inside, outside, care=care), context())) == ["visit-date"]


def test_lines_inside_the_stay_are_silent(context: Context) -> None:
    statement = a_statement(a_line(date="2025-03-01"), a_line(date="2025-03-11"), a_line(date=""))
    assert not list(line_dates(a_claim(statement), context()))


def test_a_few_lines_outside_the_stay_are_told_one_by_one(context: Context) -> None:
    lines = [a_line(date=day) for day in ("2025-02-27", "2025-03-02", "2025-03-15")]
    found = list(line_dates(a_claim(a_statement(*lines)), context()))
    assert [f.subject for f in found] == [f"line:{lines[0].id}", f"line:{lines[2].id}"]
    assert "日期为2025-02-27，不在2025-03-01至2025-03-11之间" in found[0].message


def test_many_lines_outside_the_stay_are_told_once_with_their_sum(context: Context) -> None:
    lines = [a_line(date="2025-02-27", amount="20.00") for _ in range(6)]
    (finding,) = line_dates(a_claim(a_statement(*lines)), context())
    assert "有6行日期不在2025-03-01至2025-03-11之间，共120.00元" in finding.message
