"""Setting a page upright and level: the classifier guesses, the text itself decides."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.crops import crop, level_box
from ocr.imaging.deskew import STILL, levelled, tilt
from ocr.imaging.turning import lies_sideways, turned
from ocr.imaging.view import View, moved_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels, Quad
    from ocr.recognition.decoding import Seen
    from ocr.recognition.networks import Networks

_AREA = 1280 * 905
"""Text is looked for on a page drawn with this many pixels: on A4 the same boxes as at full size, in a third."""

_LARGEST = 2.0
"""How much a small page is enlarged for it at most: at 75 dpi a sixth more values are found."""

_PROBES = 6
"""Boxes read before a page is called upright."""

_CLEAR = 0.9
"""Mean confidence that text read upside down does not reach; below it both ways are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Upright:
    """A page set upright: its frame, the text boxes in it, and the quarter turns it took."""

    view: View
    quads: tuple[Quad, ...]
    rotation: int

    @property
    def skew(self) -> float:
        """Tilt that was removed beside the quarter turns, degrees."""
        return round((self.view.lean + self.rotation + 180) % 360 - 180, 2) + 0.0


def upright(networks: Networks, flat: View) -> Upright:
    """The page turned and levelled, with its text boxes."""
    rotation, view, quads = _turned(networks, flat)
    skew = tilt(quads)
    if abs(skew) < STILL:
        return Upright(view, quads, rotation)
    level = levelled(view, skew)
    moved = np.linalg.inv(level.to_source) @ view.to_source
    return Upright(level, tuple(moved_points(quad, moved) for quad in quads), rotation)


def cut_out(view: View, quads: Sequence[Quad]) -> list[Pixels]:
    """The text boxes of a frame, each cut straight from the page's own pixels."""
    return [crop(view.source, moved_points(quad, view.to_source)) for quad in quads]


def found(networks: Networks, view: View) -> tuple[Quad, ...]:
    """The text boxes of a frame, looked for at the scale that is enough."""
    width, height = view.size
    scale = min(_LARGEST, math.sqrt(_AREA / (width * height)))
    return tuple(quad / scale for quad in networks.find(view.drawn(scale)))


def _turned(networks: Networks, flat: View) -> tuple[int, View, tuple[Quad, ...]]:
    """Turn as the classifier says, then let the text itself correct it."""
    rotation = networks.turn(flat.drawn(_small(flat)))
    view = turned(flat, rotation)
    quads = found(networks, view)
    if lies_sideways(quads):
        rotation, view = (rotation + 90) % 360, turned(view, 90)
        quads = found(networks, view)
    if _upside_down(networks, view, quads):
        rotation, view = (rotation + 180) % 360, turned(view, 180)
        quads = found(networks, view)
    return rotation, view, quads


def _small(view: View) -> float:
    """The scale at which the classifier sees enough."""
    return min(1.0, 256 / max(1, min(view.size)))


def _upside_down(networks: Networks, view: View, quads: tuple[Quad, ...]) -> bool:
    """Whether the longest boxes read better the other way up."""
    crops = cut_out(view, sorted(quads, key=lambda quad: -level_box(quad)[2])[:_PROBES])
    certain = _certainty(networks.recognise(crops))
    if not crops or certain > _CLEAR:
        return False
    return _certainty(networks.recognise([cut[::-1, ::-1].copy() for cut in crops])) > certain


def _certainty(seen: Sequence[Seen]) -> float:
    return sum(line.confidence for line in seen) / max(1, len(seen))
