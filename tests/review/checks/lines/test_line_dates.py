"""Lines dated outside the days of care: each where they are few, once a paper where many; dates in doubt wait."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.line_dates import line_dates
from review.claim.paper import Standing
from tests.builders import a_care, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding

    Context = Callable[..., CheckContext]


def found(context: Context, *dates: str, standing: Standing = Standing.READ) -> list[Finding]:
    """What the check says of lines with these dates in a stay of 1 to 11 March 2025."""
    lines = [a_line(date=on, amount="5.00", standing=standing) for on in dates]
    return list(line_dates(a_claim(a_statement(*lines)), context()))


@pytest.mark.parametrize("on", ["2025-03-01", "2025-03-11", "", "昨天", "2025-02-30"])
def test_days_of_care_and_what_is_no_date_are_silent(context: Context, on: str) -> None:
    assert not found(context, on)


@pytest.mark.parametrize("on", ["2025-02-28", "2025-03-12", "1900-01-01", "9999-12-31"])
def test_a_day_outside_wants_a_decision(context: Context, on: str) -> None:
    (finding,) = found(context, on)
    assert (finding.code, finding.severity) == ("line-date", Severity.DECISION)
    assert on in finding.message


def test_many_days_outside_are_told_once(context: Context) -> None:
    (finding,) = found(context, *["2025-04-01"] * 6)
    assert finding.code == "line-dates"
    assert "6行" in finding.message


def test_dates_in_doubt_wait(context: Context) -> None:
    assert not found(context, "2052-03-02", standing=Standing.DOUBTFUL)


def test_a_visit_has_one_day(context: Context) -> None:
    visit = a_care(admitted=date(2025, 3, 1), discharged=None)
    claim = a_claim(a_statement(a_line(date="2025-03-02", amount="5.00")), care=visit)
    assert [f.code for f in line_dates(claim, context())] == ["line-date"]
