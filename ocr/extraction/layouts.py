"""Columns that a clerk confirmed for a hospital: they stand in for headings that were lost, never over arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ocr.extraction.header import Header, Heading, grouped
from ocr.extraction.text import distance
from ocr.reading import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.matching import Column as Lane

_SLIP = 1
_TWO = 2
Place = tuple[float, float]
"""A share of the table's width, and where it lies on the page in pixels."""


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """The columns of a hospital's statement as a clerk confirmed them, from left to right."""

    institution: str
    columns: tuple[Column, ...]


def of_hospital(layouts: Sequence[KnownLayout], name: str) -> tuple[KnownLayout, ...]:
    """The layouts of the hospital named on a page, one misread character forgiven.

    Layouts without an institution are those of earlier pages of the same paper: they always hold.
    """
    return tuple(known for known in layouts if not known.institution or (name and _same(known.institution, name)))


def _same(one: str, other: str) -> bool:
    return distance(one, other) <= _SLIP


def columns_of(lanes: Sequence[Lane], header: Header) -> tuple[Column, ...]:
    """The columns of a table as they were understood, in shares of its width; lanes under a heading are one column."""
    if not lanes:
        return ()
    start, end = lanes[0].left, max(lane.right for lane in lanes)
    words = {(h.key, h.group): h.text for h in header.headings}
    width = max(1.0, end - start)
    columns = (list(under) for _, under in groupby(lanes, key=lambda lane: (lane.key, lane.group)))
    return tuple(
        Column(
            words.get((first.key, first.group), ""),
            first.key,
            round((first.left - start) / width, 4),
            round((max(lane.right for lane in (first, *more)) - start) / width, 4),
        )
        for first, *more in columns
    )


def known_header(layout: KnownLayout, left: float, right: float, top: float) -> Header:
    """The heading line of a known layout over a body that reaches from ``left`` to ``right`` and begins at ``top``."""
    return Header(_placed(layout, [(0.0, left), (1.0, right)]), top, top + 1)


def completed_header(layout: KnownLayout, printed: Header) -> Header | None:
    """A printed heading line with the headings that it lost; None where it lost none or is another table's."""
    lost = [column.key for column in layout.columns]
    for key in printed.keys:
        if key not in lost:
            return None
        lost.remove(key)
    places = _shared(layout, printed)
    if not lost or len(places) < _TWO:
        return None
    return Header(_placed(layout, places), printed.top, printed.bottom)


def _shared(layout: KnownLayout, printed: Header) -> list[Place]:
    """Where the columns that both have stand; a column that repeats says nothing."""
    keys = [column.key for column in layout.columns]
    middles = {c.key: (c.left + c.right) / 2 for c in layout.columns if keys.count(c.key) == 1}
    return sorted({(middles[h.key], h.x) for h in printed.headings if h.key in middles})


def _placed(layout: KnownLayout, places: Sequence[Place]) -> tuple[Heading, ...]:
    headings = [Heading(c.key, _at(c.left, places), _at(c.right, places), text=c.heading) for c in layout.columns]
    return grouped(headings)


def _at(share: float, places: Sequence[Place]) -> float:
    """Where a share of the width lies, between or beyond two known places."""
    spans = list(pairwise(places))
    (a, x), (b, y) = next((span for span in spans if share <= span[1][0]), spans[-1])
    return x + (y - x) * (share - a) / (b - a) if b > a else x
