"""Letters drawn as a page shows them: at its size, as soft as its print, in its own shapes where those are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ocr.imaging.view import reduced
from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

Ink: TypeAlias = NDArray[np.float32]
"""height x width, how much darker than the paper around it each place is; any unit."""

_FONT = ROOT / "fonts" / "NotoSansSC-Regular.ttf"
_LARGE = 96
_CANVAS = 2 * _LARGE
_BASELINE = 0.38
"""How far under the middle of a line its letters stand, ems."""

_TALL, _MARGIN = 1.2, 0.5
"""Height of a drawn line, and the blank on both sides of a drawn text, ems."""

ANY = "#"
"""Stands for a digit that is not known: the mean of all ten."""

DIGITS = "0123456789"


@dataclass(frozen=True, eq=False)
class Typeface:
    """How a page prints.

    Attributes:
        em: size of its print, pixels.
        soft: how far its edges are smeared, pixels.
        digit: how wide its digits stand apart, ems.
        own: shapes of characters as the page itself shows them at this size, each as wide as it is drawn.
    """

    em: float
    soft: float
    digit: float = 0.555
    own: Mapping[str, Ink] = field(default_factory=dict)

    def advance(self, character: str) -> float:
        """How far after a character the next one stands, pixels."""
        return self.em * (self.digit if character in DIGITS + ANY else _advance(character))

    def sized(self, em: float) -> Typeface:
        """The same face at another size."""
        own = {character: resized(shape, em / self.em) for character, shape in self.own.items()}
        return Typeface(em, self.soft, self.digit, own)

    def glyph(self, character: str) -> Ink:
        """A character in the middle of its shape."""
        if character in self.own:
            return self.own[character]
        if character == ANY:
            return np.asarray(np.mean([self.glyph(digit) for digit in DIGITS], axis=0), np.float32)
        return _soft_glyph(character, round(self.em, 3), round(self.soft, 3))

    def places(self, text: str) -> tuple[float, ...]:
        """Where the middle of each character of a drawn text lies, and at last where the text ends, pixels."""
        ends = np.cumsum([_MARGIN * self.em, *(self.advance(c) for c in text)])
        return (*(float(end - self.advance(c) / 2) for c, end in zip(text, ends[1:], strict=True)), float(ends[-1]))

    def drawn(self, text: str) -> Ink:
        """A text on one line, with blank on both sides."""
        *middles, end = self.places(text)
        tall, wide = round(_TALL * self.em), round(end + _MARGIN * self.em)
        room = 2 * round(self.em) + 2
        sheet = np.zeros((tall, wide + 2 * room), np.float32)
        for character, middle in zip(text, middles, strict=True):
            shape = fitted(self.glyph(character), tall)
            left = room + round(middle - shape.shape[1] / 2)
            sheet[:, left : left + shape.shape[1]] += shape
        return sheet[:, room : room + wide]


def fitted(shape: Ink, tall: int) -> Ink:
    """A shape with rows cut off or added alike above and below."""
    over = shape.shape[0] - tall
    if over >= 0:
        return shape[over // 2 : over // 2 + tall]
    return np.pad(shape, ((-over // 2, -over - -over // 2), (0, 0)))


@lru_cache(maxsize=1)
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), _LARGE)


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    return float(_font().getlength(character)) / _LARGE


@lru_cache(maxsize=1024)
def _large(character: str) -> NDArray[np.uint8]:
    """A character drawn large, its middle in the middle of a square."""
    sheet = Image.new("L", (_CANVAS, _CANVAS))
    place = ((_CANVAS - _font().getlength(character)) / 2, _CANVAS / 2 + _BASELINE * _LARGE)
    ImageDraw.Draw(sheet).text(place, character, fill=255, font=_font(), anchor="ls")
    return np.asarray(sheet, np.uint8)


@lru_cache(maxsize=8192)
def _soft_glyph(character: str, em: float, soft: float) -> Ink:
    side = max(2, round(_CANVAS * em / _LARGE))
    small = reduced(_large(character), max(1, int(_LARGE / em)))
    sized = cv2.resize(small, (side, side), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.GaussianBlur(sized.astype(np.float32) / 255, (0, 0), max(soft, 0.1)), np.float32)


def resized(shape: Ink, scale: float) -> Ink:
    """Ink at another size."""
    height, width = shape.shape
    size = (max(2, round(width * scale)), max(2, round(height * scale)))
    return np.asarray(cv2.resize(shape, size, interpolation=cv2.INTER_LINEAR), np.float32)
