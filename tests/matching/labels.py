"""The labelled set: printed names with the entries they mean, judged one by one, and its two halves.

``names.csv`` holds names as hospitals and price lists print them; ``recognised.csv`` what our recogniser read of them
on worn pages. See docs/matching.md for how both were made.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE, Printed

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
NAMES, RECOGNISED = HERE / "names.csv", HERE / "recognised.csv"
BETWEEN = "|"
"""What parts entries, and other readings, within a field."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled line.

    Attributes:
        printed: what matching is given.
        entries: ids of the entries it may be matched to, any of them right; ``outside`` where no list holds it.
        kind: drug, service or supply.
        substance: what it is made of; all lines of one substance lie in one half.
        source: where the name comes from (Chinese), and for a recognised name the words ``读``.
        why: the labeller's note.
        truth: the name as printed, where the recogniser read something else or the same; else empty.
        brand: its trade name, where one is known.
    """

    printed: Printed
    entries: frozenset[str]
    kind: str
    substance: str
    source: str = ""
    why: str = ""
    truth: str = ""
    brand: str = field(default="", compare=False)

    @property
    def outside(self) -> bool:
        """Whether no list holds the article."""
        return self.entries == {OUTSIDE}

    @property
    def tuning(self) -> bool:
        """Whether the line lies in the half that may be looked at while matching is built."""
        return hashlib.sha256(self.substance.encode()).digest()[0] % 2 == 0


def read_cases(path: Path) -> tuple[Case, ...]:
    """The labelled lines of a file, in its order."""
    with path.open(encoding="utf-8", newline="") as source:
        return tuple(_case(row) for row in csv.DictReader(source))


def _case(row: dict[str, str]) -> Case:
    others = tuple(filter(None, row.get("others", "").split(BETWEEN)))
    return Case(
        printed=Printed(row["printed"], row["spec"], row["unit"], row["code"], others),
        entries=frozenset(row["entries"].split(BETWEEN)),
        kind=row["kind"],
        substance=row["substance"],
        source=row["source"],
        why=row.get("why", ""),
        truth=row.get("truth", ""),
        brand=row.get("brand", ""),
    )


def all_cases() -> tuple[Case, ...]:
    """Every labelled line: names, and what was read of them."""
    return (*read_cases(NAMES), *(read_cases(RECOGNISED) if RECOGNISED.exists() else ()))


def halves(cases: Iterable[Case]) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """The tuning half and the held-out half."""
    cases = tuple(cases)
    return tuple(c for c in cases if c.tuning), tuple(c for c in cases if not c.tuning)
