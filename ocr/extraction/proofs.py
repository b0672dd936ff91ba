"""Lines whose quantity, price and amount break their equation, settled by other readings of one of the three.

Nothing is taken because it fits: the change must have been seen, it must be the only one among all that were seen or
that lie one character from what was read, and the amounts must then make the printed total. An amount so has two
equations for it. A quantity or price has the one of its line, so its neighbour must be confirmed by second looks. A
figure of which only the point was lost was seen with all its digits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from ocr.extraction.amounts import plain_decimal, to_fen
from ocr.extraction.cells import figure
from ocr.extraction.draft import Draft, Spot, mended
from ocr.extraction.evidence import NONE, Evidence, same
from ocr.extraction.line_checks import EQUATION, FACTORS, holds
from ocr.extraction.sum_checks import adds_up, page_sums_hold, spelled_total
from ocr.extraction.text import distance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.reading import Cell, Line

_MOST_WAYS = 256
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Change:
    """One way a line may be meant: a cell's other value, and whether any reading showed it; key "" for as it stands."""

    key: str = ""
    value: str = ""
    seen: bool = True


AS_READ = (Change(),)


def settle_lines(draft: Draft) -> Draft:
    """Broken lines with the one change that every way of meeting the total has in common; else all changes shown."""
    ways = [_ways(draft, at, line) for at, line in enumerate(draft.lines)]
    chosen = {at: change for at, change in _chosen(draft, ways).items() if _sound(draft, at, change)}
    open_ways = {at: choices for at, choices in enumerate(ways) if choices != AS_READ and at not in chosen}
    taken = {
        (at, change.key): mended(draft.lines[at].cells[change.key], change.value, EQUATION)
        for at, change in chosen.items()
    }
    return draft.with_spots({**_offered(draft, open_ways), **taken})


def _chosen(draft: Draft, ways: Sequence[Sequence[Change]]) -> dict[int, Change]:
    """The changes that every way of meeting the total has in common; none where no way meets it, or too many might."""
    broken = [at for at, choices in enumerate(ways) if choices != AS_READ]
    if not broken or prod(len(choices) for choices in ways) > _MOST_WAYS:
        return {}
    fitting = [way for way in product(*ways) if _may_fit(draft, way)]
    if not any(_fits(draft, _amounts(draft.lines, way)) for way in fitting):
        return {}
    return {at: fitting[0][at] for at in broken if len({way[at] for way in fitting}) == 1}


def _offered(draft: Draft, ways: Mapping[int, Sequence[Change]]) -> dict[Spot, Cell]:
    """Cells of lines that stay broken, with every value that would mend their line among the others."""
    spots = [((at, change.key), change.value) for at, changes in ways.items() for change in changes]
    found: dict[Spot, Cell] = {}
    for (at, key), value in spots:
        cell = found.get((at, key), draft.lines[at].cells[key])
        if not any(same(value, other) for other in cell.others):
            found[at, key] = replace(cell, others=(*cell.others, value))
    return found


def evidence_of(draft: Draft, spot: Spot) -> Evidence:
    """What speaks for and against a cell."""
    return draft.evidence.get(spot, NONE)


def near(read: str, value: str) -> bool:
    """Whether a value lies at most one character from what was read."""
    return distance(read.replace(",", "").replace(" ", ""), value) <= 1


def _ways(draft: Draft, at: int, line: Line) -> tuple[Change, ...]:
    """How a line may be meant: as it stands where its equation holds, else each change of one cell that mends it."""
    if not all(key in line.cells for key in FACTORS):
        return AS_READ
    figures = {key: figure(line.cells[key]) for key in FACTORS}
    missing = [key for key in FACTORS if figures[key] is None]
    if len(missing) > 1 or (not missing and holds(figures)):
        return AS_READ
    changes = (change for key in missing or FACTORS for change in _changes(draft, (at, key), figures))
    return tuple(dict.fromkeys(changes)) or AS_READ


def _changes(draft: Draft, spot: Spot, figures: Mapping[str, Decimal | None]) -> list[Change]:
    """Values of one cell that mend its line: those seen, and what the equation demands where it is near the reading."""
    at, key = spot
    cell = draft.lines[at].cells[key]
    seen = [v for v in evidence_of(draft, spot).others(str(cell.value)) if _exact({**figures, key: Decimal(v)})]
    read = str(cell.value) or cell.text
    demanded = _demanded(key, figures, read)
    unseen = [demanded] if demanded and not any(same(demanded, v) for v in seen) and near(read, demanded) else []
    return [*(Change(key, v) for v in seen), *(Change(key, v, seen=_pointless(read, v)) for v in unseen)]


def _pointless(read: str, value: str) -> bool:
    """Whether a figure was read with all its digits, several, and nothing but its point is missing."""
    digits = read.replace(",", "").replace(" ", "")
    return len(digits) > 1 and digits.isdigit() and digits == value.replace(".", "")


def _exact(figures: Mapping[str, Decimal | None]) -> bool:
    quantity, price, amount = (figures[key] for key in FACTORS)
    return None not in (quantity, price, amount) and to_fen((quantity or Decimal(0)) * (price or Decimal(0))) == amount


def _demanded(key: str, figures: Mapping[str, Decimal | None], read: str) -> str:
    """What the equation demands of a cell, with about as many decimals as were read; empty where nothing mends it."""
    quantity, price, amount = (figures[k] or Decimal(0) for k in FACTORS)
    divisor = price if key == "quantity" else quantity
    if key != "amount" and not divisor:
        return ""
    value = quantity * price if key == "amount" else amount / divisor
    fewest = max(len(read.partition(".")[2]), 2 if key == "amount" else 0)
    plain = (plain_decimal(value.quantize(Decimal(1).scaleb(-n))) for n in range(min(fewest, _PLACES), _PLACES + 1))
    return next((text for text in plain if _exact({**figures, key: Decimal(text)})), "")


def _amounts(lines: Sequence[Line], way: Sequence[Change]) -> list[Decimal | None]:
    pairs = zip(lines, way, strict=True)
    return [Decimal(c.value) if c.key == "amount" else figure(line.cells.get("amount")) for line, c in pairs]


def _may_fit(draft: Draft, way: Sequence[Change]) -> bool:
    """Whether amounts fit, or were all seen and come so near an unspelled total that it may be the misread one.

    A change that no reading shows, and a misread total besides, are too many errors to stand against one.
    """
    amounts = _amounts(draft.lines, way)
    known = [amount for amount in amounts if amount is not None]
    total = draft.fields.get("total_amount")
    if _fits(draft, amounts) or len(known) < len(amounts) or not total or spelled_total(draft) is not None:
        return _fits(draft, amounts)
    return all(change.seen for change in way) and near(str(total.value), plain_decimal(sum(known, Decimal(0))))


def _fits(draft: Draft, amounts: Sequence[Decimal | None]) -> bool:
    """Whether amounts make the total that the paper prints, or the sums of its pages."""
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return False
    total, spelled = draft.amount("total_amount"), spelled_total(draft)
    if total is None:
        return page_sums_hold(_with_amounts(draft, known))
    return spelled in {None, total} and bool(adds_up(known, total))


def _with_amounts(draft: Draft, amounts: Sequence[Decimal]) -> Draft:
    changed = {
        (at, "amount"): replace(draft.lines[at].cells["amount"], value=plain_decimal(amount))
        for at, amount in enumerate(amounts)
    }
    return draft.with_spots(changed)


def _sound(draft: Draft, at: int, change: Change) -> bool:
    """Whether a change was seen and enough holds for it."""
    if not change.key or not change.seen or change.key == "amount":
        return change.seen and change.key == "amount"
    fellow = "unit_price" if change.key == "quantity" else "quantity"
    value = str(draft.lines[at].cells[fellow].value)
    if _pointless(draft.lines[at].cells[change.key].text, change.value):
        return True
    looked = change.value in evidence_of(draft, (at, change.key)).looked
    return looked and evidence_of(draft, (at, fellow)).confirms(value)
