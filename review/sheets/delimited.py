"""CSV files as one sheet: encoding by proof, separator by the lines themselves."""

from __future__ import annotations

import codecs
import csv
import re
from typing import TYPE_CHECKING, Any

from review.errors import InputError
from review.sheets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.sheets.sheet import Row

MOST_ROWS = 1_000_000
_CHUNK = 1 << 20
_SAMPLE = 200_000
_SEPARATORS = (",", "\t", ";", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT = re.compile(r'="([^"]*)"')
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_MOST_ODD = 0.01
_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "gb18030": "GBK/GB18030"}


def read_delimited(path: Path) -> tuple[Sheet, ...]:
    """The one sheet of a CSV file: UTF-8, UTF-16 or GB18030; comma, tab, semicolon or bar between cells.

    Raises:
        InputError: no encoding fits the whole file, it is no text, or its quotes do not close.
    """
    encoding = _encoding(path)
    separator = _separator(path, encoding)
    note = f"文件按 {_NAMES.get(encoding, encoding.upper())} 编码、以“{_shown(separator)}”分列读入。"
    return (Sheet(name="", rows=lambda: _rows(path, encoding, separator), count=_lines(path), notes=(note,)),)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))


def _shown(separator: str) -> str:
    return {",": "逗号", "\t": "制表符", ";": "分号", "|": "竖线"}[separator]


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    marked = next((name for bom, name in _BOMS if start.startswith(bom)), "")
    for name in (marked,) if marked else _likely(start):
        if _fits(path, name):
            return name
    raise InputError(
        "这个文本文件的编码认不出来，或中间有损坏的字符。",
        code="catalogue-encoding",
        advice="请在 Excel 或 WPS 里打开，确认文字正常后另存为“CSV UTF-8”或 .xlsx，再导入。",
    )


def _likely(start: bytes) -> tuple[str, ...]:
    """Encodings to try on a file without a mark; every second byte zero is UTF-16."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if even + odd > len(start) // 20:
        return ("utf-16-be",) if even > odd else ("utf-16-le",)
    return ("utf-8", "gb18030")


def _fits(path: Path, encoding: str) -> bool:
    """Whether the whole file is text in the encoding, by strict decoding and without odd characters in number."""
    decode = codecs.getincrementaldecoder(encoding)(errors="strict")
    length = odd = 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                text = decode.decode(chunk)
                length, odd = length + len(text), odd + len(_ODD.findall(text))
            decode.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return odd <= length * _MOST_ODD


def _separator(path: Path, encoding: str) -> str:
    """The separator that parts the first lines into most cells, counted by the line of most cells."""
    with path.open(encoding=encoding, newline="") as file:
        lines = file.read(_SAMPLE).splitlines()[:50]

    def cells(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines if line.strip()]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) * usual, -_SEPARATORS.index(separator))

    return max(_SEPARATORS, key=cells)


def _rows(path: Path, encoding: str, separator: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=separator, strict=True)
        try:
            for number, cells in enumerate(reader, start=1):
                if number > MOST_ROWS:
                    raise InputError(
                        f"文件超过 {MOST_ROWS} 行。", code="catalogue-too-large", advice="请分成几个文件。"
                    )
                yield number, _told(cells)
        except csv.Error as error:
            raise InputError(
                f"第 {reader.line_num} 行附近的引号或分隔符不成对，无法分列。",
                code="catalogue-unreadable",
                advice="请检查这一行的引号；或在 Excel、WPS 里另存为 .xlsx 后再导入。",
            ) from error


def _told(cells: list[Any]) -> list[Any]:
    """Cells with ``="0011"``, by which spreadsheets keep a text, taken as the text."""
    if not any(cell.startswith("=") for cell in cells):
        return cells
    return [found[1] if (found := _TEXT.fullmatch(cell)) else cell for cell in cells]
