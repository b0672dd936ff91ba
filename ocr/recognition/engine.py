"""One page from its file to words with places: straightened, cut into boxes, read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.columns import cut_at_rules, line_height, standing_free
from ocr.imaging.crops import crop, level_box
from ocr.imaging.decode import decode
from ocr.imaging.deskew import STILL, levelled, tilt
from ocr.imaging.quality import flaws_of, measure
from ocr.imaging.rules import find_rules, ink_of
from ocr.imaging.sheet import flattened
from ocr.imaging.turning import lies_sideways, turned
from ocr.imaging.view import View, moved_points
from ocr.pages import PageText, Word
from ocr.recognition.choice import load

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.imaging.view import Matrix, Quad
    from ocr.pages import Rule
    from ocr.recognition.decoding import Seen
    from ocr.recognition.networks import Networks

_PROBES = 6
"""Boxes read before a page is called upright."""

_CLEAR = 0.9
"""Mean confidence that text read upside down does not reach; below it both ways are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class _Straight:
    view: View
    quads: tuple[Quad, ...]
    rotation: int

    @property
    def skew(self) -> float:
        """Tilt that was removed beside the quarter turns, degrees."""
        return round((self.view.lean + self.rotation + 180) % 360 - 180, 2) + 0.0


class PageReader:
    """Reads pages, one at a time, in the process it lives in; loading it takes seconds and proves the weights."""

    def __init__(self, networks: Networks | None = None) -> None:
        """Load the networks, unless given."""
        self._networks = networks or load()

    def read(self, path: Path, file: str) -> PageText:
        """The words of a page image.

        Args:
            path: the page file; raw pixels, EXIF orientation not applied.
            file: the name the result carries.

        Raises:
            PageRefusedError: the file is no readable image.
        """
        began = perf_counter()
        filed = View.of(decode(path))
        page = self._straighten(flattened(filed))
        quads, rules = _cells(page)
        seen = self._networks.recognise([crop(page.view.pixels, quad) for quad in quads])
        width, height = filed.size
        text = PageText(
            file=file,
            width=width,
            height=height,
            rotation=page.rotation,
            skew=page.skew,
            to_filed=page.view.affine,
            vanishing=page.view.vanishing,
            upright_size=page.view.size,
            words=_words(quads, seen),
            rules=rules,
        )
        flaws = flaws_of(measure(page.view.pixels, text))
        return replace(text, flaws=flaws, seconds=round(perf_counter() - began, 3))

    def _straighten(self, flat: View) -> _Straight:
        rotation, view, quads = self._upright(flat)
        skew = tilt(quads)
        if abs(skew) < STILL:
            return _Straight(view, quads, rotation)
        level = levelled(view, skew)
        moved = _between(view, level)
        return _Straight(level, tuple(moved_points(quad, moved) for quad in quads), rotation)

    def _upright(self, flat: View) -> tuple[int, View, tuple[Quad, ...]]:
        """Turn as the classifier says, then let the text itself correct it."""
        rotation = self._networks.turn(flat.pixels)
        view = turned(flat, rotation)
        quads = self._networks.find(view.pixels)
        if lies_sideways(quads):
            rotation, view = (rotation + 90) % 360, turned(view, 90)
            quads = self._networks.find(view.pixels)
        if self._upside_down(view, quads):
            rotation, view = (rotation + 180) % 360, turned(view, 180)
            quads = self._networks.find(view.pixels)
        return rotation, view, quads

    def _upside_down(self, view: View, quads: tuple[Quad, ...]) -> bool:
        """Whether the longest boxes read better the other way up."""
        longest = sorted(quads, key=lambda quad: -level_box(quad)[2])[:_PROBES]
        crops = [crop(view.pixels, quad) for quad in longest]
        upright = _certainty(self._networks.recognise(crops))
        if not crops or upright > _CLEAR:
            return False
        return _certainty(self._networks.recognise([cut[::-1, ::-1].copy() for cut in crops])) > upright


def _cells(page: _Straight) -> tuple[tuple[Quad, ...], tuple[Rule, ...]]:
    """The text boxes, none across a printed rule, and the rules."""
    height = line_height(page.quads)
    ink = ink_of(page.view.pixels, height)
    rules = standing_free(find_rules(ink, height), page.quads)
    return cut_at_rules(page.quads, rules, ink), rules


def _certainty(seen: tuple[Seen, ...]) -> float:
    return sum(line.confidence for line in seen) / max(1, len(seen))


def _between(before: View, after: View) -> Matrix:
    return np.linalg.inv(after.to_filed) @ before.to_filed


def _words(quads: tuple[Quad, ...], seen: tuple[Seen, ...]) -> tuple[Word, ...]:
    return tuple(
        Word(line.text, round(line.confidence, 4), level_box(quad), round(line.spread, 4), line.rivals)
        for quad, line in zip(quads, seen, strict=True)
        if line.text.strip()
    )
