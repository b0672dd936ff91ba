"""Cells of an export by themselves: numbers of people, amounts, counts, years, schemes and days, or what is wrong."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.accumulators.cells import (
    MOST_STAYS,
    UnreadableError,
    amount_of,
    count_of,
    day_of,
    id_number_of,
    scheme_in,
    year_of,
)
from review.claim.people import Scheme
from tests.builders import a_citizen_number

if TYPE_CHECKING:
    from collections.abc import Callable

READERS: tuple[Callable[[Any], object], ...] = (id_number_of, amount_of, count_of, year_of, scheme_in, day_of)


@given(st.integers(0, 900), st.dates(date(1900, 1, 1), date(2024, 12, 31)))
def test_every_citizen_number_is_read_as_it_is(serial: int, born: date) -> None:
    number = a_citizen_number(serial, born)
    assert id_number_of(number) == id_number_of(f" {number.lower()}\t") == number


@given(st.integers(0, 900), st.integers(0, 17), st.sampled_from("0123456789"))
def test_a_number_with_one_wrong_digit_is_never_somebody_else(serial: int, place: int, digit: str) -> None:
    number = a_citizen_number(serial)
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong != number:
        with pytest.raises(UnreadableError):
            id_number_of(wrong)


@pytest.mark.parametrize("cell", [360799198501010011, 3.60799198501010011e17, 360799850101001])
def test_numbers_of_people_stored_as_numbers_are_refused_even_where_they_look_whole(cell: float) -> None:
    with pytest.raises(UnreadableError, match="存成了数字"):
        id_number_of(cell)


@given(st.decimals(0, 99_999_999, places=2))
def test_amounts_come_back_to_the_fen_however_they_are_written(amount: Decimal) -> None:
    assert amount_of(f"{amount:,.2f}") == amount
    assert amount_of(f"￥{amount} 元") == amount
    assert amount_of(f"{amount / 10_000:f}", ten_thousands=True) == amount
    assert amount_of(f"{amount / 10_000:f}万元") == amount


@given(st.integers(0, 10**9))
def test_amounts_a_spreadsheet_keeps_as_numbers_lose_no_fen(fen: int) -> None:
    assert amount_of(fen / 100) == Decimal(fen) / 100


@pytest.mark.parametrize("cell", ["", "-", "—", "/", "无", "NULL", " \u3000 "])
def test_where_nothing_stands_nothing_is_given(cell: str) -> None:
    assert amount_of(cell) is None
    assert count_of(cell) is None


@pytest.mark.parametrize("cell", ["0", "0.00", 0, 0.0, "０", "0元"])
def test_a_zero_is_a_figure(cell: Any) -> None:
    assert amount_of(cell) == Decimal(0)


@pytest.mark.parametrize(
    "cell", ["1,23.00", "12.3.4", "十万", "1e3", "-0.01", "0.001", "10000000000", "5%", "600起", True, date(2025, 1, 1)]
)
def test_what_is_no_amount_is_said_and_not_guessed(cell: Any) -> None:
    with pytest.raises(UnreadableError):
        amount_of(cell)


@pytest.mark.parametrize(
    ("cell", "count"), [("3", 3), ("3次", 3), (3.0, 3), ("3.0", 3), (0, 0), (MOST_STAYS, MOST_STAYS)]
)
def test_stays_are_whole_numbers(cell: Any, count: int) -> None:
    assert count_of(cell) == count


@pytest.mark.parametrize("cell", ["-1", "2.5", "三次", MOST_STAYS + 1, "99999", False])
def test_what_is_no_count_is_said(cell: Any) -> None:
    with pytest.raises(UnreadableError):
        count_of(cell)


@pytest.mark.parametrize(
    "cell", ["2025", 2025, 2025.0, "2025年", "2025年度", "２０２５", "202503", "2025-03", date(2025, 3, 1)]
)
def test_years_are_read_however_they_are_written(cell: Any) -> None:
    assert year_of(cell) == 2025


@pytest.mark.parametrize("cell", ["", "25", "1999", "2100", "20251", "202513", "今年", "2024-2025"])
def test_what_is_no_year_is_said(cell: str) -> None:
    with pytest.raises(UnreadableError):
        year_of(cell)


@pytest.mark.parametrize(
    "cell",
    ["2025-3-1", "2025/03/01", "2025年3月1日", "20250301", "2025.03.01", date(2025, 3, 1), datetime(2025, 3, 1, 8)],  # noqa: DTZ001 - as workbooks keep days
)
def test_days_are_read_however_they_are_written(cell: Any) -> None:
    assert day_of(cell) == date(2025, 3, 1)


@pytest.mark.parametrize("cell", ["", "3月1日", "2025-13-01", "2025-02-30", "三月"])
def test_what_is_no_day_is_said(cell: str) -> None:
    with pytest.raises(UnreadableError):
        day_of(cell)


def test_a_scheme_is_one_of_two() -> None:
    assert (scheme_in(310), scheme_in("居民 ")) == (Scheme.EMPLOYEE, Scheme.RESIDENT)
    with pytest.raises(UnreadableError, match="“生育保险”不是居民、职工"):
        scheme_in("生育保险")


ANY = st.one_of(st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times())


@pytest.mark.parametrize("read", READERS)
@given(cell=st.one_of(ANY, st.sampled_from([float("nan"), float("-inf")])))
def test_any_cell_is_read_or_said_to_be_unreadable(read: Callable[[Any], object], cell: Any) -> None:
    try:
        read(cell)
    except UnreadableError as wrong:
        said = str(wrong)
    else:
        said = "read"
    assert said
