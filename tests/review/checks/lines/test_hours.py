"""A day has twenty-four hours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.hours import hours
from review.claim.paper import Standing
from review.rules.book import rule_book
from review.rules.rule import Rule, RuleKind, Subject
from tests.builders import a_care, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]


def watch(quantity: str, on: str = "", **changes: Any) -> Line:
    return a_line("心电监测", **({"unit": "小时", "quantity": quantity, "amount": "4.00", "date": on} | changes))


def found(context: Context, *lines: Line, **care: Any) -> list[Finding]:
    """What the check says of these lines in eleven days of care."""
    return list(hours(a_claim(a_statement(*lines), care=a_care(**care)), context()))


def test_as_many_hours_as_the_days_have_are_silent(context: Context) -> None:
    assert not found(context, watch("264"))


def test_more_hours_than_the_days_have_are_a_clue(context: Context) -> None:
    (finding,) = found(context, watch("200"), watch("65"))
    assert (finding.code, finding.severity) == ("hours", Severity.CLUE)
    assert "共计265小时，就诊共11天，最多264小时" in finding.message


@pytest.mark.parametrize("unit", ["元/小时", "每小时", "/小时", "h"])
def test_units_of_an_hour_may_be_written_otherwise(context: Context, unit: str) -> None:
    assert len(found(context, watch("265", unit=unit))) == 1


def test_hours_charged_before_they_can_have_been_given_are_a_clue(context: Context) -> None:
    (finding,) = found(context, watch("24", "2025-03-01"), watch("240", "2025-03-02"))
    assert "共计264小时，自2025-03-01至2025-03-02次日最多72小时" in finding.message


def test_a_single_line_says_nothing_of_the_days(context: Context) -> None:
    assert not found(context, watch("240", "2025-03-01"))


def test_hours_charged_together_at_the_end_are_silent(context: Context) -> None:
    assert not found(context, watch("12", "2025-03-01"), watch("240", "2025-03-11"))


def test_hours_given_back_do_not_count(context: Context) -> None:
    assert not found(context, watch("288"), watch("-48", amount="-8.00"))


def test_a_summary_and_a_daily_list_say_the_same_twice(context: Context) -> None:
    claim = a_claim(a_statement(watch("240")), a_statement(watch("120"), watch("120")))
    assert not list(hours(claim, context()))


def test_what_the_rule_library_limits_is_left_to_it(context: Context) -> None:
    rule = Rule(id="8/1", batch="8", kind=RuleKind.FREQUENCY, subject=Subject.SERVICE, name="心电监测", limit=24)
    claim = a_claim(a_statement(watch("999")))
    assert not list(hours(claim, context(rules=rule_book((), (rule,)))))


@pytest.mark.parametrize("name", ["静脉输液(微量泵加收)", "输液泵", "全身麻醉(每增加1小时加收)"])
def test_what_runs_side_by_side_is_silent(context: Context, name: str) -> None:
    line = a_line(name, unit="小时", quantity="500", amount="500.00")
    assert not found(context, line)


def test_articles_are_counted_apart_and_other_units_not_at_all(context: Context) -> None:
    oxygen = a_line("中心吸氧", unit="小时", quantity="200", amount="600.00")
    times = a_line("血氧饱和度监测", unit="次", quantity="999", amount="999.00")
    assert not found(context, watch("200"), oxygen, times)


def test_a_quantity_in_doubt_waits(context: Context) -> None:
    assert not found(context, watch("2640", standing=Standing.DOUBTFUL))


@pytest.mark.parametrize(
    "care",
    [
        {"admitted": None, "discharged": None},
        {"admitted": date(2025, 3, 11), "discharged": date(2025, 3, 1)},
    ],
)
def test_days_that_are_unknown_or_upside_down_are_silent(context: Context, care: dict[str, Any]) -> None:
    assert not found(context, watch("9999"), **care)


@pytest.mark.parametrize("quantity", ["", "很多", "NaN", "-5"])
def test_unreadable_quantities_are_silent(context: Context, quantity: str) -> None:
    assert not found(context, watch(quantity, "1900-01-01"))
