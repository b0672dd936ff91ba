"""Harder damage: curled paper, bleed-through, crumples, fax, cut edges, glare, streaks, a screen, other resolutions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from random import Random

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]
Move: TypeAlias = Callable[[Points], Points]
"""Where points of the page stand after a step."""


def by_matrix(matrix: NDArray[np.float64]) -> Move:
    """Points moved by a matrix of 2 x 3 or 3 x 3."""
    whole = np.vstack([matrix, [0, 0, 1]]) if matrix.shape == (2, 3) else matrix

    def move(points: Points) -> Points:
        flat = np.column_stack([points, np.ones(len(points))]) @ whole.T
        return np.asarray(flat[:, :2] / flat[:, 2:], np.float64)

    return move


def curled(page: Pixels, strength: float, rng: Random) -> tuple[Pixels, Move]:
    """Paper that does not lie flat: lines bend, the hollow is darker."""
    height, width = page.shape[:2]
    depth, phase = strength * height * 0.02, rng.uniform(0, np.pi)
    bend = (depth * np.sin(np.arange(width) / width * np.pi * rng.uniform(0.8, 1.6) + phase)).astype(np.float32)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bent = cv2.remap(page, x, y - bend[None, :], cv2.INTER_LINEAR, borderValue=(235, 235, 235))
    shade = 1 - 0.18 * strength * np.abs(np.gradient(bend)) / max(1e-6, float(np.abs(np.gradient(bend)).max()))

    def move(points: Points) -> Points:
        column = np.clip(points[:, 0], 0, width - 1).astype(int)
        return np.column_stack([points[:, 0], points[:, 1] + bend[column]])

    return np.clip(bent * shade[None, :, None], 0, 255).astype(np.uint8), move


def bled(page: Pixels, strength: float, _rng: Random) -> Pixels:
    """The print of the back shows through, mirrored and soft."""
    back = cv2.GaussianBlur(page[::-1, ::-1][:, ::-1], (0, 0), 2.0)
    return np.minimum(page, (255 - (255 - back) * strength * 0.5).astype(np.uint8))


def crumpled(page: Pixels, strength: float, rng: Random) -> Pixels:
    """Soft light and dark patches of paper that was once a ball."""
    small = np.random.default_rng(rng.randrange(2**32)).normal(0, 1, (9, 7)).astype(np.float32)
    patches = cv2.resize(small, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.clip(page * (1 + 0.12 * strength * patches[..., None] - 0.08 * strength), 0, 255).astype(np.uint8)


def streaked(page: Pixels, strength: float, rng: Random) -> Pixels:
    """Thin lines down the page from dust on the scanner's glass."""
    page = page.copy()
    for _ in range(round(1 + 3 * strength)):
        x = rng.randrange(page.shape[1])
        page[:, x : x + rng.choice((1, 1, 2))] = rng.randint(90, 200)
    return page


def glared(page: Pixels, strength: float, rng: Random) -> Pixels:
    """A lamp mirrored in glossy paper."""
    height, width = page.shape[:2]
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    middle, size = (rng.uniform(0.15, 0.85), rng.uniform(0.15, 0.85)), rng.uniform(0.08, 0.16)
    spot = strength * np.exp(-(((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / size**2))
    return np.asarray(page + (255 - page) * spot[..., None] * 0.8, np.uint8)


def cut(page: Pixels, share: float, rng: Random) -> tuple[Pixels, Move]:
    """A page that lay partly off the glass."""
    height, width = page.shape[:2]
    left, top, right, bottom = rng.choice(((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)))
    x0, y0 = round(width * share * left), round(height * share * top)
    x1, y1 = round(width * (1 - share * right)), round(height * (1 - share * bottom))
    return np.ascontiguousarray(page[y0:y1, x0:x1]), by_matrix(np.array([[1.0, 0, -x0], [0, 1, -y0]]))


def resized(page: Pixels, scale: float, _rng: Random) -> tuple[Pixels, Move]:
    """The same page at another resolution."""
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = (round(page.shape[1] * scale), round(page.shape[0] * scale))
    return np.asarray(cv2.resize(page, size, interpolation=how), np.uint8), by_matrix(np.diag([scale, scale, 1.0])[:2])


def faxed(page: Pixels, strength: float, rng: Random) -> Pixels:
    """One bit a pixel, with the specks of a bad line."""
    gray = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    level = cv2.GaussianBlur(gray, (0, 0), 25).astype(np.int16) - 28
    bits = np.where(gray > level, 255, 0).astype(np.uint8)
    specks = np.random.default_rng(rng.randrange(2**32)).random(bits.shape) < 0.0015 * strength
    bits[specks] = 255 - bits[specks]
    return np.asarray(cv2.cvtColor(bits, cv2.COLOR_GRAY2BGR), np.uint8)


def on_screen(page: Pixels, strength: float, rng: Random) -> Pixels:
    """A photograph of a screen: the grid of its dots beats with that of the camera, the light is blue."""
    height, width = page.shape[:2]
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    slope, pitch = rng.uniform(-0.3, 0.3), rng.uniform(5, 11)
    beat = (
        1
        + 0.07 * strength * np.sin(2 * np.pi * (x + slope * y) / pitch)
        + 0.05 * strength * np.sin(2 * np.pi * y / (pitch * 0.7))
    )
    return np.asarray(np.clip(page * beat[..., None] * np.array([1.0, 0.93, 0.88]), 0, 255), np.uint8)
