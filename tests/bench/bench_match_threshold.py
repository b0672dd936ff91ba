"""The threshold above which an entry may be taken unasked, and whether scores are the shares they claim to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.bench_doubt_fit import expected_error, reliability
from tests.bench.bench_match_outcomes import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.bench_match_outcomes import Outcome

BEARABLE = 0.001
"""Share of all lines that may be taken wrongly."""
NEVER = 1.01
"""A threshold above every score."""


def threshold(found: Sequence[Outcome], bearable: float = BEARABLE) -> float:
    """The lowest score from which every first candidate may be taken with at most a share of lines taken wrongly."""
    lowest, wrong = NEVER, 0
    ordered = sorted((one for one in found if one.match.candidates), key=lambda one: -one.score)
    for place, one in enumerate(ordered):
        wrong += not one.right
        if wrong > bearable * len(found):
            break
        if place + 1 == len(ordered) or ordered[place + 1].score < one.score:
            lowest = one.score
    return lowest


def at_threshold(found: Sequence[Outcome], limit: float) -> str:
    """What a threshold takes and takes wrongly of some lines."""
    taken = [one for one in found if one.match.candidates and one.score >= limit]
    wrong = sum(not one.right for one in taken)
    return f"taken {shown(len(taken), len(found))}, wrong {shown(wrong, len(found))}"


def said(found: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """The score of every candidate, and whether it was a right one."""
    return [(c.score, c.entry.id in one.case.entries) for one in found for c in one.match.candidates]


def calibration(found: Sequence[Outcome]) -> list[str]:
    """How far scores lie from the shares that came true, and the bins."""
    points = said(found)
    bins = [f"  said {b.said:.2f}: right {b.right:.2f} of {b.count}" for b in reliability(points)]
    return [f"calibration: expected error {expected_error(points):.3f} over {len(points)} candidates", *bins]
