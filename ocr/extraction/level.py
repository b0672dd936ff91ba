"""A phone's view made level: text lines that still fan out are laid parallel, and columns upright.

Perspective leaves a slope that changes over the page. It is fitted as ``slope = a + b*x + c*y`` on pairs of
neighbouring words and taken out by its integral along the line; the same is done across, for columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ocr.pages import Box, Rule, Word

_REACH = 14.0
"""Neighbours farther than this many text heights along the line say little about its slope."""

_RULE, _RULES, _CONTRADICTS, _AGREED = 10.0, 3, 0.008, 0.8
"""Rules of so many text heights, so many, so far off in slope, and so many agreeing, say that words are not in line."""

_STEEPEST = 0.3
"""Lines and columns of a picture that was turned upright lean less than this anywhere."""

_ENOUGH = 12
Sample = tuple[float, float, float]
"""along, across, slope."""


@dataclass(frozen=True, slots=True)
class Slope:
    """``a + b*u + c*v`` with u along the fitted direction and v across it."""

    a: float = 0.0
    b: float = 0.0
    c: float = 0.0

    def at(self, u: float, v: float) -> float:
        """The slope at a place."""
        return self.a + self.b * u + self.c * v

    def rise(self, u: float, v: float) -> float:
        """How far a line has risen at u, from u = 0."""
        return (self.a + self.b * u / 2 + self.c * v) * u


@dataclass(frozen=True, slots=True)
class Levelling:
    """Maps upright coordinates to level ones. ``centre`` is the fixed point."""

    lines: Slope = Slope()
    columns: Slope = Slope()
    centre: tuple[float, float] = (0.0, 0.0)

    def y(self, x: float, y: float) -> float:
        """The level height of a point."""
        u, v = x - self.centre[0], y - self.centre[1]
        return y - self.lines.rise(u, v)

    def x(self, x: float, y: float) -> float:
        """The level abscissa of a point."""
        u, v = x - self.centre[0], y - self.centre[1]
        return x - self.columns.rise(v, u)


def middle(box: Box) -> tuple[float, float]:
    """The centre of a box."""
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def fit_levelling(words: Sequence[Word], rules: Sequence[Rule] = ()) -> Levelling:
    """The levelling of a page from its words; the identity where there are too few to tell.

    Level rules overrule words: values set a little off their labels feign a slope of which the form knows nothing.
    """
    boxes = [word.box for word in words if word.text.strip() and word.box[2] > word.box[3] * 0.6]
    if not boxes:
        return Levelling()
    centres = [middle(box) for box in boxes]
    centre = (median(c[0] for c in centres), median(c[1] for c in centres))
    found = Levelling(centre=centre)
    along = [(x - centre[0], y - centre[1]) for x, y in centres]
    across = [(v, u) for u, v in along]
    printed = _rule_samples(rules, centre, _RULE * median(box[3] for box in boxes))
    for _ in range(2):
        lines = _borne_out(_sane(fit_slope(_line_samples(boxes, found)), along), printed)
        found = Levelling(lines, found.columns, centre)
        found = Levelling(lines, _sane(fit_slope(_column_samples(boxes, found)), across), centre)
    return found


def _sane(slope: Slope, places: Sequence[tuple[float, float]]) -> Slope:
    """A slope that no page has somewhere is a fit of too few words: the page is taken as it stands."""
    return slope if all(abs(slope.at(u, v)) < _STEEPEST for u, v in places) else Slope()


def _rule_samples(rules: Sequence[Rule], centre: tuple[float, float], least: float) -> list[Sample]:
    """What level rules of a length say of the slope."""
    return [
        ((r.x0 + r.x1) / 2 - centre[0], (r.y0 + r.y1) / 2 - centre[1], (r.y1 - r.y0) / (r.x1 - r.x0))
        for r in rules
        if r.horizontal and abs(r.x1 - r.x0) >= least
    ]


def _borne_out(words: Slope, printed: Sequence[Sample]) -> Slope:
    """The slope that the words tell, or that of the rules where several agree with each other and contradict it.

    Edges of paper and of other things are found as rules too; these agree in nothing.
    """
    if len(printed) < _RULES or median(_errors(printed, words)) < _CONTRADICTS:
        return words
    told = fit_slope(printed)
    agreed = sum(error < _CONTRADICTS for error in _errors(printed, told))
    return told if agreed >= _AGREED * len(printed) else words


def _errors(samples: Sequence[Sample], slope: Slope) -> list[float]:
    return [abs(s[2] - slope.at(s[0], s[1])) for s in samples]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A box in a levelling: its middle, its level height, its level edges."""

    box: Box
    x: float
    y: float
    level: float
    left: float
    right: float


def _spots(boxes: Sequence[Box], found: Levelling) -> list[_Spot]:
    return [_spot(box, *middle(box), found) for box in boxes]


def _spot(box: Box, x: float, y: float, found: Levelling) -> _Spot:
    return _Spot(box, x, y, found.y(x, y), found.x(box[0], y), found.x(box[0] + box[2], y))


def _line_samples(boxes: Sequence[Box], found: Levelling) -> Iterable[Sample]:
    spots = sorted(_spots(boxes, found), key=lambda spot: spot.level)
    heights = [spot.level for spot in spots]
    for spot in spots:
        right = _next_right(spot, spots, heights)
        if right is not None and abs(right.box[3] - spot.box[3]) < 0.5 * spot.box[3]:
            x, y = (spot.x + right.x) / 2, (spot.y + right.y) / 2
            yield x - found.centre[0], y - found.centre[1], (right.y - spot.y) / (right.x - spot.x)


def _next_right(spot: _Spot, spots: Sequence[_Spot], heights: Sequence[float]) -> _Spot | None:
    height, edge = spot.box[3], spot.box[0] + spot.box[2]
    best, gap = None, _REACH * height
    first = bisect_right(heights, spot.level - 0.45 * height)
    for other in spots[first : bisect_left(heights, spot.level + 0.45 * height)]:
        away = other.box[0] - edge
        if -0.3 * height < away < gap and other.x > spot.x:
            best, gap = other, away
    return best


def _column_samples(boxes: Sequence[Box], found: Levelling) -> Iterable[Sample]:
    spots = sorted(_spots(boxes, found), key=lambda spot: spot.y)
    heights = [spot.y for spot in spots]
    for spot in spots:
        below = _next_below(spot, spots, heights)
        if below is not None:
            (x, _, w, _), (x2, _, w2, _) = spot.box, below.box
            shift = min((x2 - x, x2 + w2 - x - w), key=abs)
            y, place = (spot.y + below.y) / 2, (x + x2) / 2
            yield y - found.centre[1], place - found.centre[0], shift / (below.y - spot.y)


def _next_below(spot: _Spot, spots: Sequence[_Spot], heights: Sequence[float]) -> _Spot | None:
    """The nearest box below that shares an edge."""
    height = spot.box[3]
    first = bisect_right(heights, spot.y + 0.7 * height)
    for other in spots[first : bisect_left(heights, spot.y + 4.0 * height)]:
        if min(abs(other.left - spot.left), abs(other.right - spot.right)) < 0.5 * height:
            return other
    return None


def fit_slope(samples: Iterable[Sample], rounds: int = 4) -> Slope:
    """Robust least squares: samples far from the fit are dropped, a few times over."""
    kept = list(samples)
    slope = Slope(median(s[2] for s in kept)) if kept else Slope()
    for _ in range(rounds):
        errors = [abs(s[2] - slope.at(s[0], s[1])) for s in kept]
        if len(kept) < _ENOUGH:
            return slope
        limit = max(0.004, 2.5 * median(errors))
        kept = [s for s, error in zip(kept, errors, strict=True) if error <= limit]
        slope = _least_squares(kept) or slope
    return slope


def _least_squares(samples: Sequence[Sample]) -> Slope | None:
    """Solves the normal equations of ``slope = a + b*u + c*v`` by Cramer's rule; None where they are singular."""
    if not samples:
        return None
    n = float(len(samples))
    mu, mv, ms = (sum(s[k] for s in samples) / n for k in range(3))
    uu = sum((s[0] - mu) ** 2 for s in samples)
    vv = sum((s[1] - mv) ** 2 for s in samples)
    uv = sum((s[0] - mu) * (s[1] - mv) for s in samples)
    us = sum((s[0] - mu) * (s[2] - ms) for s in samples)
    vs = sum((s[1] - mv) * (s[2] - ms) for s in samples)
    det = uu * vv - uv * uv
    if uu <= 0 or vv <= 0 or det < 1e-6 * uu * vv:
        return Slope(ms)
    b, c = (us * vv - vs * uv) / det, (vs * uu - us * uv) / det
    return Slope(ms - b * mu - c * mv, b, c)
