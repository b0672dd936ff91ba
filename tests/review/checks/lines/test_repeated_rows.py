"""A page that was captured twice leaves the same rows twice; days that are alike do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Severity
from review.checks.lines.repeated_rows import repeated_rows
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]

NAMES = ("静脉输液", "Ⅱ级护理", "住院诊查费", "氯化钠注射液", "头孢呋辛钠", "血细胞分析")


def rows(days: Iterable[int]) -> list[Line]:
    """What is charged on some days of March: every day the same articles."""
    return [
        a_line(name, date=f"2025-03-{day:02}", unit_price="8.00", quantity="1", amount="8.00")
        for day in days
        for name in NAMES
    ]


def found(context: Context, *lines: Line) -> list[Finding]:
    return list(repeated_rows(a_claim(a_statement(*lines)), context()))


def test_days_with_the_same_orders_are_silent(context: Context) -> None:
    assert not found(context, *rows(range(1, 11)))


def test_rows_of_two_days_that_stand_again_want_a_decision(context: Context) -> None:
    (finding,) = found(context, *rows((1, 2, 3)), *rows((2, 3)), *rows((4,)))
    assert (finding.code, finding.severity) == ("rows-repeated", Severity.DECISION)
    assert "起12行与自" in finding.message
    assert "重复部分共96.00元" in finding.message


def test_rows_captured_three_times_are_told_twice(context: Context) -> None:
    assert len(found(context, *rows((1, 2)), *rows((1, 2)), *rows((1, 2)))) == 2


def test_two_rounds_of_one_day_are_silent(context: Context) -> None:
    assert not found(context, *rows((1,)), *rows((1,)), *rows((2,)), *rows((2,)))


def test_an_order_given_twice_a_day_is_silent(context: Context) -> None:
    order = [a_line("头孢呋辛钠", date=f"2025-03-{day:02}", amount="36.00") for day in range(1, 12)]
    assert not found(context, *order, *order)


def test_rows_without_dates_are_silent(context: Context) -> None:
    lines = [a_line(name, amount="8.00") for name in NAMES]
    assert not found(context, *lines, *lines)


def test_a_row_that_differs_ends_the_run(context: Context) -> None:
    again = rows((1, 2))
    again[6] = a_line("另一项目", date="2025-03-02", amount="9.00")
    assert not found(context, *rows((1, 2)), *again)


def test_a_thousand_rows_alike_are_looked_at_once(context: Context) -> None:
    same = [a_line("棉签", date="2025-03-01", amount="0.10")] * 1000
    assert not found(context, *same)


def test_a_claim_without_rows_is_silent(context: Context) -> None:
    assert not found(context, a_line(removed=True))
