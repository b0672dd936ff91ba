"""Builder of .xls files, record by record: the smallest that readers of the old form open."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
EMPTY = struct.pack("<BBBBBBH", 3, 0, 0, 0, 0, 0, 0xFFFF)
"""The stored result of a formula that has none."""


def record(kind: int, *parts: bytes) -> bytes:
    """One record of a workbook's stream."""
    content = b"".join(parts)
    return struct.pack("<HH", kind, len(content)) + content


def formula(result: float | bytes) -> bytes:
    """A cell's formula with its stored result."""
    return (result if isinstance(result, bytes) else struct.pack("<d", result)) + bytes(6) + struct.pack("<H", 0)


def _cell(row: int, column: int, cell: Any) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, bytes):
        return record(0x0006, place, cell)
    if isinstance(cell, (int, float)):
        return record(0x0203, place, struct.pack("<d", cell))
    return record(0x0204, place, struct.pack("<HB", len(cell), 1), cell.encode("utf-16-le"))


def sheet_records(rows: Sequence[Sequence[Any]], *others: bytes) -> bytes:
    """The stream of one sheet: its extent, its cells and other records."""
    extent = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    cells = [_cell(r, c, cell) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell != ""]
    beginning = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return b"".join((beginning, record(0x0200, extent), *others, *cells, record(0x000A)))


def book_records(sheet: bytes, *others: bytes, name: str = "总表") -> bytes:
    """The stream of a workbook with one sheet."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + b"".join(others)
    label = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    length = len(begin) + len(record(0x0085, bytes(6), label)) + len(record(0x000A))
    return begin + record(0x0085, struct.pack("<IBB", length, 0, 0), label) + record(0x000A) + sheet


def old_file(path: Path, stream: bytes, name: str = "Workbook", links: dict[int, int] | None = None) -> Path:
    """A compound file that holds the stream; ``links`` changes what follows which sector."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // _SECTOR)
    table = [_TABLE, _END, *range(3, 2 + count), _END]
    for sector, following in (links or {}).items():
        table[sector] = following
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6xII", 62, 3, 0xFFFE, 9, 6, 0, 1)
    header += struct.pack("<IIIIIII", 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 2, len(stream))
    parts = (struct.pack("<128I", *table), directory.ljust(_SECTOR, b"\0"), stream.ljust(count * _SECTOR, b"\0"))
    path.write_bytes(header + b"".join(parts))
    return path


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<BBIII", kind, 1, _FREE, _FREE, child)
    return (
        written.ljust(64, b"\0") + struct.pack("<H", len(written)) + links + bytes(36) + struct.pack("<IQ", start, size)
    )
