"""The layer of an electronic original: its own words, kept only where they explain what the picture shows.

The picture stays the truth. Words that cannot be seen on it are left out, and where it shows print that no word
accounts for (figures drawn as curves, scanned parts), there is no layer and the page is recognised like any scan.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from ocr.capture.glyphs import box_of, spelled, strips
from ocr.imaging.codes import read_codes
from ocr.imaging.rules import find_rules, ink_of
from ocr.pages import PageText, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

    from ocr.capture.glyphs import Glyph
    from ocr.imaging.view import Pixels
    from ocr.pages import Box, Rule

Mask = NDArray[np.uint8]

_FEWEST = 5
_SMALLEST = 5.0
"""Sizes of print under which nobody reads it, pixels."""

_LARGE = 1.6
"""How much larger than the usual print a title is."""

_MOST_LARGE = 500
_SEEN = 40
"""Grey levels by which visible print differs from the paper behind it."""

_BLACK = 140
_STRAY, _STRAY_SHARE = 12, 0.03
"""How many print-sized marks may stand outside all words: bullets and signs of a font's own."""

_RULE_WIDTH = 5


def layer_of(picture: Image.Image, glyphs: Sequence[Glyph], origin: str) -> PageText | None:
    """The words of a page as drawn, in the pixels of its picture; None where they do not explain it.

    Args:
        picture: the page as it was drawn.
        glyphs: the characters its file holds, with their places in the picture.
        origin: ``pdf`` or ``ofd``.
    """
    legible = [glyph for glyph in glyphs if glyph.em >= _SMALLEST]
    if not legible:
        return None
    em = median(glyph.em for glyph in legible)
    pixels = np.ascontiguousarray(np.asarray(picture.convert("RGB"), np.uint8)[:, :, ::-1])
    codes = tuple(code.box for code in read_codes(pixels))
    titles = [box_of((glyph,)) for glyph in legible if glyph.em > _LARGE * em][:_MOST_LARGE]
    rules = _rules(pixels, (*codes, *titles), em)
    words = _visible(pixels, [Word(spelled(s), 1.0, box_of(s)) for s in strips(legible, rules)])
    if len(words) < _FEWEST or _unexplained(pixels, (*codes, *(w.box for w in words)), rules, em) > max(
        _STRAY, _STRAY_SHARE * len(legible)
    ):
        return None
    return PageText("", *picture.size, upright_size=picture.size, words=tuple(words), rules=rules, origin=origin)


def _visible(pixels: Pixels, words: Sequence[Word]) -> list[Word]:
    """The words that stand on the picture and differ from the paper there."""
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    return [word for word in words if _differs(grey, word.box)]


def _differs(grey: Mask, box: Box) -> bool:
    x, y, w, h = box
    height, width = grey.shape
    inside = x + w / 2 < width and y + h / 2 < height and x + w / 2 > 0 and y + h / 2 > 0
    part = grey[max(0, y) : y + h, max(0, x) : x + w]
    return inside and part.size > 0 and int(part.max()) - int(part.min()) >= _SEEN


def _rules(pixels: Pixels, prints: Sequence[Box], em: float) -> tuple[Rule, ...]:
    """The table rules of a page; strokes of large print and of codes are none."""
    found = find_rules(ink_of(pixels, em), em)
    return tuple(rule for rule in found if not any(_holds(box, rule) for box in prints))


def _holds(box: Box, rule: Rule) -> bool:
    x, y, w, h = box
    return (
        x - h / 4 <= min(rule.x0, rule.x1)
        and max(rule.x0, rule.x1) <= x + w + h / 4
        and y - h / 4 <= min(rule.y0, rule.y1)
        and max(rule.y0, rule.y1) <= y + h + h / 4
    )


def _unexplained(pixels: Pixels, boxes: Sequence[Box], rules: Sequence[Rule], em: float) -> int:
    """Number of black marks as large as print outside the boxes and rules; coloured seals do not count."""
    blue, green, red = cv2.split(pixels)
    ink = np.asarray(cv2.max(cv2.max(blue, green), red) < _BLACK, np.uint8)
    for box in boxes:
        _blank(ink, box, round(0.15 * em))
    for rule in rules:
        cv2.line(ink, (rule.x0, rule.y0), (rule.x1, rule.y1), (0,), _RULE_WIDTH)
    _, _, parts, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    widths, heights = parts[1:, cv2.CC_STAT_WIDTH], parts[1:, cv2.CC_STAT_HEIGHT]
    sized = (heights > 0.45 * em) & (heights < 1.5 * em) & (widths > 0.1 * em) & (widths < 2 * em)
    return int(sized.sum())


def _blank(ink: Mask, box: Box, margin: int) -> None:
    x, y, w, h = box
    ink[max(0, y - margin) : y + h + margin, max(0, x - margin) : x + w + margin] = 0
