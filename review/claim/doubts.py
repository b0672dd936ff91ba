"""What a person still has to look at before a claim may be approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.paper import LineVerdict, ReadState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Value


@dataclass(frozen=True, slots=True)
class Doubt:
    """One open point: the target that settles it (``value:5``, ``line:3``, ``document:2``, ``page:1``), and why."""

    target: str
    reason: str


def doubts(claim: Claim) -> tuple[Doubt, ...]:
    """All open points of the paper, in the order of the paper: failed pages, papers, fields, rows and their cells."""
    pages = [Doubt(f"page:{p.id}", p.failure) for p in claim.pages if p.read_state is ReadState.FAILED and p.failure]
    return (*pages, *(doubt for document in claim.documents for doubt in _of_document(document)))


def unmatched(claim: Claim) -> tuple[Line, ...]:
    """Rows that would be paid by class but have no catalogue entry yet."""
    return tuple(line for line in claim.charge_lines if not line.entry_id and line.verdict is LineVerdict.PAY)


def _of_document(document: Document) -> Iterator[Doubt]:
    if document.review and not document.review_cleared:
        yield Doubt(f"document:{document.id}", ";".join(document.review))
    yield from _of_values(document.values.values())
    for line in document.lines:
        if not line.removed:
            yield from _of_line(line)


def _of_line(line: Line) -> Iterator[Doubt]:
    if line.review:
        yield Doubt(f"line:{line.id}", line.review)
    yield from _of_values(line.values.values())


def _of_values(values: Iterable[Value]) -> Iterator[Doubt]:
    return (Doubt(f"value:{v.id}", v.reason or "识别结果存疑") for v in values if v.standing.asks)
