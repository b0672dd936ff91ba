"""Claims with a fixed settlement, person by person in the order of fixing; read piece by piece, however many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from review.store.schema import ClaimRow, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from sqlalchemy.sql.elements import ColumnElement

    from review.claim.people import Scheme
    from review.claim.states import ClaimState
    from review.store.unit import Unit

_PIECE = 1_000
_DAY = func.coalesce(ClaimRow.care_discharged, ClaimRow.care_admitted)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFilter:
    """Which settled claims to replay; what is empty asks for all. Days are days of care, both ends included."""

    states: tuple[ClaimState, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    since: date | None = None
    until: date | None = None


class PastClaim(NamedTuple):
    """Whose claim it is and its number."""

    id_number: str
    number: str


def settled_claims(unit: Unit, chosen: PastFilter, states: Collection[ClaimState]) -> Iterator[PastClaim]:
    """The claims in these states that fit."""
    fixed = (
        select(func.max(JournalEntry.sequence))
        .where(JournalEntry.subject == ClaimRow.number, JournalEntry.action == "approve_first")
        .scalar_subquery()
    )
    wanted = (
        select(ClaimRow.insured_id_number, ClaimRow.number)
        .where(*_fitting(chosen, states))
        .order_by(ClaimRow.insured_id_number, fixed, ClaimRow.number)
        .execution_options(yield_per=_PIECE)
    )
    return (PastClaim(row[0], row[1]) for row in unit.session.execute(wanted))


def count(unit: Unit, chosen: PastFilter, states: Collection[ClaimState]) -> int:
    """How many claims in these states fit."""
    return unit.session.scalar(select(func.count()).select_from(ClaimRow).where(*_fitting(chosen, states))) or 0


def _fitting(chosen: PastFilter, states: Collection[ClaimState]) -> Iterator[ColumnElement[bool]]:
    yield ClaimRow.payable.is_not(None)
    yield ClaimRow.state.in_(states)
    if chosen.schemes:
        yield ClaimRow.insured_scheme.in_(chosen.schemes)
    if chosen.since:
        yield chosen.since <= _DAY
    if chosen.until:
        yield chosen.until >= _DAY
