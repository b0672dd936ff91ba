"""Typefaces of printers: the shipped one, others where the machine has them, and print heads made of dots."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SHIPPED = Path(__file__).parents[2] / "resources" / "fonts"
FILES = {
    "sans": ("NotoSansSC-Regular.ttf",),
    "bold": ("NotoSansSC-SemiBold.ttf",),
    "song": ("uming.ttc", "simsun.ttc", "NotoSansSC-Regular.ttf"),
    "kai": ("ukai.ttc", "simkai.ttf", "NotoSansSC-Regular.ttf"),
    "hand": ("ukai.ttc", "simkai.ttf", "NotoSansSC-Regular.ttf"),
    "hei": ("wqy-microhei.ttc", "simhei.ttf", "NotoSansSC-SemiBold.ttf"),
}
"""Files of a face, the first that exists is taken; ``LINGBAO_FACES`` names a folder with more of them."""

DOTS = 22
"""Rows of pins in the head of a dot-matrix printer."""


@cache
def _path(face: str) -> Path:
    """The file of a face on this machine."""
    folders = [Path(os.environ["LINGBAO_FACES"])] if "LINGBAO_FACES" in os.environ else []
    found = (folder / name for name in FILES[face] for folder in (*folders, SHIPPED))
    return next(path for path in found if path.exists())


@lru_cache(maxsize=256)
def font(size: int, *, face: str = "sans") -> ImageFont.FreeTypeFont:
    """A face in pixels."""
    return ImageFont.truetype(_path(face), size)


def _written(text: str, size: int, face: str) -> Image.Image:
    letters = font(size, face=face)
    mask = Image.new("L", (max(1, round(letters.getlength(text))), round(size * 1.45)))
    ImageDraw.Draw(mask).text((0, mask.height / 2), text, fill=255, font=letters, anchor="lm")
    return mask


def _dotted(text: str, size: int) -> Image.Image:
    """Text as pins leave it: written small, each pixel struck as one dot."""
    small = _written(text, DOTS, "song").point(lambda level: 255 if level > 95 else 0)
    scale = size / DOTS
    big = small.resize((round(small.width * 4), small.height * 4), Image.Resampling.NEAREST)
    soft = big.filter(ImageFilter.GaussianBlur(1.5)).point(lambda level: min(255, level * 3 // 2))
    return soft.resize((max(1, round(small.width * scale)), round(small.height * scale)), Image.Resampling.BOX)


def _by_hand(text: str, size: int) -> Image.Image:
    """Text as a careful hand writes it: signs of unlike sizes, tilted, above and below their line."""
    rng = Random(text)  # noqa: S311 - a repeatable drawing
    line = Image.new("L", _written(text, size, "hand").size)
    for at, sign in enumerate(text):
        tall = round(size * rng.uniform(0.86, 1.08))
        mark = _written(sign, tall, "hand").rotate(rng.uniform(-7, 7), Image.Resampling.BICUBIC)
        left = font(size, face="hand").getlength(text[:at]) + rng.uniform(-0.05, 0.05) * size
        line.paste(255, (round(left), round((line.height - mark.height) / 2 + rng.uniform(-0.08, 0.08) * size)), mark)
    return line


STRIKES = {"dots": _dotted, "hand": _by_hand}
"""Faces that are not set from type."""


def struck(text: str, size: int, face: str, stretch: float) -> Image.Image:
    """A mask of the text in a face, stretched sideways; ``dots`` is a dot-matrix printer, ``hand`` a pen."""
    mask = STRIKES[face](text, size) if face in STRIKES else _written(text, size, face)
    width = max(1, round(mask.width * stretch))
    return mask if stretch == 1 else mask.resize((width, mask.height), Image.Resampling.BICUBIC)
