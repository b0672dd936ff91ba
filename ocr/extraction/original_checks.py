"""An electronic original against its own picture: where both say something else, nobody knows which was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.draft import contradicted
from ocr.extraction.evidence import NONE
from ocr.extraction.value_kinds import kind_of

if TYPE_CHECKING:
    from ocr.extraction.draft import Draft, Spot


def check_original(draft: Draft) -> Draft:
    """Figures, codes and days that the picture shows otherwise than the file says, contradicted; the paper asks."""
    reasons = {spot: reason for spot, cell in draft.spots() if (reason := _difference(draft, spot, str(cell.value)))}
    cells = {spot: contradicted(cell, reasons[spot]) for spot, cell in draft.spots() if spot in reasons}
    return draft.with_spots(cells).with_reason(*reasons.values())


def _difference(draft: Draft, spot: Spot, value: str) -> str:
    evidence = draft.evidence.get(spot, NONE)
    if kind_of(spot[1]) == "text" or not evidence.disputes(value):
        return ""
    return f"画面与电子原件不一致：原件{value}，画面{evidence.others(value)[0]}"
