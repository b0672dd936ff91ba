from __future__ import annotations

import pytest

from ocr.extraction.hospitals import hidden_in, is_known, province_of, settled


@pytest.mark.parametrize(
    ("read", "province", "name"),
    [
        ("南昌大学第二附售医院", "江西省", "南昌大学第二附属医院"),
        ("赣州市人民医", "江西省", "赣州市人民医院"),
        ("国门大学附属中山医院", "", "厦门大学附属中山医院"),
        ("附属瑞金医院", "上海市", "上海交通大学医学院附属瑞金医院"),
        ("川大学华西医院", "四川省", "四川大学华西医院"),
    ],
)
def test_a_badly_read_name_is_settled_where_it_can_stand_for_one_hospital_alone(
    read: str, province: str, name: str
) -> None:
    assert settled(read, province) == name


@pytest.mark.parametrize(
    "read", ["", "医院", "安远县中心医院", "信丰具中医院", "东方骨科医院", "第二人民医院", "昆山市第", "青山湖区卫生院"]
)
def test_a_name_of_no_known_place_is_left_as_it_was_read(read: str) -> None:
    assert settled(read, "") == ""


def test_an_ordinal_that_was_read_is_never_changed() -> None:
    assert settled("赣州市第五人民医阮", "江西省") == "赣州市第五人民医院"
    assert "第三" not in settled("南昌大学第三附售医院", "江西省").replace("南昌大学第三附属医院", "")


def test_two_places_equally_near_settle_nothing() -> None:
    assert settled("州市人民医院", "浙江省") == ""


def test_characters_that_a_seal_hid_are_put_back_where_one_name_has_them_all() -> None:
    assert hidden_in("徐州医科大附医院", "江苏省") == "徐州医科大学附属医院"
    assert hidden_in("海市急救中心", "上海市") == "上海市急救中心"


def test_hidden_characters_are_not_guessed_without_a_province_or_among_several_names() -> None:
    assert hidden_in("海市急救中心", "") == ""
    assert hidden_in("州市人民医院", "江西省") == ""


def test_a_name_made_of_a_known_place_and_a_usual_ending_is_known() -> None:
    assert is_known("赣州市第五人民医院")
    assert not is_known("赣州市第五人民区院")


def test_the_province_is_the_one_the_titles_name() -> None:
    assert province_of(["江西省医疗住院收费票据(电子)", "江西省", "财政部监制"]) == "江西省"
    assert province_of(["医疗住院收费票据"]) == ""
