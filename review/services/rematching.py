"""Open claims follow the editions: which are touched by a change, and matching one of them anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import OUTSIDE
from review.claim.states import EDITABLE, ClaimState
from review.services.matching import BY_PEOPLE, match_document
from review.store import queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from review.catalogue.editions import CatalogueSet
    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.claim.people import Actor
    from review.services.office import Office

OPEN = EDITABLE | {ClaimState.SECOND_REVIEW, ClaimState.BATCHED}
"""States of claims whose settlement nobody has signed yet."""


@dataclass(frozen=True, slots=True)
class TouchedClaim:
    """An open claim with lines that a change of editions or memory touches, and the day of care if it is known.

    One that is not ``editable`` must go back to the first review before it can be matched anew.
    """

    number: str
    state: ClaimState
    insured_name: str
    day: date | None
    lines: int

    @property
    def editable(self) -> bool:
        """Whether it can be matched anew as it stands."""
        return self.state in EDITABLE


@dataclass(frozen=True, slots=True)
class Rematched:
    """A line that matching anew gave another entry: its name, the ids before and after (empty for none), and why."""

    line_id: int
    name: str
    before: str
    after: str
    why: str


def touched_by_edition(office: Office, edition_id: str) -> tuple[TouchedClaim, ...]:
    """Open claims with lines on an edition that no longer holds for them, or without entry on a day it holds."""
    editions = office.catalogue
    edition = editions.edition(edition_id)

    def is_touched(row: Mapping[str, Any], day: date) -> bool:
        if edition is None or _edition_id(row) == edition_id:
            return edition is not None and _misplaced(row, day, editions)
        return edition.covers(day) and not edition.withdrawn and _misplaced(row, day, editions)

    return _touched(office, is_touched)


def touched_by_choice(office: Office, choice_id: int) -> tuple[TouchedClaim, ...]:
    """Open claims with lines that rest on a remembered choice."""
    return _touched(office, lambda row, _: row["choice_id"] == choice_id)


def rematch(office: Office, actor: Actor, number: str) -> tuple[Rematched, ...]:
    """Match the lines of an open claim anew with the editions and the memory as they stand; what clerks chose stays.

    Raises:
        ForbiddenError, NotFoundError, ConflictError (not editable, or changed meanwhile): nothing has changed.
    """
    with office.store.read() as unit:
        before = unit.folder(number).claim
    day = before.care.day or office.today
    documents = tuple(match_document(office, paper, day, before.care.hospital) for paper in before.documents)
    with office.edit(actor, "rematch", number, version=before.version) as work:
        work.claim = replace(work.claim, documents=documents)
    return tuple(_differences(before, work.claim))


def _differences(before: Claim, after: Claim) -> Iterator[Rematched]:
    old = {line.id: line for document in before.documents for line in document.lines}
    for line in (line for document in after.documents for line in document.lines):
        if line.entry_id != old[line.id].entry_id:
            yield Rematched(line.id, line.text("name"), old[line.id].entry_id, line.entry_id, _why(line))


def _why(line: Line) -> str:
    return line.match_note or "没有可以直接采用的条目，请人工选定"


def _touched(office: Office, is_touched: Callable[[Mapping[str, Any], date], bool]) -> tuple[TouchedClaim, ...]:
    with office.store.read() as unit:
        rows = queries.matched_lines(unit, OPEN)
    counted: Counter[TouchedClaim] = Counter()
    for row in rows:
        day = row["care_discharged"] or row["care_admitted"]
        if is_touched(row, day or office.today):
            counted[TouchedClaim(row["number"], row["state"], row["insured_name"], day, 0)] += row["lines"]
    return tuple(replace(claim, lines=lines) for claim, lines in counted.items())


def _misplaced(row: Mapping[str, Any], day: date, editions: CatalogueSet) -> bool:
    """Whether lines have no entry, or one of an edition that is not used on the day of care."""
    if row["matched_by"] == BY_PEOPLE and row["entry_id"] == OUTSIDE:
        return False
    return _edition_id(row) not in {edition.id for edition in editions.used(day)}


def _edition_id(row: Mapping[str, Any]) -> str:
    edition_id: str = row["entry_id"].partition("/")[0]
    return edition_id
