from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ocr.extraction.layout import lay_out
from ocr.extraction.layouts import KnownLayout, of_hospital
from ocr.extraction.table import read_table
from ocr.reading import Column
from tests.papers import a_statement_page, a_text, set_lines

if TYPE_CHECKING:
    from ocr.pages import PageText

ROWS = [
    ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04"),
    ("动脉采血", "", "次", "8.00", "2", "16.00"),
    ("心电监护", "", "小时", "3.00", "55", "165.00"),
    ("导尿", "", "次", "15.00", "3", "45.00"),
]
HEADS = ("项目名称", "规格", "单位", "单价", "数量", "金额")
KEYS = ("name", "spec", "unit", "unit_price", "quantity", "amount")


def page_without(*heads: str) -> PageText:
    page = a_statement_page(ROWS)
    return a_text([word for word in page.words if word.text not in heads])


def known(page: PageText, *, keys: tuple[str, ...] = KEYS) -> KnownLayout:
    columns = read_table(lay_out(page)).columns
    return KnownLayout(
        "安远县中心医院",
        tuple(Column(c.heading, key, c.left, c.right) for c, key in zip(columns, keys, strict=True)),
    )


def read(page: PageText, *layouts: KnownLayout) -> list[tuple[object, ...]]:
    lines = read_table(lay_out(page), layouts=layouts).lines
    return [tuple(line.cells[k].value if k in line.cells else "" for k in KEYS) for line in lines]


def test_the_columns_of_a_table_are_told_in_shares_of_its_width() -> None:
    columns = read_table(lay_out(a_statement_page(ROWS))).columns
    assert [(c.heading, c.key) for c in columns] == list(zip(HEADS, KEYS, strict=True))
    assert columns[0].left == 0.0
    assert columns[-1].right == 1.0
    assert all(a.right <= b.left for a, b in pairwise(columns))


def test_a_page_without_a_table_has_no_columns() -> None:
    assert read_table(lay_out(a_text([]))).columns == ()


def test_a_known_layout_reads_a_page_whose_headings_were_all_lost() -> None:
    assert read(page_without(*HEADS), known(a_statement_page(ROWS))) == ROWS


def test_a_known_layout_stands_in_for_single_lost_headings() -> None:
    assert read(page_without("规格", "数量"), known(a_statement_page(ROWS))) == ROWS


def test_a_known_layout_says_nothing_where_all_headings_were_read() -> None:
    turned = known(a_statement_page(ROWS), keys=("name", "unit", "spec", "quantity", "unit_price", "amount"))
    assert read(a_statement_page(ROWS), turned) == ROWS


def test_arithmetic_overrules_a_known_layout_that_took_the_price_for_the_amount() -> None:
    wrong = known(a_statement_page(ROWS), keys=("name", "spec", "unit", "amount", "quantity", "unit_price"))
    assert [row[3:] for row in read(page_without(*HEADS), wrong)] == [row[3:] for row in ROWS]


def test_a_layout_is_used_for_its_own_hospital_alone() -> None:
    layout = known(a_statement_page(ROWS))
    assert of_hospital([layout], "安远县中心医阮") == (layout,)
    assert of_hospital([layout], "信丰县中医院") == of_hospital([layout], "") == ()


def test_the_columns_of_earlier_pages_of_the_same_paper_always_hold() -> None:
    earlier = KnownLayout("", known(a_statement_page(ROWS)).columns)
    assert of_hospital([earlier], "") == of_hospital([earlier], "信丰县中医院") == (earlier,)
    assert read(page_without(*HEADS), earlier) == ROWS


def test_names_that_stand_in_two_lanes_are_one_column_and_no_heading_was_lost() -> None:
    head = [(60, "项目名称/规格"), (700, "单价"), (820, "数量"), (940, "金额")]
    split = [[(60, "氯测定"), (420, "100ml"), (700, "3.00"), (820, "2"), (940, "6.00")]] * 4
    plain = [
        [(60, name), (700, "3.00"), (820, "2"), (940, "6.00")] for name in ("钾测定", "钠测定", "钙测定", "磷测定")
    ]
    first = read_table(lay_out(a_text(set_lines([head, *split]))))
    assert [column.key for column in first.columns] == ["name_spec", "unit_price", "quantity", "amount"]
    second = read_table(lay_out(a_text(set_lines([head, *plain]))), layouts=[KnownLayout("", first.columns)])
    assert [line.cells["name"].value for line in second.lines] == ["钾测定", "钠测定", "钙测定", "磷测定"]
