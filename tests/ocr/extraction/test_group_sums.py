from __future__ import annotations

import pytest

from ocr.extraction.layout import lay_out
from ocr.extraction.table import read_table
from tests.ocr.extraction.tables import BACK, CARE, DRUG, rows_of
from tests.papers import Cell, a_statement_page, a_text, set_lines

HEAD = [(360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]
ITEMS = [
    [(60, "甲"), (300, "盐酸二甲双胍片"), (700, "3.36"), (820, "14"), (940, "47.04")],
    [(60, "甲"), (300, "心电监护"), (700, "3.00"), (820, "55"), (940, "165.00")],
]


def page_of(*lines: list[Cell]) -> list[tuple[str, str]]:
    """The sums told on a page of some lines, after it was held that only the two items are lines."""
    table = read_table(lay_out(a_text(set_lines([[(60, "类别"), *HEAD], *lines]))))
    assert [line.cells["name"].value for line in table.lines] == ["盐酸二甲双胍片", "心电监护"]
    return [(s.label, str(s.value)) for s in table.sums]


@pytest.mark.parametrize("label", ["西药费", "★西药费", "西药费:", "[西药费]"])
def test_a_category_with_its_sum_away_from_the_names_is_a_sum(label: str) -> None:
    sums = page_of([(700, label), (940, "47.04")], ITEMS[0], [(700, "治疗费"), (940, "165.00")], ITEMS[1])
    assert [value for _, value in sums] == ["47.04", "165.00"]


def test_a_category_and_its_sum_in_one_box_are_told() -> None:
    assert page_of([(60, "西药费:47.04")], *ITEMS) == [("西药费", "47.04")]


def test_a_category_that_sums_up_the_lines_under_it_is_a_sum_though_it_stands_among_the_names() -> None:
    page = a_statement_page(
        [("西药费", "", "", "", "", "47.04"), DRUG, ("治疗费", "", "", "", "", "66.00"), CARE, BACK]
    )
    table = read_table(lay_out(page))
    assert [str(s.value) for s in table.sums] == ["47.04", "66.00"]
    assert len(table.lines) == 3


def test_a_category_that_sums_up_nothing_stays_a_line() -> None:
    page = a_statement_page(
        [("西药费", "", "", "", "", "50.00"), DRUG, ("治疗费", "", "", "", "", "66.00"), CARE, BACK]
    )
    assert [name for (name,) in rows_of(page, "name")][::2] == ["西药费", "治疗费", BACK[0]]


def test_the_last_group_of_a_page_may_go_on_overleaf() -> None:
    page = a_statement_page([("西药费", "", "", "", "", "47.04"), DRUG, ("治疗费", "", "", "", "", "999.00"), CARE])
    assert rows_of(page, "name") == [(DRUG[0],), (CARE[0],)]


def test_categories_that_a_receipt_details_are_lines_of_it() -> None:
    lines: list[list[Cell]] = [
        [(60, "项目名称"), (400, "数量"), (560, "金额"), (760, "项目名称"), (1100, "数量"), (1260, "金额")],
        [(60, "其他门急诊收费"), (560, "370.00")],
        [(60, "院前急救服务费"), (400, "1"), (560, "220.00"), (760, "救护车使用费"), (1100, "1"), (1260, "90.00")],
        [(60, "辅助抬担架费"), (400, "1"), (560, "60.00")],
    ]
    names = [str(name) for (name,) in rows_of(a_text(set_lines(lines)), "name")]
    assert sorted(names) == sorted(["其他门急诊收费", "院前急救服务费", "救护车使用费", "辅助抬担架费"])


@pytest.mark.parametrize(("figure", "count", "sums"), [("8.00", 2, ["47.04", "8.00"]), ("8.10", 3, ["47.04"])])
def test_a_figure_alone_that_the_lines_since_the_last_sum_make_is_a_sum(
    figure: str, count: int, sums: list[str]
) -> None:
    care = ("动脉采血", "", "次", "8.00", "1", "8.00")
    page = a_statement_page([DRUG, ("小计", "", "", "", "", "47.04"), care, ("", "", "", "", "", figure)])
    table = read_table(lay_out(page))
    assert (len(table.lines), [str(s.value) for s in table.sums]) == (count, sums)


def test_a_figure_alone_stays_a_row_that_asks_where_no_sums_are_printed() -> None:
    care = ("动脉采血", "", "次", "8.00", "1", "8.00")
    table = read_table(lay_out(a_statement_page([DRUG, care, care, ("", "", "", "", "", "63.04")])))
    assert table.lines[-1].review == "没有读到项目名称"
