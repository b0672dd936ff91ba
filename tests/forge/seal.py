"""Round red seals: the hospital's name on an arc, a star, and what the seal is for."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from tests.forge.faces import font

SIDE = 640
RED = (205, 38, 38)


def _arc(picture: Image.Image, text: str, alpha: int) -> None:
    """Write a text on the upper arc, each sign turned to the middle."""
    radius, face = SIDE * 0.385, font(SIDE // 10, face="bold")
    step = min(24.0, 250.0 / max(1, len(text)))
    start = -step * (len(text) - 1) / 2
    for place, sign in enumerate(text):
        angle = start + place * step
        tile = Image.new("RGBA", (SIDE // 6, SIDE // 6))
        ImageDraw.Draw(tile).text((SIDE // 12, SIDE // 12), sign, fill=(*RED, alpha), font=face, anchor="mm")
        turned = tile.rotate(-angle, resample=Image.Resampling.BICUBIC)
        x = SIDE / 2 + radius * math.sin(math.radians(angle)) - SIDE / 12
        y = SIDE / 2 - radius * math.cos(math.radians(angle)) - SIDE / 12
        picture.alpha_composite(turned, (round(x), round(y)))


def _star(draw: ImageDraw.ImageDraw, alpha: int) -> None:
    corners = [
        (
            SIDE / 2 + SIDE * size * math.sin(math.pi * k / 5),
            SIDE / 2 - SIDE * size * math.cos(math.pi * k / 5),
        )
        for k in range(10)
        for size in [0.13 if k % 2 == 0 else 0.05]
    ]
    draw.polygon(corners, fill=(*RED, alpha))


def seal(hospital: str, purpose: str, *, pixels: int, tilt: float, alpha: int = 190) -> Image.Image:
    """A seal of a width in pixels, tilted by degrees."""
    picture = Image.new("RGBA", (SIDE, SIDE))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 10, SIDE - 10, SIDE - 10), outline=(*RED, alpha), width=SIDE // 38)
    _star(draw, alpha)
    face = font(SIDE // 13, face="bold")
    draw.text((SIDE / 2, SIDE * 0.75), purpose, fill=(*RED, alpha), font=face, anchor="mm")
    _arc(picture, hospital, alpha)
    return picture.rotate(tilt, resample=Image.Resampling.BICUBIC).resize((pixels, pixels), Image.Resampling.LANCZOS)
