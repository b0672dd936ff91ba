"""Every rule that is shipped catches what breaks it, by name and by code, and is silent about what keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from stdnum.cn import ric

from review.checks.finding import CheckContext
from review.checks.library import CHECKS
from review.claim.claim import CareKind, HospitalLevel
from review.rules.ages import OLDEST, ages
from review.rules.book import shipped_book
from review.rules.rule import Rule, RuleKind
from tests.builders import ADMITTED, ID_NUMBER, a_care, a_claim, a_line, a_statement, an_insured

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from review.claim.paper import Line

WOMAN = f"36079919850101002{ric.calc_check_digit('360799198501010020')}"
YEAR = {"discharged": ADMITTED + timedelta(days=400), "diagnoses": ("社区获得性肺炎",)}


@dataclass(frozen=True)
class Told:
    """What a claim says: its lines, and what is changed of person, care and age."""

    lines: tuple[Line, ...]
    care: Mapping[str, Any] = field(default_factory=dict)
    number: str = ID_NUMBER
    age: int = 40


def charge(rule: Rule, days: int = 0, *, code: bool = False, **cells: str) -> Line:
    """The rule's article once, so many days after admission, under its name or its code."""
    said = {"code": rule.codes[-1]} if code and rule.codes else {}
    usual: dict[str, Any] = {"quantity": "1", "amount": "10.00", "unit": rule.unit, "unit_price": "10.00"}
    return a_line(rule.name, date=str(ADMITTED + timedelta(days=days)), **(usual | said | cells))


def by_sex(rule: Rule, *, breaks: bool, code: bool) -> Told:
    man = (rule.value == "女") == breaks
    return Told((charge(rule, code=code),), number=ID_NUMBER if man else WOMAN)


def by_age(rule: Rule, *, breaks: bool, code: bool) -> Told:
    allowed = ages(rule.value)
    assert allowed is not None
    outside = allowed.oldest + 1 if allowed.oldest < OLDEST else allowed.youngest - 1
    return Told((charge(rule, code=code),), age=outside if breaks else allowed.oldest)


def by_scheme(rule: Rule, *, breaks: bool, code: bool) -> Told:
    kept = {"kind": CareKind.MATERNITY} if rule.value == "生育" else {}
    return Told((charge(rule, code=code),) if breaks or kept else (), care={} if breaks else kept)


def by_place(rule: Rule, *, breaks: bool, code: bool) -> Told:
    return Told((charge(rule, code=code),), care={"kind": CareKind.OUTPATIENT if breaks else CareKind.INPATIENT})


def by_level(rule: Rule, *, breaks: bool, code: bool) -> Told:
    level = HospitalLevel.PRIMARY if breaks else HospitalLevel.TERTIARY
    return Told((charge(rule, code=code),), care={"hospital_level": level})


def by_course(rule: Rule, *, breaks: bool, code: bool) -> Told:
    days = (rule.limit or 0) + (1 if breaks else 0)
    return Told(tuple(charge(rule, n, code=code) for n in range(days)), care=YEAR)


def by_frequency(rule: Rule, *, breaks: bool, code: bool) -> Told:
    return Told(tuple(charge(rule, 0 if breaks else n, code=code, quantity=str(rule.limit)) for n in range(2)))


def by_period(rule: Rule, *, breaks: bool, code: bool) -> Told:
    return Told((charge(rule, code=code), charge(rule, (rule.days or 0) - breaks, code=code)), care=YEAR)


def by_duplicate(rule: Rule, *, breaks: bool, code: bool) -> Told:
    said: dict[str, Any] = {"code": rule.other_codes[-1]} if code else {}
    cells: dict[str, Any] = {
        "date": str(ADMITTED + timedelta(days=0 if breaks else 3)),
        "quantity": "1",
        "amount": "10.00",
    }
    part = a_line(rule.other_name, **cells, **said)
    return Told((charge(rule, code=code), part) if breaks or rule.span != "visit" else (part,))


def by_group(rule: Rule, *, breaks: bool, code: bool) -> Told:
    others = (r for r in shipped_book().rules if r.kind is RuleKind.SECONDARY and r.value == rule.value)
    other = next(r for r in others if r.name != rule.name and "加收" not in r.name)
    return Told((charge(rule, code=code), charge(other, 0 if breaks else 3, code=code)))


MAKERS: Mapping[RuleKind, Callable[..., Told]] = {
    RuleKind.SEX: by_sex,
    RuleKind.AGE: by_age,
    RuleKind.SCHEME: by_scheme,
    RuleKind.PLACE: by_place,
    RuleKind.LEVEL: by_level,
    RuleKind.COURSE: by_course,
    RuleKind.FREQUENCY: by_frequency,
    RuleKind.PERIOD: by_period,
    RuleKind.DUPLICATE: by_duplicate,
    RuleKind.SECONDARY: by_group,
}


def caught(rule: Rule, told: Told) -> bool:
    """Whether the claim is told of for a rule of this kind."""
    claim = a_claim(
        a_statement(*told.lines, a_line("样例项目")),
        care=a_care(**told.care),
        insured=an_insured(id_number=told.number),
    )
    context = CheckContext(
        today=date(2025, 4, 1),
        entry=lambda _: None,
        edition=lambda _: None,
        patient_age=told.age,
        rules=shipped_book(),
    )
    return f"rule-{rule.kind}" in {finding.code for check in CHECKS for finding in check(claim, context)}


def rules(kind: RuleKind) -> list[Rule]:
    """The shipped rules of a kind; an addition to a price is no operation."""
    apart = "加收" if kind is RuleKind.SECONDARY else "\0"
    return [rule for rule in shipped_book().rules if rule.kind is kind and apart not in rule.name]


@pytest.mark.parametrize("kind", list(RuleKind))
def test_every_rule_catches_what_breaks_it(kind: RuleKind) -> None:
    missed = [rule.id for rule in rules(kind) if not caught(rule, MAKERS[kind](rule, breaks=True, code=False))]
    assert missed == []


@pytest.mark.parametrize("kind", list(RuleKind))
def test_every_rule_catches_by_its_code(kind: RuleKind) -> None:
    missed = [rule.id for rule in rules(kind) if not caught(rule, MAKERS[kind](rule, breaks=True, code=True))]
    assert missed == []


@pytest.mark.parametrize("kind", list(RuleKind))
def test_every_rule_is_silent_about_what_keeps_it(kind: RuleKind) -> None:
    told = [rule.id for rule in rules(kind) if caught(rule, MAKERS[kind](rule, breaks=False, code=False))]
    assert told == []
