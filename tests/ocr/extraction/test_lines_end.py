"""A table goes on to its last charge, with or without decimals, and no further."""

from __future__ import annotations

from ocr.extraction import read_documents
from tests.papers import Cell, a_text, set_lines

HEAD: list[list[Cell]] = [
    [(380, "江西省医疗住院收费票据（电子）")],
    [(60, "票据代码：36060125"), (800, "票据号码：0012345678")],
    [(60, "交款人：赵小满"), (800, "开票日期：2025年03月11日")],
    [(60, "项目名称"), (420, "数量/单位"), (700, "金额（元）"), (1000, "备注")],
]
FOOT: list[list[Cell]] = [[(60, "金额合计（大写）：壹佰元整"), (700, "（小写）：100.00")]]


def names(*rows: list[Cell]) -> list[str]:
    [receipt] = read_documents([a_text(set_lines([*HEAD, *rows, *FOOT]))])
    return [str(line.cells["name"].value) for line in receipt.items]


def test_a_last_charge_without_decimals_is_a_charge() -> None:
    rows: list[list[Cell]] = [
        [(60, "西药费"), (420, "1项"), (700, "60.00")],
        [(60, "诊察费"), (420, "1项"), (700, "40")],
    ]
    assert names(*rows) == ["西药费", "诊察费"]


def test_a_last_charge_whose_point_was_lost_is_a_charge() -> None:
    rows: list[list[Cell]] = [
        [(60, "西药费"), (420, "1项"), (700, "60.00")],
        [(60, "床位费"), (420, "1项"), (700, "12.00")],
        [(60, "治疗费"), (420, "1项"), (700, "39 50")],
    ]
    assert names(*rows) == ["西药费", "床位费", "治疗费"]


def test_a_number_of_a_seal_under_the_amounts_is_no_charge() -> None:
    rows: list[list[Cell]] = [[(60, "西药费"), (420, "1项"), (700, "60.00")], [], [(720, "3601")]]
    assert names(*rows) == ["西药费"]


def test_words_under_the_table_are_no_charge() -> None:
    rows: list[list[Cell]] = [[(60, "西药费"), (420, "1项"), (700, "60.00")], [], [(60, "谢谢惠顾")]]
    assert names(*rows) == ["西药费"]
