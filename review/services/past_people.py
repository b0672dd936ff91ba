"""People of the office with their settled claims, one after another, for a replay: read, never written."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from review.errors import LingbaoError
from review.identity import masked
from review.policy.balance import year_change
from review.policy.claim_case import case_of
from review.services.reckoning import FIXED
from review.services.snapshot import thawed
from review.store import replay_records
from review.whatif.visit import Person, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from review.catalogue.entry import Entry
    from review.services.office import Office
    from review.store.replay_records import PastFilter
    from review.store.unit import Unit

    Lookup = Callable[[str], Entry | None]


def past_people(office: Office, chosen: PastFilter) -> Generator[Person]:
    """Everybody with claims that fit; a claim without citizen number stands alone. Raises StoreError.

    The database is read while the people are taken; close the generator where not all are wanted.
    """
    entry = office.catalogue.entry
    with office.store.read() as unit:
        found = replay_records.settled_claims(unit, chosen, chosen.states or FIXED)
        for person, claims in groupby(found, lambda claim: claim.id_number or claim.number):
            numbers = [claim.number for claim in claims]
            label = masked(person) if person not in numbers else person
            yield Person(label, tuple(_visit(unit, number, entry) for number in numbers))


def _visit(unit: Unit, number: str, entry: Lookup) -> Visit:
    """A claim as it stands, beginning with the accumulators its settlement of record began with."""
    folder = unit.folder(number)
    fixed = thawed(folder.settlement or {})
    try:
        case = case_of(replace(folder.claim, year_to_date=fixed.before), entry, fixed.pack.id)
    except LingbaoError as error:
        return Visit(number, b"", problem=str(error))
    return Visit.of(case, year_change(fixed.before, fixed.after))
