"""What recognition kept of a page, as far as the rooms show it: how much, how fast, how it lay. No Qt here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from review.services import reading

if TYPE_CHECKING:
    from review.services.office import Office


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Words found, seconds taken, and the clockwise turn in degrees that makes the page upright."""

    words: int = 0
    seconds: float = 0.0
    turn: int = 0


def read_pages(office: Office, number: str) -> dict[int, ReadPage]:
    """What was seen on each page of a claim that has been read, by page id."""
    return {seen.page_id: _read(json.loads(seen.text)) for seen in reading.page_texts(office, number)}


def _read(kept: dict[str, Any]) -> ReadPage:
    """Words themselves are left alone: building thousands of them would only be thrown away."""
    return ReadPage(len(kept.get("words", ())), float(kept.get("seconds", 0)), int(kept.get("rotation", 0)))
