"""A service that patients of this sex or age do not have is a clue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.finding import CheckContext, Severity
from review.checks.lines.implausible import articles, implausible
from review.claim.paper import Standing
from review.rules.book import rule_book
from review.rules.rule import Rule, RuleKind, Subject
from tests.builders import ID_NUMBER, a_claim, a_line, a_statement, an_insured
from tests.forge.figures import citizen_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]

MAN, WOMAN = ID_NUMBER, citizen_number("360799", date(1950, 1, 1), 2)


def found(
    context: Context, line: Line, who: str, age: int | None, kind: EntryKind = EntryKind.SERVICE
) -> list[Finding]:
    """What the check says of one line of a person, matched to an entry of a kind."""
    entry = Entry(id="l/1", edition_id="l", kind=kind, official_no="1", name="甲", payment_class=PaymentClass.A)
    claim = a_claim(a_statement(line), insured=an_insured(id_number=who))
    return list(implausible(claim, context(entry=lambda _: entry, patient_age=age)))


def service(name: str, *, amount: str = "200.00", standing: Standing = Standing.READ) -> Line:
    return a_line(name, amount=amount, standing=standing)


def test_an_abortion_of_a_woman_of_75_is_a_clue(context: Context) -> None:
    (finding,) = found(context, service("人工流产术"), WOMAN, 75)
    assert (finding.code, finding.severity) == ("implausible", Severity.CLUE)
    assert "是妊娠和分娩的项目，患者75岁" in finding.message


@pytest.mark.parametrize(
    ("name", "who", "age", "against"),
    [
        ("剖宫产术", MAN, 40, "患者为男性"),
        ("子宫全切除术", MAN, 40, "患者为男性"),
        ("经尿道前列腺电切术", WOMAN, 60, "患者为女性"),
        ("小儿头皮静脉输液", MAN, 40, "患者40岁"),
    ],
)
def test_care_of_another_sex_or_age_is_a_clue(context: Context, name: str, who: str, age: int, against: str) -> None:
    (finding,) = found(context, service(name), who, age)
    assert against in finding.message


@pytest.mark.parametrize(
    ("name", "who", "age"),
    [
        ("人工流产术", WOMAN, 30),
        ("剖宫产术", WOMAN, None),
        ("子宫全切除术", WOMAN, 75),
        ("彩色多普勒超声(肝胆、子宫附件、前列腺)", MAN, 40),
        ("总前列腺特异性抗原测定(TPSA)", WOMAN, 60),
        ("小儿头皮静脉输液", MAN, 9),
        ("小儿麻痹后遗症手术", MAN, 40),
        ("剖宫产术", MAN, 0),
        ("静脉输液", MAN, 40),
        ("", MAN, 40),
    ],
)
def test_usual_care_is_silent(context: Context, name: str, who: str, age: int | None) -> None:
    assert not found(context, service(name), who, age)


def test_an_identity_number_that_does_not_hold_says_no_sex(context: Context) -> None:
    assert not found(context, service("子宫全切除术"), "不详", 40)


@pytest.mark.parametrize("kind", [EntryKind.DRUG, EntryKind.SUPPLY])
def test_drugs_and_supplies_are_silent(context: Context, kind: EntryKind) -> None:
    assert not found(context, service("小儿氨酚黄那敏颗粒"), MAN, 40, kind)


def test_names_in_doubt_and_refunds_are_silent(context: Context) -> None:
    assert not found(context, service("剖宫产术", standing=Standing.DOUBTFUL), MAN, 40)
    assert not found(context, service("剖宫产术", amount="-200.00"), MAN, 40)


def test_what_the_rule_library_limits_is_left_to_it(context: Context) -> None:
    rule = Rule(id="1/1", batch="1", kind=RuleKind.SEX, subject=Subject.SERVICE, name="子宫全切除术", value="女")
    entry = Entry(
        id="l/1", edition_id="l", kind=EntryKind.SERVICE, official_no="1", name="甲", payment_class=PaymentClass.A
    )
    claim = a_claim(a_statement(service("子宫全切除术")))
    assert not list(implausible(claim, context(entry=lambda _: entry, rules=rule_book((), (rule,)))))


def test_every_article_says_for_whom_it_is() -> None:
    assert all(a.what and a.sex in {"", "男", "女"} and a.youngest <= a.oldest for a in articles())
