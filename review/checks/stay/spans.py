"""Days of stays and visits as spans, and how they lie to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.checks.paperwork import STAYS, day, place
from review.checks.receipts.marks import in_doubt

if TYPE_CHECKING:
    from datetime import date

    from review.checks.past import PastCare
    from review.claim.claim import Care, Claim
    from review.claim.paper import Place

_FIRST = ("admission_date", "visit_date")
_DAYS = (*_FIRST, "discharge_date")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both counted."""

    first: date
    last: date

    def nights_with(self, other: Span) -> int:
        """Nights both cover; a single day strictly within the other counts as one, one common day as none."""
        nights = (min(self.last, other.last) - max(self.first, other.first)).days
        return max(nights, 1 if self.within(other) or other.within(self) else 0)

    def within(self, other: Span) -> bool:
        """Whether it begins after the other's first day and ends before its last."""
        return other.first < self.first and self.last < other.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}至{self.last}"


def span_of(care: Care | PastCare) -> Span | None:
    """The days of a stay or visit; None where they are unknown or run backwards."""
    first = care.admitted
    last = care.discharged or (None if care.kind in STAYS else first)
    return Span(first, last) if first and last and first <= last else None


def days_in_doubt(claim: Claim) -> bool:
    """Whether a day of the stay on some paper must still be looked at, so that nothing can be built on it."""
    return any(in_doubt(document, key) for document in claim.documents for key in _DAYS)


def first_day_place(claim: Claim) -> Place | None:
    """Where the first day of the stay or visit is printed."""
    shown = (d.values.get(key) for d in claim.documents for key in _DAYS if day(d.text(key)) == claim.care.admitted)
    return place(shown)
