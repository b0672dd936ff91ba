"""Beds, nursing and consultation are charged once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.bed_days import bed_days
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


def a_bed(quantity: str, name: str = "普通病房床位费", **changes: Any) -> Line:
    return a_line(name, **({"unit": "日", "quantity": quantity, "amount": "60.00"} | changes))


def found(context: Context, *lines: Line, **changes: Any) -> list[Finding]:
    """What the check says of these lines in a stay of eleven days."""
    claim = a_claim(a_statement(*lines), care=a_care(kind=changes.pop("kind", CareKind.INPATIENT)))
    return list(bed_days(claim, context(**changes)))


@pytest.mark.parametrize("name", ["普通病房床位费", "Ⅰ级护理", "II级护理", "2级护理", "住院诊查费"])
def test_once_a_day_is_silent_and_more_is_a_clue(context: Context, name: str) -> None:
    assert not found(context, a_bed("11", name))
    (finding,) = found(context, a_bed("12", name))
    assert finding.severity is Severity.CLUE
    assert "共计12，住院11天" in finding.message


def test_the_day_of_a_change_may_bear_both(context: Context) -> None:
    lines = [a_bed("6", "Ⅰ级护理"), a_bed("6", "Ⅱ级护理")]
    assert not found(context, *lines)
    assert [f.code for f in found(context, *lines, a_bed("3", "Ⅱ级护理"))] == ["nursing-days"]


@pytest.mark.parametrize("name", ["陪护床位费", "床位费(加床)", "婴儿床位费", "急诊留观床位费"])
def test_beds_of_others_are_silent(context: Context, name: str) -> None:
    assert not found(context, a_bed("11"), a_bed("11", name))


def test_a_summary_and_a_daily_list_say_the_same_twice(context: Context) -> None:
    claim = a_claim(a_statement(a_bed("11")), a_statement(*(a_bed("1") for _ in range(11))))
    assert not list(bed_days(claim, context()))


def test_days_given_back_do_not_count(context: Context) -> None:
    assert not found(context, a_bed("13"), a_bed("-2", amount="-120.00"))


def test_a_quantity_in_doubt_waits(context: Context) -> None:
    assert not found(context, a_bed("111", standing=Standing.CONTRADICTED))


def test_visits_have_no_bed_days(context: Context) -> None:
    assert not found(context, a_bed("99"), kind=CareKind.OUTPATIENT)


def test_what_the_rule_library_limits_is_left_to_it(context: Context) -> None:
    rule = Rule(
        id="8/1", batch="8", kind=RuleKind.FREQUENCY, subject=Subject.SERVICE, name="Ⅰ级护理", limit=1, unit="日"
    )
    book = rule_book((), (rule,))
    assert not found(context, a_bed("12", "Ⅰ级护理"), rules=book)
    assert found(context, a_bed("12", "Ⅱ级护理"), rules=book)
