"""Working days: the published calendar, the office's table, and years nobody knows yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.calendar import (
    add_working_days,
    calendar_note,
    is_working_day,
    load_overrides,
    unknown_years,
    working_days_between,
)
from review.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 12, 31))


def test_ten_working_days_pass_over_the_national_day_and_its_make_up_day() -> None:
    assert add_working_days(date(2026, 9, 28), 10) == date(2026, 10, 16)
    assert is_working_day(date(2026, 10, 10))


def test_the_offices_table_wins_over_the_calendar() -> None:
    closed = {date(2026, 11, 23): False, date(2026, 11, 28): True}
    assert add_working_days(date(2026, 11, 20), 1, closed) == date(2026, 11, 24)
    assert is_working_day(date(2026, 11, 28), closed)


def test_statutory_days_of_a_year_the_calendar_does_not_know_are_in_the_shipped_table() -> None:
    assert not is_working_day(date(2027, 1, 1))
    assert is_working_day(date(2027, 1, 1), {})


def test_a_year_the_calendar_does_not_know_falls_back_to_weekdays_and_says_so() -> None:
    assert is_working_day(date(2027, 1, 4))
    assert not is_working_day(date(2027, 1, 3))
    assert unknown_years(date(2026, 12, 20), date(2027, 1, 8)) == (2027,)
    assert "2027" in calendar_note(date(2026, 12, 20), date(2027, 1, 8))
    assert calendar_note(date(2026, 1, 1), date(2026, 12, 31)) == ""


@given(DAYS, st.integers(min_value=0, max_value=60))
def test_adding_and_counting_working_days_agree(day: date, n: int) -> None:
    assert working_days_between(day, add_working_days(day, n)) == n


@given(DAYS, DAYS)
def test_counting_backwards_is_the_negative(first: date, last: date) -> None:
    assert working_days_between(first, last) == -working_days_between(last, first)


def test_a_negative_number_of_days_and_a_table_without_working_days_are_refused() -> None:
    start = date(2026, 1, 1)
    never = {start + timedelta(days=ahead): False for ahead in range(4000)}
    with pytest.raises(ValueError, match="negative"):
        add_working_days(start, -1)
    with pytest.raises(ValueError, match="ten years"):
        add_working_days(start, 1, never)


@pytest.mark.parametrize("row", ["2027-13-01,no,x", "2027-01-01,maybe,x", "2027-01-01"])
def test_a_bad_row_of_the_table_is_named(tmp_path: Path, row: str) -> None:
    table = tmp_path / "days.csv"
    table.write_text(f"day,working,note\n2027-01-01,no,ok\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match="第 3 行"):
        load_overrides(table)


def test_a_missing_table_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="读不出来"):
        load_overrides(tmp_path / "none.csv")
