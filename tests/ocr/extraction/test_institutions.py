from __future__ import annotations

import pytest

from ocr.extraction.institutions import completed, hospital_in, title_hospital
from ocr.extraction.layout import lay_out
from tests.papers import a_text, set_lines


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("安远县中心医院住院费用清单", "安远县中心医院"),
        ("上海交通大学医学院附属瑞金医院出院小结", "上海交通大学医学院附属瑞金医院"),
        ("某镇卫生院", "某镇卫生院"),
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
