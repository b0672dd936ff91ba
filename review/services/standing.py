"""What a person's year stands at, for every claim: known from imports and own claims, taken by claims that are open.

A claim takes it whenever it is kept, and whenever another claim of the same person changes the year. A settlement that
is fixed keeps what it used; what it would have used by what is known now, :func:`stood_before` says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from review.accumulators import combining
from review.accumulators.standing import Contribution, Whose, added_by
from review.accumulators.taking import AtOdds, at_odds, taken
from review.claim.claim import YearToDate
from review.claim.states import EDITABLE, ClaimState
from review.errors import LingbaoError
from review.packs.terms import YearBy
from review.services.pack_shelf import pack_for
from review.store import accumulator_records as records
from review.store.projections import REVIEWED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from review.claim.claim import Claim
    from review.services.office import Office, Work
    from review.store.unit import Unit

TAKE = "take_standing"
"""The journal's word for an open claim that takes what its year stands at; the reason is the source."""
_UNSIGNED = frozenset({ClaimState.SECOND_REVIEW, ClaimState.BATCHED})


def standing_for(office: Office, claim: Claim) -> YearToDate:
    """What the year of a claim's person stands at before it, by all that is known now; nothing a person typed.

    ``source`` says exactly what it was made of; it is empty where nothing is known.
    """
    with office.store.read() as unit:
        return known(office, unit, claim)


def figures_at_odds(office: Office, claim: Claim) -> tuple[AtOdds, ...]:
    """The figures a person typed on a claim that differ from what is known."""
    return at_odds(claim.year_to_date, standing_for(office, claim))


def known(office: Office, unit: Unit, claim: Claim) -> YearToDate:
    """As :func:`standing_for`, within an open unit."""
    whose = whose_year(office, claim)
    if whose is None:
        return YearToDate()
    own = tuple(one for one in records.contributions(unit, whose) if one.claim != claim.number)
    return combining.combined(records.imports(unit, whose), own)


def stood_before(office: Office, unit: Unit, claim: Claim) -> YearToDate:
    """What the year stood at before a claim with a fixed settlement, as far as is known now; typed figures stand.

    Imports count, however late they came, without what they hold of this claim and of those fixed after it. A claim
    that is not fixed stands on what is known.
    """
    kept = records.contribution(unit, claim.number)
    if kept is None:
        return taken(claim.year_to_date, known(office, unit, claim))
    whose, mine = kept
    own = records.contributions(unit, whose)
    return taken(claim.year_to_date, combining.before(records.imports(unit, whose), own, mine.place))


def whose_year(office: Office, claim: Claim) -> Whose | None:
    """Whose year a claim counts to; None while the person or the day of care is unknown."""
    day, insured = _day(office, claim), claim.insured
    if day is None or not insured.id_number:
        return None
    return Whose(id_number=insured.id_number, year=day.year, scheme=insured.scheme)


def follow(work: Work) -> None:
    """After a claim was kept: what it adds to the year, what it takes of it, and the other claims of the person."""
    changed = _contributed(work)
    take(work)
    for whose in changed:
        _spread(work, whose.id_number)


def take(work: Work) -> bool:
    """An open claim takes what its year stands at; whether anything changed."""
    claim = work.claim
    if claim.state not in EDITABLE:
        return False
    year = taken(claim.year_to_date, known(work.office, work.unit, claim))
    if year == claim.year_to_date:
        return False
    work.claim = replace(claim, year_to_date=year)
    work.keep(TAKE, year.source)
    return True


def spread(work: Work) -> None:
    """After something else changed what a claim added (an adjustment was sent): the person's open claims take it."""
    _spread(work, work.claim.insured.id_number)


def _spread(work: Work, person: str) -> None:
    for number in records.claims_of(work.unit, EDITABLE, {person}):
        if number != work.claim.number:
            take(work.other(number))


def _contributed(work: Work) -> tuple[Whose, ...]:
    """Keep what the claim's settlement adds to the year, if it stands; whose years changed by it."""
    was, now = records.contribution(work.unit, work.claim.number), _contribution(work)
    if now is None:
        records.drop_contribution(work.unit, work.claim.number)
    elif was is None or was[0] != now[0] or was[1].figures != now[1].figures:
        records.keep_contribution(work.unit, *now)
    elif was[1].day != now[1].day:
        records.keep_contribution(work.unit, now[0], replace(was[1], day=now[1].day))
        return ()
    else:
        return ()
    return tuple(dict.fromkeys(one[0] for one in (was, now) if one))


def _contribution(work: Work) -> tuple[Whose, Contribution] | None:
    claim, settlement = work.claim, work.folder.settlement
    if claim.state not in REVIEWED or settlement is None:
        return None
    whose = _whose_fixed(work.office, claim, settlement)
    signed = None if claim.state in _UNSIGNED else work.office.today
    kept = records.contribution(work.unit, claim.number)
    day = (kept[1].day if kept and signed else None) or signed
    place = work.unit.counted("journal")
    one = Contribution(claim=claim.number, place=place, day=day, figures=added_by(settlement))
    return (whose, one) if whose else None


def _whose_fixed(office: Office, claim: Claim, settlement: Mapping[str, Any]) -> Whose | None:
    """Whose year a fixed settlement counts to: that of the day it was reckoned by."""
    whose, day = whose_year(office, claim), settlement.get("day")
    return replace(whose, year=date.fromisoformat(str(day)).year) if whose and day else whose


def _day(office: Office, claim: Claim) -> date | None:
    """The day by whose year a claim counts: as the pack says, else that of care."""
    care = claim.care
    try:
        pack = pack_for(office, claim)
        by = pack.general.year_by.on(pack.reviewed_until).value
    except LingbaoError:
        return care.day
    days = {
        YearBy.DISCHARGED: (care.discharged, care.admitted),
        YearBy.ADMITTED: (care.admitted, care.discharged),
        YearBy.RECEIVED: (claim.received_on, care.discharged, care.admitted),
    }
    return next((day for day in days[by] if day), None)
