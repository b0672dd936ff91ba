from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.words import in_words, nearly_spells, parse_words, words_in

amounts = st.integers(min_value=0, max_value=10**13).map(lambda count: Decimal(count) / 100)


@given(amounts)
def test_what_is_spelled_reads_back(value: Decimal) -> None:
    spelled = parse_words(in_words(value))
    assert spelled
    assert spelled.certain
    assert spelled.value == value


@given(amounts, st.sampled_from(["人民币{}", "{}正", " {} ", "¥{}"]))
def test_usual_dress_changes_nothing(value: Decimal, dress: str) -> None:
    spelled = parse_words(dress.format(in_words(value).replace("整", "")))
    assert spelled
    assert spelled.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("柒仟零伍拾柒元玖角肆分", "7057.94"),
        ("伍角整", "0.50"),
        ("壹佰圆正", "100"),
        ("壹仟肆佰零玖元伍角", "1409.50"),
        ("叁万捌仟贰佰肆拾肆元捌角柒分整", "38244.87"),
        ("叁萬捌仟壹佰肆拾伍元零叁分", "38145.03"),
        ("一百三十九元七角", "139.70"),
    ],
)
def test_printed_spellings_read(text: str, value: str) -> None:
    spelled = parse_words(text)
    assert spelled
    assert spelled.value == Decimal(value)


def test_confused_characters_are_guessed_and_marked() -> None:
    spelled = parse_words("武万伍仟染佰攻拾元集角捌分整")
    assert spelled
    assert spelled.value == Decimal("25790.78")
    assert not spelled.certain


@pytest.mark.parametrize(
    "text", ["", "元", "玖万贰仟陆佰叁拾肆元贰角分", "仟佰元", "壹佰仟元", "安远县中心医院", "壹壹元"]
)
def test_what_grammar_forbids_is_none(text: str) -> None:
    assert parse_words(text) is None


def test_a_badly_read_spelling_can_still_resemble_an_amount() -> None:
    assert nearly_spells("玖万贰仟陆佰叁拾肆元贰角口分", Decimal("92634.25"))
    assert not nearly_spells("玖万贰仟元整", Decimal("92634.25"))


@pytest.mark.parametrize(
    ("value", "text"),
    [("0", "零元整"), ("10", "壹拾元整"), ("100500", "壹拾万零伍佰元整"), ("0.05", "伍分"), ("5.05", "伍元零伍分")],
)
def test_spelling_follows_the_usual_form(value: str, text: str) -> None:
    assert in_words(Decimal(value)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("金额合计(文写)贰佰壹拾贰元零肆分", "贰佰壹拾贰元零肆分"),
        ("合计：伍拾元整", "伍拾元整"),
        ("叁佰柒拾元", "叁佰柒拾元"),
        ("一般诊疗费", ""),
        ("合计：佰储政染元", "佰储政染元"),
        ("共三人", ""),
        ("金额 212.04 元", ""),
    ],
)
def test_a_total_in_words_is_told_by_its_characters_alone(text: str, words: str) -> None:
    assert words_in(text) == words


def test_the_tail_of_a_misread_amount_is_not_taken_for_the_whole() -> None:
    assert words_in("合计(大写):查万政仟储佰零陆元") == "查万政仟储佰零陆元"
    assert parse_words(words_in("合计(大写):查万政仟储佰零陆元")) is None
