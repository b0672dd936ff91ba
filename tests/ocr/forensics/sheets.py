"""A table of amounts drawn for tests, in two columns, with grain and compression as scans have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ocr.imaging.view import View
from ocr.pages import PageText, Word
from resources import ROOT

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels
    from ocr.pages import Box

INK = (30, 30, 32)
SIZE = (900, 1100)
FACES = {"regular": "NotoSansSC-Regular.ttf", "bold": "NotoSansSC-SemiBold.ttf"}
AMOUNTS = ("1280.50", "452.00", "96.30", "3118.75", "640.20", "27.96", "815.00", "1043.68", "209.47", "5630.14")


@dataclass
class Sheet:
    """White paper on which figures are printed one by one; what was printed is what a recogniser reads."""

    image: Image.Image = field(default_factory=lambda: Image.new("RGB", SIZE, (250, 250, 250)))
    words: list[Word] = field(default_factory=list)

    def print(
        self, text: str, right: int, middle: int, *, size: int = 26, face: str = "regular", read: str = ""
    ) -> Box:
        """Print a text that ends at a place; ``read`` is what a recogniser makes of it."""
        letters = ImageFont.truetype(ROOT / "fonts" / FACES[face], size)
        long = round(letters.getlength(text))
        ImageDraw.Draw(self.image).text((right - long, middle), text, fill=INK, font=letters, anchor="lm")
        box = (right - long - 3, middle - 18, long + 6, 36)
        self.words.append(Word(read or text, 0.99, box))
        return box

    def shade(self, box: Box, level: int) -> None:
        """Lay paper of another level on a place, before anything is printed there."""
        x, y, width, height = box
        self.image.paste((level, level, level), (x, y, x + width, y + height))

    @property
    def page(self) -> PageText:
        """What was read."""
        return PageText("a.jpg", *SIZE, upright_size=SIZE, words=tuple(self.words))

    def scanned(self, seed: int = 0, *, quality: int = 85) -> View:
        """The sheet as a scanner gives it: soft, with grain, compressed."""
        pixels = cv2.GaussianBlur(np.asarray(self.image)[:, :, ::-1], (0, 0), 0.6)
        grains = np.random.default_rng(seed).normal(0, 3, pixels.shape)
        noisy = np.clip(pixels + grains, 0, 255).astype(np.uint8)
        _, content = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, quality])
        scan: Pixels = np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR), np.uint8)
        return View.of(scan)


def table(skipped: int = -1) -> Sheet:
    """Ten rows of amounts in two columns; the amount of a row may be left out."""
    sheet = Sheet()
    for row, amount in enumerate(AMOUNTS):
        sheet.print(AMOUNTS[-1 - row], 400, 100 + 60 * row)
        if row != skipped:
            sheet.print(amount, 700, 100 + 60 * row)
    return sheet


def middle_of(row: int) -> int:
    """Where a row's print stands."""
    return 100 + 60 * row
