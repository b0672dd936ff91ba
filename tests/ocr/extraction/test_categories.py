from __future__ import annotations

import pytest

from ocr.extraction.categories import known_category, without_category


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("西药费", "西药费"),
        ("西药贵", "西药费"),
        ("他住院收费", "其他住院收费"),
        ("口 一般诊疗费", "一般诊疗费"),
        ("中级药费", ""),
        ("西詩曹", ""),
        ("费", ""),
        ("注射用头孢曲松钠", ""),
    ],
)
def test_a_fee_category_is_known_by_one_character_more_or_less_where_only_one_is_near(read: str, name: str) -> None:
    assert known_category(read) == name


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("护理费特级护理", "特级护理"),
        ("卫生材料费一次性使用吸痰管", "一次性使用吸痰管"),
        ("护理费", "护理费"),
        ("床位费(双人间)", "床位费(双人间)"),
    ],
)
def test_a_category_that_ran_into_a_name_comes_off(read: str, name: str) -> None:
    assert without_category(read) == name
