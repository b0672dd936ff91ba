"""Catalogue entries that may be meant by a line, and what people chose before. Runs off the UI thread. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.desk.lines_model import printed_class
from review.services.matching import hospital_of, line_in, match_line, match_lines, printed

if TYPE_CHECKING:
    from datetime import date

    from app.ui.desk.sheet import Sheet
    from review.catalogue.entry import Candidate, Edition, EntryKind, Printed, Recollection
    from review.claim.claim import Claim
    from review.services.office import Office

LIMIT = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that looks for its entry: its words, the day whose editions hold, the hospital whose words they are.

    ``said`` tells what the hospital printed of class and own share: shown, never trusted.
    """

    line_id: int
    printed: Printed
    day: date
    hospital: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for a line: entries, best first, what was chosen before, and the editions the entries are of."""

    candidates: tuple[Candidate, ...]
    recalled: tuple[Recollection, ...] = ()
    editions: tuple[Edition, ...] = ()

    def recollection(self, entry_id: str) -> Recollection | None:
        """What is remembered of an entry, if anything is."""
        return next((found for found in self.recalled if found.entry_id == entry_id), None)


def wanted(claim: Claim, line_id: int, today: date) -> Wanted:
    """What to look for. Raises NotFoundError where the line has gone."""
    document, line = line_in(claim, line_id)
    day, hospital = claim.care.day or today, hospital_of(claim, document)
    return Wanted(line.id, printed(line), day, hospital, printed_class(line))


def look_up(office: Office, want: Wanted, text: str, kind: EntryKind | None = None) -> Offer:
    """Entries for the words typed, or the matcher's own while nothing is typed; of one kind or of all."""
    editions = office.catalogue
    match = match_line(office, want.printed, want.day, want.hospital)
    found = () if text else _of_kind(match.candidates, kind)
    if text or (kind is not None and not found):
        found = editions.search(text or want.printed.name, want.day, LIMIT, kind)
    return Offer(found, match.recalled, editions.editions)


def _of_kind(candidates: tuple[Candidate, ...], kind: EntryKind | None) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in candidates if kind in {None, candidate.entry.kind})


def waiting(office: Office, sheet: Sheet) -> dict[int, int]:
    """How many candidates each line has that still needs an entry."""
    lines = (doubt.spot.line.id for doubt in sheet.doubts if doubt.match and doubt.spot.line)
    wants = [wanted(sheet.claim, line_id, office.today) for line_id in lines]
    day = sheet.claim.care.day or office.today
    matches = match_lines(office, [(want.printed, want.hospital) for want in wants], day)
    return {want.line_id: len(match.candidates) for want, match in zip(wants, matches, strict=True)}
