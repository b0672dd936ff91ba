"""What a person still has to look at in a claim, in the order of the paper. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.paper import LineVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Place, Value


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: a value, a whole line, a line without catalogue entry, or a whole document.

    ``target`` is the services' own address of it; ``match`` is true where an entry must be chosen.
    """

    target: str
    document_id: int
    line_id: int = 0
    key: str = ""
    place: Place | None = None
    match: bool = False


def value_target(value: Value) -> str:
    """The address of a stored value."""
    return f"value:{value.id}"


def doubts(claim: Claim) -> tuple[Doubt, ...]:
    """Everything open in the claim, document by document, fields before lines."""
    charged = {line.id for line in claim.charge_lines}
    return tuple(doubt for document in claim.documents for doubt in _of_document(document, charged))


def needs_entry(line: Line) -> bool:
    """Whether a clerk has to choose a catalogue entry for the line."""
    return not line.removed and not line.entry_id and line.verdict is LineVerdict.PAY


def _of_document(document: Document, charged: set[int]) -> Iterator[Doubt]:
    if document.review and not document.review_cleared:
        yield Doubt(f"document:{document.id}", document.id)
    for value in document.values.values():
        if value.standing.asks:
            yield Doubt(value_target(value), document.id, key=value.key, place=value.place)
    for line in document.lines:
        if not line.removed:
            yield from _of_line(document, line, charged)


def _of_line(document: Document, line: Line, charged: set[int]) -> Iterator[Doubt]:
    for value in line.values.values():
        if value.standing.asks:
            yield Doubt(value_target(value), document.id, line.id, value.key, value.place)
    place = line_place(line)
    if line.review:
        yield Doubt(f"line:{line.id}", document.id, line.id, place=place)
    if line.id in charged and needs_entry(line):
        yield Doubt(f"line:{line.id}", document.id, line.id, "entry", place, match=True)


def line_place(line: Line) -> Place | None:
    """Where the line begins: the place of its name, else of its first placed value."""
    named = line.values.get("name")
    if named and named.place:
        return named.place
    return next((value.place for value in line.values.values() if value.place), None)
