"""Columns whose heading was not read, told by what they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.matching import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ocr.extraction.lanes import Lane

_COUNT = re.compile(r"-?\d{1,4}(\.\d{1,4})?")
_UNIT = re.compile(r"[^\d\W]{1,4}")
_PRICE = re.compile(r"-?[\d,]+\.\d{2,4}")
_SHARE = 0.8


def complete_columns(lanes: Sequence[Lane], columns: Sequence[Column], rows: int) -> tuple[Column, ...]:
    """The columns, with lanes added that no heading claimed but that can only be amount, price, quantity or unit.

    Only lanes left of the amounts and right of the names are taken, and only where most rows have a piece in them.
    """
    found = [*columns, *_lost_amounts(lanes, columns)]
    for lane in _unclaimed(lanes, found):
        amount = next((c for c in found if c.key == "amount" and c.left >= lane.right), None)
        name = next((c for c in found if c.key in {"name", "name_spec"} and c.right <= lane.left), None)
        if amount and name and amount.group == name.group and len(lane.pieces) > _SHARE * rows:
            taken = {c.key for c in found if c.group == amount.group}
            found.extend(Column(key, amount.group, lane.left, lane.right) for key in _role(lane, taken))
    return tuple(sorted(found, key=lambda c: c.left))


def _lost_amounts(lanes: Sequence[Lane], columns: Sequence[Column]) -> list[Column]:
    """For each group of columns without amounts, the rightmost unclaimed lane of money before the next group."""
    names = sorted((c for c in columns if c.key in {"name", "name_spec"}), key=lambda c: c.left)
    ends = [*(c.left for c in names[1:]), float("inf")]
    found = []
    for name, end in zip(names, ends, strict=False):
        money = [lane for lane in _unclaimed(lanes, columns) if name.right <= lane.left < end and _is_money(lane)]
        if money and not any(c.key == "amount" and c.group == name.group for c in columns):
            found.append(Column("amount", name.group, money[-1].left, money[-1].right))
    return found


def _is_money(lane: Lane) -> bool:
    return sum(bool(_PRICE.fullmatch(p.text)) for p in lane.pieces) > _SHARE * len(lane.pieces)


def _unclaimed(lanes: Sequence[Lane], columns: Iterable[Column]) -> list[Lane]:
    return [lane for lane in lanes if all(lane.right <= c.left or lane.left >= c.right for c in columns)]


def _role(lane: Lane, taken: set[str]) -> tuple[str, ...]:
    """The first role still free that the pieces of a lane fit; none where no role does."""
    for key, form in (("quantity", _COUNT), ("unit_price", _PRICE), ("unit", _UNIT)):
        fits = sum(bool(form.fullmatch(p.text)) for p in lane.pieces)
        if key not in taken and fits > _SHARE * len(lane.pieces):
            return (key,)
    return ()
