from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.institutions import completed, hospital_in, title_hospital
from ocr.extraction.layout import lay_out
from ocr.extraction.receipt import read_receipt_fields
from tests.papers import PITCH, a_text, a_word, set_lines

if TYPE_CHECKING:
    from ocr.reading import Cell


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("安远县中心医院住院费用清单", "安远县中心医院"),
        ("上海交通大学医学院附属瑞金医院出院小结", "上海交通大学医学院附属瑞金医院"),
        ("某镇卫生院", "某镇卫生院"),
        ("昆河协济医院有限公司费用明细清单", "昆河协济医院有限公司"),
        ("南山市立医院(东院区)每日费用清单", "南山市立医院(东院区)"),
        ("医疗机构类型", ""),
        ("在我院治疗", ""),
        ("心电监护", ""),
    ],
)
def test_a_hospital_is_named_at_the_start_of_a_title(text: str, name: str) -> None:
    assert hospital_in(text) == name


def test_the_title_names_the_hospital_before_seals_do() -> None:
    page = a_text(set_lines([[(400, "安远县中心医院住院费用清单")], *[[(60, "心电监护")]] * 30, [(400, "第二医院")]]))
    named = title_hospital(lay_out(page))
    assert named
    assert named[0] == "安远县中心医院"


@pytest.mark.parametrize(
    ("read", "name"), [("安远县中心", "安远县中心医院"), ("安远县中心医院网", "安远县中心医院"), ("安远县", "安远县")]
)
def test_what_a_seal_did_to_a_name_is_undone_where_the_page_tells(read: str, name: str) -> None:
    assert completed(read, lay_out(a_text(set_lines([[(60, "安远县中心医院")]])))) == name


def named(*lines: str, sure: float = 0.8) -> Cell | None:
    words = [
        a_word(text, 60, 100 + PITCH * i, confidence=sure, spread=0.2 if sure < 0.9 else sure)
        for i, text in enumerate(lines)
    ]
    return read_receipt_fields(lay_out(a_text(words))).get("institution")


def test_a_badly_read_name_is_settled_by_its_province_and_asks() -> None:
    cell = named("江西省医疗住院收费票据（电子）", "收款单位（章）：南昌大学第二附售医院")
    assert cell
    assert cell.value == "南昌大学第二附属医院"
    assert "南昌大学第二附售医院" in (cell.review or "")


def test_a_well_read_name_stays_whatever_is_usual() -> None:
    cell = named("江西省医疗住院收费票据（电子）", "收款单位（章）：安远县中心医院", sure=0.999)
    assert cell
    assert (cell.value, cell.review) == ("安远县中心医院", None)


def test_a_name_that_a_seal_cut_off_is_completed_from_the_seal() -> None:
    cell = named("江西省医疗住院收费票据（电子）", "收款单位（章）：赣州市第", "大长第五人民医院")
    assert cell
    assert (cell.value, cell.review) == ("赣州市第五人民医院", None)


def test_a_page_without_any_name_has_no_institution() -> None:
    assert named("江西省医疗住院收费票据（电子）") is None


def test_characters_of_a_seal_before_a_known_name_fall_away() -> None:
    cell = named("收款单位（章）：竟赣州市人民医院", sure=0.999)
    assert cell
    assert cell.value == "赣州市人民医院"
