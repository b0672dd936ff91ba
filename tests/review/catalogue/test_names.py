"""Names: one way of writing, what may be taken off, what a listed name stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.catalogue.forms import taken_apart
from review.catalogue.names import is_qualified, normalise, readings, shortened, spelled_out, unabbreviated
from review.catalogue.radicals import bases, is_double


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        (" 氯化钠 注射液 ", "氯化钠注射液"),
        ("▲阿莫西林胶囊", "阿莫西林胶囊"),
        ("紫杉醇（白蛋白结合型）", "紫杉醇(白蛋白结合型)"),
        ("【甲】维生素ｂ６", "(甲)维生素B6"),
        ("盐酸二甲双胍缓释片(Ⅱ)", "盐酸二甲双胍缓释片II"),
        ("重组人干扰素α-2b", "重组人干扰素α2B"),
        ("C—反应蛋白", "C-反应蛋白"),
    ],
)
def test_names_get_one_way_of_writing(printed: str, plain: str) -> None:
    assert normalise(printed) == plain


@given(st.text(max_size=30))
def test_writing_a_name_plainly_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("0.9%氯化钠注射液", "氯化钠注射液"),
        ("氯化钠注射液0.9%100ml*1袋", "氯化钠注射液"),
        ("葡萄糖注射液(塑料瓶)", "葡萄糖注射液"),
        ("(国采)阿卡波糖片", "阿卡波糖片"),
        ("阿莫西林克拉维酸钾片(7:1)", "阿莫西林克拉维酸钾片"),
        ("沙美特罗替卡松吸入粉雾剂(50ug/250ug)", "沙美特罗替卡松吸入粉雾剂"),
        ("苯磺酸氨氯地平片(络活喜)", "苯磺酸氨氯地平片"),
    ],
)
def test_marks_packing_strengths_and_brands_come_off(printed: str, bare: str) -> None:
    assert [reading.text for reading in readings(printed)][-1] == bare


@pytest.mark.parametrize("printed", ["静注人免疫球蛋白(pH4)", "紫杉醇(白蛋白结合型)", "精蛋白锌胰岛素(30R)"])
def test_qualifiers_never_come_off(printed: str) -> None:
    assert {reading.text for reading in readings(printed)} == {normalise(printed)}


def test_a_brand_is_left_out_on_trust_and_told() -> None:
    last = list(readings("注射用头孢他啶(复达欣)"))[-1]
    assert (last.text, last.trusted) == ("注射用头孢他啶", ("复达欣",))


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("感冒清热颗粒(片、胶囊)", {"感冒清热颗粒", "感冒清热片", "感冒清热胶囊"}),
        ("八宝丹、八宝丹胶囊", {"八宝丹", "八宝丹胶囊"}),
        ("曲马多、曲马多Ⅱ", {"曲马多", "曲马多II"}),
        ("还原型谷胱甘肽(谷胱甘肽)", {"还原型谷胱甘肽", "谷胱甘肽"}),
        ("人促红素[重组人促红素(CHO细胞)]", {"人促红素", "重组人促红素(CHO细胞)"}),
        ("生脉饮(党参方)、生脉片(颗粒)(党参方)", {"生脉饮(党参方)", "生脉片(党参方)", "生脉颗粒(党参方)"}),
    ],
)
def test_a_listed_name_stands_for_all_its_names(listed: str, names: set[str]) -> None:
    assert names <= set(spelled_out(listed))


def test_a_qualifier_is_no_synonym() -> None:
    assert spelled_out("紫杉醇(白蛋白结合型)") == ("紫杉醇(白蛋白结合型)",)
    assert spelled_out("卡络磺钠(肾上腺色腙)氯化钠") == ("卡络磺钠(肾上腺色腙)氯化钠",)


def test_a_careless_print_loses_brackets_and_numerals() -> None:
    assert shortened(normalise("盐酸二甲双胍缓释片(Ⅲ)")) == "盐酸二甲双胍缓释片"
    assert is_qualified(normalise("盐酸二甲双胍缓释片(Ⅲ)"))
    assert not is_qualified(normalise("盐酸二甲双胍缓释片"))


def test_abbreviations_of_services_come_off_wherever_they_stand() -> None:
    assert unabbreviated("C-反应蛋白(CRP)测定") == unabbreviated("C-反应蛋白测定(CRP)") == "C-反应蛋白测定"
    assert unabbreviated("葡萄糖测定(酶法)") == "葡萄糖测定(酶法)"


@pytest.mark.parametrize(
    ("printed", "stem", "listed"),
    [
        ("阿莫西林胶囊", "阿莫西林", "口服常释剂型"),
        ("奥美拉唑肠溶胶囊", "奥美拉唑", "口服常释剂型"),
        ("硝苯地平控释片", "硝苯地平", "缓释控释剂型"),
        ("注射用头孢曲松钠", "头孢曲松钠", "注射剂"),
        ("莫匹罗星乳膏", "莫匹罗星", "软膏剂"),
        ("铝碳酸镁咀嚼片", "铝碳酸镁", "咀嚼片"),
        ("吸入用布地奈德混悬液", "布地奈德", "吸入剂"),
        ("二甲双胍缓释片II", "二甲双胍II", "缓释控释剂型"),
        ("人血白蛋白", "人血白蛋白", "注射剂"),
    ],
)
def test_a_printed_form_belongs_to_a_listed_one(printed: str, stem: str, listed: str) -> None:
    assert any(formed.stem == stem and formed.agrees(listed) for formed in taken_apart(printed))


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("阿莫西林胶囊", "注射剂"),
        ("硝苯地平控释片", "口服常释剂型"),
        ("铝碳酸镁咀嚼片", "口服常释剂型"),
        ("阿司匹林分散片", "口服常释剂型(不含分散片)"),
    ],
)
def test_a_printed_form_does_not_belong_elsewhere(printed: str, listed: str) -> None:
    assert not any(formed.agrees(listed) for formed in taken_apart(printed))


@pytest.mark.parametrize(
    ("stem", "base"),
    [
        ("盐酸氨溴索", "氨溴索"),
        ("头孢曲松钠", "头孢曲松"),
        ("硫酸氢氯吡格雷", "氯吡格雷"),
        ("哌拉西林钠他唑巴坦钠", "哌拉西林他唑巴坦"),
        ("阿莫西林钠克拉维酸钾", "阿莫西林克拉维酸"),
        ("甲泼尼龙琥珀酸钠", "甲泼尼龙"),
    ],
)
def test_radicals_come_off(stem: str, base: str) -> None:
    assert base in {found for found, _ in bases(stem)}


def test_an_acid_before_and_a_metal_behind_come_off_at_once_only_with_a_doubt() -> None:
    removed = dict(bases("磷酸腺苷二钠"))
    assert is_double(removed["腺苷"])
    assert not any(
        map(is_double, (dict(bases("盐酸氨溴索"))["氨溴索"], dict(bases("头孢曲松钠"))["头孢曲松"], "钠、钾", ""))
    )


@pytest.mark.parametrize("stem", ["头孢呋辛酯", "葡萄糖酸钙锌", "地塞米松棕榈酸酯"])
def test_esters_and_second_metals_stay(stem: str) -> None:
    assert {"头孢呋辛", "葡萄糖酸锌", "地塞米松"}.isdisjoint(found for found, _ in bases(stem))
