"""Sums that head the lines of a fee category (``西药费  1233.39`` above the drugs), told from the lines themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ocr.extraction.amounts import parse_amount
from ocr.extraction.categories import known_category
from ocr.extraction.dates import parse_day
from ocr.extraction.text import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ocr.extraction.header import Header
    from ocr.extraction.layout import Piece
    from ocr.extraction.records import Record

GROUP_HEADING = re.compile(
    r"[\[<].{1,12}[\]>]:?|\(?.{1,8}(费|费用|类|药|饮片|小计|材料)\)?:?|(费用|项目|收费|发票)?(类别|分类|大类|类型|项目):.{1,12}"
)
"""What stands above the lines of a group and is none itself."""

_HEADED = re.compile(
    r"[^\u4e00-\u9fff\[(<]*(?P<label>[\[(<]?[\u4e00-\u9fff][^\d:]*?)\s*:?(?P<figure>[¥\d-][\d,.]*元?)?:?"
)
_DRESS = re.compile(r"^(?:(?:费用|项目|收费|发票)?(?:类别|分类|大类|类型|项目):)|[\[\]<>★●*:]")
_FACTORS = frozenset({"quantity", "quantity_unit", "unit_price"})
_ITEM, _FEW = 4, 0.2

Span = tuple[float, float]
Headed = tuple[str, "Piece"]
"""The label of a sum and the piece that its figure stands in."""


def names_among(lines: Sequence[Sequence[Piece]]) -> list[Span]:
    """From where to where the names of a table's items reach: the first words of lines with many cells."""
    items = (line for line in lines if len(line) >= _ITEM)
    firsts = (next((p for p in line if has_han(p.text) and len(p.text) > 1), None) for line in items)
    return [(p.left, p.right) for p in firsts if p]


def heading_sum(line: Sequence[Piece], header: Header, names: Sequence[Span]) -> Headed | None:
    """The sum of a line that holds nothing but a category and its figure, in a table that counts or prices its items.

    The category stands away from the names of items, or a colon follows it.
    """
    *label, figure = line
    counts = header.groups == 1 and bool(_FACTORS & set(header.keys))
    match = _HEADED.fullmatch(line[0].text) if counts and not label[1:] else None
    if not match or bool(match["figure"]) == bool(label) or not GROUP_HEADING.fullmatch(match["label"]):
        return None
    if label and parse_amount(figure.text) is None:
        return None
    apart = bool(names) and sum(a < line[0].right and line[0].left < b for a, b in names) < _FEW * len(names)
    if not (apart or (known_category(match["label"]) and ":" in line[0].text)):
        return None
    return match["label"], figure if label else replace(figure, text=match["figure"])


def without_sums(rows: Sequence[Record], header: Header) -> tuple[tuple[Record, ...], tuple[Headed, ...]]:
    """Rows that are items, and those that are the sum of a category: every one is what the rows up to the next make.

    Such a row holds a category and an amount and nothing else, where most rows count or price their items. The last
    group of a page may go on overleaf. Receipts, which print no prices, charge by category: theirs stay.
    """
    heads = [at for at, row in enumerate(rows) if _is_bare(row)]
    counted = sum(bool(_FACTORS & set(row.cells)) for row in rows)
    groups = [_left_of(rows[a:b]) for a, b in pairwise([*heads, len(rows)])]
    sound = (
        groups and None not in groups and not any(groups[:-1]) and (not groups[-1] or (groups[1:] and groups[-1] > 0))
    )
    if not sound or 2 * counted < len(rows) or header.groups > 1 or "unit_price" not in header.keys:
        return tuple(rows), ()
    sums = tuple((_label_of(rows[at]).text, rows[at].cells["amount"][0]) for at in heads)
    return tuple(row for at, row in enumerate(rows) if at not in heads), sums


def without_unlabelled(rows: Sequence[Record], sums: Sequence[float]) -> tuple[tuple[Record, ...], tuple[Headed, ...]]:
    """Rows that are items, and figures alone that are what the rows since the last sum make: sums without their label.

    ``sums`` are the level heights of the sums that were read; a table without any has none of which labels are lost.
    """
    if not sums or any(row.group for row in rows):
        return tuple(rows), ()
    lost = [row for row in rows if set(row.cells) == {"amount"} and len(row.cells["amount"]) == 1]
    found = [row for row in lost if _left_of([row, *_since_last(row, rows, sums)]) == 0]
    return tuple(row for row in rows if row not in found), tuple(("小计", row.cells["amount"][0]) for row in found)


def _since_last(row: Record, rows: Sequence[Record], sums: Sequence[float]) -> list[Record]:
    start = max((y for y in sums if y < row.y), default=float("-inf"))
    return [other for other in rows if start < other.y < row.y]


def _is_bare(row: Record) -> bool:
    """Whether a row is one amount and the name of a category, however it is dressed, or a day."""
    labels = [piece for key, pieces in row.cells.items() if key != "amount" for piece in pieces]
    if len(labels) != 1 or len(row.cells.get("amount", ())) != 1:
        return False
    bare = _DRESS.sub("", labels[0].text.replace(" ", ""))
    return bool(known_category(bare) or parse_day(bare))


def _label_of(row: Record) -> Piece:
    return next(pieces[0] for key, pieces in row.cells.items() if key != "amount")


def _left_of(rows: Sequence[Record]) -> Decimal | None:
    """What the rows under the first leave of its sum; None where an amount was not read or nothing stands under it."""
    amounts = [_amount(row) for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return known[0] - sum(known[1:]) if len(known) == len(amounts) > 1 else None


def _amount(row: Record) -> Decimal | None:
    read = parse_amount("".join(piece.text for piece in row.cells.get("amount", ())))
    return read.value if read else None
