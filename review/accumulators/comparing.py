"""A file beside what the office knows: who is new, whose figures changed, and what an honest export would not do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.accumulators.gathering import one_person
from review.identity import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from review.accumulators.standing import Imported, Standing, Whose

KEPT = 200
"""Lines of a kind that are listed; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """A sum that is lower than in the import before it, though a year's sums only grow."""

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
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    falling: int = 0
    fallen: tuple[Fallen, ...] = ()
    misnamed: tuple[tuple[str, str, str], ...] = field(default=())


def compared(standings: Iterable[Standing], known: Mapping[Whose, Imported], names: Mapping[str, str]) -> Comparison:
    """The file beside the newest imports, and beside the names claims of this office bear by citizen number."""
    counts = {"new": 0, "changed": 0, "same": 0}
    fallen: list[Fallen] = []
    misnamed: list[tuple[str, str, str]] = []
    for one in standings:
        before = known.get(one.whose)
        counts["new" if before is None else "same" if dict(before.figures) == dict(one.figures) else "changed"] += 1
        fallen += _fallen(one, before) if before else ()
        claimed = names.get(one.whose.id_number, "")
        if not one_person((one.name, claimed)):
            misnamed.append((masked(one.whose.id_number), one.name, claimed))
    return Comparison(**counts, falling=len(fallen), fallen=tuple(fallen[:KEPT]), misnamed=tuple(misnamed[:KEPT]))


def _fallen(one: Standing, before: Imported) -> Iterable[Fallen]:
    was = dict(before.figures)
    for figure, now in one.figures:
        if figure in was and now < was[figure]:
            yield Fallen(person=masked(one.whose.id_number), name=one.name, figure=figure, was=was[figure], now=now)
