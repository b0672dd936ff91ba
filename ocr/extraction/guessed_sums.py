"""Sums of a page that nobody can see clearly: of what each figure may be, what together makes the sum stands, and asks.

A figure that was chosen because it fits proves nothing; so this comes after every proof, and what it chooses asks.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import log
from typing import TYPE_CHECKING

from ocr.extraction.amounts import parse_amount, plain_decimal
from ocr.extraction.draft import FIELD
from ocr.extraction.fund_checks import FUNDS, OWN, PARTS, SHARES
from ocr.extraction.looks import RIVAL, seen_in
from ocr.extraction.sum_checks import SUM
from ocr.pages import UNCLEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.draft import Draft, Spot
    from ocr.pages import PageText
    from ocr.reading import Cell

_WAYS, _SUMS = 60, 4000
"""So many readings of one figure, and so many sums of several, are kept; the likeliest."""

_MOST = 16
_LEAST = 0.003

_RARE = -3.0
"""Logarithm of how much rarer figures under one yuan are than nothing at all and than larger ones: a misread 0.00."""

Ways = dict[Decimal, float]
"""What a figure may be, and the logarithm of how likely it is."""


def guess_sums(draft: Draft, pages: Sequence[PageText]) -> Draft:
    """The draft with figures of unclear pages that together make the sums they belong to; all of them ask."""
    if not any(flaw.code == UNCLEAR for page in pages for flaw in page.flaws):
        return draft
    for spots, total, equation in _equations(draft):
        draft = _guessed(draft, pages, (spots, total), equation)
    return draft


def _equations(draft: Draft) -> Iterator[tuple[list[Spot], Decimal, str]]:
    """The terms, the sum and the name of every equation that a receipt prints in full."""
    total, cash = draft.amount("total_amount"), draft.amount("cash_paid")
    if total is None:
        return
    yield [(at, "amount") for at, line in enumerate(draft.lines) if "amount" in line.cells], total, SUM
    yield [(FIELD, key) for key in PARTS if key in draft.fields], total, FUNDS
    if cash is not None and all(key in draft.fields for key in SHARES):
        yield [(FIELD, key) for key in SHARES], cash + (draft.amount("account_paid") or Decimal(0)), OWN


def _guessed(draft: Draft, pages: Sequence[PageText], wanted: tuple[list[Spot], Decimal], equation: str) -> Draft:
    spots, total = wanted
    cells = dict(draft.spots())
    if not 1 < len(spots) <= _MOST:
        return draft
    chosen = likeliest([_ways(cells[spot], pages) for spot in spots], total)
    if chosen is None:
        return draft
    pairs = [(spot, cells[spot], plain_decimal(value)) for spot, value in zip(spots, chosen, strict=True)]
    return draft.with_spots({spot: _stood_in(cell, value, equation) for spot, cell, value in pairs})


def _stood_in(cell: Cell, value: str, equation: str) -> Cell:
    if cell.value and Decimal(str(cell.value)) == Decimal(value):
        return cell
    reason = f"字迹模糊，读作“{cell.text}”，按{equation}推测为{value}，请对照原件"
    return replace(cell, value=value, review=reason, proof=None)


def likeliest(terms: Sequence[Ways], total: Decimal) -> tuple[Decimal, ...] | None:
    """One value for each term so that they make the total; the likeliest, None where no values do."""
    sums: dict[Decimal, tuple[float, tuple[Decimal, ...]]] = {Decimal(0): (0.0, ())}
    for ways in terms:
        found: dict[Decimal, tuple[float, tuple[Decimal, ...]]] = {}
        for (before, (weight, chosen)), (value, share) in ((s, w) for s in sums.items() for w in ways.items()):
            known = found.get(before + value)
            if known is None or known[0] < weight + share:
                found[before + value] = (weight + share, (*chosen, value))
        sums = dict(sorted(found.items(), key=lambda item: -item[1][0])[:_SUMS]) if len(found) > _SUMS else found
    return sums[total][1] if total in sums else None


def _ways(cell: Cell, pages: Sequence[PageText]) -> Ways:
    """What a cell may say by the runner-up characters of its word; a proven one says what it says."""
    if cell.proof or not cell.text or not cell.box or cell.page >= len(pages):
        return {Decimal(str(cell.value)): 0.0} if cell.value else {}
    ways: dict[str, float] = {cell.text: 0.0}
    for place, others in _others(cell, pages[cell.page]).items():
        own = log(max(_LEAST, 1 - sum(others.values())))
        more = {
            f"{text[:place]}{character}{text[place + 1 :]}": weight + log(max(_LEAST, share))
            for text, weight in ways.items()
            for character, share in others.items()
        }
        ways = {text: weight + own for text, weight in ways.items()} | more
        ways = dict(sorted(ways.items(), key=lambda item: -item[1])[:_WAYS])
    read = ((parse_amount(text), weight) for text, weight in ways.items())
    return {amount.value: weight + (_RARE if 0 < amount.value < 1 else 0.0) for amount, weight in read if amount}


def _others(cell: Cell, page: PageText) -> dict[int, dict[str, float]]:
    """The runner-up characters at each place of a cell's text."""
    others: dict[int, dict[str, float]] = {}
    for seen in seen_in(page, cell.box or (0, 0, 0, 0), cell.text):
        changed = [n for n, (a, b) in enumerate(zip(cell.text, seen.text, strict=False)) if a != b]
        if seen.how == RIVAL and len(seen.text) == len(cell.text) and len(changed) == 1:
            others.setdefault(changed[0], {})[seen.text[changed[0]]] = seen.share
    return others
