"""CSV files: encodings by proof, separators by the lines, quotes that do not close."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.catalogue.importing.reading import headings_of, read_catalogue
from review.errors import InputError
from review.sheets.delimited import read_delimited
from tests.workbooks import DRUG_HEADINGS, SERVICE_HEADINGS, csv_file, drug_code, product, service

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [DRUG_HEADINGS, product(1, 备注="限儿童"), product(2)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_every_encoding_and_separator_gives_the_same_entries(path: Path, encoding: str, separator: str) -> None:
    proposal = read_catalogue(csv_file(path, ROWS, encoding, separator))
    assert (proposal.faults, proposal.places) == ((), (("", 2), ("", 3)))
    assert [(entry.name, entry.remark) for entry in proposal.entries] == [
        ("样品洛芬片1", "限儿童"),
        ("样品洛芬片2", ""),
    ]


def test_the_encoding_and_separator_that_were_found_are_said(path: Path) -> None:
    assert "文件按 GBK/GB18030 编码、以“制表符”分列读入。" in read_catalogue(csv_file(path, ROWS, "gbk", "\t")).notes


def test_a_separator_inside_quotes_parts_nothing(path: Path) -> None:
    csv_file(path, [DRUG_HEADINGS, product(1, 备注='"限儿童，或,限\n新生儿；见""注"""')])
    assert read_catalogue(path).entries[0].remark == '限儿童，或,限新生儿；见"注"'


def test_rows_are_counted_as_a_spreadsheet_counts_them(path: Path) -> None:
    csv_file(path, [DRUG_HEADINGS, product(1, 备注='"两\n行"'), product(2, 甲乙类="丁")])
    assert read_catalogue(path).faults[0].row == 3


@pytest.mark.parametrize(
    "content",
    [
        "药品代码,注册名称,甲乙类\nX,样品,甲\n".encode() + "样".encode("gbk") + b"\xff\n",
        "药品代码,注册名称,甲乙类\n".encode("utf-16")[:-1],
        b"\xef\xbb\xbf\xff\xfe\xff",
        bytes(range(1, 32)) * 40,
    ],
)
def test_bytes_that_fit_no_encoding_are_refused_with_the_way_on(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_catalogue(path)
    assert caught.value.code == "catalogue-encoding"
    assert "CSV UTF-8" in caught.value.advice


def test_text_that_was_broken_before_is_a_fault_at_its_cell(path: Path) -> None:
    fault = read_catalogue(csv_file(path, [DRUG_HEADINGS, product(1, 注册名称="锟斤拷洛芬片")])).faults[0]
    assert (fault.row, fault.column, fault.stops) == (2, "注册名称", True)
    assert "损坏的字符" in fault.said


def test_quotes_that_do_not_close_are_refused_with_the_line(path: Path) -> None:
    csv_file(path, [DRUG_HEADINGS, product(1, 备注='"没有结束'), product(2)])
    with pytest.raises(InputError, match="引号或分隔符不成对") as caught:
        read_catalogue(path)
    assert caught.value.code == "catalogue-unreadable"


def test_a_cell_longer_than_any_text_is_refused(path: Path) -> None:
    csv_file(path, [DRUG_HEADINGS, product(1, 备注="长" * 200_000)])
    with pytest.raises(InputError, match="附近"):
        read_catalogue(path)


def test_a_code_kept_as_text_by_a_formula_is_the_text(path: Path) -> None:
    csv_file(path, [SERVICE_HEADINGS, service(1, 项目编码='"=""001102000000001"""')])
    assert read_catalogue(path).entries[0].code == "001102000000001"


@pytest.mark.parametrize(("code", "said"), [("1.10200E+14", "科学记数法"), ("1102000000001", "丢了开头的0")])
def test_codes_a_spreadsheet_spoiled_are_faults(path: Path, code: str, said: str) -> None:
    assert said in read_catalogue(csv_file(path, [SERVICE_HEADINGS, service(1, 项目编码=code)])).faults[0].said


def test_a_file_of_headings_only_and_one_of_blank_lines(path: Path) -> None:
    assert "只有表头" in read_catalogue(csv_file(path, [DRUG_HEADINGS])).faults[0].said
    path.write_text("\n\n\n", encoding="utf-8")
    with pytest.raises(InputError, match="没有找到目录的表头"):
        read_catalogue(path)


def test_rows_shorter_and_longer_than_the_headings_are_read(path: Path) -> None:
    csv_file(path, [["药品代码", "注册名称", "甲乙类", "备注"], [drug_code(1), "样品洛芬片", "甲"], [*product(2)[:2]]])
    proposal = read_catalogue(path)
    assert [entry.remark for entry in proposal.entries] == [""]
    assert [(fault.row, fault.column) for fault in proposal.faults] == [(3, "甲乙类")]


def test_the_dialog_sees_one_sheet_without_a_name(path: Path) -> None:
    seen = headings_of(csv_file(path, ROWS, "gbk"))
    assert [(look.sheet, look.header_row, look.rows) for look in seen] == [("", 1, 3)]


def test_rows_can_be_read_again_and_again(path: Path) -> None:
    sheet = read_delimited(csv_file(path, ROWS))[0]
    assert list(sheet.rows()) == list(sheet.rows())
