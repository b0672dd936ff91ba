"""A heading line made up for a table whose own was not read: columns told by what stands in them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ocr.extraction.body import is_money
from ocr.extraction.categories import known_category
from ocr.extraction.dates import find_days
from ocr.extraction.header import Header, Heading, grouped
from ocr.extraction.lanes import find_lanes, split_crowded
from ocr.extraction.layout import text_lines
from ocr.extraction.text import has_han
from ocr.extraction.tokens import em_of, unseam

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.extraction.lanes import Lane
    from ocr.extraction.layout import Piece, Sheet

_LABEL = re.compile(r"[:,。;]|合计|小计|总计|大写|小写|支付|自[付费]|金额")
_LEFT_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("date", lambda t: bool(find_days(t))),
    ("index", str.isdigit),
    ("code", str.isalnum),
)
_MIDDLE_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("quantity", lambda t: bool(re.fullmatch(r"-?\d{1,4}(\.\d)?", t))),
    ("quantity_unit", lambda t: bool(re.fullmatch(r"-?\d{1,4}/?[\u4e00-\u9fff]{1,4}", t))),
    ("unit", lambda t: bool(re.fullmatch(r"[\u4e00-\u9fff]{1,3}|k?g|m?l", t))),
)
_NAME_LENGTH = 3
_MOST, _SOME, _BLOCKS = 0.6, 0.3, 2


def item_lines(sheet: Sheet) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a page that read like items: a name on the left, money on the right."""
    return tuple(line for line in text_lines(sheet.pieces) if _is_item(line))


def guess_header(rows: Sequence[Sequence[Piece]]) -> Header | None:
    """A heading above the first of the lines that read like items."""
    if not rows:
        return None
    em = em_of(whole := [piece for line in rows for piece in line])
    pieces = [part for piece in whole for part in unseam(piece, em)]
    lanes = [part for lane in find_lanes(pieces, (), len(rows)) for part in split_crowded(lane)]
    blocks = _blocks([lane for lane in lanes if len(lane.pieces) >= _SOME * len(rows)])
    headings = blocks or _headings([lane for lane in lanes if len(lane.pieces) >= _MOST * len(rows)])
    top = min(p.y - p.height for p in rows[0])
    keys = {h.key for h in headings}
    return Header(headings, top, top + 1) if {"name", "amount"} <= keys else None


def _is_item(line: Sequence[Piece]) -> bool:
    names = [p for p in line if has_han(p.text) and len(p.text) >= _NAME_LENGTH]
    money = [p for p in line if is_money(p.text)]
    labelled = any(_LABEL.search(p.text) for p in line)
    return bool(names and money and not labelled and names[0].right < money[-1].left)


def _headings(lanes: Sequence[Lane]) -> tuple[Heading, ...]:
    """The name is the first lane of words, amount and price the last two of money, others lie about them.

    Of printed categories side by side, the one just before the money is the name, and the others are none of the row.
    """
    names = [i for i, lane in enumerate(lanes) if _most(lane, lambda t: has_han(t) and len(t) >= _NAME_LENGTH)]
    printed = [i for i in names if _most(lanes[i], lambda t: bool(known_category(t)))]
    first = min((i for i, lane in enumerate(lanes) if _most(lane, is_money)), default=len(lanes))
    before = [i for i in printed if i < first] if printed[1:] else names[:1]
    name = before[-1] if before else -1
    money = [i for i, lane in enumerate(lanes) if i > name >= 0 and _most(lane, is_money)]
    keys = dict.fromkeys(printed, "other") | {name: "name"}
    keys |= dict(zip(reversed(money), ("amount", "unit_price"), strict=False))
    kinds = [keys.get(i) or _kind(lane, before=i < name) for i, lane in enumerate(lanes)]
    return tuple(Heading(key, lane.left, lane.right) for key, lane in zip(kinds, lanes, strict=True))


def _blocks(lanes: Sequence[Lane]) -> tuple[Heading, ...]:
    """Headings of names and amounts in turn, as on forms that print the categories and no headings; else none."""
    keys = ["name" if _most(lane, has_han) else "amount" if _most(lane, is_money) else "" for lane in lanes]
    pairs = [(i, i + 1) for i, pair in enumerate(pairwise(keys)) if pair == ("name", "amount")]
    if len(pairs) < _BLOCKS or keys.count("amount") != len(pairs) or "" in keys:
        return ()
    return grouped([Heading(keys[i], lanes[i].left, lanes[i].right) for pair in pairs for i in pair])


def _kind(lane: Lane, *, before: bool) -> str:
    kinds = _LEFT_KINDS if before else _MIDDLE_KINDS
    return next((key for key, fits in kinds if _most(lane, fits)), "other" if before else "spec")


def _most(lane: Lane, fits: Callable[[str], bool]) -> bool:
    return sum(bool(fits(p.text)) for p in lane.pieces) >= _MOST * len(lane.pieces)
