"""Which claims a change of the year's sums concerns: open ones take it, fixed ones that would differ are listed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any

from review.accumulators.standing import added
from review.claim.claim import ZERO
from review.claim.states import EDITABLE, ClaimState
from review.errors import LingbaoError
from review.services.assess import settled
from review.services.office import opened
from review.services.reckoning import reckon_year, terms_of
from review.services.standing import take
from review.store import accumulator_records as records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office
    from review.services.reckoning import Reckoned
    from review.store.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """A claim that settles otherwise by what is known of the year now.

    Attributes:
        before: what the funds would have paid by then, or have paid, yuan; None where it could not be settled.
        after: what they pay by what is known now; None where it cannot be settled.
        problem: why it cannot (Chinese), or empty.
    """

    claim: str
    person: str
    state: ClaimState
    before: Decimal | None
    after: Decimal | None
    problem: str = ""

    @property
    def difference(self) -> Decimal:
        """Above zero: too little was paid; below: too much. Zero while either is unknown."""
        return ZERO if self.before is None or self.after is None else self.after - self.before


def open_claims(office: Office, unit: Unit, actor: Actor, people: Collection[str]) -> Iterator[Affected]:
    """Have the open claims of these people take what is known now; each that settles otherwise, or changed at all."""
    for number in records.claims_of(unit, EDITABLE, people):
        work = opened(office, unit, actor, number)
        before = work.claim
        if take(work):
            yield _of(work.claim, _payable(office, before), _payable(office, work.claim))


def fixed_claims(office: Office, unit: Unit, people: Collection[str]) -> Iterator[Affected]:
    """The claims of these people with a fixed settlement that would pay another sum by what is known now."""
    years = records.settled_years(unit, people)
    terms = terms_of(office) if years else None
    for one in chain.from_iterable(reckon_year(unit, numbers, terms) for numbers in years if terms):
        if one.differs and _of_the_year(one):
            yield _of(one.claim, one.paid.total, None if one.problem else one.due.total, one.problem)


def _of_the_year(one: Reckoned) -> bool:
    """Whether a claim would stand on other sums of the year than it was fixed on, or cannot be settled on them."""
    return one.anew is None or bool(added(one.fixed.before, one.anew.before))


def plain(one: Affected) -> dict[str, Any]:
    """As JSON."""
    return {name: None if value is None else str(value) for name, value in asdict(one).items()}


def from_plain(kept: dict[str, Any]) -> Affected:
    """From JSON."""
    sums: dict[str, Any] = {name: Decimal(kept[name]) if kept[name] else None for name in ("before", "after")}
    return Affected(**{**kept, **sums, "state": ClaimState(kept["state"])})


def _of(claim: Claim, before: Decimal | None, after: Decimal | None, problem: str = "") -> Affected:
    return Affected(
        claim=claim.number, person=claim.insured.name, state=claim.state, before=before, after=after, problem=problem
    )


def _payable(office: Office, claim: Claim) -> Decimal | None:
    try:
        return settled(office, claim).fund_total
    except LingbaoError:
        return None
