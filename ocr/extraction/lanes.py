"""Lanes: the columns in which the text of a table body really stands, found by the white between them.

Headings and bodies do not always stand above each other (forms are filled by needle printers that slip), so lanes are
matched to headings in order, by nearness and by what they hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ocr.extraction.dates import find_days
from ocr.extraction.layout import text_lines
from ocr.extraction.text import has_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ocr.extraction.header import Header, Heading
    from ocr.extraction.layout import Piece

_MISFIT = 6.0
_UNIT = 5
_SKIP = 9.0
_SKIP_NOISE = 4.0
_OFF_CENTRE = 0.1
_UNDER = 0.4
_SHARED = 12.0
_CROWDED = 1.5
_FEW_ROWS = 3
_CLASS = re.compile(r"[甲乙丙]类?|(无|有|全|部分)?自[付费理]|[ABC]|\d{0,3}%?")
_CODE = re.compile(r"[A-Za-z0-9.\-]{4,}")
_FIGURE = re.compile(r"-?[\d,OolI]+([.:][\dOolI]{1,4})?")
_MONEY = re.compile(r"-?[\d,]+\.\d{1,4}")
_COUNTED = re.compile(r"-?\d+(\.\d+)?\s*/?\s*\S{0,6}|[^\d\s]{1,2}")

_FITS: dict[str, Callable[[str], bool]] = {
    "index": lambda t: bool(re.fullmatch(r"\d{1,4}\.?", t)),
    "date": lambda t: bool(find_days(t)) or bool(re.fullmatch(r"[\d\-/.年月日: ]{2,20}", t)),
    "code": lambda t: bool(_CODE.fullmatch(t)),
    "name": has_han,
    "name_spec": lambda t: len(t) > 1,
    "spec": lambda t: not _MONEY.fullmatch(t),
    "form": has_han,
    "category": has_han,
    "unit": lambda t: len(t) <= _UNIT and not re.fullmatch(r"[\d.,]+", t),
    "quantity": lambda t: bool(_FIGURE.fullmatch(t)),
    "quantity_unit": lambda t: bool(_COUNTED.fullmatch(t)),
    "unit_price": lambda t: bool(_FIGURE.fullmatch(t)),
    "amount": lambda t: bool(_FIGURE.fullmatch(t)),
    "insurance_class": lambda t: bool(_CLASS.fullmatch(t)),
    "self_pay_ratio": lambda t: bool(re.fullmatch(r"[\d.%]+", t)),
    "other": lambda t: not _FIGURE.fullmatch(t),
}
_SEVERAL = frozenset({"name", "name_spec", "quantity_unit", "other"})
_State = tuple[float, tuple[int, ...]]
_WEAK = {"other": 1.0, "spec": 0.3}
"""Columns that fit nearly anything cost a little, so that a column that says more is preferred."""
_UNLIKELY: dict[str, Callable[[str], bool]] = {
    "spec": lambda t: bool(re.fullmatch(r"[\u4e00-\u9fff]{1,2}", t)),
    "quantity": lambda t: bool(re.fullmatch(r"-?[\d,]+\.\d\d", t)),
    "unit_price": lambda t: bool(re.fullmatch(r"-?\d+", t)),
    "amount": lambda t: bool(re.fullmatch(r"-?\d+", t)),
}
_UNLIKELIHOOD = 2.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip of the table body with the pieces that stand in it."""

    left: float
    right: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A lane that has been understood: which line key it holds, in which group of columns."""

    key: str
    group: int
    left: float
    right: float


def find_lanes(pieces: Sequence[Piece], cuts: Iterable[float] = (), rows: int = 1) -> tuple[Lane, ...]:
    """The strips between white gaps. ``cuts`` are printed rules; up to 7 % of the rows may run across a gap."""
    spans = _covered(pieces, int(0.07 * rows))
    spans = [part for span in spans for part in _cut(span, sorted(cuts))]
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


def _cut(span: tuple[float, float], cuts: Sequence[float]) -> list[tuple[float, float]]:
    inside = [x for x in cuts if span[0] < x < span[1]]
    ends = [span[0], *inside, span[1]]
    return list(pairwise(ends))


def split_crowded(lane: Lane) -> tuple[Lane, ...]:
    """A lane with several pieces on most of its lines is several columns set too close for white between them."""
    lines = text_lines(lane.pieces)
    if not lines or median(len(line) for line in lines) < _CROWDED:
        return (lane,)
    lefts, rights = sorted(line[0].x for line in lines), sorted(line[-1].x for line in lines)
    cut = _thinnest(lane.pieces, median(lefts), median(rights))
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
    gaps = list(pairwise(marks))
    depth = [sum(p.left < (a + b) / 2 < p.right for p in pieces) for a, b in gaps]
    best = min(range(len(gaps)), key=lambda i: (depth[i], gaps[i][0] - gaps[i][1]))
    return sum(gaps[best]) / 2


def match_lanes(lanes: Sequence[Lane], header: Header, height: float, rows: int) -> tuple[Column, ...]:
    """Lanes in their order given to headings in theirs, at the least cost; lanes that fit nothing are left out."""
    headings = header.headings
    shared = [0.0 if h.key in _SEVERAL else _SHARED for h in headings]
    best: list[list[_State]] = [[(0.0, ())] * (len(headings) + 1)]
    for lane in lanes:
        costs = [_cost(lane, heading, height) for heading in headings]
        best.append(_step(best[-1], costs, shared, _skip(lane, rows)))
    _, chosen = min(best[-1])
    return tuple(
        Column(headings[i].key, headings[i].group, lane.left, lane.right)
        for lane, i in zip(lanes, chosen, strict=True)
        if i >= 0
    )


def _skip(lane: Lane, rows: int) -> float:
    """What it costs to leave a lane out: little for a seal's few characters, much for a full column."""
    return _SKIP * min(1.0, len(lane.pieces) / rows) if rows > _FEW_ROWS else _SKIP_NOISE


def _step(before: Sequence[_State], costs: Sequence[float], shared: Sequence[float], skip: float) -> list[_State]:
    """One lane further. State j: headings from j on are still free; heading j - 1 may take one more lane."""
    after = [(cost + skip, (*chosen, -1)) for cost, chosen in before]
    for i, price in enumerate(costs):
        free, same = min(before[: i + 1], key=lambda state: state[0]), before[i + 1]
        reach = min(free, (same[0] + shared[i], same[1]), key=lambda state: state[0])
        candidate = (reach[0] + price, (*reach[1], i))
        after[i + 1] = min(after[i + 1], candidate, key=lambda state: state[0])
    return after


def _cost(lane: Lane, heading: Heading, height: float) -> float:
    gap = max(0.0, heading.left - lane.right, lane.left - heading.right)
    off = abs((lane.left + lane.right) / 2 - heading.x)
    fits = _FITS[heading.key]
    wrong = _share(lane, lambda t: not fits(t))
    odd = _share(lane, _UNLIKELY.get(heading.key, lambda _: False))
    near = (gap + _OFF_CENTRE * off) / height
    return near + _MISFIT * wrong + _UNLIKELIHOOD * odd + _WEAK.get(heading.key, 0.0)


def _share(lane: Lane, test: Callable[[str], bool]) -> float:
    return sum(test(p.text) for p in lane.pieces) / max(1, len(lane.pieces))
