"""Files that other programs write in their own ways, and that are sound all the same."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import EntryKind, PaymentClass
from review.catalogue.importing.mapping import Mapping
from review.catalogue.importing.reading import headings_of, read_catalogue
from review.catalogue.importing.spreading import Spreading
from review.errors import InputError
from review.sheets.container import opened
from tests.old_workbooks import book_records, old_file, record, sheet_records
from tests.workbooks import (
    DRUG_HEADINGS,
    MAIN,
    SERVICE_HEADINGS,
    a_book,
    csv_file,
    drug_book,
    drug_code,
    product,
    raw_book,
    row_xml,
    service,
    sheet_xml,
)

if TYPE_CHECKING:
    from pathlib import Path

GOOD = row_xml(1, DRUG_HEADINGS) + row_xml(2, product(1))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录.xlsx"


def names(path: Path) -> list[str]:
    proposal = read_catalogue(path)
    assert not proposal.stopped, proposal.faults[:3]
    return [entry.name for entry in proposal.entries]


def test_a_string_of_several_fonts_is_one_name(path: Path) -> None:
    cells: list[Any] = [*product(1)]
    cells[1] = "<is><r><t>样品</t></r><r><rPr><b/></rPr><t>洛芬片</t></r></is>"
    rows = row_xml(1, DRUG_HEADINGS) + row_xml(2, cells).replace('<c r="B2">', '<c r="B2" t="inlineStr">')
    assert names(raw_book(path, sheet_xml(rows))) == ["样品洛芬片"]


def test_shared_strings_are_followed(path: Path) -> None:
    cells: list[Any] = [*product(1)]
    cells[1] = "<v>1</v>"
    rows = row_xml(1, DRUG_HEADINGS) + row_xml(2, cells).replace('<c r="B2">', '<c r="B2" t="s">')
    shared = f'<sst xmlns="{MAIN}"><si><t>别的</t></si><si><t>样品洛芬丸</t></si></sst>'
    assert names(raw_book(path, sheet_xml(rows), {"xl/sharedStrings.xml": shared})) == ["样品洛芬丸"]


def test_a_shared_string_that_is_not_there_is_refused(path: Path) -> None:
    rows = row_xml(1, DRUG_HEADINGS) + '<row r="2"><c r="B2" t="s"><v>77</v></c></row>'
    with pytest.raises(InputError) as caught:
        read_catalogue(raw_book(path, sheet_xml(rows)))
    assert caught.value.code == "catalogue-unsafe"


def test_entities_of_plain_xml_are_letters(path: Path) -> None:
    rows = row_xml(1, DRUG_HEADINGS) + row_xml(2, product(1, 注册名称="样品&amp;洛芬&#29255;"))
    assert names(raw_book(path, sheet_xml(rows))) == ["样品&洛芬片"]


def test_a_workbook_that_points_to_its_parts_from_the_root_is_followed(path: Path) -> None:
    raw_book(path, sheet_xml(GOOD))
    package = opened(path)
    rels = "".join(chunk.decode() for chunk in package.chunks("xl/_rels/workbook.xml.rels"))
    raw_book(path, sheet_xml(GOOD), {"xl/_rels/workbook.xml.rels": rels.replace('Target="', 'Target="/xl/')})
    assert opened(path).sheets == package.sheets == (("总表", "xl/worksheets/sheet1.xml"),)
    assert names(path) == ["样品洛芬片1"]


def test_parts_that_are_stored_without_packing_are_read(path: Path) -> None:
    raw_book(path, sheet_xml(GOOD))
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert names(path) == ["样品洛芬片1"]


def test_a_package_written_as_a_stream_is_read(path: Path, tmp_path: Path) -> None:
    raw_book(tmp_path / "a.xlsx", sheet_xml(GOOD))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed, path.open("wb") as file:
        unseekable = Unseekable(file)
        with zipfile.ZipFile(unseekable, "w", zipfile.ZIP_DEFLATED) as package:  # type: ignore[call-overload]
            for name in packed.namelist():
                package.writestr(name, packed.read(name))
    assert names(path) == ["样品洛芬片1"]


class Unseekable:
    """A pipe: what was written cannot be mended, so that sizes follow their parts."""

    def __init__(self, file: Any) -> None:
        self.write, self.flush = file.write, file.flush


def test_a_missing_part_of_a_sheet_is_refused(path: Path) -> None:
    with pytest.raises(InputError, match="读不出来"):
        read_catalogue(raw_book(path, b""))


def test_a_chart_beside_the_table_is_passed_over(path: Path) -> None:
    book = drug_book(path, product(1))
    book.create_chartsheet("图")
    book.save(path)
    assert names(path) == ["样品洛芬片1"]
    assert [look.sheet for look in headings_of(path)] == ["总表"]


def test_a_table_that_begins_further_right_and_down_keeps_its_places(path: Path) -> None:
    book = drug_book(path, product(1), product(2, 甲乙类="丁"))
    book["总表"].insert_cols(1, 3)
    book["总表"].insert_rows(1, 4)
    book.save(path)
    proposal = read_catalogue(path)
    assert (proposal.places, proposal.faults[0].row) == ((("总表", 6),), 7)


def test_a_hidden_column_is_told_by_its_place_where_the_table_begins_further_right(path: Path) -> None:
    book = drug_book(path, product(1))
    book["总表"].insert_cols(1, 2)
    book["总表"].column_dimensions["D"].hidden = True
    book.save(path)
    assert [fault.column for fault in read_catalogue(path).faults] == ["注册名称"]


def test_merged_cells_are_filled_where_the_table_begins_further_right(path: Path) -> None:
    book = drug_book(path, product(1), product(2, 注册名称=""))
    book["总表"].insert_cols(1)
    book["总表"].merge_cells("C2:C3")
    book.save(path)
    assert names(path) == ["样品洛芬片1", "样品洛芬片1"]


def test_a_column_of_names_that_stands_twice_is_asked_about_and_cannot_be_mapped(path: Path) -> None:
    a_book(path, {"总表": [["药品代码", "药品名称", "药品名称", "甲乙类"], [drug_code(1), "样品片", "样品胶囊", "甲"]]})
    assert "有几列都像“名称”：药品名称" in read_catalogue(path).faults[0].said
    columns = (("name", "药品名称"), ("payment_class", "甲乙类"))
    proposal = read_catalogue(path, Mapping(EntryKind.DRUG, ("总表",), 1, columns))
    assert proposal.stopped
    assert "没有唯一的一列叫“药品名称”" in proposal.faults[0].said


def test_dates_in_columns_nobody_reads_are_no_matter(path: Path) -> None:
    book = a_book(path, {"总表": [[*DRUG_HEADINGS, "批准日期"], [*product(1), date(2025, 1, 1)]]})
    book.save(path)
    assert names(path) == ["样品洛芬片1"]


def test_an_old_workbook_with_a_chart_inside_its_sheet_is_read(tmp_path: Path) -> None:
    inner = record(0x0809, bytes(16)) + record(0x0203, bytes(14)) + record(0x000A)
    path = old_file(tmp_path / "a.xls", book_records(sheet_records([DRUG_HEADINGS, product(1)], inner)))
    assert [entry.name for entry in read_catalogue(path).entries] == ["样品洛芬片1"]


@pytest.mark.parametrize("ending", ["", "\r\n", "\r\n\r\n", ",,,\r\n"])
def test_csv_files_end_as_they_like(tmp_path: Path, ending: str) -> None:
    path = csv_file(tmp_path / "a.csv", [SERVICE_HEADINGS, service(1)])
    path.write_bytes(path.read_bytes().rstrip() + ending.encode())
    assert names(path) == ["样例诊查费1"]


def test_csv_files_of_old_line_ends_are_read(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", [SERVICE_HEADINGS, service(1), service(2)])
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\r"))
    assert names(path) == ["样例诊查费1", "样例诊查费2"]


def test_a_semicolon_file_with_commas_in_its_cells_is_parted_by_semicolons(tmp_path: Path) -> None:
    rows = [SERVICE_HEADINGS, *(service(n, 项目内涵="含诊查，含挂号,含检查") for n in range(1, 5))]
    assert len(names(csv_file(tmp_path / "a.csv", rows, separator=";"))) == 4


def test_a_spread_cell_over_a_short_row_reaches_its_column(path: Path) -> None:
    book = drug_book(path, product(1, 备注="限儿童"), product(2))
    book["总表"].merge_cells("Q2:Q3")
    book.save(path)
    assert [entry.remark for entry in read_catalogue(path).entries] == ["限儿童", "限儿童"]
    assert Spreading([], {}, 2, None).filled(2, ["a"]) == ["a"]  # type: ignore[arg-type]


def test_herbs_of_one_character_are_told_once_each_and_read(path: Path) -> None:
    a_book(path, {"饮片": [["编号", "药品名称", "甲乙类"], [1, "艾", "甲"], [2, "姜", "乙"]]})
    proposal = read_catalogue(path)
    assert [entry.payment_class for entry in proposal.entries] == [PaymentClass.A, PaymentClass.B]
    assert [fault.stops for fault in proposal.faults] == [False, False]
