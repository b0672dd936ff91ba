"""What scanners, desks and telephones do to a clean page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tests.forge import damage
from tests.forge.damage import Move, Pixels, by_matrix

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from numpy.typing import NDArray

HELD = {3: 180, 6: 270, 8: 90}
"""How far pixels are stored turned where the header of the file turns them upright again."""
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
    bleed: float = 0.0
    crumple: float = 0.0
    curl: float = 0.0
    screen: float = 0.0
    streaks: float = 0.0
    glare: float = 0.0
    cut: float = 0.0
    scale: float = 0.0
    fax: float = 0.0
    exif: int = 0

    @property
    def words(self) -> list[str]:
        """The damage as the truth file names it."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return [f"{name} {value}" for name, value in values.items() if value and name not in {"noise", "quality"}]


def _tilt(page: Pixels, degrees: float, _rng: Random) -> tuple[Pixels, Move]:
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    tilted = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(248, 248, 248))
    return np.asarray(tilted, np.uint8), by_matrix(np.asarray(matrix, np.float64))


def _turn(page: Pixels, degrees: int, _rng: Random) -> tuple[Pixels, Move]:
    height, width = page.shape[:2]
    across = {90: [0, -1, height], 180: [-1, 0, width], 270: [0, 1, 0]}[degrees]
    down = {90: [1, 0, 0], 180: [0, -1, height], 270: [-1, 0, width]}[degrees]
    return np.asarray(cv2.rotate(page, TURNS[degrees]), np.uint8), by_matrix(np.array([across, down], np.float64))


def _held(page: Pixels, orientation: int, rng: Random) -> tuple[Pixels, Move]:
    return _turn(page, HELD[orientation], rng)


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


def _phone(page: Pixels, _wanted: float, rng: Random) -> tuple[Pixels, Move]:
    """The page on a desk, seen by a camera held not quite straight."""
    height, width = page.shape[:2]
    edge = round(width * 0.1)
    desk = np.full((height + 2 * edge, width + 2 * edge, 3), [rng.randint(50, 120) for _ in range(3)], np.uint8)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    shift = np.array([[rng.uniform(-0.03, 0.03) * width for _ in range(2)] for _ in range(4)], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, (corners + edge + shift).astype(np.float32))
    cv2.warpPerspective(page, matrix, (desk.shape[1], desk.shape[0]), desk, borderMode=cv2.BORDER_TRANSPARENT)
    return desk, by_matrix(np.asarray(matrix, np.float64))


def _noise(page: Pixels, strength: float, rng: Random) -> Pixels:
    grains = np.random.default_rng(rng.randrange(2**32)).normal(0, strength, page.shape)
    return np.clip(page + grains, 0, 255).astype(np.uint8)


def _fade(page: Pixels, strength: float, _rng: Random) -> Pixels:
    return (255 - (255 - page.astype(np.float64)) * (1 - strength)).astype(np.uint8)


def _gray(page: Pixels, _wanted: float, _rng: Random) -> Pixels:
    return np.asarray(cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)


def _blur(page: Pixels, sigma: float, _rng: Random) -> Pixels:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), np.uint8)


STEPS: tuple[tuple[str, Callable[..., Pixels | tuple[Pixels, Move]]], ...] = (
    ("fade", _fade),
    ("bleed", damage.bled),
    ("crumple", damage.crumpled),
    ("fold", _fold),
    ("screen", damage.on_screen),
    ("curl", damage.curled),
    ("phone", _phone),
    ("shadow", _shadow),
    ("glare", damage.glared),
    ("skew", _tilt),
    ("cut", damage.cut),
    ("scale", damage.resized),
    ("blur", _blur),
    ("noise", _noise),
    ("streaks", damage.streaked),
    ("gray", _gray),
    ("fax", damage.faxed),
    ("turn", _turn),
    ("exif", _held),
)
"""Damage in the order in which it happens, by the names of its strengths."""


def worn(page: Pixels, wear: Wear, rng: Random) -> tuple[Pixels, list[Move]]:
    """The page after its damage, and how its points were moved."""
    moves: list[Move] = []
    for name, step in STEPS:
        strength = getattr(wear, name)
        if not strength or (name == "skew" and wear.phone):
            continue
        done = step(page, strength, rng)
        page, *moved = done if isinstance(done, tuple) else (done,)
        moves += moved
    return page, moves


def turned_by_exif(content: bytes, orientation: int) -> bytes:
    """A JPEG whose header says how it was held (tag 0x0112)."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2, "big") + b"\x00\x00"
    block = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01" + entry + b"\x00" * 4
    return content[:2] + b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block + content[2:]


def jpeg(page: Pixels, wear: Wear) -> bytes:
    """The page as a JPEG file."""
    plain = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) if wear.gray or wear.fax else page
    done, content = cv2.imencode(".jpg", plain, [cv2.IMWRITE_JPEG_QUALITY, wear.quality])
    assert done
    return turned_by_exif(content.tobytes(), wear.exif) if wear.exif else content.tobytes()
