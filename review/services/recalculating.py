"""Settled claims that would be paid otherwise: under a version of the pack, under corrected editions, or as all stands.

A list of them is what an approver confirms before figures change for days that are settled already, and where
adjustments begin.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from review.claim.claim import ZERO
from review.errors import ConflictError
from review.policy.versions import VersionState
from review.services.pack_shelf import own_pack
from review.services.reckoning import PAID, reckon_year, settled_years, terms_of
from review.store import policy_records as records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from review.claim.people import Scheme
    from review.claim.states import ClaimState
    from review.services.office import Office
    from review.services.reckoning import Reckoned, Terms
    from review.store.unit import Unit

    Listed = tuple[int, Sequence[Reckoned]]

_MOVES_LISTS = ("approve_first", "send_adjustment", "fail_adjustment", "recover")
"""What makes a list of settled claims old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalculated:
    """A settled claim that would be paid otherwise, yuan.

    Attributes:
        claim, state, person, scheme, day: which one; ``day`` of care.
        before: what the funds paid or are to pay, adjustments included.
        after: what they would pay; None where the claim could no longer be settled, ``problem`` says why (Chinese).
        funds: difference by fund, with sign; the funds that do not differ are left out.
    """

    claim: str
    state: ClaimState
    person: str
    scheme: Scheme
    day: date | None
    before: Decimal
    after: Decimal | None
    funds: Mapping[str, Decimal]
    problem: str = ""

    @property
    def difference(self) -> Decimal:
        """What the funds would pay more, or with a minus less; 0 where that cannot be said."""
        return ZERO if self.after is None else self.after - self.before

    @property
    def paid(self) -> bool:
        """Whether the money has left: then only an adjustment brings the difference about."""
        return self.state in PAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalculation:
    """The list, claims in the order of their numbers, and how many were looked at. ``digest`` is what is confirmed."""

    rows: tuple[Recalculated, ...]
    looked_at: int
    sequence: int

    @property
    def digest(self) -> str:
        """SHA-256 over the list."""
        text = json.dumps(self.plain(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def too_little(self) -> Decimal:
        """What was paid too little on paid claims, yuan."""
        return sum((row.difference for row in self.rows if row.paid and row.difference > 0), ZERO)

    @property
    def too_much(self) -> Decimal:
        """What was paid too much on paid claims, yuan, above zero."""
        return -sum((row.difference for row in self.rows if row.paid and row.difference < 0), ZERO)

    def plain(self) -> list[dict[str, Any]]:
        """The list as JSON-ready values, as it is kept."""
        return [_plain(row) for row in self.rows]


def recalculation(
    office: Office, version: int | None = None, *, edition: str = "", since: date | None = None
) -> Recalculation:
    """The settled claims that would be paid otherwise.

    Args:
        office: the office.
        version: a version of the pack: as if it were in force, or, where it is approved, as if it were withdrawn. None:
            by what is in force now.
        edition: only claims in which a line's entry would now be one of this edition.
        since: first day of care of a version that is not proposed yet.

    Raises:
        NotFoundError: no such version. PolicyError: the version is faulty.
    """
    now, looked_at, rows = terms_of(office), 0, []
    with office.store.read() as unit:
        sequence = unit.counted("journal")
        years = _by_version(unit, now, version, since) if version else _by_editions(unit, now, edition)
        for reckoned, listed in years:
            looked_at += reckoned
            rows += [_row(one) for one in listed]
    return Recalculation(rows=tuple(sorted(rows, key=lambda row: row.claim)), looked_at=looked_at, sequence=sequence)


def require_unmoved(unit: Unit, listed: Recalculation) -> None:
    """Nothing was settled or adjusted since the list was made. Raises ConflictError."""
    if records.done_since(unit, listed.sequence, _MOVES_LISTS):
        message = "列出重算清单后又有报销单核定或调整，清单已不准确，未作任何改动。"
        raise ConflictError(message, code="settled-meanwhile", advice="请重新查看重算清单后再确认。")


def _by_version(unit: Unit, now: Terms, version_id: int, since: date | None) -> Iterator[Listed]:
    """What a version changes: against what is in force now, so that older differences are not laid to it."""
    version = records.version(unit, version_id)
    day = since or version.in_force_from
    if version.state is VersionState.APPROVED:
        shelf = now.shelf.without(version.id)
    else:
        shelf = now.shelf.joined_by(own_pack(unit, replace(version, in_force_from=day or date.min)))
    for rows in settled_years(unit, day):
        then = tuple(reckon_year(unit, rows, replace(now, shelf=shelf)))
        if any(one.differs for one in then):
            present = reckon_year(unit, rows, now)
            yield len(rows), [one for one, was in zip(then, present, strict=True) if one.differs and _new(one, was)]
        else:
            yield len(rows), []


def _by_editions(unit: Unit, now: Terms, edition: str) -> Iterator[Listed]:
    for rows in settled_years(unit):
        reckoned = tuple(reckon_year(unit, rows, now))
        yield len(rows), [one for one in reckoned if one.differs and (not edition or _uses(one, edition))]


def _new(then: Reckoned, present: Reckoned) -> bool:
    return (then.due.funds, then.problem) != (present.due.funds, present.problem)


def _uses(one: Reckoned, edition: str) -> bool:
    return one.anew is not None and edition in one.anew.catalogue


def _row(one: Reckoned) -> Recalculated:
    claim = one.claim
    return Recalculated(
        claim=claim.number,
        state=claim.state,
        person=claim.insured.name,
        scheme=claim.insured.scheme,
        day=claim.care.day,
        before=one.paid.total,
        after=None if one.problem else one.due.total,
        funds=one.due.minus(one.paid).funds,
        problem=one.problem,
    )


def _plain(row: Recalculated) -> dict[str, Any]:
    return {
        "claim": row.claim,
        "state": str(row.state),
        "person": row.person,
        "scheme": str(row.scheme),
        "day": str(row.day or ""),
        "before": str(row.before),
        "after": "" if row.after is None else str(row.after),
        "funds": {fund: str(amount) for fund, amount in row.funds.items()},
        "problem": row.problem,
    }
