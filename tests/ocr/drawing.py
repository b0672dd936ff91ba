"""Small pages drawn for tests: marks, ruled tables and printed lines, all made up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ocr.imaging.view import Pixels, Quad, View

FONT = ROOT / "fonts" / "NotoSansSC-Regular.ttf"

LINES = (
    "福建省医疗住院收费票据（电子）",
    "交款人：林晓岚    住院号：35060225",
    "床位费  12  日  40.00  480.00",
    "氯化钠注射液  0.9% 250ml  袋  28  3.20  89.60",
    "金额合计（大写）：伍佰陆拾玖元陆角整",
)


def paper(width: int = 400, height: int = 300) -> Pixels:
    """A blank sheet."""
    return np.full((height, width, 3), 255, np.uint8)


def with_marks(points: Iterable[tuple[int, int]], width: int = 400, height: int = 300) -> Pixels:
    """A sheet with a black square of 7 pixels around each pixel (x, y)."""
    sheet = paper(width, height)
    for x, y in points:
        sheet[y - 3 : y + 4, x - 3 : x + 4] = 0
    return sheet


def marks_in(view: View) -> list[tuple[float, float]]:
    """Where the marks of a view lie, continuous coordinates, from left to right; centres of their darkness."""
    darkness = 255.0 - view.pixels.mean(axis=2)
    count, labels = cv2.connectedComponents((darkness > 8).astype(np.uint8))
    rows, columns = np.indices(darkness.shape) + 0.5
    spots = [np.where(labels == index, darkness, 0) for index in range(1, count)]
    marks = [spot for spot in spots if spot.max() > 128]
    return sorted((float((columns * m).sum() / m.sum()), float((rows * m).sum() / m.sum())) for m in marks)


def box_quad(x: float, y: float, width: float, height: float, degrees: float = 0.0) -> Quad:
    """A text box turned clockwise about its centre."""
    corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return np.asarray(corners @ turn.T + [x + width / 2, y + height / 2], np.float64)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)


def write(sheet: Pixels, text: str, at: tuple[int, int], size: int = 30, ink: int = 0) -> Pixels:
    """The sheet with a line of print whose top left corner is at ``at``."""
    picture = Image.fromarray(sheet)
    ImageDraw.Draw(picture).text(at, text, font=_font(size), fill=(ink, ink, ink))
    return np.asarray(picture, np.uint8)


def printed_page(lines: Iterable[str] = LINES, *, size: int = 30) -> Pixels:
    """A page of printed lines, one below the other."""
    sheet = paper(1000, 700)
    for row, text in enumerate(lines):
        sheet = write(sheet, text, (80, 80 + row * size * 3), size)
    return sheet


def ruled(columns: Iterable[int], rows: Iterable[int], width: int = 600, height: int = 400) -> Pixels:
    """A table's rules, two pixels thick, at the given places."""
    sheet = paper(width, height)
    across, down = sorted(columns), sorted(rows)
    for x in across:
        sheet[down[0] : down[-1] + 2, x : x + 2] = 0
    for y in down:
        sheet[y : y + 2, across[0] : across[-1] + 2] = 0
    return sheet


RED, BLUE, PURPLE = (40, 40, 215), (200, 70, 30), (170, 30, 140)
"""Colours of seals, blue-green-red."""


def sealed(sheet: Pixels, at: tuple[int, int], colour: tuple[int, int, int] = RED, *, radius: int = 90) -> Pixels:
    """The sheet with a round seal around ``at``: a ring, a star and two lines; its ink lets print shine through."""
    stamp = paper(sheet.shape[1], sheet.shape[0])
    cv2.circle(stamp, at, radius, colour, max(3, radius // 18))
    angles = np.radians(np.arange(-90, 630, 144))
    star = np.c_[np.cos(angles), np.sin(angles)] * radius / 4 + at
    cv2.fillPoly(stamp, [star.astype(np.int32)], colour)
    picture = Image.fromarray(stamp)
    for text, line in (("灵溪县医院", -0.72), ("收费专用章", 0.4)):
        place = (at[0] - radius * 0.68, at[1] + radius * line)
        ImageDraw.Draw(picture).text(place, text, font=_font(radius * 27 // 100), fill=colour)
    through = sheet.astype(np.float32) * np.asarray(picture, np.float32) / 255
    return through.astype(np.uint8)
