"""The queue: claims as rows for lists, and one claim in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from review.calendar import working_days_between
from review.claim.states import ClaimState
from review.errors import InputError
from review.identity import masked
from review.store import queries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from decimal import Decimal

    from review.claim.claim import CareKind, Claim, HospitalLevel, Region
    from review.claim.people import Scheme
    from review.services.office import Office

SORTS = tuple(queries.SORTS)
"""Orders a queue can have: due (default), number, -number, name, -total, -received, state."""

STOPPED = frozenset(
    {ClaimState.PAID, ClaimState.ARCHIVED, ClaimState.REJECTED, ClaimState.WITHDRAWN, ClaimState.RECOVERED}
)
"""States in which the promise is kept or void, so that no days are left to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which claims to list. Empty criteria ask for all.

    Attributes:
        states: only claims in one of these states.
        text: words that must all occur in number, name, citizen number or hospital.
        mine: username of somebody who entered or reviewed the claim.
        sort: one of :data:`SORTS`.
    """

    states: tuple[ClaimState, ...] = ()
    text: str = ""
    mine: str = ""
    sort: str = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One claim in a list; money in yuan.

    ``payable`` is what the funds would pay as it stands, None where that cannot be said yet. ``blocks``, ``decisions``
    and ``doubts`` count what is still open, ``clues`` what is worth a look. ``days_left`` are working days to the
    promise, negative when overdue; None before receipt and after the end.
    """

    number: str
    version: int
    state: ClaimState
    name: str
    id_masked: str
    scheme: Scheme
    kind: CareKind
    hospital: str
    province: str
    hospital_level: HospitalLevel
    region: Region
    total: Decimal
    payable: Decimal | None
    blocks: int
    decisions: int
    clues: int
    doubts: int
    entered_by: str
    first_reviewer: str
    second_reviewer: str
    received_on: date | None
    due_on: date | None
    days_left: int | None
    pages: int
    pages_done: int
    batch: str


def queue(office: Office, chosen: QueueFilter = QueueFilter()) -> tuple[QueueRow, ...]:
    """The claims that fit, in the order asked for. Raises InputError for an unknown order."""
    if chosen.sort not in queries.SORTS:
        raise InputError(f"没有“{chosen.sort}”这种排序。", code="bad-sort", advice=f"可用:{'、'.join(SORTS)}。")
    with office.store.read() as unit:
        rows = queries.claim_rows(unit, chosen.states, chosen.text, chosen.mine, chosen.sort)
    count = _Days(office)
    return tuple(_row(row, count) for row in rows)


def rows_of(office: Office, numbers: Collection[str]) -> tuple[QueueRow, ...]:
    """The claims of these numbers, latest first; numbers nobody has are left out."""
    with office.store.read() as unit:
        rows = queries.rows_of(unit, numbers)
    count = _Days(office)
    return tuple(_row(row, count) for row in rows)


def state_counts(office: Office) -> Mapping[ClaimState, int]:
    """How many claims stand in each state; states without a claim are left out."""
    with office.store.read() as unit:
        return queries.state_counts(unit)


def load_claim(office: Office, number: str) -> Claim:
    """One claim with all its paper. Raises NotFoundError."""
    with office.store.read() as unit:
        return unit.folder(number).claim


def days_left(office: Office, claim: Claim) -> int | None:
    """Working days to the promise, negative when overdue; None before receipt and after the end."""
    return _Days(office)(claim.state, claim.due_on, claim.paused_on)


class _Days:
    """Counts working days from today, each pair of days once."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known: dict[tuple[date, date], int] = {}

    def __call__(self, state: ClaimState, due_on: date | None, paused_on: date | None) -> int | None:
        if due_on is None or state in STOPPED:
            return None
        pair = (paused_on or self._office.today, due_on)
        if pair not in self._known:
            self._known[pair] = working_days_between(*pair, self._office.overrides)
        return self._known[pair]


def _row(row: Mapping[str, Any], count: _Days) -> QueueRow:
    same = ("number", "version", "state", "total", "payable", "blocks", "decisions", "clues", "doubts", "batch")
    people = ("entered_by", "first_reviewer", "second_reviewer", "received_on", "due_on", "pages", "pages_done")
    return QueueRow(
        name=row["insured_name"],
        id_masked=masked(row["insured_id_number"]),
        scheme=row["insured_scheme"],
        kind=row["care_kind"],
        hospital=row["care_hospital"],
        province=row["care_province"],
        hospital_level=row["care_hospital_level"],
        region=row["care_region"],
        days_left=count(row["state"], row["due_on"], row["paused_on"]),
        **{name: row[name] for name in (*same, *people)},
    )
