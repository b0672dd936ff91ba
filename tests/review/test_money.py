"""Money: the fen, printed amounts, and amounts in words against the published vectors."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.money import LIMIT, fen, in_words, parse_money, parse_words, thousands

AMOUNTS = st.decimals(min_value=-LIMIT + 1, max_value=LIMIT - 1, places=2)

WORDS = (
    ("0", "零元整"),
    ("100", "壹佰元整"),
    ("188.50", "壹佰捌拾捌元伍角整"),
    ("1234.56", "壹仟贰佰叁拾肆元伍角陆分"),
    ("0.05", "伍分"),
    ("0.50", "伍角整"),
    ("10.05", "壹拾元零伍分"),
    ("1005", "壹仟零伍元整"),
    ("105263.14", "壹拾万伍仟贰佰陆拾叁元壹角肆分"),
    ("100050.00", "壹拾万零伍拾元整"),
    ("10001000", "壹仟万壹仟元整"),
    ("100000000.01", "壹亿元零壹分"),
    ("-12.30", "负壹拾贰元叁角整"),
)


@pytest.mark.parametrize(("amount", "words"), WORDS)
def test_amounts_are_written_in_words_as_receipts_print_them(amount: str, words: str) -> None:
    assert in_words(amount) == words
    assert parse_words(words) == Decimal(amount)


@given(AMOUNTS)
def test_words_read_back_give_the_same_amount(amount: Decimal) -> None:
    assert parse_words(in_words(amount)) == amount


@given(AMOUNTS)
def test_printed_amounts_read_back_give_the_same_amount(amount: Decimal) -> None:
    assert parse_money(thousands(amount)) == amount
    assert parse_money(f"¥{amount}元") == amount


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("人民币 壹仟肆佰零玖圆伍角", "1409.50"),
        ("壹仟肆佰零玖元伍角整", "1409.50"),
        ("貳佰叁拾元正", "230"),
        ("壹萬零伍元整", "10005"),
        ("(大写)：伍佰元零角零分", "500"),
        ("零拾零万贰仟零佰零拾叁元零角伍分", "2003.05"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("一千二百三十四元五角六分", "1234.56"),
    ],
)
def test_variants_in_words_are_understood(words: str, amount: str) -> None:
    assert parse_words(words) == Decimal(amount)


@pytest.mark.parametrize(
    "words", ["", "元", "整", "壹贰元整", "壹万贰万元", "壹元肆伍", "伍", "壹佰佰元整", "壹亿亿元", "abc"]
)
def test_words_that_are_no_amount_give_none(words: str) -> None:
    assert parse_words(words) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("￥1,234.50", "1234.50"),
        ("１２．５０", "12.50"),
        ("-12.5", "-12.5"),
        ("－8", "-8"),
        ("¥-8.00", "-8.00"),
        ("0.125000", "0.125000"),
        ("人民币 30 元", "30"),
    ],
)
def test_printed_amounts_are_understood(text: str, amount: str) -> None:
    assert parse_money(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["", "12,34", "1.2.3", "1e5", "NaN", "12%", "12 至 13元5", "--5", "-¥-5", "约5", "9" * 40]
)
def test_texts_that_are_no_amount_give_none(text: str) -> None:
    assert parse_money(text) is None


@pytest.mark.parametrize(
    ("raw", "rounded"), [("24564.514", "24564.51"), ("3.3335", "3.33"), ("0.005", "0.01"), ("-0.005", "-0.01")]
)
def test_the_fen_is_rounded_half_up(raw: str, rounded: str) -> None:
    assert fen(raw) == Decimal(rounded)


def test_amounts_beyond_the_platforms_columns_are_refused_in_words() -> None:
    for amount in (Decimal(LIMIT), Decimal("NaN"), Decimal("-Infinity")):
        with pytest.raises(ValueError, match="out of range"):
            in_words(amount)
