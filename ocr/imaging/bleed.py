"""Print of the other side that shines through: pale and soft beside the page's own print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.measures import measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import View
    from ocr.pages import Word

_DOUBT = 0.9
"""Confidence from which a word is taken for print of this side, however pale: mirrored print is never read so."""

_PALE = 0.3
"""Contrast of print that shines through, as a share of the page's usual contrast, at most."""

_SOFT = 1.6
"""Its softness, as a multiple of the page's usual softness, at least."""

_FEWEST = 3
"""Clear words by which a page's own print is known."""


def of_this_side(view: View, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without those that shine through the paper from its other side.

    Only words in doubt are measured, so that a clean page costs nothing.
    """
    doubted = [word for word in words if word.confidence < _DOUBT]
    clear = (
        [seen for word in words if word.confidence >= _DOUBT and (seen := measured(view, word.box))] if doubted else []
    )
    if len(clear) < _FEWEST:
        return tuple(words)
    _, contrast, _, softness = np.median(clear, axis=0)
    ghosts = {id(word) for word in doubted if _is_ghost(view, word, contrast * _PALE, softness * _SOFT)}
    return tuple(word for word in words if id(word) not in ghosts)


def _is_ghost(view: View, word: Word, palest: float, sharpest: float) -> bool:
    seen = measured(view, word.box)
    return seen is not None and seen.contrast < palest and seen.softness > sharpest
