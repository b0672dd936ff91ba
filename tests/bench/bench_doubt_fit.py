"""Raw measures to probabilities: isotonic curves, how well they hold, and what review thresholds let pass."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ocr.extraction.calibration import at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.calibration import Curve

Point = tuple[float, bool]
"""A raw measure, 0 to 1, and whether the value was right."""

_Block = tuple[float, float, int]
"""Sum of raw measures, number right, number of points."""

LEAST = 30
"""Points behind the lowest knot; each knot above stands on twice as many, for there the wrong ones are rare."""
PRIOR = 0.5
"""Right and wrong values added to each knot, so that no probability is 0 or 1 (Krichevsky and Trofimov)."""
BINS = 10
SURE = 1e-6


@dataclass(frozen=True)
class Bin:
    """Cells of about one probability: the mean of what was said, the share that was right, how many."""

    said: float
    right: float
    count: int


def isotonic(points: Sequence[Point]) -> Curve:
    """The rising curve nearest to the points by least squares: pool adjacent violators over bins of points."""
    blocks: list[_Block] = []
    for some in _bins(sorted(points, key=lambda point: point[0])):
        blocks.append((sum(raw for raw, _ in some), float(sum(right for _, right in some)), len(some)))
        while len(blocks) > 1 and _share(blocks[-2]) > _share(blocks[-1]):
            (a, b, n), (c, d, m) = blocks[-2:]
            blocks[-2:] = [(a + c, b + d, n + m)]
    return _rising([(total / n, (right + PRIOR) / (n + 2 * PRIOR)) for total, right, n in blocks])


def level(points: Sequence[Point]) -> Curve:
    """One probability for all points, whatever their measure."""
    right = (sum(right for _, right in points) + PRIOR) / (len(points) + 2 * PRIOR)
    return ((0.0, round(right, 5)), (1.0, round(right, 5)))


def _bins(ordered: Sequence[Point]) -> list[Sequence[Point]]:
    """Points from the least sure up, each bin twice as full as the one below; equal measures are never parted."""
    bins, start, size = [], 0, LEAST
    while len(ordered) - start >= 3 * size:
        end = start + size
        while end < len(ordered) and ordered[end][0] == ordered[end - 1][0]:
            end += 1
        bins.append(ordered[start:end])
        start, size = end, 2 * size
    return [some for some in (*bins, ordered[start:]) if some]


def _share(block: _Block) -> float:
    return block[1] / block[2]


def _rising(knots: Sequence[tuple[float, float]]) -> Curve:
    """Knots that rise in both, from the origin on, rounded for a file."""
    kept = [(0.0, 0.0)]
    for raw, right in knots:
        if raw > kept[-1][0] + SURE:
            kept.append((round(raw, 5), round(max(right, kept[-1][1]), 5)))
    return tuple(kept)


def reliability(said: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Values gathered into bins of equal width by what was said of them."""
    ordered = sorted(said, key=lambda pair: pair[0])
    groups = [list(g) for _, g in groupby(ordered, key=lambda pair: min(BINS - 1, int(pair[0] * BINS)))]
    return tuple(Bin(_mean([p for p, _ in g]), _mean([float(r) for _, r in g]), len(g)) for g in groups)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def expected_error(said: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: the mean distance of what was said from what came true, weighed by the bins."""
    return sum(b.count * abs(b.said - b.right) for b in reliability(said)) / max(1, len(said))


def curved(curve: Curve, points: Sequence[Point]) -> list[tuple[float, bool]]:
    """What a curve says of points, beside what came true."""
    return [(at(curve, raw), right) for raw, right in points]


def missed(points: Sequence[Point], curve: Curve, limit: float) -> float:
    """The share of wrong ones among the values that a limit lets pass."""
    passed = [right for said, right in curved(curve, points) if said >= limit]
    return passed.count(False) / max(1, len(passed))


def asked(points: Sequence[Point], curve: Curve, limit: float) -> float:
    """The share of values that a limit would ask about, if nothing proved them."""
    return sum(said < limit for said, _ in curved(curve, points)) / max(1, len(points))
