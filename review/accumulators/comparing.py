"""A file beside what the office knows: who is new, whose figures changed, and what an honest export would not do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.accumulators.combining import lacking
from review.accumulators.gathering import one_person
from review.accumulators.standing import Imported
from review.identity import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from review.accumulators.proposal import StandingProposal
    from review.accumulators.standing import Contribution, Standing, Whose

KEPT = 200
"""Lines of a kind that are listed; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the office knows of the people of a file: their newest figures, their names in claims, what was settled."""

    figures: Mapping[Whose, Mapping[str, Decimal]]
    names: Mapping[str, str]
    own: Mapping[Whose, Sequence[Contribution]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """A sum that is lower than in the import before it, though a year's sums only grow; the person is masked."""

    person: str
    name: str
    figure: str
    was: Decimal
    now: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a file stands to what is known.

    Attributes:
        new, changed, same: people (of a year and scheme) by what the file says of them.
        fallen: sums that would fall, the first of them; ``falling`` counts all.
        misnamed: masked number, name in the file and in a claim of this office, where the two are not one.
        without_own: masked number, name and the first sum in which the file says less than was settled here before its
            day: it does not include this office's claims, though it was said to.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    falling: int = 0
    fallen: tuple[Fallen, ...] = ()
    misnamed: tuple[tuple[str, str, str], ...] = ()
    without_own: tuple[tuple[str, str, str], ...] = ()


def compared(proposal: StandingProposal, known: Known) -> Comparison:
    """The file beside what is known of its people."""
    counts = {"new": 0, "changed": 0, "same": 0}
    fallen: list[Fallen] = []
    misnamed: list[tuple[str, str, str]] = []
    without: list[tuple[str, str, str]] = []
    for one in proposal.standings:
        before, person = known.figures.get(one.whose), one.whose.id_number
        counts[_change(one, before)] += 1
        fallen += _fallen(one, before or {})
        claimed = known.names.get(person, "")
        if not one_person((one.name, claimed)):
            misnamed.append((masked(person), one.name, claimed))
        if figure := _lacking(one, proposal, known.own.get(one.whose, ())):
            without.append((masked(person), one.name, figure))
    return Comparison(
        **counts,
        falling=len(fallen),
        fallen=tuple(fallen[:KEPT]),
        misnamed=tuple(misnamed[:KEPT]),
        without_own=tuple(without[:KEPT]),
    )


def _change(one: Standing, before: Mapping[str, Decimal] | None) -> str:
    if before is None:
        return "new"
    return "same" if all(before.get(name) == amount for name, amount in one.figures) else "changed"


def _fallen(one: Standing, was: Mapping[str, Decimal]) -> Iterator[Fallen]:
    for figure, now in one.figures:
        if figure in was and now < was[figure]:
            yield Fallen(person=masked(one.whose.id_number), name=one.name, figure=figure, was=was[figure], now=now)


def _lacking(one: Standing, proposal: StandingProposal, own: Sequence[Contribution]) -> str:
    if not (own and proposal.as_of and proposal.includes_own):
        return ""
    stated = Imported(figures=one.figures, as_of=proposal.as_of, batch=0)
    return next(iter(lacking(stated, own)), "")
