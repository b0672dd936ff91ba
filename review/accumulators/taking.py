"""A claim's figures of the year: what a person typed stands, all else follows what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.accumulators.combining import OWN_ONLY
from review.accumulators.standing import STAYS, SUMS, figure, names, year_of
from review.accumulators.words import caption
from review.money import thousands

if TYPE_CHECKING:
    from decimal import Decimal

    from review.claim.claim import YearToDate

SOURCE, ACCOUNTS = "source", "accounts"
APART = " ｜ "
"""Stands between the source a person typed and what the software adds to it."""


@dataclass(frozen=True, slots=True)
class AtOdds:
    """A figure a person typed, beside the one the software knows."""

    name: str
    typed: Decimal
    known: Decimal


def taken(held: YearToDate, known: YearToDate) -> YearToDate:
    """What a claim that holds ``held`` stands on when ``known`` is what is known: typed figures win."""
    figures = {name: figure(held if _is_typed(held, name) else known, name) for name in names(held, known)}
    stated = held.source.partition(APART)[0] if SOURCE in held.typed else ""
    source = APART.join(filter(None, (stated, _added(held, known, stated))))
    return replace(year_of(figures, source), typed=held.typed)


def at_odds(held: YearToDate, known: YearToDate) -> tuple[AtOdds, ...]:
    """The typed figures that differ from what is known."""
    return tuple(one for one in _typed(held, known) if one.typed != one.known)


def _typed(held: YearToDate, known: YearToDate) -> tuple[AtOdds, ...]:
    typed = (name for name in names(held, known) if _is_typed(held, name))
    return tuple(AtOdds(name, figure(held, name), figure(known, name)) for name in typed)


def _is_typed(held: YearToDate, name: str) -> bool:
    """Whether a person typed a figure; accounts are typed all together."""
    return (name if name in {STAYS, *SUMS} else ACCOUNTS) in held.typed


def _added(held: YearToDate, known: YearToDate, stated: str) -> str:
    """What is known and which figures a person typed, with what is known of them where it differs.

    Typed figures alone have no source until a person says one.
    """
    if not known.source:
        return ""
    source = known.source.removesuffix(OWN_ONLY) if stated else known.source
    typed = [_beside(one) for one in _typed(held, known)]
    return f"{source}；经办人录入：{'、'.join(typed)}" if typed else source


def _beside(one: AtOdds) -> str:
    if one.typed == one.known:
        return caption(one.name)
    shown = f"{one.known:.0f}" if one.name == STAYS else thousands(one.known)
    return f"{caption(one.name)}（已知 {shown}）"
