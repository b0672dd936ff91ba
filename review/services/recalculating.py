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
from review.packs.versions import VersionState
from review.services.pack_shelf import own_pack
from review.services.reckoning import PAID, reckon_year, settled_years, terms_of
from review.store import policy_records as records
from review.whatif.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from review.claim.people import Scheme
    from review.claim.states import ClaimState
    from review.services.office import Office
    from review.services.reckoning import Reckoned, Terms
    from review.store.unit import Unit

    Listing = Callable[[Sequence[str]], list[Reckoned]]

_MOVES_LISTS = (
    "approve_first",
    "send_adjustment",
    "fail_adjustment",
    "import_standings",
    "withdraw_standings",
    "import_edition",
    "end_edition",
    "withdraw_edition",
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Under what settled claims are reckoned anew.

    Attributes:
        version: a version of the pack: as if it were in force, or, where it is approved, as if it were withdrawn. None:
            by what is in force now.
        since: first day of care of a version that is not proposed yet.
        edition: only claims in which a line's entry would now be one of this edition.
    """

    version: int | None = None
    since: date | None = None
    edition: str = ""


def recalculation(
    office: Office,
    version: int | None = None,
    *,
    edition: str = "",
    since: date | None = None,
    watch: Watch | None = None,
) -> Recalculation:
    """The settled claims that would be paid otherwise; the arguments are those of a Question.

    ``watch`` counts the claims that were reckoned, and may stop it.

    Raises:
        NotFoundError: no such version. PolicyError: the version is faulty. StoppedError: somebody stopped it.
    """
    now, rows, seen = terms_of(office), [], watch or Watch()
    question = Question(version=version, since=since, edition=edition)
    with office.store.read() as unit:
        sequence = unit.counted("journal")
        years, listing = _asked(unit, now, question)
        seen.of = sum(map(len, years))
        for numbers in years:
            seen.go_on()
            rows += [_row(one) for one in listing(numbers)]
            seen.done += len(numbers)
    return Recalculation(rows=tuple(sorted(rows, key=lambda row: row.claim)), looked_at=seen.done, sequence=sequence)


def require_unmoved(unit: Unit, listed: Recalculation) -> None:
    """Nothing was settled or adjusted since the list was made. Raises ConflictError."""
    if records.done_since(unit, listed.sequence, _MOVES_LISTS):
        message = "列出重算清单后又有报销单核定或调整，清单已不准确，未作任何改动。"
        raise ConflictError(message, code="settled-meanwhile", advice="请重新查看重算清单后再确认。")


def _asked(unit: Unit, now: Terms, question: Question) -> tuple[list[list[str]], Listing]:
    """The years to look at, and what of a year is listed."""
    if question.version is None:
        return settled_years(unit), lambda numbers: _by_editions(unit, now, numbers, question.edition)
    version = records.version(unit, question.version)
    since = question.since or version.in_force_from
    if version.state is VersionState.APPROVED:
        shelf = now.shelf.without(version.id)
    else:
        shelf = now.shelf.joined_by(own_pack(unit, replace(version, in_force_from=since or date.min)))
    then = replace(now, shelf=shelf)
    return settled_years(unit, since), lambda numbers: _by_version(unit, now, then, numbers)


def _by_version(unit: Unit, now: Terms, then: Terms, numbers: Sequence[str]) -> list[Reckoned]:
    """What a version changes: against what is in force now, so that older differences are not laid to it."""
    under = tuple(reckon_year(unit, numbers, then))
    if not any(one.differs for one in under):
        return []
    present = reckon_year(unit, numbers, now)
    return [one for one, was in zip(under, present, strict=True) if one.differs and _new(one, was)]


def _by_editions(unit: Unit, now: Terms, numbers: Sequence[str], edition: str) -> list[Reckoned]:
    reckoned = reckon_year(unit, numbers, now)
    return [one for one in reckoned if one.differs and (not edition or _uses(one, edition))]


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
