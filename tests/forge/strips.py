"""Printed texts character by character: where each stands on the picture of a page, after its damage."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.forge.pages import moved

if TYPE_CHECKING:
    from tests.forge.damage import Move, Pixels
    from tests.forge.paper import Mark, Paper
    from tests.forge.sheet import Ink, Written

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels of the picture."""


@dataclass(frozen=True)
class Strip:
    """A printed text: its characters, the place of each, the ink it was printed with."""

    text: str
    boxes: tuple[Box, ...]
    ink: Ink

    @property
    def box(self) -> Box:
        """The place of the whole text."""
        return around(self.boxes)

    @property
    def pitch(self) -> int:
        """How far one figure stands from the next."""
        widths = [box[2] for sign, box in zip(self.text, self.boxes, strict=True) if sign.isdigit()]
        return round(sum(widths) / len(widths)) if widths else self.boxes[0][2]


def around(boxes: tuple[Box, ...]) -> Box:
    """The box around boxes."""
    left, top = min(x for x, *_ in boxes), min(y for _, y, *_ in boxes)
    right, bottom = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
    return left, top, right - left, bottom - top


def cut(picture: Pixels, box: Box) -> Pixels:
    """The pixels of a box; a view, not a copy."""
    x, y, width, height = box
    return picture[max(0, y) : max(0, y + height), max(0, x) : max(0, x + width)]


def strip_of(paper: Paper, mark: Mark, moves: list[Move]) -> Strip:
    """The text that was printed at a mark of the paper's truth."""
    written = next(text for text in paper.written if paper.box(text) == mark)
    return _strip(paper, written, moves)


def strips_like(paper: Paper, strip: Strip, moves: list[Move]) -> list[Strip]:
    """Other texts printed with the same face, of nearly the same size."""
    alike = (text for text in paper.written if text.ink.cut == strip.ink.cut and text.ink.colour == strip.ink.colour)
    near = (text for text in alike if abs(text.ink.size - strip.ink.size) < 0.6)
    return [_strip(paper, text, moves) for text in near if text.text != strip.text]


def _strip(paper: Paper, written: Written, moves: list[Move]) -> Strip:
    _, top, _, height = paper.box(written)
    ends = [paper.px(written.left + paper.width(written.text[:n], written.ink)) for n in range(len(written.text) + 1)]
    boxes = (moved([(left, top, right - left, height)], moves) for left, right in pairwise(ends))
    return Strip(written.text, tuple((x, y, w, h) for x, y, w, h in boxes), written.ink)
