"""A white sheet on which an electronic original is drawn, with the project's own font; it remembers each character."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from ocr.capture.glyphs import Glyph, meaning
from ocr.capture.limits import check_size
from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[float, float]
    Ink = tuple[int, int, int]

FONT = ROOT / "fonts" / "NotoSansSC-Regular.ttf"
_LEAST, _MOST = 1, 600
"""Sizes of print that are drawn, pixels."""

_UPRIGHT = 5.0


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)


def advance(text: str, em: float) -> float:
    """How wide the project's font prints a text of a size, pixels."""
    return float(_font(_drawable(em)).getlength(text))


def _drawable(em: float) -> int:
    return round(min(max(em, _LEAST), _MOST))


class Canvas:
    """A page in pixels, x right, y down."""

    def __init__(self, width: int, height: int) -> None:
        """A white page. Raises PageRefusedError where it has too many or too few pixels."""
        check_size(width, height)
        self.image = Image.new("RGB", (width, height), "white")
        self.glyphs: list[Glyph] = []
        self._draw = ImageDraw.Draw(self.image)

    def character(self, glyph: Glyph, ink: Ink, *, drawn: float | None = None, tilt: float = 0.0) -> None:
        """Draw a character on its baseline; what stands upright is remembered.

        Args:
            glyph: the character, its place and its size.
            ink: red, green, blue.
            drawn: size it is drawn at where it is narrower than its size says.
            tilt: degrees counter-clockwise.
        """
        size = _drawable(glyph.em if drawn is None else drawn)
        if abs(tilt) < _UPRIGHT:
            self.glyphs.append(glyph)
            self._draw.text((glyph.left, glyph.base), glyph.text, font=_font(size), fill=ink, anchor="ls")
        elif meaning(glyph.text):
            self._tilted(glyph, ink, size, tilt)

    def _tilted(self, glyph: Glyph, ink: Ink, size: int, tilt: float) -> None:
        tile = Image.new("L", (4 * size, 4 * size))
        ImageDraw.Draw(tile).text((2 * size, 2 * size), glyph.text, font=_font(size), fill=255, anchor="ls")
        place = (round(glyph.left) - 2 * size, round(glyph.base) - 2 * size)
        self.image.paste(ink, place, tile.rotate(tilt, Image.Resampling.BICUBIC))

    def stroke(self, points: Sequence[Point], width: float, ink: Ink) -> None:
        """Draw a line through points."""
        if len(points) > 1:
            self._draw.line(list(points), fill=ink, width=max(1, round(width)))

    def area(self, points: Sequence[Point], ink: Ink) -> None:
        """Fill a polygon."""
        if len(points) > 2:  # noqa: PLR2004 - fewer corners have no inside
            self._draw.polygon(list(points), fill=ink)

    def picture(self, image: Image.Image, box: tuple[float, float, float, float]) -> None:
        """Draw an image into a box of left, top, right, bottom; what is transparent stays so."""
        left, top, right, bottom = (round(v) for v in box)
        width, height = right - left, bottom - top
        if not (0 < width <= 2 * self.image.width and 0 < height <= 2 * self.image.height):
            return
        plain = image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGBA")
        sized = plain.resize((width, height), Image.Resampling.LANCZOS).convert("RGBA")
        self.image.paste(sized, (left, top), sized)

    def crossed(self, box: tuple[float, float, float, float]) -> None:
        """Show that something here could not be drawn."""
        left, top, right, bottom = box
        self._draw.rectangle(box, outline=(128, 128, 128))
        self._draw.line([(left, top), (right, bottom)], fill=(128, 128, 128))
        self._draw.line([(left, bottom), (right, top)], fill=(128, 128, 128))
