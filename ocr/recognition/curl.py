"""Curled paper: everything that was found on a page, set where it would lie on flat paper; and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.crops import level_box
from ocr.imaging.dewarp import bend_of, unbent
from ocr.pages import PageText, Rule, lift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Quad
    from ocr.pages import Bend


def laid_flat(page: PageText, quads: Sequence[Quad]) -> PageText:
    """The page with its words, looks and rules where they would lie on flat paper; the same page where it is flat.

    Args:
        page: what was read, its boxes those of ``quads``.
        quads: the text boxes as they were found.
    """
    size = page.upright_size
    bend = bend_of(quads, size)
    if not bend:
        return page
    flat = {level_box(quad): level_box(unbent(quad, bend, size)) for quad in quads}
    return replace(
        page,
        bend=bend,
        words=tuple(replace(word, box=flat[word.box]) for word in page.words),
        looks=tuple(replace(look, box=flat[look.box]) for look in page.looks),
        rules=tuple(_flat_rule(rule, bend, size) for rule in page.rules),
    )


def bent(quad: Quad, page: PageText) -> Quad:
    """A box of the flat page where it lies on the paper as it was."""
    if not page.bend:
        return quad
    lower = lift(page.bend, page.upright_size, quad[:, 0], quad[:, 1])
    return np.asarray(np.stack([quad[:, 0], quad[:, 1] + lower], axis=1), np.float64)


def _flat_rule(rule: Rule, bend: Bend, size: tuple[int, int]) -> Rule:
    ends = unbent(np.array([[rule.x0, rule.y0], [rule.x1, rule.y1]], np.float64), bend, size)
    (x0, y0), (x1, y1) = ends.round().astype(int).tolist()
    return Rule(x0, y0, x1, y1)
