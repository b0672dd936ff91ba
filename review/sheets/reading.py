"""The door of this room: a file to its sheets. What the file is, its bytes say, never its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.errors import InputError
from review.sheets.delimited import read_delimited
from review.sheets.workbook import read_xls, read_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from review.sheets.sheet import Sheet

_START = 4096
_NO_TABLES = {
    b"\x89PNG": "这是图片",
    b"\xff\xd8\xff": "这是图片",
    b"GIF8": "这是图片",
    b"Rar!": "这是压缩包",
    b"7z\xbc\xaf": "这是压缩包",
    b"\x1f\x8b": "这是压缩包",
    b"{\\rtf": "这是 RTF 文档",
}
_MARKUP = (b"<html", b"<!doctype html", b"<?xml", b"<table", b"<workbook", b"mime-version:")


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook or CSV file, told by its bytes.

    Raises:
        InputError: the file is neither, or cannot be read safely.
    """
    with path.open("rb") as file:
        start = file.read(_START)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_xlsx(path)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return read_xls(path)
    said = next((said for mark, said in _NO_TABLES.items() if start.startswith(mark)), "")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        said = "这是网页或 XML 文件（有些系统导出的 .xls 其实是网页）"
    if said:
        advice = "请用 Excel 或 WPS 打开后另存为 .xlsx，或选择正确的文件。"
        raise InputError(f"{said}，不能读入。", code="no-catalogue", advice=advice)
    return read_delimited(path)
