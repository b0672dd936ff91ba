from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.dates import find_days, parse_day

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))
FORMS = (
    "{0}-{1:02}-{2:02}",
    "{0}/{1}/{2}",
    "{0}.{1:02}.{2:02}",
    "{0}年{1}月{2}日",
    "{0} 年 {1:02} 月 {2:02} 日",
    "{0}{1:02}{2:02}",
)


@given(days, st.sampled_from(FORMS))
def test_every_form_gives_the_iso_day(day: date, form: str) -> None:
    assert parse_day(form.format(day.year, day.month, day.day)) == day.isoformat()


@given(days, days)
def test_a_stay_gives_both_days_in_order(first: date, last: date) -> None:
    assert find_days(f"{first:%Y-%m-%d}至{last:%Y-%m-%d}") == (first.isoformat(), last.isoformat())


@pytest.mark.parametrize("text", ["20250301|20250311", "2025030120250311", "20250301-20250311"])
def test_compact_days_run_together_are_taken_apart(text: str) -> None:
    assert find_days(text) == ("2025-03-01", "2025-03-11")


@pytest.mark.parametrize("text", ["2024-13-01", "2024-02-30", "60183723", "", "12", "360702200310186840"])
def test_impossible_days_are_none(text: str) -> None:
    assert parse_day(text) is None


def test_a_day_without_a_year_takes_that_of_the_stay() -> None:
    assert parse_day("03-05", year="2025") == "2025-03-05"
    assert parse_day("03-05") is None


def test_a_time_after_the_day_is_ignored() -> None:
    assert parse_day("2025-03-05 10:22:33") == "2025-03-05"


@pytest.mark.parametrize("printed", ["2024-0423", "202404-23", "20240423", "2024/0423"])
def test_a_sign_lost_where_a_date_was_wrapped_hides_no_day(printed: str) -> None:
    assert parse_day(printed) == "2024-04-23"


def test_eight_figures_that_are_no_day_are_none() -> None:
    assert parse_day("2024-1345") is None
