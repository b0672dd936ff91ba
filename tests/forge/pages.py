"""Writes pages: the worn picture, and the truth beside it, which tells the damage and where each value stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from tests.forge.wear import Wear, jpeg, worn

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.forge.damage import Move
    from tests.forge.paper import Mark, Paper, Said

Box = list[int]
LETTERS, FADED = 11, 0.45
"""The height of the smallest letters in pixels, and the loss of ink, at which people begin to guess."""


def moved(marks: list[Mark], moves: list[Move]) -> Box:
    """The upright box around marks after a page was damaged: left, top, width, height."""
    corners = [(x + dx * w, y + dy * h) for x, y, w, h in marks for dx in (0, 1) for dy in (0, 1)]
    points = np.array(corners, np.float64)
    for move in moves:
        points = move(points)
    low, high = points.min(axis=0), points.max(axis=0)
    return [round(float(v)) for v in (*low, *(high - low))]


def inside(box: Box, size: tuple[int, int]) -> bool:
    """Whether nearly all of a box lies on a picture of a width and height."""
    x, y, width, height = box
    across = min(x + width, size[0]) - max(x, 0)
    down = min(y + height, size[1]) - max(y, 0)
    return across >= 0.9 * width and down >= 0.7 * height


def lost(truth: dict[str, Any], boxes: dict[str, Box], size: tuple[int, int]) -> list[str]:
    """Takes out of the truth what was cut off; gives back the names of it."""
    gone = [key for key, box in boxes.items() if not inside(box, size)]
    vital = {"name", "amount"} & {key for item in truth["items"] for key in item}
    for key in gone:
        number, _, name = key.rpartition(".")
        (truth["items"][int(number)] if number else truth["fields"]).pop(name, None)
    for key in [key for key in boxes if key in gone or (gone and "." in key)]:
        boxes.pop(key)
    truth["items"] = [item for item in truth["items"] if vital <= item.keys()]
    return gone


def truth_of(said: Said, moves: list[Move], size: tuple[int, int], *, cut: bool) -> dict[str, Any]:
    """What one paper says and where it stands on the worn picture."""
    truth = said.truth
    kept = {key for key in said.marks if "." in key or key in truth["fields"] or key == "paper"}
    boxes = {key: moved(said.marks[key], moves) for key in said.marks if key in kept}
    gone = lost(truth, boxes, size) if cut else []
    return truth | {"boxes": boxes} | ({"cut_off": gone} if gone else {})


def legible(paper: Paper, wear: Wear) -> bool:
    """Whether people can read the figures: letters of eleven pixels or more, not all but faded away."""
    heights = sorted(mark[3] / 1.2 for said in paper.saids for marks in said.marks.values() for mark in marks)
    small = heights[len(heights) // 10] * (wear.scale or 1.0) if heights else 99
    return small >= LETTERS and wear.fade < FADED and wear.blur * 9 <= small


def write_page(paper: Paper, wear: Wear, stem: Path, rng: Random) -> None:
    """One worn page as JPEG with its truth: of one paper, or of several on one scan."""
    page = np.asarray(cv2.cvtColor(np.asarray(paper.image), cv2.COLOR_RGB2BGR), np.uint8)
    pixels, moves = worn(page, wear, rng)
    stem.with_name(f"{stem.name}.jpg").write_bytes(jpeg(pixels, wear))
    size = (pixels.shape[1], pixels.shape[0])
    truths = [truth_of(said, moves, size, cut=bool(wear.cut)) for said in paper.saids]
    truth: dict[str, Any] = truths[0] if len(truths) == 1 else {"papers": truths}
    truth |= {"layout": paper.layout, "dpi": paper.dpi, "damage": wear.words, "legible": legible(paper, wear)}
    stem.with_name(f"{stem.name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
