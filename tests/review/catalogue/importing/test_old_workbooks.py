"""The old form of workbooks (.xls): values, and what their records say beside them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.catalogue.importing.reading import read_catalogue
from review.errors import InputError
from tests.old_workbooks import EMPTY, book_records, formula, old_file, record, sheet_records
from tests.workbooks import DRUG_HEADINGS, SERVICE_HEADINGS, drug_book, product, service

if TYPE_CHECKING:
    from pathlib import Path

    from review.catalogue.importing.proposal import Proposal

ROWS = [DRUG_HEADINGS, product(1), product(2)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录.xls"


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_catalogue(path)
    return caught.value


def said(proposal: Proposal) -> str:
    return "\n".join(f"{fault.row} {fault.column} {fault.said}" for fault in proposal.faults)


def test_an_old_workbook_gives_the_same_entries(path: Path) -> None:
    proposal = read_catalogue(old_file(path, book_records(sheet_records(ROWS))))
    assert (proposal.faults, proposal.places) == ((), (("总表", 2), ("总表", 3)))
    assert [entry.name for entry in proposal.entries] == ["样品洛芬片1", "样品洛芬片2"]


def test_an_old_workbook_under_a_new_suffix_and_the_other_way_round(tmp_path: Path) -> None:
    old_file(tmp_path / "a.xlsx", book_records(sheet_records(ROWS)))
    drug_book(tmp_path / "b.xlsx", *ROWS[1:])
    (tmp_path / "b.xlsx").rename(tmp_path / "b.xls")
    assert read_catalogue(tmp_path / "a.xlsx").entries == read_catalogue(tmp_path / "b.xls").entries


def test_the_older_name_of_the_stream_is_known(path: Path) -> None:
    assert len(read_catalogue(old_file(path, book_records(sheet_records(ROWS)), "Book")).entries) == 2


def test_hidden_rows_and_columns_are_told(path: Path) -> None:
    hidden_row = record(0x0208, struct.pack("<HHHHHHI", 2, 0, 17, 255, 0, 0, 0x20))
    hidden_column = record(0x007D, struct.pack("<HHHHHH", 16, 16, 2000, 0, 1, 0))
    proposal = read_catalogue(old_file(path, book_records(sheet_records(ROWS, hidden_row, hidden_column))))
    assert "3  有 1 行是隐藏或筛选掉的（第3行）" in said(proposal)
    assert "0 备注 这一列在表里是隐藏的" in said(proposal)


@pytest.mark.parametrize(
    ("result", "told", "stops"),
    [
        (12.0, "2 最高限价(元) 这一列有 1 格是公式", False),
        (EMPTY, "2 最高限价(元) 公式没有保存结果", True),
        (struct.pack("<BBBBBBH", 2, 0, 7, 0, 0, 0, 0xFFFF), "2 最高限价(元) 这一格显示错误", True),
    ],
)
def test_formulas_are_told_by_their_stored_result(path: Path, result: float | bytes, told: str, stops: bool) -> None:  # noqa: FBT001 - one column of a table
    row = service(1, **{"最高限价(元)": formula(result)})
    proposal = read_catalogue(old_file(path, book_records(sheet_records([SERVICE_HEADINGS, row]))))
    assert (told in said(proposal), proposal.stopped) == (True, stops)


def test_an_error_typed_into_a_cell_stops(path: Path) -> None:
    error = record(0x0205, struct.pack("<HHHBB", 1, 6, 0, 42, 1))
    rows = [SERVICE_HEADINGS, service(1, **{"最高限价(元)": ""})]
    assert "2 最高限价(元) 这一格显示错误" in said(
        read_catalogue(old_file(path, book_records(sheet_records(rows, error))))
    )


def test_merged_names_are_filled_down(path: Path) -> None:
    merged = record(0x00E5, struct.pack("<HHHHH", 1, 1, 2, 1, 1))
    rows = [DRUG_HEADINGS, product(1), product(2, 注册名称="")]
    proposal = read_catalogue(old_file(path, book_records(sheet_records(rows, merged))))
    assert [entry.name for entry in proposal.entries] == ["样品洛芬片1"] * 2


@pytest.mark.parametrize(
    "far",
    [
        record(0x0200, struct.pack("<IIHHH", 0, 4_000_000_000, 0, 60_000, 0)),
        record(0x0200, struct.pack("<IIHHH", 9, 2, 0, 1, 0)),
        record(0x0203, struct.pack("<HHHd", 65_535, 60_000, 0, 1.0)),
    ],
)
def test_absurd_dimensions_are_refused_before_they_are_laid_out(path: Path, far: bytes) -> None:
    assert "行列数" in str(refused(old_file(path, book_records(sheet_records(ROWS, far)))))


@pytest.mark.parametrize("links", [{5: 2}, {4: 4}, {3: 120}, {1: 1}])
def test_chains_that_run_in_a_circle_or_into_nothing_are_refused(path: Path, links: dict[int, int]) -> None:
    assert refused(old_file(path, book_records(sheet_records(ROWS)), links=links)).code == "catalogue-unsafe"


def test_a_workbook_with_a_password_is_named(path: Path) -> None:
    lock = record(0x002F, struct.pack("<HHH", 0, 1, 2))
    assert refused(old_file(path, book_records(sheet_records(ROWS), lock))).code == "catalogue-locked"
    assert refused(old_file(path, b"x", "EncryptedPackage")).code == "catalogue-locked"


def test_an_office_file_without_a_workbook_is_named(path: Path) -> None:
    error = refused(old_file(path, b"x", "WordDocument"))
    assert (error.code, "没有工作簿" in str(error)) == ("no-catalogue", True)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=10), st.integers(600, 6000))
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_changed_and_cut_bytes_are_read_or_refused(tmp_path: Path, changes: list[tuple[int, int]], length: int) -> None:
    path = old_file(tmp_path / "a.xls", book_records(sheet_records(ROWS)))
    content = bytearray(path.read_bytes())
    for place, value in changes:
        content[place] = value
    path.write_bytes(content[:length])
    refusals = []
    try:
        read_catalogue(path)
    except InputError as error:
        refusals.append(error)
    assert all(error.advice for error in refusals)
