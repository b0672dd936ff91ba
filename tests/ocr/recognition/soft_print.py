"""Print too small and soft to be read: lines drawn large, shrunk and smeared, with the boxes they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ocr.imaging.view import View
from ocr.pages import Code, PageText, Word
from tests.ocr.drawing import FONT

if TYPE_CHECKING:
    from collections.abc import Sequence

EM, SOFT, LARGE = 8.0, 1.0, 6
"""Size of print and smear of its edges, pixels, and how many times larger it is drawn first."""

Set = tuple[int, int, str]


def soft_view(lines: Sequence[Set], size: tuple[int, int] = (420, 160)) -> View:
    """A sheet with texts at places (left, middle of the line), small and soft."""
    sheet = Image.new("L", (size[0] * LARGE, size[1] * LARGE), 255)
    font = ImageFont.truetype(str(FONT), round(EM * LARGE))
    for left, middle, text in lines:
        place = (left * LARGE, (middle + 0.38 * EM) * LARGE)
        ImageDraw.Draw(sheet).text(place, text, fill=60, font=font, anchor="ls")
    small = cv2.resize(np.asarray(sheet, np.uint8), size, interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(small, (0, 0), SOFT)
    grains = np.random.default_rng(5).normal(0, 1.5, grey.shape)
    noisy = np.clip(grey + grains, 0, 255).astype(np.uint8)
    return View.of(np.asarray(cv2.cvtColor(noisy, cv2.COLOR_GRAY2BGR), np.uint8))


def box_of(line: Set) -> tuple[int, int, int, int]:
    left, middle, text = line
    length = ImageFont.truetype(str(FONT), 96).getlength(text) / 96 * EM
    return left - 1, round(middle - 0.7 * EM), round(length) + 2, round(1.4 * EM)


def unread(lines: Sequence[Set], read: str = "?", code: str = "") -> PageText:
    """The page as networks read it that saw nothing but the boxes."""
    words = tuple(Word(read, 0.4, box_of(line), 0.1) for line in lines)
    codes = (Code("QRCode", code, (0, 0, 30, 30)),) if code else ()
    return PageText("a.jpg", 420, 160, upright_size=(420, 160), words=words, codes=codes)
