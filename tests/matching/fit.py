"""Fit the calibration of candidates on the tuning half, and write it into resources/catalogues/matching.toml.

Run: python -m tests.matching.fit
"""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING

from review.catalogue.editions import load_editions
from review.catalogue.weights import weights
from review.catalogue.words import CATALOGUES
from tests.matching.labels import all_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2025, 3, 1)
TARGET = CATALOGUES / "matching.toml"
_FEWEST = 60
"""Candidates in one step of the calibration, at least."""


def observed() -> list[tuple[float, bool]]:
    """Weighed likeness of every candidate of the tuning half, and whether it is right."""
    catalogue = load_editions()
    found: list[tuple[float, bool]] = []
    for case in (case for case in all_cases() if case.tuning):
        candidates = catalogue.match(case.printed, DAY).candidates
        found += ((raw_of(candidate.score), candidate.entry.id in case.entries) for candidate in candidates)
    return sorted(found)


def raw_of(score: float) -> float:
    """The weighed likeness that the present calibration made a score of."""
    known = weights()
    steps = zip(known.raw, known.raw[1:], known.score, known.score[1:], strict=False)
    for low, high, under, above in steps:
        if score <= above:
            return low + (high - low) * max(score - under, 0.0) / max(above - under, 1e-9)
    return 1.0


def rising(found: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Steps of equal count, each with its mean likeness and share of right ones, pooled until the shares rise."""
    groups = [found[n : n + _FEWEST] for n in range(0, len(found) - _FEWEST // 2, _FEWEST)]
    pooled: list[tuple[float, float, int]] = []
    for group in groups:
        raw, share = (sum(one[k] for one in group) / len(group) for k in (0, 1))
        pooled.append((raw, share, len(group)))
        while len(pooled) > 1 and pooled[-1][1] <= pooled[-2][1]:
            (raw, share, many), (before, lower, fewer) = pooled.pop(), pooled.pop()
            both = many + fewer
            pooled.append(((raw * many + before * fewer) / both, (share * many + lower * fewer) / both, both))
    return [(raw, share) for raw, share, _ in pooled]


def written(steps: Sequence[tuple[float, float]]) -> str:
    """The calibration as it stands in the file: rising strictly, from nothing at 0 to what was seen at 1."""
    inner = [(raw, share) for raw, share in steps if 0.0 < raw < 1.0 and share > 0.0]
    last = max([share for raw, share in steps if raw >= 0.97] or [0.99])
    points = [(0.0, 0.0), *((raw, min(share, 0.999 * last)) for raw, share in inner), (1.0, min(last, 0.999))]
    strict = [p for n, p in enumerate(points) if n in {0, len(points) - 1} or points[n - 1][1] < p[1] < points[-1][1]]
    raw, score = (", ".join(f"{point[k]:.4f}" for point in strict) for k in (0, 1))
    return f"[calibration]\nraw = [{raw}]\nscore = [{score}]\n"


def main() -> None:
    """Fit, write and show."""
    text = TARGET.read_text(encoding="utf-8")
    fitted = written(rising(observed()))
    TARGET.write_text(re.sub(r"\[calibration\]\n.*", lambda _: fitted, text, flags=re.DOTALL), encoding="utf-8")
    sys.stdout.write(fitted)


if __name__ == "__main__":
    main()
