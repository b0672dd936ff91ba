"""The streams of an old Office file: each sector may belong to one of them only, so that no chain runs in a circle."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.errors import InputError
from review.sheets.container import unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 200_000_000
"""Bytes an old workbook may have: it holds 65,536 rows a sheet."""
_HEADER = 512
_IN_HEADER = 109
_LAST_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_BOOKS = ("Workbook", "Book", "WORKBOOK", "BOOK")


@dataclass(slots=True)
class _Streams:
    """The chains of a file, each sector of which is handed out once."""

    content: bytes
    size: int
    table: tuple[int, ...] = ()
    taken: set[int] = field(default_factory=set)

    def sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        return self.content[start : start + self.size]

    def chain(self, number: int) -> Iterator[int]:
        while number < _LAST_SECTOR:
            if number in self.taken or number >= len(self.table):
                raise unsafe("文件内部的链接不正常")
            self.taken.add(number)
            yield number
            number = self.table[number]

    def stream(self, start: int) -> bytes:
        return b"".join(self.sector(number) for number in self.chain(start))


def book_stream(path: Path) -> bytes:
    """The stream that holds the workbook of an .xls file.

    Raises:
        InputError: the file is no workbook, too large, locked by a password, or its chains are unsound.
    """
    content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    try:
        return _book(content)
    except struct.error as error:
        raise unsafe("文件已损坏或不完整") from error


def _book(content: bytes) -> bytes:
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    directory, cutoff, minis = struct.unpack_from("<I4xII", content, 48)
    if (shift, mini_shift) not in {(9, 6), (12, 6)}:
        raise unsafe("文件头不正常")
    big = _Streams(content, 1 << shift)
    big.table = tuple(_table(big))
    small = _Streams(b"", 1 << mini_shift, _numbers(big.stream(minis)))
    found: dict[str, bytes] = {}
    for name, kind, start, size in _entries(big.stream(directory)):
        if kind == _ROOT:
            small.content = bytes(small.size) + big.stream(start)
        elif kind == _STREAM and size:
            found[name] = (big if size >= cutoff else small).stream(start)[:size]
    return _chosen(found)


def _chosen(found: dict[str, bytes]) -> bytes:
    if "EncryptedPackage" in found:
        raise locked()
    book = next((found[name] for name in _BOOKS if name in found), None)
    if book is None:
        advice = "请选择 .xlsx、.xls、.csv 表格。"
        raise InputError("这个 Office 文件里没有工作簿。", code="no-catalogue", advice=advice)
    return book


def locked() -> InputError:
    """The refusal of a workbook that opens only with a password."""
    advice = "请在 Excel 或 WPS 里取消密码后另存，再导入。"
    return InputError("这个表格文件设了打开密码。", code="catalogue-locked", advice=advice)


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _table(streams: _Streams) -> Iterator[int]:
    """The table of chains, itself spread over sectors that the header and a chain of their own list."""
    listed = struct.unpack_from(f"<{_IN_HEADER}I", streams.content, 76)
    (more,) = struct.unpack_from("<I", streams.content, 68)
    seen: set[int] = set()
    while True:
        for number in listed:
            if number < _LAST_SECTOR:
                yield from _numbers(streams.sector(number))
        if more >= _LAST_SECTOR or more in seen:
            return
        seen.add(more)
        *listed, more = _numbers(streams.sector(more)) or (_LAST_SECTOR,)  # type: ignore[assignment]


def _entries(directory: bytes) -> Iterator[tuple[str, int, int, int]]:
    """Name, kind, first sector and size of each entry."""
    for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[place : place + _ENTRY]
        (length,) = struct.unpack_from("<H", entry, 64)
        start, size = struct.unpack_from("<II", entry, 116)
        yield entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace"), entry[66], start, size
