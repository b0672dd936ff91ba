"""What matching gave for labelled lines, counted: right at the top, automatic, wrongly automatic, with intervals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from review.catalogue.agreement import terms
from review.catalogue.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from review.catalogue.editions import CatalogueSet
    from review.catalogue.entry import Match
    from tests.matching.labels import Case

Z = 1.96
"""Standard errors on both sides of a share: 95 %."""
FIVE = 5
RECOGNISED, AMISS = "识别", "识别有误"
"""Sources: read by our engine; and of these, those whose words differ from what was printed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled line with what matching gave.

    Attributes:
        place: where the first right candidate stands, from 0; None where there is none (always so for ``outside``).
        sole: whether the label leaves no choice: several right entries with different terms are a person's to choose.
    """

    case: Case
    match: Match
    place: int | None
    sole: bool

    @property
    def score(self) -> float:
        """The score of the first candidate, 0 where there is none."""
        return self.match.candidates[0].score if self.match.candidates else 0.0

    @property
    def right(self) -> bool:
        """Whether taking the first candidate unasked would be right."""
        return self.place == 0 and self.sole

    @property
    def wrong(self) -> bool:
        """Whether an entry was taken unasked that should not have been."""
        return self.match.automatic and not self.right


def outcomes(catalogue: CatalogueSet, cases: Iterable[Case], day: date) -> tuple[Outcome, ...]:
    """Every line matched against the editions of a day."""
    return tuple(_outcome(catalogue, case, catalogue.match(case.printed, day)) for case in cases)


def _outcome(catalogue: CatalogueSet, case: Case, match: Match) -> Outcome:
    known = [entry for entry in map(catalogue.entry, case.entries) if entry]
    place = next((n for n, c in enumerate(match.candidates) if c.entry.id in case.entries), None)
    return Outcome(case, match, place, len({terms(entry) for entry in known}) == 1)


def interval(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    share, spread = hits / total, Z * Z / total
    middle = (share + spread / 2) / (1 + spread)
    reach = Z / (1 + spread) * sqrt(share * (1 - share) / total + spread / (4 * total))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def shown(hits: int, total: int) -> str:
    """A share with its interval: ``97.12 % [96.3, 97.8]``."""
    low, high = interval(hits, total)
    return f"{hits / max(1, total):7.2%} [{100 * low:.2f}, {100 * high:.2f}]"


def counted(found: Sequence[Outcome]) -> Counter[str]:
    """Lines, listed ones, right first, right among five, automatic, wrongly automatic, outside, outside left alone."""
    count: Counter[str] = Counter()
    for one in found:
        count["lines"] += 1
        count["automatic"] += one.match.automatic
        count["wrong"] += one.wrong
        count["outside"] += one.case.outside
        count["left"] += one.case.outside and not one.match.automatic
        count["listed"] += not one.case.outside
        count["first"] += one.place == 0
        count["five"] += one.place is not None and one.place < FIVE
    return count


def report(title: str, found: Sequence[Outcome]) -> list[str]:
    """The figures of some lines, one a line of text."""
    n = counted(found)
    return [
        f"{title}: {n['lines']} lines, {n['listed']} listed, {n['outside']} outside",
        f"  top-1              {shown(n['first'], n['listed'])}",
        f"  top-5              {shown(n['five'], n['listed'])}",
        f"  automatic          {shown(n['automatic'], n['lines'])}",
        f"  wrong automatic    {shown(n['wrong'], n['lines'])}",
        f"  outside left alone {shown(n['left'], n['outside'])}",
    ]


def groups(found: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The lines by kind of article, by how the name came to us, and those that the recogniser read amiss."""
    made: dict[str, list[Outcome]] = {}
    for one in found:
        amiss = one.case.source == RECOGNISED and normalise(one.case.truth) != normalise(one.case.printed.name)
        for name in (one.case.kind, one.case.source, *((AMISS,) if amiss else ())):
            made.setdefault(name, []).append(one)
    return made
