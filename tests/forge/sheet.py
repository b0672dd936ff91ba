"""A blank sheet measured in millimetres, on which forms are drawn as a laser printer would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PIL import Image, ImageDraw

from tests.forge.faces import font, struck

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL import ImageFont

Colour = tuple[int, int, int]
Place = tuple[float, float]
Align = Literal["left", "right", "centre"]
BLACK: Colour = (25, 25, 28)


@dataclass(frozen=True)
class Ink:
    """How text is set: size in points, weight, colour, where the given x stands in it, face, width of its letters."""

    size: float = 9.0
    bold: bool = False
    colour: Colour = BLACK
    align: Align = "left"
    face: str = "sans"
    stretch: float = 1.0

    @property
    def cut(self) -> str:
        """The face with its weight."""
        return "bold" if self.bold and self.face == "sans" else self.face


@dataclass(frozen=True)
class Written:
    """A line of text on a sheet: where it starts and ends in millimetres, the middle of its height, and its ink."""

    text: str
    left: float
    right: float
    middle: float
    ink: Ink


class Sheet:
    """White paper of a size in millimetres at a resolution in dots an inch."""

    def __init__(self, size: tuple[float, float], dpi: int) -> None:
        self.dpi = dpi
        self.size = size
        self.image = Image.new("RGB", (self.px(size[0]), self.px(size[1])), "white")
        self.draw = ImageDraw.Draw(self.image)
        self.written: list[Written] = []
        self.ruled: list[tuple[Place, Place]] = []

    def px(self, mm: float) -> int:
        """Millimetres in pixels."""
        return round(mm * self.dpi / 25.4)

    def face(self, ink: Ink) -> ImageFont.FreeTypeFont:
        """The font for an ink at this resolution."""
        return font(self.pixels(ink), face="song" if ink.face == "dots" else ink.cut)

    def pixels(self, ink: Ink) -> int:
        """The height of an ink's letters in pixels."""
        return max(6, round(ink.size * self.dpi / 72))

    def width(self, text: str, ink: Ink) -> float:
        """Width of a text in millimetres."""
        return self.face(ink).getlength(text) * ink.stretch * 25.4 / self.dpi

    def text(self, at: tuple[float, float], text: str, ink: Ink) -> Written:
        """Write a line; ``at`` is on the middle of its height, in millimetres."""
        width = self.width(text, ink)
        left = at[0] - {"left": 0.0, "right": width, "centre": width / 2}[ink.align]
        self.written.append(Written(text, left, left + width, at[1], ink))
        if ink.face == "sans" and ink.stretch == 1:
            anchor = {"left": "lm", "right": "rm", "centre": "mm"}[ink.align]
            self.draw.text((self.px(at[0]), self.px(at[1])), text, fill=ink.colour, font=self.face(ink), anchor=anchor)
        else:
            mask = struck(text, self.pixels(ink), ink.face, ink.stretch)
            self.image.paste(ink.colour, (self.px(left), self.px(at[1]) - mask.height // 2), mask)
        return self.written[-1]

    def wrap(self, text: str, width: float, ink: Ink) -> list[str]:
        """Break a text into lines that fit a width in millimetres; Chinese breaks anywhere."""
        lines = [""]
        for sign in text:
            if self.width(lines[-1] + sign, ink) > width and lines[-1]:
                lines.append("")
            lines[-1] += sign
        return lines

    def line(self, start: Place, end: Place, colour: Colour, weight: float = 0.2) -> None:
        """A rule of a weight in millimetres."""
        self.ruled.append((start, end))
        points = [(self.px(x), self.px(y)) for x, y in (start, end)]
        self.draw.line(points, fill=colour, width=max(1, self.px(weight)))

    def frame(self, xs: Iterable[float], ys: Iterable[float], colour: Colour) -> None:
        """A grid of rules at the given places."""
        across, down = list(xs), list(ys)
        for x in across:
            self.line((x, down[0]), (x, down[-1]), colour)
        for y in down:
            self.line((across[0], y), (across[-1], y), colour)

    def stamp(self, picture: Image.Image, centre: tuple[float, float]) -> None:
        """Lay a picture with transparency over the sheet."""
        left, top = (self.px(c) - s // 2 for c, s in zip(centre, picture.size, strict=True))
        self.image.paste(picture, (left, top), picture)
