from __future__ import annotations

import pytest

from ocr.extraction.text import distance, has_han, squeeze, unify, width_of


@pytest.mark.parametrize(
    ("printed", "unified"),
    [("姓名：张三", "姓名:张三"), ("（小写）", "(小写)"), ("１２．５０", "12.50"), ("  a   b ", "a b"), ("—6", "-6")],
)
def test_signs_and_widths_take_one_form(printed: str, unified: str) -> None:
    assert unify(printed) == unified


@pytest.mark.parametrize("read", ["ⅢⅢ级护理", "IⅢI级护理", "Ⅲ级护理"])
def test_a_roman_grade_is_read_once(read: str) -> None:
    assert unify(read) == "III级护理"


def test_squeezing_takes_every_blank() -> None:
    assert squeeze(" 金 额 （元） ") == "金额(元)"


def test_chinese_counts_double_the_width_of_latin() -> None:
    assert width_of("片ab") == 2.0
    assert width_of("") == 1.0


def test_distance_counts_single_changes() -> None:
    assert distance("票据号码", "桑据号码") == 1
    assert distance("", "费") == 1
    assert distance("住院号", "住院号码") == 1


def test_only_chinese_characters_are_han() -> None:
    assert has_han("CT平扫")
    assert not has_han("CT-64")


def test_traditional_characters_are_read_as_the_simple_ones_that_are_printed() -> None:
    assert unify("奧美拉唑 醫療費") == "奥美拉唑 医疗费"
