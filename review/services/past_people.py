"""People of the office with their settled claims, one after another, for a replay: read, never written."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from review.errors import LingbaoError
from review.identity import masked
from review.policy.balance import Books, booked
from review.policy.claim_case import case_of
from review.services.reckoning import FIXED
from review.services.snapshot import thawed
from review.store import adjustment_records, replay_records
from review.whatif.visit import Person, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from review.catalogue.entry import Entry
    from review.claim.adjustment import Adjustment
    from review.services.office import Office
    from review.store.mapping import Folder
    from review.store.replay_records import PastFilter

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
            sent = adjustment_records.of_claims(unit, numbers)
            yield Person(label, tuple(_visit(unit.folder(one), sent.get(one, ()), entry) for one in numbers))


def _visit(folder: Folder, sent: Sequence[Adjustment], entry: Lookup) -> Visit:
    """A claim as it stands, beginning with the accumulators its settlement of record began with.

    What was paid or claimed back afterwards belongs to the record, as it does for the person's later claims.
    """
    fixed = thawed(folder.settlement or {})
    adjusted = (Books(one.funds, one.year) for one in sent if one.counts)
    recorded = reduce(Books.plus, adjusted, booked(fixed))
    try:
        case = case_of(replace(folder.claim, year_to_date=fixed.before), entry, fixed.pack.id)
    except LingbaoError as error:
        return Visit(folder.claim.number, b"", problem=str(error))
    return Visit.of(case, recorded.year)
