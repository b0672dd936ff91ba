"""Digits that were put into a figure: of another size, on another line, in other ink than the rest of it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from ocr.pages import Anomaly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.forensics.cutting import Ends, Floats
    from ocr.forensics.prints import Print
    from ocr.pages import PageText

CODE = "odd-digits"

_FLOORS = np.array([0.02, 0.015, 0.03, 0.03, 0.04, 2.0, 2.0], np.float32)
"""What each measure differs by on any page: shares of the height, of the ink; levels of colour."""

_GEOMETRY, _INK = slice(0, 2), slice(2, 7)

_SUSPECT = 2.8
"""Usual differences beyond which a digit is looked at more closely."""

_APART = 2.8
"""How many usual differences the odd digits lie beyond the spread of all the others, in size or line and in ink."""

_PROVEN = 18.0
"""The same for both together, from which a figure is told of."""

_FEWEST = 4
"""Digits a figure has that is looked at: of fewer, the rest are too few to say what they differ by."""

_TALLER, _LOWER = 1.12, 0.09
"""How much taller than digits a sign of currency is, and how far it reaches below them, as shares of their height."""

_KNOWN = 4
"""Times a digit stands on the page from which its own shape is known."""


def odd_digits(page: PageText, prints: Sequence[Print]) -> Iterator[Anomaly]:
    """Figures some of whose digits differ from the rest in size or line and in ink as well.

    Each digit is first held against the same digit elsewhere on the page, since a 1 is no 8; the usual difference is
    that of the page, so that a bad scan speaks for itself.
    """
    if not prints:
        return
    differences = _against_own_kind([_within(seen) for seen in prints], prints)
    usual = np.maximum(1.4826 * np.median(np.abs(np.concatenate(differences, axis=1)), axis=1), _FLOORS)[:, None]
    for seen, difference in zip(prints, differences, strict=True):
        if difference.shape[1] < _FEWEST:
            continue
        if float(np.abs(difference[_GEOMETRY] / usual[_GEOMETRY]).max()) > _SUSPECT:
            yield from _told(page, seen, difference / usual)


def _within(seen: Print) -> Floats:
    """How far each digit lies from the middle one of its figure."""
    height, foot, *others = seen.measures[:, seen.digits]
    size = float(np.median(height))
    depth, stroke, edge, blue, red = others
    shares = [np.log(np.maximum(row, 1e-3) / max(float(np.median(row)), 1e-3)) for row in (height, depth, stroke, edge)]
    tints = [row - np.median(row) for row in (blue, red)]
    return np.stack([shares[0], (foot - np.median(foot)) / size, *shares[1:], *tints]).astype(np.float32)


def _against_own_kind(differences: Sequence[Floats], prints: Sequence[Print]) -> list[Floats]:
    """The same less what is usual for each digit on this page."""
    signs = np.array([sign for seen in prints for sign in seen.signs if sign.isdigit()])
    every = np.concatenate(differences, axis=1)
    for digit in "0123456789":
        own = signs == digit
        if own.sum() >= _KNOWN:
            every[:, own] -= np.median(every[:, own], axis=1, keepdims=True)
    ends = np.cumsum([difference.shape[1] for difference in differences])[:-1]
    return [part - np.median(part, axis=1, keepdims=True) for part in np.split(every, ends, axis=1)]


def _told(page: PageText, seen: Print, differences: Floats) -> Iterator[Anomaly]:
    """The digits that lie furthest apart, where they lie far enough."""
    count = differences.shape[1]
    runs = [(first, end) for first, end in combinations(range(count + 1), 2) if 2 * (end - first) <= count]
    apart = [_apart(differences, first, end) for first, end in runs]
    best = int(np.argmax([float(gap.sum()) for gap in apart]))
    gap, (first, end) = apart[best], runs[best]
    size, ink = float(gap[_GEOMETRY].sum()), float(gap[_INK].sum())
    places = np.flatnonzero(seen.digits)[first:end]
    if size < _APART or ink < _APART or size + ink < _PROVEN or _is_currency(seen, places):
        return
    odd = "".join(seen.signs[place] for place in places)
    yield Anomaly(
        CODE,
        f"“{seen.signs}”中的“{odd}”与同一数字的其余各位印得不同：{_said(seen, places)}。",
        page.filed_box(seen.box),
        round(1 - 1 / (1 + (size + ink) / _PROVEN), 3),
    )


def _apart(differences: Floats, first: int, end: int) -> Floats:
    """How far some digits lie beyond the spread of the others, in each measure."""
    rest = np.delete(differences, np.s_[first:end], axis=1)
    middle = np.median(rest, axis=1)
    spread = np.abs(rest - middle[:, None]).max(axis=1)
    return np.asarray(np.maximum(np.abs(differences[:, first:end].mean(axis=1) - middle) - spread, 0), np.float32)


def _is_currency(seen: Print, odd: Ends) -> bool:
    """Whether the odd ones may be a sign of currency taken for a digit: taller than digits, and below the line."""
    height, foot = seen.measures[0], seen.measures[1]
    usual, line = float(np.median(height[seen.digits])), float(np.median(foot[seen.digits]))
    taller, lower = float(np.median(height[odd])), float(np.median(foot[odd]))
    return taller > _TALLER * usual and lower - line > _LOWER * usual


def _said(seen: Print, odd: Ends) -> str:
    """Height, foot and ink of the odd digits beside those of the others, in words."""
    rest = np.setdiff1d(np.flatnonzero(seen.digits), odd)
    (high, usual), (low, foot), (dark, ink) = (
        (float(np.median(row[odd])), float(np.median(row[rest]))) for row in seen.measures[:3]
    )
    return f"字高{high:.1f}像素（其余{usual:.1f}），底边相差{low - foot:+.1f}像素，墨色{dark:.0f}级（其余{ink:.0f}级）"
