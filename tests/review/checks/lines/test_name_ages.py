"""A service named for children of an age is not charged for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.name_ages import name_ages
from review.claim.claim import CareKind
from review.claim.paper import Standing
from review.rules.book import rule_book
from review.rules.rule import Rule, RuleKind, Subject
from tests.builders import a_care, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]

SURCHARGE = "静脉穿刺置管术(6岁及以下)"


def service(name: str = SURCHARGE, *, standing: Standing = Standing.READ, amount: str = "30.00") -> Line:
    return a_line(name, amount=amount, standing=standing)


def found(context: Context, line: Line, age: int | None, kind: CareKind = CareKind.INPATIENT) -> list[Finding]:
    claim = a_claim(a_statement(line), care=a_care(kind=kind))
    return list(name_ages(claim, context(patient_age=age)))


def test_a_surcharge_for_small_children_on_a_man_wants_a_decision(context: Context) -> None:
    (finding,) = found(context, service(), 40)
    assert (finding.code, finding.severity) == ("name-age", Severity.DECISION)
    assert "限6岁及以下，患者40岁" in finding.message


@pytest.mark.parametrize("age", [0, 6, None])
def test_the_age_named_and_an_unknown_one_are_silent(context: Context, age: int | None) -> None:
    assert not found(context, service(), age)


@pytest.mark.parametrize(
    "name", ["静脉输液", "门诊诊查费(60岁)复诊", "小儿氨酚黄那敏颗粒", "老年人综合评估(60岁及以上)"]
)
def test_names_for_everybody_or_for_the_old_are_silent(context: Context, name: str) -> None:
    assert not found(context, service(name), 70)


def test_care_of_the_newborn_is_a_clue_but_belongs_to_childbirth(context: Context) -> None:
    assert [f.severity for f in found(context, service("新生儿护理"), 40)] == [Severity.CLUE]
    assert not found(context, service("新生儿护理"), 28, CareKind.MATERNITY)
    born = a_claim(a_statement(service("新生儿护理")), care=a_care(diagnoses=("孕39周单胎活产", "经剖宫产术分娩")))
    assert not list(name_ages(born, context(patient_age=28)))


def test_what_the_rule_library_limits_is_left_to_it(context: Context) -> None:
    rule = Rule(id="8/1", batch="8", kind=RuleKind.AGE, subject=Subject.SERVICE, name=SURCHARGE, value="6岁及以下")
    claim = a_claim(a_statement(service()))
    assert not list(name_ages(claim, context(rules=rule_book((), (rule,)))))


def test_names_in_doubt_and_refunds_are_silent(context: Context) -> None:
    assert not found(context, service(standing=Standing.DOUBTFUL), 40)
    assert not found(context, service(amount="-30.00"), 40)


@pytest.mark.parametrize("name", ["", "(岁)", "(99岁", "（" * 300, "0岁以下", "99岁以上"])
def test_odd_names_never_fail(context: Context, name: str) -> None:
    assert len(found(context, service(name), 40)) <= 1
