"""Text boxes that the detector drew across a printed rule, cut at the rule: two cells are two words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.crops import level_box, quad_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ocr.imaging.rules import Ink
    from ocr.imaging.view import Quad
    from ocr.pages import Rule

_LONG = 2.5
"""A rule that divides cells is longer than this many heights of the box it divides."""

_EDGE = 0.3
"""Share of the height at either end of a box where a rule is its frame, not a division."""

_SOLID = 0.7
"""Share of a column's rows that is print where the rule itself runs."""

_CROSSED = 0.5
"""Share of print beside the rule from which a character crosses it."""

_BLANK = 0.1
"""Share of print in the emptiest column beside the rule that still counts as a gap."""


def line_height(quads: Sequence[Quad]) -> float:
    """The usual height of a text box on the page; 20 pixels when there is none."""
    return float(np.median([quad_size(quad)[1] for quad in quads])) if quads else 20.0


def standing_free(rules: Iterable[Rule], quads: Sequence[Quad]) -> tuple[Rule, ...]:
    """The rules without those that are strokes of large characters: wholly inside one text box."""
    boxes = np.array([level_box(quad) for quad in quads], np.float64).reshape(-1, 4)
    return tuple(rule for rule in rules if not _inside(rule, boxes))


def cut_at_rules(quads: Sequence[Quad], rules: Sequence[Rule], ink: Ink) -> tuple[Quad, ...]:
    """The text boxes of a level page, each cut where an upright rule runs through a gap in its print."""
    upright = [rule for rule in rules if not rule.horizontal]
    return tuple(part for quad in quads for part in _parts(quad, _divisions(quad, upright, ink)))


def _inside(rule: Rule, boxes: np.ndarray) -> bool:
    slack = boxes[:, 3] * _EDGE
    left, right = min(rule.x0, rule.x1), max(rule.x0, rule.x1)
    top, bottom = min(rule.y0, rule.y1), max(rule.y0, rule.y1)
    across = (left >= boxes[:, 0] - slack) & (right <= boxes[:, 0] + boxes[:, 2] + slack)
    down = (top >= boxes[:, 1] - slack) & (bottom <= boxes[:, 1] + boxes[:, 3] + slack)
    return bool((across & down).any())


def _divisions(quad: Quad, upright: Sequence[Rule], ink: Ink) -> list[float]:
    """Where along the box, 0 to 1, it is to be cut."""
    x, y, width, height = level_box(quad)
    found = []
    for rule in upright:
        at = _across(rule, y + height / 2)
        inside = x + _EDGE * height < at < x + width - _EDGE * height
        if inside and _passes(rule, y, height) and _in_gap(ink, round(at), y, height):
            found.append((at - x) / width)
    return sorted(found)


def _across(rule: Rule, y: float) -> float:
    """Where an upright rule stands at a height."""
    return rule.x0 + (rule.x1 - rule.x0) * (y - rule.y0) / (rule.y1 - rule.y0)


def _passes(rule: Rule, y: int, height: int) -> bool:
    return rule.y1 - rule.y0 > _LONG * height and rule.y0 <= y + _EDGE * height and rule.y1 >= y + (1 - _EDGE) * height


def _in_gap(ink: Ink, at: int, y: int, height: int) -> bool:
    """Whether the columns beside the rule are free of print, so that no character is cut."""
    reach = max(4, round(height * 0.25))
    band = ink[max(0, y + height // 6) : max(0, y + height - height // 6), max(0, at - reach) : at + reach + 1] > 0
    if not band.size:
        return False
    print_share = band.mean(axis=0)
    solid = np.flatnonzero(print_share >= _SOLID)
    if not solid.size:
        return False
    beside = np.r_[print_share[max(0, solid[0] - 3) : solid[0]], print_share[solid[-1] + 1 : solid[-1] + 4]]
    return bool(beside.size and beside.max() < _CROSSED and beside.min() < _BLANK)


def _parts(quad: Quad, divisions: Sequence[float]) -> list[Quad]:
    marks = [0.0, *divisions, 1.0]
    top, bottom = quad[1] - quad[0], quad[2] - quad[3]
    return [
        np.array([quad[0] + top * a, quad[0] + top * b, quad[3] + bottom * b, quad[3] + bottom * a])
        for a, b in pairwise(marks)
    ]
