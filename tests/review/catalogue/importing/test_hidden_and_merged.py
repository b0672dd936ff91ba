"""What stands in a workbook beside its values: hidden parts, formulas, errors, merged cells, titles and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.importing.reading import read_catalogue
from tests.workbooks import (
    DRUG_HEADINGS,
    SERVICE_HEADINGS,
    a_book,
    drug_book,
    product,
    raw_book,
    row_xml,
    service,
    sheet_xml,
)

if TYPE_CHECKING:
    from pathlib import Path

    from review.catalogue.importing.proposal import Proposal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录.xlsx"


def said(proposal: Proposal) -> str:
    return "\n".join(f"{fault.row} {fault.column} {fault.said}" for fault in proposal.faults)


def test_hidden_rows_are_read_and_told(path: Path) -> None:
    book = drug_book(path, *(product(n) for n in range(1, 9)))
    for row in range(3, 10):
        book["总表"].row_dimensions[row].hidden = True
    book.save(path)
    proposal = read_catalogue(path)
    assert (len(proposal.entries), proposal.stopped) == (8, False)
    assert "有 7 行是隐藏或筛选掉的（第3、4、5、6、7等行）" in said(proposal)


def test_a_hidden_column_that_is_read_is_told_and_one_that_is_not_is_no_matter(path: Path) -> None:
    book = drug_book(path, product(1, 备注="限儿童"))
    for letter in "FQ":
        book["总表"].column_dimensions[letter].hidden = True
    book.save(path)
    proposal = read_catalogue(path)
    assert [fault.column for fault in proposal.faults] == ["备注"]
    assert proposal.entries[0].remark == "限儿童"


def test_a_formula_without_result_stops_at_its_cell(path: Path) -> None:
    drug_book(path, product(1), product(2, 注册规格='=CONCATENATE("0.1","g")'))
    proposal = read_catalogue(path)
    assert proposal.stopped
    assert "3 注册规格 公式没有保存结果" in said(proposal)


def test_a_formula_with_its_result_is_read_and_told_once_for_its_column(path: Path) -> None:
    rows = [row_xml(1, SERVICE_HEADINGS)]
    for row in (2, 3):
        cells = service(row)
        cells[6] = "<f>6*2</f><v>12</v>"
        rows.append(row_xml(row, cells))
    proposal = read_catalogue(raw_book(path, sheet_xml("".join(rows))))
    assert [str(entry.price_limit) for entry in proposal.entries] == ["12", "12"]
    assert not proposal.stopped
    assert "2 最高限价(元) 这一列有 2 格是公式" in said(proposal)


def test_a_formula_in_a_column_nobody_reads_is_no_matter(path: Path) -> None:
    drug_book(path, product(1, 最小包装数量="=3*4"))
    assert not read_catalogue(path).faults


def test_an_error_value_stops_at_its_cell(path: Path) -> None:
    cells = service(1)
    rows = row_xml(1, SERVICE_HEADINGS) + row_xml(2, cells).replace(
        '<c r="G2"><v>12.5</v></c>', '<c r="G2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    assert "2 最高限价(元) 这一格显示错误" in said(read_catalogue(raw_book(path, sheet_xml(rows))))


def test_names_and_classes_merged_down_hold_for_each_row(path: Path) -> None:
    book = drug_book(path, product(1), product(2, 注册名称="", 甲乙类=""), product(3, 注册名称="", 甲乙类=""))
    for cells in ("B2:B4", "M2:M4"):
        book["总表"].merge_cells(cells)
    book.save(path)
    proposal = read_catalogue(path)
    assert not proposal.faults
    assert [entry.name for entry in proposal.entries] == ["样品洛芬片1"] * 3
    assert {entry.payment_class for entry in proposal.entries} == {"B"}


def test_a_row_with_one_cell_of_its_own_under_merged_ones_is_no_title(path: Path) -> None:
    headings = ["编号", "药品名称", "甲乙类", "包装"]
    book = a_book(path, {"总表": [headings, [1, "样品洛芬", "甲", "瓶"], ["", "", "", "盒"]]})
    for cells in ("A2:A3", "B2:B3", "C2:C3"):
        book["总表"].merge_cells(cells)
    book.save(path)
    proposal = read_catalogue(path)
    assert [fault.said for fault in proposal.faults] == ["与第2行完全相同，只读入一次。"]


def test_an_empty_row_under_merged_cells_is_no_article(path: Path) -> None:
    book = drug_book(path, product(1), [], product(2))
    book["总表"].merge_cells("B2:B3")
    book.save(path)
    proposal = read_catalogue(path)
    assert (proposal.faults, proposal.places) == ((), (("总表", 2), ("总表", 4)))


def test_a_price_merged_over_rows_is_not_guessed(path: Path) -> None:
    book = a_book(path, {"项目": [SERVICE_HEADINGS, service(1), service(2, **{"最高限价(元)": ""})]})
    book["项目"].merge_cells("G2:G3")
    book.save(path)
    proposal = read_catalogue(path)
    assert proposal.stopped
    assert "G2:G3 合并成了一格，分不清各行各列的最高限价" in said(proposal)


def test_cells_merged_over_two_columns_are_not_guessed(path: Path) -> None:
    book = drug_book(path, product(1), product(2))
    book["总表"].merge_cells("B3:C3")
    book.save(path)
    assert "B3:C3 合并成了一格，分不清各行各列的名称、商品名" in said(read_catalogue(path))


def test_a_title_over_the_whole_row_is_the_section_of_what_follows(path: Path) -> None:
    rows = [DRUG_HEADINGS, ["西药"], product(1), ["中成药"], product(2)]
    book = a_book(path, {"总表": rows})
    for row in (2, 4):
        book["总表"].merge_cells(f"A{row}:Q{row}")
    book.save(path)
    proposal = read_catalogue(path)
    assert [entry.section for entry in proposal.entries] == ["西药", "中成药"]
    assert [(fault.row, fault.stops) for fault in proposal.faults] == [(2, False), (4, False)]


def test_a_chapter_of_services_is_a_title_and_no_article(path: Path) -> None:
    chapter = ["1102", "诊查费"]
    a_book(path, {"项目": [SERVICE_HEADINGS, chapter, service(1)]})
    proposal = read_catalogue(path)
    assert (len(proposal.entries), proposal.stopped) == (1, False)
    assert "只有编号和名称，作为分类标题" in said(proposal)


def test_a_note_below_the_table_is_told_and_left_out(path: Path) -> None:
    drug_book(path, product(1), ["注：本表自发布之日起使用。"])
    proposal = read_catalogue(path)
    assert (len(proposal.entries), proposal.stopped) == (1, False)
    assert "3  表末的说明" in said(proposal)


def test_a_torn_row_is_no_note_and_stops(path: Path) -> None:
    drug_book(path, product(1), ["", "样品洛芬胶囊"])
    proposal = read_catalogue(path)
    assert proposal.stopped
    assert "3 药品代码 药品代码为空" in said(proposal)


def test_headings_of_two_rows_are_read_together(path: Path) -> None:
    rows: list[list[Any]] = [
        ["项目编码", "项目名称", "甲乙类", "价格", "", "备注"],
        ["", "", "", "三级", "最高限价", ""],
        ["001102000000001", "样例诊查费", "甲", 5, 4, ""],
    ]
    book = a_book(path, {"项目": rows})
    for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
        book["项目"].merge_cells(cells)
    book.save(path)
    proposal = read_catalogue(path)
    assert "有几列都像" not in said(proposal)
    assert (proposal.places, str(proposal.entries[0].price_limit)) == ((("项目", 3),), "4")
