"""Lanes: the columns in which the text of a table body really stands, found by the white between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ocr.extraction.layout import text_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ocr.extraction.header import Header, Heading
    from ocr.extraction.layout import Piece

_UNDER = 0.4
_SLIVER = 0.4
_CROWDED = 0.45


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip of the table body with the pieces that stand in it."""

    left: float
    right: float
    pieces: tuple[Piece, ...]


def find_lanes(pieces: Sequence[Piece], cuts: Iterable[float] = (), rows: int = 1) -> tuple[Lane, ...]:
    """The strips between white gaps. ``cuts`` are printed rules; up to 7 % of the rows may run across a gap."""
    spans = _covered(pieces, int(0.07 * rows))
    sliver = _SLIVER * median([p.height for p in pieces]) if pieces else 0.0
    spans = [part for span in spans for part in _cut(span, sorted(cuts), sliver)]
    return tuple(Lane(a, b, tuple(p for p in pieces if a <= p.x <= b)) for a, b in spans)


def _covered(pieces: Sequence[Piece], tolerated: int) -> list[tuple[float, float]]:
    edges = sorted([(p.left, 1) for p in pieces] + [(p.right, -1) for p in pieces])
    spans: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for x, step in edges:
        before, depth = depth, depth + step
        if before <= tolerated < depth:
            start = x
        elif depth <= tolerated < before and x > start:
            spans.append((start, x))
    return spans


def _cut(span: tuple[float, float], cuts: Sequence[float], sliver: float) -> list[tuple[float, float]]:
    """The parts of a span between cuts; a rule that only grazes its edge cuts nothing off."""
    inside = [x for x in cuts if span[0] + sliver < x < span[1] - sliver]
    ends = [span[0], *inside, span[1]]
    return list(pairwise(ends))


def split_crowded(lane: Lane) -> tuple[Lane, ...]:
    """A lane with several pieces on about half of its lines is several columns set too close for white between them.

    The other half may be wrapped cells that go on below.
    """
    lines = text_lines(lane.pieces)
    several = [line for line in lines if len(line) > 1]
    if len(several) <= _CROWDED * len(lines):
        return (lane,)
    first, last = median(line[0].x for line in several), median(line[-1].x for line in several)
    if first >= last:
        return (lane,)
    cut = _thinnest(lane.pieces, first, last)
    return tuple(part for half in _cut_lane(lane, [cut]) for part in split_crowded(half))


def split_shared(lanes: Sequence[Lane], header: Header) -> tuple[Lane, ...]:
    """Lanes that lie under several headings are cut between them where the fewest pieces are hit."""
    return tuple(part for lane in lanes for half in split_crowded(lane) for part in _split(half, header))


def _split(lane: Lane, header: Header) -> tuple[Lane, ...]:
    under = [h for h in header.headings if _over(h, lane) > _UNDER * (h.right - h.left)]
    if not under[1:]:
        return (lane,)
    return _cut_lane(lane, [_thinnest(lane.pieces, a.x, b.x) for a, b in pairwise(under)])


def _cut_lane(lane: Lane, cuts: Sequence[float]) -> tuple[Lane, ...]:
    ends = [lane.left, *cuts, lane.right]
    return tuple(Lane(a, b, tuple(p for p in lane.pieces if a <= p.x < b)) for a, b in pairwise(ends))


def _over(heading: Heading, lane: Lane) -> float:
    return min(heading.right, lane.right) - max(heading.left, lane.left)


def _thinnest(pieces: Sequence[Piece], left: float, right: float) -> float:
    """The place between two others that the fewest pieces cross; the widest such place, its middle."""
    marks = sorted({left, right, *(e for p in pieces for e in (p.left, p.right) if left < e < right)})
    gaps = list(pairwise(marks)) or [(left, right)]
    depth = [sum(p.left < (a + b) / 2 < p.right for p in pieces) for a, b in gaps]
    best = min(range(len(gaps)), key=lambda i: (depth[i], gaps[i][0] - gaps[i][1]))
    return sum(gaps[best]) / 2
