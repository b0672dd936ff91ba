"""How likely a value is to be right: the recogniser's own measure, set right by what labelled pages taught.

The curves lie in ``resources/reading/calibration.json``, made by ``lingbao bench doubt --fit``; it names its sources.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ocr.extraction.value_kinds import kind_of
from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FILE = ROOT / "reading" / "calibration.json"
_WITNESSES = 2
"""Looks that must agree before their agreement counts for itself."""
Curve = tuple[tuple[float, float], ...]
"""Knots (raw measure, probability), rising in both."""


def probability(key: str, raw: float, agreeing: int = 0, looks: int = 0) -> float:
    """The probability, 0 to 1, that a value of the field or column ``key`` is right.

    ``raw`` is the recogniser's measure, 0 to 1; of ``looks`` second looks ``agreeing`` gave the same value. A dispute
    is worth no more than the votes of its side.
    """
    curves = _curves()
    if agreeing == looks < _WITNESSES:
        return at(curves[kind_of(key)], raw)
    if agreeing == looks:
        return max(at(curves[kind_of(key)], raw), at(curves[confirmed(kind_of(key))], raw))
    return min(at(curves[kind_of(key)], raw), (1 + agreeing) / (2 + looks))


def confirmed(kind: str) -> str:
    """The curve of values that several second looks gave and none denied: of figures, codes and days, or of texts."""
    return "confirmed text" if kind == "text" else "confirmed figure"


def limit(key: str) -> float:
    """The probability below which a value of ``key`` that nothing proves asks, picked from data."""
    limits: Mapping[str, float] = _kept()["limits"]
    return limits[kind_of(key)]


def at(curve: Curve, raw: float) -> float:
    """A curve's probability at a raw measure, straight between its knots and level beyond them."""
    if raw <= curve[0][0]:
        return curve[0][1]
    for (x0, y0), (x1, y1) in pairwise(curve[max(0, bisect_right([x for x, _ in curve], raw) - 2) :]):
        if raw <= x1:
            return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)
    return curve[-1][1]


@cache
def _kept() -> Mapping[str, Mapping[str, float]]:
    kept: Mapping[str, Mapping[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return kept


@cache
def _curves() -> Mapping[str, Curve]:
    kept: Mapping[str, Sequence[Sequence[float]]] = json.loads(FILE.read_text(encoding="utf-8"))["curves"]
    return {kind: tuple((x, y) for x, y in knots) for kind, knots in kept.items()}
