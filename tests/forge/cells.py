"""One cell of a table: what it prints of a row, how it is set, and where it was written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.forge.job import Row
    from tests.forge.paper import Paper
    from tests.forge.sheet import Align

RIGHT = frozenset({"quantity", "unit_price", "amount"})
FORMS = {"quantity": ["{}", "{}", "{:.2f}", "{:.1f}"], "unit_price": ["{:.2f}", "{:.2f}", "{:.4f}", "{:.3f}"]}
"""How many places hospitals print; a figure that has more is printed with all of them."""
MIDDLE = frozenset({"row", "unit", "insurance_class", "self_pay_ratio", "remark"})


def cell_keys(column: str) -> list[str]:
    """The keys of the reading contract in a column that may hold two of them."""
    return [key for key in re.split(r"[/+~|]", column) if key not in {"row", "remark"} and key[0] != "_"]


def side(column: str) -> Align:
    """How a column is set by habit."""
    return "right" if column in RIGHT or column[0] == "_" else "centre" if column in MIDDLE else "left"


def cell_text(paper: Paper, column: str, row: Row) -> str:
    """What is printed: two keys apart, in one word (``~``) or the first of two lines (``|``); figures as usual here."""
    style = paper.style
    if "~" in column or "|" in column:
        parts = column.split("~") if "~" in column else [column.split("|", maxsplit=1)[0]]
        return "".join(cell_text(paper, key, row) for key in parts)
    if "+" in column or "/" in column:
        sign = "/" if "/" in column else style.pick("between", [" ", " ", "  ", "/"])
        return str(sign.join(row[key] for key in cell_keys(column) if row.get(key)))
    text = row.get(column, "")
    if not text:
        return ""
    if column in FORMS:
        printed = str(style.pick(column, FORMS[column]).format(Decimal(text)))
        return printed if Decimal(printed) == Decimal(text) else text
    if column == "date":
        return str(style.pick("line days", ["{0}", "{0}", "{1}/{2}/{3}", "{1}{2}{3}"]).format(text, *text.split("-")))
    return text


def cell(paper: Paper, column: str, row: Row, room: tuple[float, float, float]) -> None:
    """Print a cell of the last line between two edges, around a height; small letters where it is narrow."""
    left, right, y = room
    text = cell_text(paper, column, row)
    if not text:
        return
    align, points = side(column), 8.5
    share = (right - left - 1.6) / paper.width(text, paper.style.figures(points))
    ink = paper.style.figures(max(5.6, points * min(1.0, share)), align)
    x = {"left": left + 0.8, "right": right - 0.8, "centre": (left + right) / 2}[align]
    number = len(paper.said.items) - 1
    paper.mark((x, y), text, ink, [f"{number}.{key}" for key in cell_keys(column)])
