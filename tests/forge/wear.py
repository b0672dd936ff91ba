"""What scanners, desks and telephones do to a clean page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from random import Random

Pixels = NDArray[np.uint8]
TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass(frozen=True, kw_only=True)
class Wear:
    """One page's damage. Angles in degrees, strengths 0 to 1, ``turn`` clockwise in steps of 90."""

    skew: float = 0.0
    noise: float = 3.0
    blur: float = 0.0
    fold: float = 0.0
    shadow: float = 0.0
    fade: float = 0.0
    gray: bool = False
    phone: bool = False
    turn: int = 0
    quality: int = 72

    @property
    def words(self) -> list[str]:
        """The damage as the truth file names it."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return [f"{name} {value}" for name, value in values.items() if value and name not in {"noise", "quality"}]


def any_wear(rng: Random) -> Wear:
    """Damage drawn by chance: most pages are scanned straight, some lie on a desk."""
    return Wear(
        skew=round(rng.uniform(-2.2, 2.2), 1),
        noise=rng.uniform(1, 6),
        blur=rng.choice((0.0, 0.0, 0.5, 0.8)),
        fold=rng.choice((0.0, 0.0, 0.3, 0.5)),
        shadow=rng.choice((0.0, 0.0, 0.2, 0.35)),
        fade=rng.choice((0.0, 0.0, 0.0, 0.35)),
        gray=rng.random() < 0.35,
        phone=rng.random() < 0.2,
        turn=rng.choice((0, 0, 0, 0, 90, 180, 270)),
        quality=rng.randint(58, 85),
    )


def _tilt(page: Pixels, degrees: float) -> Pixels:
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return np.asarray(
        cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(248, 248, 248)), np.uint8
    )


def _light(page: Pixels, gain: NDArray[np.float64]) -> Pixels:
    return np.clip(page * gain[..., None], 0, 255).astype(np.uint8)


def _fold(page: Pixels, depth: float, rng: Random) -> Pixels:
    """A soft dark line across or down the page where it was folded."""
    height, width = page.shape[:2]
    upright = rng.random() < 0.5
    length = width if upright else height
    middle = length * rng.uniform(0.4, 0.6)
    band = 1 - depth * np.exp(-(((np.arange(length) - middle) / (length * 0.008)) ** 2))
    gain = np.tile(band, (height, 1)) if upright else np.tile(band[:, None], (1, width))
    return _light(page, gain)


def _shadow(page: Pixels, depth: float, rng: Random) -> Pixels:
    """Light that falls off towards one corner."""
    height, width = page.shape[:2]
    x = np.linspace(0, 1, width)[None, :]
    y = np.linspace(0, 1, height)[:, None]
    slope = (x if rng.random() < 0.5 else 1 - x) * 0.6 + (y if rng.random() < 0.5 else 1 - y) * 0.4
    return _light(page, 1 - depth * slope**2)


def _phone(page: Pixels, rng: Random) -> Pixels:
    """The page on a desk, seen by a camera held not quite straight."""
    height, width = page.shape[:2]
    edge = round(width * 0.1)
    desk = np.full((height + 2 * edge, width + 2 * edge, 3), [rng.randint(50, 120) for _ in range(3)], np.uint8)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    shift = np.array([[rng.uniform(-0.03, 0.03) * width for _ in range(2)] for _ in range(4)], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, (corners + edge + shift).astype(np.float32))
    cv2.warpPerspective(page, matrix, (desk.shape[1], desk.shape[0]), desk, borderMode=cv2.BORDER_TRANSPARENT)
    return desk


def _noise(page: Pixels, strength: float, rng: Random) -> Pixels:
    grains = np.random.default_rng(rng.randrange(2**32)).normal(0, strength, page.shape)
    return np.clip(page + grains, 0, 255).astype(np.uint8)


def _fade(page: Pixels, strength: float) -> Pixels:
    return (255 - (255 - page.astype(np.float64)) * (1 - strength)).astype(np.uint8)


def _gray(page: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)


def _blur(page: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), np.uint8)


def worn(page: Pixels, wear: Wear, rng: Random) -> Pixels:
    """The page after its damage, in the order in which it happens."""
    steps = (
        (wear.fade, lambda p: _fade(p, wear.fade)),
        (wear.fold, lambda p: _fold(p, wear.fold, rng)),
        (wear.phone, lambda p: _phone(p, rng)),
        (wear.shadow, lambda p: _shadow(p, wear.shadow, rng)),
        (wear.skew and not wear.phone, lambda p: _tilt(p, wear.skew)),
        (wear.blur, lambda p: _blur(p, wear.blur)),
        (wear.noise, lambda p: _noise(p, wear.noise, rng)),
        (wear.gray, _gray),
        (wear.turn, lambda p: np.asarray(cv2.rotate(p, TURNS[wear.turn]), np.uint8)),
    )
    for wanted, step in steps:
        page = step(page) if wanted else page
    return page


def jpeg(page: Pixels, wear: Wear) -> bytes:
    """The page as a JPEG file."""
    plain = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) if wear.gray else page
    done, content = cv2.imencode(".jpg", plain, [cv2.IMWRITE_JPEG_QUALITY, wear.quality])
    assert done
    return content.tobytes()
