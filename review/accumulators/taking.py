"""A claim's figures of the year: what a person typed stands, all else follows what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.accumulators.standing import STAYS, SUMS, figure, names, year_of
from review.accumulators.words import caption

if TYPE_CHECKING:
    from decimal import Decimal

    from review.claim.claim import YearToDate

SOURCE, ACCOUNTS = "source", "accounts"


@dataclass(frozen=True, slots=True)
class AtOdds:
    """A figure a person typed, beside the one the software knows."""

    name: str
    typed: Decimal
    known: Decimal


def taken(held: YearToDate, known: YearToDate) -> YearToDate:
    """What a claim that holds ``held`` stands on when ``known`` is what is known: typed figures win."""
    typed = tuple(name for name in names(held, known) if _is_typed(held, name))
    figures = {name: figure(held if name in typed else known, name) for name in names(held, known)}
    source = held.source if SOURCE in held.typed else _said(known, typed)
    return replace(year_of(figures, source), typed=held.typed)


def at_odds(held: YearToDate, known: YearToDate) -> tuple[AtOdds, ...]:
    """The typed figures that differ from what is known."""
    typed = tuple(name for name in names(held, known) if _is_typed(held, name))
    found = (AtOdds(name, figure(held, name), figure(known, name)) for name in typed)
    return tuple(one for one in found if one.typed != one.known)


def _is_typed(held: YearToDate, name: str) -> bool:
    """Whether a person typed a figure; accounts are typed all together."""
    return (name if name in {STAYS, *SUMS} else ACCOUNTS) in held.typed


def _said(known: YearToDate, typed: tuple[str, ...]) -> str:
    """The source of what is known, and which figures a person typed; those alone have no source until one is typed."""
    if not (known.source and typed):
        return known.source
    return f"{known.source}；经办人录入：{'、'.join(map(caption, typed))}"
