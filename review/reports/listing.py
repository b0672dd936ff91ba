"""A list as it is shown on the screen, as an Excel workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.reports.cells import Table, xlsx_bytes
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from review.reports.cells import Content


def listing_xlsx(name: str, heads: Sequence[str], rows: Iterable[Sequence[Content]], out: Path) -> Path:
    """Write rows under headings, on one sheet of that name; text stays text, whatever it begins with.

    Raises:
        StoreError: the file cannot be written; nothing was changed.
    """
    table = Table(name=_sheet(name), heads=tuple(heads), rows=tuple(tuple(row) for row in rows))
    return write_whole(out, xlsx_bytes([table]))


def _sheet(name: str) -> str:
    """The name without what Excel refuses in names of sheets, and no longer than it may be."""
    return "".join("-" if sign in r"[]:*?/\'" else sign for sign in name)[:31] or "Sheet"
