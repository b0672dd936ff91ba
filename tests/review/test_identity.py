"""Citizen numbers, credit codes and cards; the numbers are published vectors or made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.identity import age_on, birth_date, is_citizen_number, is_uscc, masked, passes_luhn, sex

VECTOR = "11010519491231002X"


def test_the_published_citizen_number_holds() -> None:
    assert is_citizen_number(VECTOR)
    assert birth_date(VECTOR) == date(1949, 12, 31)
    assert sex(VECTOR) == "女"


@pytest.mark.parametrize(
    "number",
    [
        "",
        "110105194912310021",
        "11010519491331002X",
        "11010519490229002X",
        "1101051949123100",
        "11010519491231002x",
        "中" * 18,
    ],
)
def test_numbers_with_a_wrong_digit_date_or_shape_do_not_hold(number: str) -> None:
    assert not is_citizen_number(number)
    assert sex(number) is None
    assert age_on(number, date(2026, 1, 1)) is None


@given(st.integers(min_value=0, max_value=16), st.integers(min_value=1, max_value=9))
def test_any_single_changed_digit_is_caught(place: int, shift: int) -> None:
    changed = str((int(VECTOR[place]) + shift) % 10)
    assert not is_citizen_number(VECTOR[:place] + changed + VECTOR[place + 1 :])


def test_age_is_in_full_years() -> None:
    assert age_on(VECTOR, date(2024, 12, 30)) == 74
    assert age_on(VECTOR, date(2024, 12, 31)) == 75
    assert age_on(VECTOR, date(1940, 1, 1)) is None


def test_the_published_credit_code_holds_and_a_changed_one_does_not() -> None:
    assert is_uscc("91350100M000100Y43")
    assert not is_uscc("91350100M000100Y44")


def test_luhn_tells_cards_from_mistypings() -> None:
    assert passes_luhn("4111111111111111")
    assert not passes_luhn("4111111111111112")
    assert not passes_luhn("")


@pytest.mark.parametrize(
    ("number", "shown"), [(VECTOR, "110105********002X"), ("12345678", "****5678"), ("1234", "****"), ("", "")]
)
def test_masks_keep_the_ends_only(number: str, shown: str) -> None:
    assert masked(number) == shown
