"""Rows of made-up tables for tests, and how their reading is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.layout import lay_out
from ocr.extraction.table import read_table

if TYPE_CHECKING:
    from ocr.pages import PageText

DRUG = ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")
CARE = ("心电监护", "", "小时", "3.00", "55", "165.00")
BACK = ("降钙素原检测", "", "次", "99.00", "-1", "-99.00")


def rows_of(page: PageText, *keys: str) -> list[tuple[object, ...]]:
    """For each line read the values of some keys, None where a line has no such cell."""
    lines = read_table(lay_out(page)).lines
    return [tuple(line.cells[k].value if k in line.cells else None for k in keys) for line in lines]
