"""The national rule library: sex, age and number a day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review.catalogue.rules import RuleLimit, rule_book, rules_for
from review.checks.finding import CheckContext, Severity
from review.checks.library.rule_library import rule_library
from review.claim.claim import CareKind
from tests.builders import a_care, a_claim, a_line, a_statement

Context = Callable[..., CheckContext]


def test_the_library_is_shipped_with_its_batches() -> None:
    rules = [rule for found in rule_book().values() for rule in found]
    assert len(rules) == 1250
    assert {rule.batch for rule in rules} == {"第一批", "第八批-1"}


def test_a_rule_is_found_under_the_printed_name_with_its_marks() -> None:
    (rule,) = rules_for("(国采)阿帕他胺片")
    assert (rule.limit, rule.value) == (RuleLimit.SEX, "男")
    assert rules_for("氯化钠注射液") == ()


def test_what_the_patient_may_have_is_silent(context: Context) -> None:
    lines = (a_line("阿帕他胺片"), a_line("氯化钠注射液"))
    assert not list(rule_library(a_claim(a_statement(*lines)), context()))


def test_an_article_for_women_charged_to_a_man_wants_a_decision(context: Context) -> None:
    (finding,) = rule_library(a_claim(a_statement(a_line("艾附暖宫丸"))), context())
    assert (finding.code, finding.severity) == ("rule-sex", Severity.DECISION)
    assert "限女性使用，患者为男性" in finding.message
    assert "第一批" in finding.basis


@pytest.mark.parametrize(("age", "found"), [(5, 0), (17, 0), (18, 1), (40, 1)])
def test_an_article_for_children_asks_from_eighteen_on(context: Context, age: int, found: int) -> None:
    claim = a_claim(a_statement(a_line("儿童清肺口服液")))
    assert len(list(rule_library(claim, context(patient_age=age)))) == found


def test_without_age_nothing_is_said(context: Context) -> None:
    claim = a_claim(a_statement(a_line("儿童清肺口服液")))
    assert not list(rule_library(claim, context(patient_age=None)))


def test_one_nursing_a_day_is_silent_and_two_are_a_clue(context: Context) -> None:
    def nursing(*days: str) -> list[str]:
        lines = [a_line("Ⅱ级护理", unit="日", quantity="1", date=day) for day in days]
        return [f.message for f in rule_library(a_claim(a_statement(*lines)), context())]

    assert nursing("2025-03-01", "2025-03-02") == []
    (message,) = nursing("2025-03-01", "2025-03-02", "2025-03-02")
    assert "2025-03-02计2，每日限1" in message


def test_undated_lines_are_counted_over_the_stay(context: Context) -> None:
    eleven, twelve = (a_line("Ⅱ级护理", unit="日", quantity=n) for n in ("11", "12"))
    assert not list(rule_library(a_claim(a_statement(eleven)), context()))
    (finding,) = rule_library(a_claim(a_statement(twelve)), context())
    assert "共计12，住院11天最多11" in finding.message


def test_hours_are_counted_by_rules_of_hours(context: Context) -> None:
    fits, over = (a_line("遥测心电监护", unit="小时", date="2025-03-02", quantity=n) for n in ("24", "25"))
    assert not list(rule_library(a_claim(a_statement(fits)), context()))
    assert [f.code for f in rule_library(a_claim(a_statement(over)), context())] == ["rule-daily"]


def test_visits_are_not_counted_by_the_day(context: Context) -> None:
    care = a_care(kind=CareKind.OUTPATIENT)
    line = a_line("Ⅱ级护理", unit="日", quantity="30")
    assert not list(rule_library(a_claim(a_statement(line), care=care), context()))
