"""Texts of an electronic original retyped in their own face, size and colour: the change no picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.forge.paper import Mark, Paper


CLEAN, ANEW = "clean", "printed anew"
"""Typed into the electronic original in its own face; and the whole paper printed anew from changed figures."""

CLEANED = frozenset({CLEAN, ANEW})
"""Changes that were made before the paper was drawn."""


def retyped(paper: Paper, mark: Mark, new: str) -> Mark:
    """Replace the text that was printed at a mark by another; gives back where that stands now, in pixels."""
    at = next(n for n, text in enumerate(paper.written) if paper.box(text) == mark)
    old = paper.written[at]
    left, top, width, height = mark
    paper.draw.rectangle((left - 1, top, left + width + 1, top + height), fill="white")
    x = {"left": old.left, "right": old.right, "centre": (old.left + old.right) / 2}[old.ink.align]
    written = paper.text((x, old.middle), new, old.ink)
    paper.written[at] = paper.written.pop()
    return paper.box(written)
