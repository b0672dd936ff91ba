"""Sums printed after each group of lines (a day, a category): each is the sum of the lines since the one before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from ocr.extraction.amounts import plain_decimal
from ocr.extraction.cells import figure
from ocr.extraction.draft import proven

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.draft import Draft
    from ocr.reading import Line

GROUP = "小计=其下各项"


def check_groups(draft: Draft) -> Draft:
    """Amounts proven by the groups that hold; on a paper that does not add up, the first that does not is named."""
    parts = [s.sum for s in draft.sums if s.sum.kind == "part" and "页" not in s.sum.label]
    amounts = [figure(line.cells.get("amount")) for line in draft.lines]
    known = [amount for amount in amounts if amount is not None]
    if not parts or len(known) < len(amounts):
        return draft
    ends = _ends(known, [part.value for part in parts])
    checked = replace(draft, lines=_proven(draft.lines, ends[-1] if ends else 0))
    if len(ends) == len(parts) or not draft.reasons:
        return checked
    wrong = parts[len(ends)]
    return checked.with_reason(f"“{wrong.label}”印作{plain_decimal(wrong.value)}，与其下各项不符")


def _ends(amounts: Sequence[Decimal], sums: Sequence[Decimal]) -> list[int]:
    """After how many lines each sum stands, as far as they follow each other without a gap."""
    ends: list[int] = []
    for value in sums:
        start = ends[-1] if ends else 0
        running = list(accumulate(amounts[start:], initial=Decimal(0)))[1:]
        if value not in running:
            break
        ends.append(start + running.index(value) + 1)
    return ends


def _proven(lines: Sequence[Line], count: int) -> tuple[Line, ...]:
    done = (replace(x, cells={**x.cells, "amount": proven(x.cells["amount"], GROUP)}) for x in lines[:count])
    return (*done, *lines[count:])
