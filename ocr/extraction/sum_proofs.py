"""Sums that do not hold, settled by another reading of one of their terms.

One equation holds for each change here, so more is asked of the readings: most second looks must prefer the new value,
it must be the only term with a reading that mends the sum, and all other terms must be confirmed or proven otherwise.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import plain_decimal
from ocr.extraction.cells import figure
from ocr.extraction.draft import FIELD, Draft, Spot, mended
from ocr.extraction.evidence import same
from ocr.extraction.fund_checks import EXTRAS, FUNDS, PARTS
from ocr.extraction.line_checks import FACTORS, holds
from ocr.extraction.points import same_digits
from ocr.extraction.proofs import evidence_of
from ocr.extraction.sum_checks import SUM, adds_up, spelled_total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.reading import Cell

_TOTAL = (FIELD, "total_amount")


def settle_amounts(draft: Draft) -> Draft:
    """The one amount that keeps the lines from making a total which is spelled in words."""
    total = draft.amount("total_amount")
    spots = [(at, "amount") for at, line in enumerate(draft.lines) if "amount" in line.cells]
    if total is None or spelled_total(draft) != total or not 0 < len(spots) == len(draft.lines):
        return draft
    known = [value for value in _amounts(draft) if value is not None]
    return draft if len(known) == len(spots) and adds_up(known, total) else _mend_one(draft, spots, total, SUM)


def settle_total(draft: Draft) -> Draft:
    """A misread total: the lines make what its words spell, or every line is sound, and its other reading agrees."""
    total, spelled, known = draft.amount("total_amount"), spelled_total(draft), _amounts(draft)
    if total is None or not known or None in known or adds_up(_figures(known), total):
        return draft
    evidence, value = evidence_of(draft, _TOTAL), sum(_figures(known), Decimal(0))
    if spelled is not None:
        fits = bool(adds_up(_figures(known), spelled)) and evidence.shows(plain_decimal(spelled))
        return _mended(draft, _TOTAL, spelled, f"{SUM}=大写") if fits else draft
    sound = all(_multiplies(draft, at) for at in range(len(draft.lines)))
    return _mended(draft, _TOTAL, value, SUM) if sound and evidence.prefers(plain_decimal(value)) else draft


def settle_funds(draft: Draft) -> Draft:
    """The one payment that keeps the parts from making a total which words or lines prove."""
    total, known = draft.amount("total_amount"), _amounts(draft)
    spots = [(FIELD, key) for key in PARTS if key in draft.fields]
    whole = {(FIELD, "cash_paid"), (FIELD, "pooled_fund_paid")} <= set(spots)
    if total is None or not whole or any(draft.amount(key) for key in EXTRAS):
        return draft
    sure = spelled_total(draft) == total or (None not in known and bool(adds_up(_figures(known), total)))
    return _mend_one(draft, spots, total, FUNDS) if sure else draft


def _amounts(draft: Draft) -> list[Decimal | None]:
    return [figure(line.cells.get("amount")) for line in draft.lines]


def _figures(amounts: Sequence[Decimal | None]) -> list[Decimal]:
    return [amount for amount in amounts if amount is not None]


def _mend_one(draft: Draft, spots: Sequence[Spot], total: Decimal, equation: str) -> Draft:
    """The draft with the one of some terms mended whose other reading makes their sum; as it was where none may be.

    A term with just the digits that are wanted, and without a point, is the one whose point was not read.
    """
    figures = {spot: figure(_cell(draft, spot)) for spot in spots}
    unread = [spot for spot, value in figures.items() if value is None]
    off = total - sum(_figures(list(figures.values())), Decimal(0))
    if len(unread) > 1 or not (off or unread):
        return draft
    wanted = {spot: (figures[spot] or Decimal(0)) + off for spot in unread or spots}
    pointed = [spot for spot, value in wanted.items() if same_digits(_cell(draft, spot).text, value)]
    if len(pointed) == 1:
        return _mended(draft, pointed[0], wanted[pointed[0]], equation)
    possible = [spot for spot, value in wanted.items() if evidence_of(draft, spot).shows(plain_decimal(value))]
    if len(possible) != 1 or not evidence_of(draft, possible[0]).prefers(plain_decimal(wanted[possible[0]])):
        return draft
    vouched = all(_vouched(draft, spot) for spot in spots if spot != possible[0])
    return _mended(draft, possible[0], wanted[possible[0]], equation) if vouched else draft


def _vouched(draft: Draft, spot: Spot) -> bool:
    return evidence_of(draft, spot).confirms(str(_cell(draft, spot).value)) or _multiplies(draft, spot[0])


def _multiplies(draft: Draft, at: int) -> bool:
    cells = draft.lines[at].cells if at != FIELD else {}
    figures = {key: figure(cells.get(key)) for key in FACTORS}
    return None not in figures.values() and holds(figures)


def _mended(draft: Draft, spot: Spot, value: Decimal, equation: str) -> Draft:
    shown = [v for v in evidence_of(draft, spot).looked if same(v, plain_decimal(value))]
    return draft.with_spots({spot: mended(_cell(draft, spot), (*shown, plain_decimal(value))[0], equation)})


def _cell(draft: Draft, spot: Spot) -> Cell:
    at, key = spot
    return draft.fields[key] if at == FIELD else draft.lines[at].cells[key]
