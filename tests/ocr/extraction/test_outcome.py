"""How a stay ended, read from a discharge record."""

from __future__ import annotations

import pytest

from ocr.extraction.discharge import read_discharge_fields
from ocr.extraction.layout import lay_out
from tests.papers import Cell, a_text, set_lines


def outcome(*printed: str) -> object:
    lines: list[list[Cell]] = [
        [(380, "安远县中心医院")],
        [(400, "出院记录")],
        [(60, "姓名：赵小满"), (400, "性别：女"), (700, "年龄：45岁"), (900, "住院号：60018812")],
        [(60, "出院诊断：1.肺炎")],
        *([(60, line)] for line in printed),
        [(60, "出院医嘱：注意休息，2周后门诊复查。")],
    ]
    cell = read_discharge_fields(lay_out(a_text(set_lines(lines)))).get("outcome")
    return cell.value if cell else None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("转归：好转", "好转"),
        ("治疗结果：治愈", "治愈"),
        ("出院情况：病情好转，无发热", "好转"),
        ("转归：□治愈 ☑好转 □未愈 □死亡", "好转"),
        ("治疗结果：治愈√ 好转 未愈 死亡", "治愈"),
        ("转归：2 1.治愈 2.好转 3.未愈 4.死亡", "好转"),
        ("离院方式：5 1、医嘱离院 2、医嘱转院 4、非医嘱离院 5、死亡", "死亡"),
        ("诊疗经过：予对症治疗，于2025年3月11日好转出院。", "好转"),
        ("诊疗经过：经积极抢救无效，宣布临床死亡。", "死亡"),
        ("死亡时间：2025-03-11", "死亡"),
    ],
)
def test_an_outcome_is_read_however_it_is_put(printed: str, value: str) -> None:
    assert outcome(printed) == value


@pytest.mark.parametrize(
    "printed",
    [
        "转归：治愈 好转 未愈 死亡",
        "转归：□治愈 □好转 □未愈 □死亡",
        "转归：☑治愈 ☑好转",
        "转归：3 1.治愈 2.好转",
        "出院情况：无发热，饮食睡眠可，切口愈合Ⅱ/甲。",
        "诊疗经过：症状未好转，予调整用药。",
        "既往史：父亲已故，死亡原因不详。",
        "告知患者若自动出院，后果自负。",
    ],
)
def test_what_is_not_said_for_sure_is_no_outcome(printed: str) -> None:
    assert outcome(printed) is None


def test_the_outcome_points_at_its_word() -> None:
    lines: list[list[Cell]] = [[(400, "出院记录")], [(60, "姓名：赵小满")], [(60, "转归：好转")]]
    page = a_text(set_lines(lines))
    cell = read_discharge_fields(lay_out(page))["outcome"]
    word = next(word for word in page.words if word.text == "转归：好转")
    assert (cell.text, cell.box is not None and cell.box[0] > word.box[0]) == ("好转", True)
