"""Names as they are written, cut, abbreviated and spoken: what is read in full, and what only leads to candidates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.catalogue.entry import Printed
from review.catalogue.names import (
    core_service,
    initials,
    is_qualifier,
    loose_readings,
    normalise,
    plain_service,
    readings,
)
from review.catalogue.words import words

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet

DAY = date(2025, 3, 1)


def taken(shipped: CatalogueSet, name: str, unit: str = "") -> str:
    entry = shipped.match(Printed(name, unit=unit), DAY).entry
    return entry.name if entry else ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("地尔硫䓬片", "地尔硫卓片"),
        ("硫酸黏菌素片", "硫酸粘菌素片"),
        ("柠檬酸铋钾", "枸橼酸铋钾"),
        ("桔红丸", "橘红丸"),
        ("阿莫西林膠囊", "阿莫西林胶囊"),
        ("靜脈輸液", "静脉输液"),
        ("维生素Ｂ６", "维生素B6"),
        ("二甲双胍缓释片（Ⅱ）", "二甲双胍缓释片II"),
        ("灌肠(6岁以下)", "灌肠(6岁及以下)"),
        ("α-2b", "α2B"),
    ],
)
def test_two_ways_of_writing_are_one(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("氯化钠", "氯化钾"),
        ("头孢克肟", "头孢克洛"),
        ("复方甘草片", "甘草片"),
        ("二甲双胍Ⅱ", "二甲双胍Ⅲ"),
        ("总苷片", "总甙片"),
    ],
)
def test_names_of_two_articles_stay_two(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize(("printed", "listed"), [("白术(麸炒)", "麸炒白术"), ("白术（麸炒）", "麸炒白术")])
def test_a_way_of_preparing_in_brackets_is_part_of_a_herbs_name(
    shipped: CatalogueSet, printed: str, listed: str
) -> None:
    assert taken(shipped, printed, "g") == listed


@pytest.mark.parametrize("printed", ["薏苡仁(炒)", "白术(土炒)", "黄芪(某炒)", "白芍(清)"])
def test_a_herb_prepared_as_none_is_listed_is_never_taken_as_the_raw_one(shipped: CatalogueSet, printed: str) -> None:
    assert taken(shipped, printed, "g") not in {"薏苡仁", "白术", "白芍"}


@pytest.mark.parametrize("printed", ["黄芪(先煎)", "黄芪(包煎)", "黄芪(统货)", "黄芪"])
def test_how_to_boil_a_herb_says_nothing_of_which_it_is(shipped: CatalogueSet, printed: str) -> None:
    assert taken(shipped, printed, "克") == "黄芪"


def test_every_way_of_preparing_is_a_qualifier() -> None:
    assert all(map(is_qualifier, words().prepared))
    assert not any(map(is_qualifier, ("络活喜", "立普妥", "石药")))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("立普妥(阿托伐他汀钙片)", "阿托伐他汀钙片"),
        ("立普妥 阿托伐他汀钙片", "阿托伐他汀钙片"),
        ("阿托伐他汀钙片/立普妥/20mg", "阿托伐他汀钙片"),
        ("卡左双多巴缓释片卡比多巴50mg", "卡左双多巴缓释片"),
        ("布洛芬缓释胶囊用于发热", "布洛芬缓释胶囊"),
        ("美敏伪麻口服溶液(每支含", "美敏伪麻口服溶液"),
        ("速尿针", "呋塞米针"),
        ("NS注射液", "氯化钠注射液"),
        ("5%GS", "葡萄糖"),
        ("精蛋白生物合成人胰岛素注射液(预混30R)", "精蛋白生物合成人胰岛素注射液"),
        ("薏苡仁(炒)", "麸炒薏苡仁"),
    ],
)
def test_a_reading_that_may_be_wrong_is_told_with_its_reason(name: str, text: str) -> None:
    found = dict(loose_readings(name))
    assert text in found
    assert found[text]


@pytest.mark.parametrize("name", ["阿莫西林胶囊", "静脉输液", "氯化钠注射液", "Ⅱ级护理", "维生素C片"])
def test_a_plain_name_has_no_other_readings(name: str) -> None:
    assert list(loose_readings(name)) == []


@pytest.mark.parametrize(
    "name",
    ["速尿针", "NS注射液", "5%GS", "立普妥(阿托伐他汀钙片)", "生理盐水", "维C片", "KCL注射液", "阿托伐他汀钙片 20mg"],
)
def test_what_only_a_loose_reading_finds_is_never_taken_unasked(shipped: CatalogueSet, name: str) -> None:
    match = shipped.match(Printed(name), DAY)
    assert match.entry is None or match.candidates[0].against == ()
    assert any(reading.text for reading in readings(name))


@pytest.mark.parametrize("name", ["速尿针", "5%GS", "生理盐水", "KCL注射液", "空腹血糖(GLU)", "肌内注射"])
def test_spoken_names_ask_and_say_why(shipped: CatalogueSet, name: str) -> None:
    match = shipped.match(Printed(name), DAY)
    assert match.entry is None
    assert match.candidates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ⅱ级护理", "二级护理"),
        ("2级护理", "二级护理"),
        ("静脉输液费", "静脉输液"),
        ("C-反应蛋白(CRP)测定", "C-反应蛋白测定(CRP)"),
    ],
)
def test_services_vary_in_grades_abbreviations_and_fee(one: str, other: str) -> None:
    assert plain_service(normalise(one)) == plain_service(normalise(other))


@pytest.mark.parametrize(("one", "other"), [("Ⅰ级护理", "Ⅱ级护理"), ("静脉输液", "静脉注射"), ("换药(大)", "换药(小)")])
def test_other_services_stay_other(one: str, other: str) -> None:
    assert plain_service(normalise(one)) != plain_service(normalise(other))


@pytest.mark.parametrize(
    ("printed", "core"),
    [
        ("血清钾(K+)", "钾"),
        ("钾测定", "钾"),
        ("血浆纤维蛋白原测定(仪器法)", "纤维蛋白原(仪器法)"),
        ("纤维蛋白原(FIB)(仪器法)", "纤维蛋白原(仪器法)"),
        ("超敏C-反应蛋白(hs-CRP)", "超敏C反应蛋白"),
        ("糖化血红蛋白(HbA1c)", "糖化血红蛋白"),
    ],
)
def test_a_test_is_what_it_measures(printed: str, core: str) -> None:
    assert core_service(normalise(printed)) == core


def test_what_a_test_measures_leads_to_it_but_specimen_and_method_are_asked(shipped: CatalogueSet) -> None:
    match = shipped.match(Printed("血清钾(K+)", unit="项"), DAY)
    assert match.entry is None
    assert match.candidates[0].entry.name == "钾测定"
    assert "须核对标本和方法" in match.candidates[0].against


@pytest.mark.parametrize("grade", ["Ⅱ级护理", "二级护理", "2级护理", "Ⅱ级护理费"])
def test_grades_are_taken_however_they_are_written(shipped: CatalogueSet, grade: str) -> None:
    assert taken(shipped, grade, "日") == "Ⅱ级护理"


def test_initials_are_the_first_letters_and_other_signs_stay() -> None:
    assert initials("阿莫西林") == "AMXL"
    assert initials("维生素B6片") == "WSSB6P"
    assert initials("") == ""


@given(st.text(max_size=80))
def test_any_words_can_be_read_loosely(name: str) -> None:
    assert all(reason for _, reason in loose_readings(name))
    assert core_service(plain_service(normalise(name))) is not None
