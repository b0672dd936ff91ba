"""Builders of catalogue files as offices have them, sound and hostile; articles are made up."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

DRUG_HEADINGS = [
    *("药品代码", "注册名称", "商品名称", "注册剂型", "注册规格", "包装材质", "最小包装数量", "最小制剂单位"),
    *("最小包装单位", "药品企业", "批准文号", "药品本位码", "甲乙类", "编号", "药品名称", "剂型", "备注"),
]
SERVICE_HEADINGS = ["项目编码", "项目名称", "项目内涵", "除外内容", "计价单位", "医保支付类别", "最高限价(元)", "备注"]
SUPPLY_HEADINGS = ["医用耗材代码", "耗材名称", "规格型号", "生产企业", "单位", "甲乙类", "最高限价"]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def drug_code(number: int) -> str:
    """A western drug's code of the right form, another for each number."""
    return f"XA01AAA001A001{number // 100000:04d}{number % 100000:05d}"


def product(number: int = 1, **changes: Any) -> list[Any]:
    """A row of a provincial drug-code workbook; keywords are headings."""
    said: dict[str, Any] = {
        "药品代码": drug_code(number),
        "注册名称": f"样品洛芬片{number}",
        "注册剂型": "片剂",
        "注册规格": "0.1g",
        "最小包装数量": 12,
        "最小制剂单位": "片",
        "最小包装单位": "盒",
        "药品企业": "样例制药有限公司",
        "甲乙类": "乙",
        "编号": number,
        "药品名称": "样品洛芬",
        "剂型": "口服常释剂型",
        **changes,
    }
    return [said.get(heading, "") for heading in DRUG_HEADINGS]


def service(number: int = 1, **changes: Any) -> list[Any]:
    """A row of a service catalogue; keywords are headings."""
    said: dict[str, Any] = {
        "项目编码": f"00110200{number:07d}",
        "项目名称": f"样例诊查费{number}",
        "计价单位": "次",
        "医保支付类别": "甲",
        "最高限价(元)": 12.5,
        **changes,
    }
    return [said.get(heading, "") for heading in SERVICE_HEADINGS]


def supply(number: int = 1, **changes: Any) -> list[Any]:
    """A row of a supply catalogue; keywords are headings."""
    said: dict[str, Any] = {
        "医用耗材代码": f"C{number:019d}",
        "耗材名称": f"一次性样例导管{number}",
        "规格型号": "F8",
        "单位": "根",
        "甲乙类": "乙",
        "最高限价": 88,
        **changes,
    }
    return [said.get(heading, "") for heading in SUPPLY_HEADINGS]


def a_book(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Workbook:
    """A workbook with these rows on these sheets, saved under ``path``; change it and save again as wanted."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    book.save(path)
    return book


def drug_book(path: Path, *rows: Sequence[Any], sheet: str = "总表") -> Workbook:
    """A drug-code workbook of one sheet: the headings, then the rows."""
    return a_book(path, {sheet: [DRUG_HEADINGS, *rows]})


def raw_book(path: Path, sheet: bytes, parts: Mapping[str, str | bytes] | None = None) -> Path:
    """A workbook written byte by byte: the XML of its one sheet, and other parts by name."""
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_BOOK}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_BOOK}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_BOOK}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="总表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"></sst>',
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in written.items():
            package.writestr(name, content)
    return path


def sheet_xml(rows: str, before: str = "", after: str = "") -> bytes:
    """The XML of a sheet with these row elements."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def row_xml(number: int, cells: Sequence[Any], attributes: str = "") -> str:
    """A row element; a cell that begins with ``<`` is taken as its content, other text goes inline."""
    return f'<row r="{number}" {attributes}>{"".join(_cell(number, i, c) for i, c in enumerate(cells))}</row>'


def _cell(row: int, column: int, cell: Any) -> str:
    place = f"{chr(ord('A') + column)}{row}"
    if isinstance(cell, str) and cell.startswith("<"):
        return f'<c r="{place}">{cell}</c>'
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>' if cell else ""
    return f'<c r="{place}"><v>{cell}</v></c>'


def csv_file(path: Path, rows: Sequence[Sequence[Any]], encoding: str = "utf-8", separator: str = ",") -> Path:
    """A CSV file as a spreadsheet saves it."""
    text = "".join(separator.join(map(str, row)) + "\r\n" for row in rows)
    path.write_bytes(text.encode(encoding))
    return path
