"""Weights and calibration of candidates, from resources/catalogues/matching.toml."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.words import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Weights:
    """What is added to the likeness of names, bounds, and the calibration: ``raw`` rises, ``score`` is its share."""

    added: Mapping[str, float]
    bounds: Mapping[str, float]
    raw: tuple[float, ...]
    score: tuple[float, ...]

    def share(self, raw: float) -> float:
        """The share of right candidates at a weighed likeness, 0 to 1."""
        if raw >= self.raw[-1]:
            return self.score[-1]
        above = max(bisect_right(self.raw, raw), 1)
        left, right = self.raw[above - 1], self.raw[above]
        part = max(raw - left, 0.0) / (right - left)
        return round(self.score[above - 1] + part * (self.score[above] - self.score[above - 1]), 4)


@cache
def weights() -> Weights:
    """The shipped weights; read once."""
    found = tomllib.loads((CATALOGUES / "matching.toml").read_text(encoding="utf-8"))
    calibration = found["calibration"]
    return Weights(found["weights"], found["bounds"], tuple(calibration["raw"]), tuple(calibration["score"]))
