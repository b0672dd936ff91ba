"""Catalogue entries that may be meant by a line. Runs off the UI thread. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.services.reading import printed

if TYPE_CHECKING:
    from datetime import date

    from app.ui.desk.sheet import Sheet
    from review.catalogue.entry import Candidate, Printed
    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.services.office import Office

LIMIT = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that looks for its entry, and the day whose editions hold."""

    line_id: int
    printed: Printed
    day: date


def wanted(claim: Claim, line: Line, today: date) -> Wanted:
    """What to look for, on the day of discharge, else of admission, else today."""
    return Wanted(line.id, printed(line), claim.care.discharged or claim.care.admitted or today)


def look_up(office: Office, want: Wanted, text: str) -> tuple[Candidate, ...]:
    """Entries for the words typed, or the matcher's own candidates while nothing is typed."""
    if text:
        return office.catalogue.search(text, want.day, LIMIT)
    return office.catalogue.match(want.printed, want.day).candidates


def waiting(office: Office, sheet: Sheet) -> dict[int, int]:
    """How many candidates each line has that still needs an entry."""
    lines = (doubt.spot.line for doubt in sheet.doubts if doubt.match and doubt.spot.line)
    return {line.id: len(look_up(office, wanted(sheet.claim, line, office.today), "")) for line in lines}
