"""Coloured seals: where they stand, and the black print under them without their ink.

Ink is measured as density (how much light it takes, per channel). Black takes the same of all channels, a seal does
not; so what a pixel's channels share beyond the seal's own share is print. Red, blue and purple need no case of their
own. A seal that was scanned in grey cannot be told from print this way and stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.imaging.view import reduced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels
    from ocr.pages import Box

_SIGHT = 560
"""Pixels of the long side at which seals are looked for."""

_COLOURED = 32
"""Levels between a pixel's strongest and weakest channel from which it is coloured ink."""

_LINE = 0.24
"""Share of the long side from which a straight coloured run is a rule of the form, not a seal."""

_NEAR = 0.008
"""Share of the long side that parts of one seal may be apart."""

_SIDES = (0.05, 0.36)
"""Shortest and longest side of a seal as shares of the page's long side."""

_SLENDER = 2.6
"""Length to height up to which a coloured patch is a seal; lines of coloured print are longer."""

_INKED = (0.07, 0.75)
"""Share of a seal's box that is inked; less is scattered print, more a picture or a logo."""

_TINTED = 0.25
"""Density between channels from which a pixel shows the seal's own colour."""

_CLOSED = 0.85
"""Share of its rows, and of its columns, that show ink: a seal has a frame all around, lines of print have gaps."""

_CORNER, _BLANK, _ROUND = 0.14, 0.06, 3
"""Corners of a patch as a share of its shorter side, their share of ink when blank, how many a round seal has blank."""

_FRAME, _DRAWN = 0.06, 0.6
"""The rim of a patch as a share of its shorter side, and how much of each side a frame covers."""

_RIM = 3
"""Pixels around a patch, as looked for, where a table's rules would run on."""

_FRAMED = 0.2
"""Share of that rim lying on rules from which the patch is a cell of a table."""

_BLACK = 0.6
"""Density from which what is left without the seal's ink is print: nearly half the light."""

_PRINT = 0.002
"""Share of a seal's box covered by black print from which it stands on print; a line of small figures has 0.004."""

_DENSITY = np.minimum(-np.log((np.arange(256, dtype=np.float32) + 1) / 256), 2.3).astype(np.float32)
"""How much light is taken at each level; print is no darker than level 25 in a scan worth the name."""


def stamps(pixels: Pixels) -> tuple[Box, ...]:
    """The places of coloured seals, from top to bottom, in the coordinates of ``pixels``."""
    short, long = sorted(pixels.shape[:2])
    step = max(1, min(short, round(long / _SIGHT)))
    small = reduced(pixels, step)
    coloured = _coloured(small)
    seals = _outermost(_seals(coloured))
    hidden = [box for box in _outermost(_seals(coloured & _red(small))) if not any(_meet(box, seal) for seal in seals)]
    found = sorted((*seals, *hidden), key=lambda box: box[1])
    return tuple(_grown(box, step, pixels.shape) for box in found)


def over_print(pixels: Pixels, places: Sequence[Box]) -> tuple[Box, ...]:
    """The seals that stand on black print; the others hide nothing, and print of their own colour is better left."""
    return tuple(box for box in places if _hides_print(pixels, box))


def unstamped(pixels: Pixels) -> Pixels:
    """A piece of a page with coloured ink taken out, black print and the colour of the paper kept."""
    printed, paper = _printed(pixels)
    return np.asarray(np.exp(-(printed[:, :, None] + paper)) * 255, np.uint8)


def without_stamps(pixels: Pixels, places: Sequence[Box]) -> Pixels:
    """A copy of the page with every given place :func:`unstamped`; the same page where there is none."""
    if not places:
        return pixels
    clean = pixels.copy()
    for x, y, width, height in places:
        piece = clean[y : y + height, x : x + width]
        if piece.size:
            piece[:] = unstamped(piece)
    return clean


def _printed(pixels: Pixels) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The density of black print at each pixel, and that of the paper in each channel."""
    density = _DENSITY[pixels]
    paper = np.percentile(density[::2, ::2].reshape(-1, 3), 25, axis=0).astype(np.float32)
    blue, green, red = cv2.split(np.maximum(density - paper, 0))
    least = np.asarray(cv2.min(cv2.min(blue, green), red), np.float32)
    colour = np.asarray(cv2.max(cv2.max(blue, green), red), np.float32) - least
    return np.maximum(least - _shared(least, colour) * colour, 0), paper


def _hides_print(pixels: Pixels, place: Box) -> bool:
    x, y, width, height = place
    printed, _ = _printed(pixels[y : y + height, x : x + width])
    return float((printed > _BLACK).mean()) > _PRINT


def _coloured(pixels: Pixels) -> NDArray[np.uint8]:
    """1 where ink is coloured."""
    blue, green, red = cv2.split(pixels)
    spread = cv2.subtract(cv2.max(cv2.max(blue, green), red), cv2.min(cv2.min(blue, green), red))
    return (np.asarray(spread) > _COLOURED).astype(np.uint8)


def _red(pixels: Pixels) -> NDArray[np.uint8]:
    """1 where colour is that of a red seal, not the brown or orange of a form around it."""
    blue, green, red = cv2.split(pixels.astype(np.int16))
    return ((green - blue) * 4 < red - blue).astype(np.uint8)


def _seals(coloured: NDArray[np.uint8]) -> list[Box]:
    """The patches of coloured ink that are seals."""
    rules = _rules(coloured)
    inked = np.asarray(cv2.subtract(coloured, rules), np.uint8)
    reach = max(3, round(_NEAR * max(inked.shape)) | 1)
    patches = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(patches, connectivity=8)
    boxes = [(int(x), int(y), int(w), int(h)) for x, y, w, h, _ in found[1:]]
    return [box for box in boxes if _is_seal(inked, box) and not _is_cell(rules, box)]


def _rules(coloured: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The long straight runs of a printed form, 1 where they are."""
    run = round(_LINE * max(coloured.shape))
    thick = cv2.dilate(coloured, np.ones((3, 3), np.uint8))
    level = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    upright = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((run, 1), np.uint8))
    return np.asarray(cv2.max(level, upright), np.uint8)


def _is_seal(inked: NDArray[np.uint8], box: Box) -> bool:
    x, y, width, height = box
    page, (short, long) = max(inked.shape), sorted((width, height))
    if not (_SIDES[0] * page < short and long < _SIDES[1] * page and long < _SLENDER * short):
        return False
    patch = inked[y : y + height, x : x + width] > 0
    closed = min(float(patch.any(axis=0).mean()), float(patch.any(axis=1).mean())) > _CLOSED
    return closed and _INKED[0] < float(patch.mean()) < _INKED[1] and _has_outline(patch)


def _has_outline(patch: NDArray[np.bool_]) -> bool:
    """Whether a patch leaves its corners blank, as round seals do, or has a frame on all sides."""
    corner = max(2, round(_CORNER * min(patch.shape)))
    corners = (patch[rows, columns] for rows in _both(corner) for columns in _both(corner))
    if sum(float(piece.mean()) < _BLANK for piece in corners) >= _ROUND:
        return True
    rim = max(2, round(_FRAME * min(patch.shape)))
    sides = (
        *(patch[rows].any(axis=0) for rows in _both(rim)),
        *(patch[:, columns].any(axis=1) for columns in _both(rim)),
    )
    return min(float(side.mean()) for side in sides) > _DRAWN


def _both(rim: int) -> tuple[slice, slice]:
    """The first and the last ``rim`` rows or columns."""
    return slice(None, rim), slice(-rim, None)


def _is_cell(rules: NDArray[np.uint8], box: Box) -> bool:
    """Whether rules of the form run along a patch's sides: a cell of a coloured table, not a seal across a rule."""
    x, y, width, height = box
    inner = rules[y : y + height, x : x + width]
    outer = rules[max(0, y - _RIM) : y + height + _RIM, max(0, x - _RIM) : x + width + _RIM]
    return float(outer.sum() - inner.sum()) > _FRAMED * (outer.size - inner.size)


def _outermost(boxes: Sequence[Box]) -> list[Box]:
    """The boxes that lie in no other."""
    return [box for box in boxes if not any(_within(box, other) for other in boxes)]


def _within(box: Box, other: Box) -> bool:
    (x, y, width, height), (left, top, wide, high) = box, other
    inside = left <= x and top <= y and x + width <= left + wide and y + height <= top + high
    return inside and box != other


def _meet(box: Box, other: Box) -> bool:
    (x, y, width, height), (left, top, wide, high) = box, other
    return x < left + wide and left < x + width and y < top + high and top < y + height


def _grown(box: Box, step: int, shape: tuple[int, ...]) -> Box:
    """A box of the reduced picture in full pixels, with a rim, so that no arc of the seal stays outside."""
    x, y, width, height = box
    left, top = max(0, (x - 1) * step), max(0, (y - 1) * step)
    return left, top, min(shape[1], (x + width + 1) * step) - left, min(shape[0], (y + height + 1) * step) - top


def _shared(least: NDArray[np.float32], colour: NDArray[np.float32]) -> float:
    """How much of all light the seal's ink takes for what it takes of its own colour; its darkest places count."""
    ink = colour > _TINTED
    return float(np.percentile(least[ink] / colour[ink], 60)) if ink.any() else 0.0
