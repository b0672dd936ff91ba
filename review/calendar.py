"""Working days of the office: the published holiday calendar, corrected by a table the office can edit."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import chinese_calendar

from resources import ROOT
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TABLE = ROOT / "calendar" / "working_days.csv"
"""The shipped table of corrections: day, working (yes or no), note."""

_ANSWERS = {"yes": True, "no": False}
_SATURDAY = 5
_LONGEST = 3660


@cache
def load_overrides(path: Path = TABLE) -> Mapping[date, bool]:
    """Corrections to the calendar: day to whether the office works on it.

    Raises:
        InputError: the file cannot be read, or a row is not ``yyyy-mm-dd,yes|no,note``; the row is named.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return dict(_row(path, number, row) for number, row in enumerate(csv.DictReader(file), start=2))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"工作日表读不出来：{path}", advice="请检查文件是否存在、是否为 UTF-8 编码。") from error


def _row(path: Path, number: int, row: Mapping[str, str]) -> tuple[date, bool]:
    try:
        return date.fromisoformat(row["day"].strip()), _ANSWERS[row["working"].strip()]
    except (KeyError, ValueError, AttributeError) as error:
        message = f"工作日表 {path.name} 第 {number} 行写得不对。"
        raise InputError(message, advice="每行应为：日期（如 2027-01-04）,yes 或 no,说明。") from error


def is_working_day(day: date, overrides: Mapping[date, bool] | None = None) -> bool:
    """Whether the office works that day: the table first (None: the shipped one), then the holiday calendar.

    In a year the holiday calendar does not know, Monday to Friday count; ``calendar_note`` says so.
    """
    table = load_overrides() if overrides is None else overrides
    if day in table:
        return table[day]
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < _SATURDAY


def add_working_days(day: date, n: int, overrides: Mapping[date, bool] | None = None) -> date:
    """The n-th working day after the day (``n`` = 0: the day itself, even where it is no working day).

    Raises:
        ValueError: n is negative, or the table leaves no working days within ten years.
    """
    if n < 0:
        raise ValueError("n must not be negative")
    coming = (day + timedelta(days=ahead) for ahead in range(1, _LONGEST))
    working = (candidate for candidate in coming if is_working_day(candidate, overrides))
    reached = next((found for count, found in enumerate(working, start=1) if count == n), None) if n else day
    if reached is None:
        raise ValueError("no such working day within ten years")
    return reached


def working_days_between(first: date, last: date, overrides: Mapping[date, bool] | None = None) -> int:
    """How many working days lie after ``first`` up to and including ``last``; negative where ``last`` comes earlier."""
    if last < first:
        return -working_days_between(last, first, overrides)
    days = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(is_working_day(day, overrides) for day in days)


def unknown_years(first: date, last: date) -> tuple[int, ...]:
    """Years of the span, both ends included, whose holidays the calendar does not know."""
    return tuple(year for year in range(first.year, last.year + 1) if not _known(year))


def calendar_note(first: date, last: date) -> str:
    """A Chinese sentence where working days of the span rest on weekdays alone; empty where all years are known."""
    years = "、".join(str(year) for year in unknown_years(first, last))
    return f"{years} 年的放假安排尚未收录，工作日暂按周一至周五和工作日表推算，请以国务院通知为准。" if years else ""


@cache
def _known(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True
