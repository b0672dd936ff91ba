"""What is known of a person's year: figures of an import, and what claims settled here added to it.

Figures go by the names of the year's sums: ``stays``, the six sums of the case contract, and the accounts packs name.
A figure that nobody gave is absent, never zero.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from review.claim.claim import ZERO, AccountSum, YearToDate
from review.money import fen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from review.claim.people import Scheme

STAYS = "stays"
SUMS = tuple(f.name for f in fields(YearToDate) if f.type == "Decimal")
"""The sums every year has, in the order of the case contract."""
Figures = tuple[tuple[str, Decimal], ...]
"""Named figures: yuan, or a count of stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose year: the citizen number, the calendar year and the scheme."""

    id_number: str
    year: int
    scheme: Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person's year as a platform's export states it; ``figures`` holds those it gives."""

    whose: Whose
    name: str = ""
    figures: Figures = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A standing in force: the day it states, its batch, and whether what was settled here until then is in it."""

    figures: Figures
    as_of: date
    batch: int
    includes_own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a claim settled here added to its person's year.

    Attributes:
        claim: its number.
        place: its place in the order in which claims were fixed.
        day: the day it was signed; None while it waits for that.
        figures: what it added; negative where more was taken back than paid.
    """

    claim: str
    place: int
    day: date | None
    figures: Figures


def added(before: YearToDate, after: YearToDate) -> Figures:
    """What lies between two states of a year, without what did not change."""
    return _between(_sums(asdict(before)), _sums(asdict(after)))


def added_by(settlement: Mapping[str, Any]) -> Figures:
    """What a settlement as JSON added to the year."""
    return _between(_sums(settlement["before"]), _sums(settlement["after"]))


def raised(figures: Figures, change: Mapping[str, Decimal]) -> Figures:
    """Figures with each named one so much higher, without those that come to nothing."""
    sums = dict(figures)
    sums |= {name: sums.get(name, ZERO) + amount for name, amount in change.items()}
    return tuple((name, amount) for name, amount in sums.items() if amount)


def names(*years: YearToDate) -> tuple[str, ...]:
    """The names of all figures of some years: stays, the sums, the accounts."""
    accounts = sorted({one.name for year in years for one in year.accounts})
    return (STAYS, *SUMS, *accounts)


def figure(year: YearToDate, name: str) -> Decimal:
    """A figure of a year by its name; zero where it has none."""
    return Decimal(year.stays) if name == STAYS else year.of(name)


def _sums(year: Mapping[str, Any]) -> dict[str, Decimal]:
    accounts = {one["name"]: Decimal(one["amount"]) for one in year.get("accounts", ())}
    return {name: Decimal(year.get(name, 0)) for name in (STAYS, *SUMS)} | accounts


def _between(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> Figures:
    every = dict.fromkeys((*before, *after))
    change = {name: after.get(name, ZERO) - before.get(name, ZERO) for name in every}
    return tuple((name, amount) for name, amount in change.items() if amount)


def year_of(figures: Mapping[str, Decimal], source: str) -> YearToDate:
    """The year that has these figures; what would lie below zero is zero."""
    held = {name: max(fen(amount), ZERO) for name, amount in figures.items()}
    accounts = (AccountSum(name, held[name]) for name in sorted(held.keys() - {STAYS, *SUMS}) if held[name])
    sums: dict[str, Any] = {name: held.get(name, ZERO) for name in SUMS}
    return YearToDate(stays=int(held.get(STAYS, ZERO)), source=source, accounts=tuple(accounts), **sums)
