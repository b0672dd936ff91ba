"""What people type is normalised for its field, or refused in plain words; it is never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from review.claim import typed
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.errors import InputError


@pytest.mark.parametrize(
    ("key", "text", "kept"),
    [
        ("total_amount", "1,234.5", "1234.50"),
        ("amount", "-6", "-6.00"),
        ("cash_paid", "¥12.00元", "12.00"),
        ("quantity", "28", "28"),
        ("unit_price", "0.333333", "0.333333"),
        ("discharge_date", "2025年12月31日", "2025-12-31"),
        ("payer", "  张小满\t", "张小满"),
        ("diagnoses", "肺炎 \n 高血压", "肺炎\n高血压"),
        ("amount", "  ", ""),
        ("admission_date", "", ""),
    ],
)
def test_cells_are_kept_in_the_form_of_the_contract(key: str, text: str, kept: str) -> None:
    assert typed.cell(key, text) == kept


@given(st.decimals(Decimal(-9999999), Decimal(9999999), places=2))
def test_an_amount_typed_as_shown_is_kept_to_the_fen(amount: Decimal) -> None:
    assert Decimal(typed.cell("amount", f"{amount:,.2f}")) == amount


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_date_typed_any_usual_way_is_kept_one_way(day: date) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day.year}.{day.month}.{day.day}", f"{day.year}年{day.month}月{day.day}日"):
        assert typed.cell("visit_date", text) == day.isoformat()


@given(st.text(max_size=60))
@example("0\n\x1b")
def test_kept_words_are_clean_and_stay_the_same_when_typed_again(text: str) -> None:
    kept = typed.words(text)
    assert all(c.isprintable() or c == "\n" for c in kept)
    assert typed.words(kept) == kept


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        ("Scheme", "employee", Scheme.EMPLOYEE),
        ("CareKind", "emergency", CareKind.EMERGENCY),
        ("HospitalLevel", "none", HospitalLevel.NONE),
        ("Region", "same_city", Region.SAME_CITY),
        ("Filing", "referral", Filing.REFERRAL),
        ("tuple[Group, ...]", "", ()),
        ("tuple[Group, ...]", "orphan", (Group.ORPHAN,)),
        ("date | None", "", None),
        ("bool", "false", False),
        ("int", "0", 0),
    ],
)
def test_fields_take_values_of_their_type(annotation: str, text: str, value: object) -> None:
    assert typed.field(annotation, text) == value


@pytest.mark.parametrize(
    ("annotation", "text"),
    [
        ("Scheme", "nobody"),
        ("bool", "yes"),
        ("int", "-1"),
        ("int", "二"),
        ("int", "1.5"),
        ("Decimal", ""),
        ("Decimal", "1.005"),
        ("date | None", "31.12.2025"),
        ("tuple[Group, ...]", "orphan\nnobody"),
        ("str", "x" * (typed.LONGEST + 1)),
    ],
)
def test_what_does_not_fit_is_refused_with_a_word(annotation: str, text: str) -> None:
    with pytest.raises(InputError, match="没有保存"):
        typed.field(annotation, text)
