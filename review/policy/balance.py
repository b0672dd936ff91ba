"""What a claim has drawn from the funds and added to the person's year, and what an adjustment changes of both."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from review.claim.claim import ZERO, YearToDate
from review.money import CENT, fen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from review.policy.settlement import Settlement

FUNDS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund")
"""Sums of a settlement that say what a fund pays."""
STAYS = "stays"
_SUMS = tuple(one.name for one in fields(YearToDate) if one.type == "Decimal")
"""The sums of the case contract."""

Sums = dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class Books:
    """What one claim draws from each fund and adds to each sum of the year (``stays`` among them); yuan, no zeros."""

    funds: Mapping[str, Decimal] = field(default_factory=dict)
    year: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def total(self) -> Decimal:
        """What all funds pay."""
        return sum(self.funds.values(), ZERO)

    def plus(self, other: Books) -> Books:
        """Both together."""
        return Books(_added(self.funds, other.funds), _added(self.year, other.year))

    def minus(self, other: Books) -> Books:
        """What this one has more than the other."""
        return self.plus(Books(_turned(other.funds), _turned(other.year)))


def booked(settlement: Settlement) -> Books:
    """What a settlement draws from the funds and adds to the year."""
    return Books(
        _kept({name: getattr(settlement, name) for name in FUNDS}),
        year_change(settlement.before, settlement.after),
    )


def year_change(before: YearToDate, after: YearToDate) -> Sums:
    """By how much each sum of the year differs, yuan; ``stays`` counts stays."""
    changes = {name: getattr(after, name) - getattr(before, name) for name in _SUMS}
    changes |= {name: after.of(name) - before.of(name) for name in _accounts(before, after)}
    return _kept({STAYS: Decimal(after.stays - before.stays), **changes})


def _accounts(*years: YearToDate) -> Iterable[str]:
    """The names of the further sums of any of the years."""
    return dict.fromkeys(one.name for year in years for one in year.accounts)


def moved_year(year: YearToDate, change: Mapping[str, Decimal]) -> YearToDate:
    """The year with each sum so much higher; none falls below zero."""
    stays = max(year.stays + int(change.get(STAYS, 0)), 0)
    amounts = {name: max(amount, -year.of(name)) for name, amount in change.items() if name != STAYS}
    return replace(year.plus(amounts), stays=stays)


def movement(now: Books, anew: Books, amount: Decimal) -> Books:
    """What paying ``amount`` more (below zero: less) changes, where ``now`` was paid and ``anew`` is due.

    Exactly the difference leads exactly to ``anew``. Of a part, each fund bears its share to the fen, and the sums of
    the year that hold no payments already stand as they are due. What is claimed back beyond the difference comes
    from each fund by what is left of it.
    """
    due = anew.minus(now)
    if amount == due.total:
        return due
    if due.total and ZERO < amount / due.total < 1:
        return _part(due, amount)
    first = due if due.total < ZERO and amount < ZERO else Books()
    left = now.plus(first)
    rest = amount - first.total
    return first.plus(_of_payments(left, rest))


def shared_out(amount: Decimal, over: Mapping[str, Decimal]) -> Sums:
    """The amount in the proportion of the weights, whole fen, adding up exactly; the largest fractions get the rest.

    Weights may have signs, but their sum is not zero.
    """
    whole = sum(over.values(), ZERO)
    ideal = {name: amount * weight / whole for name, weight in over.items()}
    floors = {name: share.quantize(CENT, rounding=ROUND_FLOOR) for name, share in ideal.items()}
    missing = int((amount - sum(floors.values(), ZERO)) / CENT)
    first = sorted(ideal, key=lambda name: (floors[name] - ideal[name], name))[:missing]
    return _kept({name: floor + (CENT if name in first else ZERO) for name, floor in floors.items()})


def _part(due: Books, amount: Decimal) -> Books:
    """A part of what is due: payments in proportion, all other sums of the year in full."""
    paid = _of_payments(due, amount)
    others = {name: change for name, change in due.year.items() if not _holds_payments(name)}
    return Books(paid.funds, _added(others, paid.year))


def _of_payments(books: Books, amount: Decimal) -> Books:
    """The amount by the payments in these books; sums of the year that equal a fund's follow it to the fen."""
    if not amount:
        return Books()
    funds = shared_out(amount, books.funds)
    year: Sums = {}
    for name, change in books.year.items():
        if _holds_payments(name):
            same = name in funds and books.funds.get(name) == change
            year[name] = funds[name] if same else fen(change * amount / books.total)
    return Books(funds, _kept(year))


def _holds_payments(name: str) -> bool:
    return name.endswith("fund")


def _added(one: Mapping[str, Decimal], other: Mapping[str, Decimal]) -> Sums:
    names: Iterable[str] = dict.fromkeys((*one, *other))
    return _kept({name: one.get(name, ZERO) + other.get(name, ZERO) for name in names})


def _turned(sums: Mapping[str, Decimal]) -> Sums:
    return {name: -amount for name, amount in sums.items()}


def _kept(sums: Mapping[str, Decimal]) -> Sums:
    return {name: amount for name, amount in sums.items() if amount}
