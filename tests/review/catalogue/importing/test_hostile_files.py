"""Files that are damaged or built to do harm: refused before any parser, never with another exception."""

from __future__ import annotations

import os
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from review.catalogue.importing.apart import looks_apart, read_apart
from review.catalogue.importing.reading import headings_of, read_catalogue
from review.errors import InputError
from review.sheets import apart
from tests.workbooks import DRUG_HEADINGS, MAIN, drug_book, product, raw_book, row_xml, sheet_xml

if TYPE_CHECKING:
    from pathlib import Path

GOOD = row_xml(1, DRUG_HEADINGS) + row_xml(2, product(1))
BIG = b" " * 30_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录.xlsx"


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_catalogue(path)
    assert caught.value.advice
    return caught.value


def test_a_workbook_written_byte_by_byte_is_read(path: Path) -> None:
    assert len(read_catalogue(raw_book(path, sheet_xml(GOOD))).entries) == 1


def test_a_bomb_is_refused_while_it_unfolds(path: Path) -> None:
    assert "大得不正常" in str(refused(raw_book(path, sheet_xml(GOOD), {"xl/media/big.xml": BIG})))


def test_a_bomb_that_lies_about_its_size_is_refused(path: Path) -> None:
    raw_book(path, sheet_xml(GOOD), {"xl/media/big.xml": BIG[:1_000_000]})
    told = path.read_bytes().replace(struct.pack("<I", 1_000_000), struct.pack("<I", 1_000))
    path.write_bytes(told)
    assert refused(path).code == "catalogue-unsafe"


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        b'<!doctype x SYSTEM "file:///etc/passwd">',
        b'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM "http://example.invalid/">]>',
    ],
)
def test_declared_entities_are_refused_in_any_part(path: Path, declared: bytes) -> None:
    assert "实体声明" in str(refused(raw_book(path, declared + sheet_xml(GOOD))))
    shared = declared + f'<sst xmlns="{MAIN}"></sst>'.encode()
    assert "实体声明" in str(refused(raw_book(path, sheet_xml(GOOD), {"xl/sharedStrings.xml": shared})))


def test_a_picture_that_declares_something_is_no_matter(path: Path) -> None:
    picture = b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'
    assert len(read_catalogue(raw_book(path, sheet_xml(GOOD), {"xl/media/a.svg": picture})).entries) == 1


@pytest.mark.parametrize(
    ("far", "said"),
    [
        ('<row r="1048576"><c r="ZZZ1048576"><v>1</v></c></row>', "行列数"),
        ('<row r="9"><c r="XFD9"><v>1</v></c></row><row r="900000"><c r="A900000"><v>1</v></c></row>', "行列数"),
        ('<row r="3"><c r="a99999999"><v>1</v></c></row>', "行列数"),
        ("<row r='3'><c s='1' r='XFD900000'><v>1</v></c></row>", "行列数"),
        ('<row r="3"><c><v>1</v></c></row>', "没有写明位置"),
    ],
)
def test_absurd_dimensions_are_refused_before_they_are_laid_out(path: Path, far: str, said: str) -> None:
    error = refused(raw_book(path, sheet_xml(GOOD + far)))
    assert (error.code, said in str(error)) == ("catalogue-unsafe", True)


def test_a_sheet_that_only_claims_to_be_large_is_read(path: Path) -> None:
    empty = '<row r="3"><c r="XFD3" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    whole = sheet_xml(GOOD + empty, before='<dimension ref="A1:XFD1048576"/>')
    assert len(read_catalogue(raw_book(path, whole)).entries) == 1


def test_a_wide_sheet_of_few_rows_is_read(path: Path) -> None:
    wide = '<row r="3"><c r="XFD3"><v>1</v></c></row>'
    assert read_catalogue(raw_book(path, sheet_xml(GOOD + wide))).stopped


def test_sheets_with_prefixed_elements_are_looked_through_too(path: Path) -> None:
    cell = '<x:row r="1"><x:c r="A1"><x:f>1+1</x:f></x:c></x:row>'
    whole = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{cell}</x:sheetData></x:worksheet>'.encode()
    with pytest.raises(InputError) as caught:
        read_catalogue(raw_book(path, whole))
    assert caught.value.code in {"catalogue-columns", "no-catalogue"}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(path: Path, share: float) -> None:
    drug_book(path, *(product(n) for n in range(1, 200)))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert refused(path).code == "catalogue-unsafe"


def test_parts_that_are_encrypted_doubled_or_packed_oddly_are_refused(path: Path) -> None:
    raw_book(path, sheet_xml(GOOD))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as package:
        package.writestr("xl/odd.xml", "<x/>")
    assert "少见的压缩方式" in str(refused(path))


def test_a_part_by_the_name_of_another_is_refused(path: Path) -> None:
    raw_book(path, sheet_xml(GOOD))
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("xl/worksheets/sheet1.xml", sheet_xml(GOOD))
    assert "数目或名称不正常" in str(refused(path))


def test_a_package_that_sends_parsers_to_another_workbook_is_refused(path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = f'<Relationships><Relationship Id="a" Type="{kind}" Target="xl/other.xml"/></Relationships>'
    assert "目录不正常" in str(refused(raw_book(path, sheet_xml(GOOD), {"_rels/.rels": rels})))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("xl/workbook.bin", ".xlsb"),
        ("word/document.xml", "Word"),
        ("content.xml", "OpenDocument"),
        ("readme.txt", "没有工作簿"),
    ],
)
def test_packages_of_another_kind_are_named(path: Path, name: str, said: str) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, "x")
    error = refused(path)
    assert (error.code, said in str(error)) == ("no-catalogue", True)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><table><tr><td>\xe8\x8d\xaf</td></tr></table></html>",
        b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>',
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        b"\xff\xd8\xff\xe0" + b"\x00" * 50,
        b"Rar!\x1a\x07\x00",
    ],
)
def test_web_pages_pictures_and_archives_are_named_whatever_their_suffix(path: Path, content: bytes) -> None:
    path.with_suffix(".xls").write_bytes(content)
    assert refused(path.with_suffix(".xls")).code == "no-catalogue"


def test_an_empty_absent_or_damaged_old_workbook_is_refused(path: Path) -> None:
    assert refused(path).code == "catalogue-unreadable"
    path.write_bytes(b"")
    assert refused(path).code == "no-catalogue"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 5000)
    assert refused(path).code == "catalogue-unsafe"


def test_headings_are_refused_for_the_same_reasons(path: Path) -> None:
    with pytest.raises(InputError, match="大得不正常"):
        headings_of(raw_book(path, sheet_xml(GOOD), {"xl/media/big.xml": BIG}))


def test_a_file_is_read_in_a_process_of_its_own_with_the_same_result(path: Path) -> None:
    drug_book(path, product(1), product(2, 甲乙类="丁"))
    assert read_apart(path) == read_catalogue(path)
    assert looks_apart(path) == headings_of(path)


def test_what_the_process_refuses_is_refused_here_with_code_and_advice(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04nonsense")
    with pytest.raises(InputError) as caught:
        read_apart(path)
    assert (caught.value.code, bool(caught.value.advice)) == ("catalogue-unsafe", True)


def test_a_process_that_is_told_to_stop_leaves_nothing(path: Path, stopped: Stopped) -> None:
    drug_book(path, product(1))
    with pytest.raises(InputError) as caught:
        read_apart(path, None, stopped)  # type: ignore[arg-type]
    assert caught.value.code == "cancelled"


class Stopped:
    """An event that was set before anything began."""

    def is_set(self) -> bool:
        return True


@pytest.fixture
def stopped() -> Stopped:
    return Stopped()


def test_a_process_that_swells_is_stopped(path: Path) -> None:
    drug_book(path, product(1))
    with pytest.raises(InputError, match="内存超过上限"):
        apart.in_own_process(read_catalogue, (path, None), memory=1000)


def test_a_process_that_dies_is_an_input_error() -> None:
    with pytest.raises(InputError, match="意外退出"):
        apart.in_own_process(os._exit, (3,))
