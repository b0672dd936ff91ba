"""Every addressable thing on a claim's paper, in the order of the paper. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.paper import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Box, Document, Line, Value


@dataclass(frozen=True, slots=True)
class Spot:
    """A page, a paper, a value or a line: ``target`` is the services' address of it, ``place`` where it stands."""

    target: str
    place: Place | None = None
    document: Document | None = None
    line: Line | None = None
    value: Value | None = None


def value_target(value: Value) -> str:
    """The address of a stored value."""
    return f"value:{value.id}"


def spots(claim: Claim) -> Mapping[str, Spot]:
    """All spots by target; iterating goes through the paper from its first page to its last line."""
    return {spot.target: spot for spot in _spots(claim)}


def row_targets(claim: Claim) -> frozenset[str]:
    """The targets of rows and of what stands in them."""
    return frozenset(target for target, spot in spots(claim).items() if spot.line is not None)


def _spots(claim: Claim) -> Iterator[Spot]:
    for page in claim.pages:
        yield Spot(f"page:{page.id}", Place(page.id, (0, 0, page.width, page.height)))
    for document in claim.documents:
        yield from _of_document(document)


def _of_document(document: Document) -> Iterator[Spot]:
    first = document.page_ids[0] if document.page_ids else None
    yield Spot(f"document:{document.id}", Place(first, (0, 0, 0, 0)) if first is not None else None, document)
    for value in document.values.values():
        yield Spot(value_target(value), value.place, document, value=value)
    for line in document.lines:
        for value in line.values.values():
            yield Spot(value_target(value), value.place, document, line, value)
        yield Spot(f"line:{line.id}", line_place(line), document, line)


def line_place(line: Line) -> Place | None:
    """The box around all cells of a line on the page where it begins."""
    places = [value.place for value in line.values.values() if value.place]
    box = around([place.box for place in places if place.page_id == places[0].page_id])
    return Place(places[0].page_id, box) if box else None


def around(boxes: Sequence[Box]) -> Box | None:
    """The box around some boxes, or None around none."""
    if not boxes:
        return None
    left, top = min(x for x, _, _, _ in boxes), min(y for _, y, _, _ in boxes)
    right, bottom = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
    return left, top, right - left, bottom - top
