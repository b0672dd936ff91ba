"""What cameras, poor scanners and packing do to a line; none of it changes the line's size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tools.soft_print.chances import happens, one_of

if TYPE_CHECKING:
    from random import Random

    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels
    from tools.soft_print.setting import Ink

    Floats = NDArray[np.float64]

INKS = {
    "plain": ((0, 110),),
    "brown": ((40, 110), (70, 130), (140, 200)),
    "red": ((30, 110), (30, 110), (150, 215)),
    "blue": ((120, 200), (60, 120), (30, 100)),
}
"""Levels of inks, from and to, by channel (BGR); one range is a grey."""

_BLURRED = 0.12
"""The most that print is blurred, in em: beyond, nobody reads it."""

_SEAL = np.array([0.6, 0.6, 0.1])
"""Share of blue, green and red light that a red seal takes away."""


@dataclass(frozen=True, slots=True)
class Worn:
    """How a line is worn: pixels of its em, whether it is soft print, and where chance comes from."""

    em: float
    faint: bool
    rng: Random
    grain: np.random.Generator


def softened(ink: Ink, worn: Worn) -> Ink:
    """Ink out of focus, sometimes shaken."""
    rng = worn.rng
    if not worn.faint:
        wide = rng.uniform(0, 1.3) * worn.em / 20
    else:
        wide = rng.uniform(0.2, 0.8) if happens(rng, "slightly") else rng.uniform(0.6, 1.5)
    wide = min(wide, _BLURRED * worn.em)
    if happens(rng, "blurred") and wide > 0.1:  # noqa: PLR2004 - less is not seen
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), wide), np.float32)
    if happens(rng, "shaken"):
        path = _path(rng.uniform(1, 2.5) * worn.em / 12, rng.uniform(0, math.pi))
        ink = np.asarray(cv2.filter2D(ink, -1, path), np.float32)
    return ink


def coloured(ink: Ink, value: float, worn: Worn) -> Floats:
    """Levels of ink on paper (BGR); from the column ``value`` on, if not 0, sometimes in another ink."""
    rng = worn.rng
    paper = np.full(3, rng.uniform(185, 255)) + worn.grain.uniform(-1, 1, 3) * rng.choice((0, 2, 4, 12))
    ranges = INKS[one_of(rng, *INKS)]
    levels = np.array([rng.uniform(*each) for each in ranges])
    strength = rng.uniform(0.2, 0.5) if happens(rng, "pale") else rng.uniform(0.4, 1)
    colour = np.broadcast_to(levels, (1, 1, 3))
    if value and happens(rng, "two_inks"):
        behind = np.clip(np.arange(ink.shape[1]) - value, 0, 1)[None, :, None]
        colour = colour * (1 - behind) + rng.uniform(0, 100) * behind
    return np.asarray(paper + (colour - paper) * ink[..., None] * strength)


def shaded(levels: Floats, worn: Worn) -> Pixels:
    """The line under uneven light, behind a shadow or a seal, with grain, packed as JPEG."""
    rng = worn.rng
    height, width = levels.shape[:2]
    seen = levels
    if happens(rng, "shadow"):
        away = (np.arange(width) - rng.uniform(0, width)) / rng.uniform(5, 60)
        seen = seen * (1 - rng.uniform(0.1, 0.5) * np.exp(-(away**2)))[None, :, None]
    if happens(rng, "seal"):
        seen = seen * (1 - _ring(height, width, worn)[..., None] * _SEAL * rng.uniform(0.4, 1))
    if happens(rng, "dark"):
        seen = seen * rng.uniform(0.6, 1)
    light = _uneven(height, width, worn) * rng.uniform(0, 10)
    grain = worn.grain.normal(size=(height, width, 1 if happens(rng, "grey_grain") else 3)) * rng.choice((0, 0, 1.5, 3))
    picture = np.clip(seen + light[..., None] + grain, 0, 255).astype(np.uint8)
    return squeezed(picture, rng.randint(45, 95)) if happens(rng, "squeezed") else picture


def squeezed(picture: Pixels, quality: int) -> Pixels:
    """The picture packed as JPEG of a quality and unpacked again."""
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)


def _path(far: float, angle: float) -> Ink:
    """The way of a shaken camera, as a filter of seven pixels: ``far`` pixels to each side."""
    way = np.zeros((7, 7), np.float32)
    for at in np.linspace(-far, far, 15):
        row, column = (min(6, max(0, round(3 + at * turn))) for turn in (math.sin(angle), math.cos(angle)))
        way[row, column] = 1
    return np.asarray(way / way.sum(), np.float32)


def _ring(height: int, width: int, worn: Worn) -> Floats:
    """Where the ring of a seal runs over the line, 0 to 1."""
    ring = np.zeros((height, width), np.uint8)
    radius = worn.rng.randint(height, 5 * height)
    centre = (worn.rng.randint(-radius, width + radius), worn.rng.randint(-radius, height + radius))
    thick = max(1, int(worn.em * worn.rng.uniform(0.05, 0.2)))
    cv2.circle(ring, centre, radius, (255,), thick, cv2.LINE_AA)
    return ring / 255


def _uneven(height: int, width: int, worn: Worn) -> Floats:
    """Light that changes slowly over the line, around 0."""
    coarse = worn.grain.normal(size=(max(2, height // 24 + 2), max(2, width // 24 + 2)))
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))
