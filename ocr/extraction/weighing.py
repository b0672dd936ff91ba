"""Every value of a draft weighed anew: what second looks say, what else it may be, how likely it is to be right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.amounts import parse_amount
from ocr.extraction.calibration import probability
from ocr.extraction.cells import split_quantity, split_spec
from ocr.extraction.dates import find_days
from ocr.extraction.draft import FIELD
from ocr.extraction.evidence import NONE, Evidence
from ocr.extraction.looks import RIVAL, beside, seen_at, seen_in, upright_box
from ocr.extraction.misprints import PUT_RIGHT, name_as_printed
from ocr.extraction.original_checks import check_original
from ocr.extraction.proofs import settle_lines
from ocr.extraction.sum_checks import with_total
from ocr.extraction.sum_proofs import settle_amounts, settle_funds, settle_total
from ocr.extraction.value_kinds import CODES, is_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.draft import Draft, Spot
    from ocr.pages import PageText
    from ocr.reading import Cell

_CLEAR_LOOK = 0.6
"""A look less sure than this abstains."""
_EDGES = " :;,.、。·|()-_"
_SETTLING = (settle_lines, settle_amounts, settle_total, settle_funds)


def reconsidered(draft: Draft, pages: Sequence[PageText]) -> Draft:
    """The draft with evidence for every cell, and with what the equations settle by it.

    ``pages`` are those of the paper in its order, as ``Cell.page`` counts them.
    """
    weighed = _weighed(with_total(draft, pages), pages)
    origins = {page.origin for page in pages}
    if origins - {"scan"}:
        return check_original(replace(weighed, origin="scan" if len(origins) > 1 else origins.pop()))
    for settle in _SETTLING:
        weighed = settle(weighed)
    return weighed


def _weighed(draft: Draft, pages: Sequence[PageText]) -> Draft:
    evidence = {spot: _evidence(spot, cell, pages) for spot, cell in draft.spots()}
    judged = {spot: _judged(spot[1], cell, evidence[spot]) for spot, cell in draft.spots()}
    return replace(draft.with_spots(judged), evidence=evidence)


def _evidence(spot: Spot, cell: Cell, pages: Sequence[PageText]) -> Evidence:
    at, key = spot
    if not cell.box or not isinstance(cell.value, str) or cell.page >= len(pages):
        return NONE
    page = pages[cell.page]
    if cell.text:
        seen = seen_in(page, cell.box, cell.text)
    else:
        seen = seen_at(page, beside(page, cell.box) if at == FIELD else upright_box(page, cell.box))
    values = [(s.how, s.share, _value(key, cell, s.text)) for s in seen]
    rivals = sorted(((share, value) for how, share, value in values if how == RIVAL and value), reverse=True)
    looked = tuple(value for how, share, value in values if how != RIVAL and value and share >= _CLEAR_LOOK)
    return Evidence(looked, tuple(value for _, value in rivals))


def _value(key: str, cell: Cell, text: str) -> str:
    """The value a text would give in a cell's place; empty where it has not the cell's form."""
    if is_money(key):
        amount = parse_amount(split_quantity(text)[0] or text if key == "quantity" else text)
        return amount.plain if amount and amount.certain else ""
    if key.endswith("date"):
        return _day(cell, text)
    if key in CODES:
        return "".join(c for c in text if c.isascii() and (c.isalnum() or c in "*-"))
    if text.strip(_EDGES) == cell.value:
        return str(cell.value)
    if key == "name":
        return _name(cell, name_as_printed(text))
    return text if key in PUT_RIGHT or cell.value == cell.text else ""


def _name(cell: Cell, text: str) -> str:
    """The name that a text would give in the place of one that was put right, or parted from its specification."""
    printed = name_as_printed(cell.text)
    if cell.value == printed:
        return text
    return split_spec(text)[0] if printed.startswith(str(cell.value)) else ""


def _day(cell: Cell, text: str) -> str:
    """The day that stands in a text where the cell's own stood in its text, which may hold a whole stay."""
    first, now = find_days(cell.text), find_days(text)
    if len(first) != len(now) or cell.value not in first:
        return now[0] if len(now) == 1 else ""
    return now[first.index(str(cell.value))]


def _judged(key: str, cell: Cell, evidence: Evidence) -> Cell:
    if not isinstance(cell.value, str):
        return cell
    likely = probability(key, cell.confidence, evidence.agreeing(cell.value), len(evidence.looked))
    sure = key in PUT_RIGHT and cell.value != cell.text and evidence.prefers(cell.value)
    review = None if sure else cell.review
    return replace(cell, confidence=likely, others=evidence.others(cell.value), review=review)
