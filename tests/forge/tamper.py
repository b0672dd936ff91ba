"""Figures changed on the picture of a page, as forgers do it: copied, typed in, typed over, pasted from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw

from tests.forge.faces import font
from tests.forge.strips import Box, Strip, around, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from tests.forge.damage import Pixels

FACES = ("sans", "bold", "song", "hei", "kai")


@dataclass(frozen=True)
class Change:
    """A text on a picture, what it shall say, and texts of the same print to copy signs from."""

    strip: Strip
    new: str
    alike: Sequence[Strip]


def blanked(picture: Pixels, box: Box) -> None:
    """Paint a box in the colour of the paper around it."""
    x, y, width, height = box
    around_it = cut(picture, (x - 3, y - 3, width + 6, height + 6)).reshape(-1, 3)
    light = around_it[around_it.sum(axis=1) >= np.percentile(around_it.sum(axis=1), 60)]
    cut(picture, box)[:] = np.median(light, axis=0).astype(np.uint8)


def typed(picture: Pixels, box: Box, text: str, face: str) -> None:
    """Type a text into a box, so large that it fills it as print of that height would."""
    _, _, width, height = box
    letters = font(max(6, round(height / 1.2)), face=face)
    mask = Image.new("L", (max(1, round(letters.getlength(text))), height))
    ImageDraw.Draw(mask).text((0, height / 2), text, fill=255, font=letters, anchor="lm")
    shape = np.asarray(mask.resize((max(1, width), height), Image.Resampling.BICUBIC))
    place = cut(picture, box)
    ink = shape[: place.shape[0], : place.shape[1], None] / 255.0
    place[:] = (place * (1 - ink) + 28 * ink).astype(np.uint8)


def target(change: Change) -> tuple[str, Box, str, Box]:
    """What is erased and what is put there: (old part, its box, new part, its box), grown to the left."""
    old, new = change.strip.text, change.new
    kept = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(old[::-1], new[::-1], strict=False))))
    part, wanted = old[: len(old) - kept], new[: len(new) - kept]
    boxes = change.strip.boxes[: len(part)] or change.strip.boxes[:1]
    x, y, width, height = around(boxes)
    right = x + width if part else x
    needed = sum(change.strip.pitch if sign not in ",." else round(change.strip.pitch * 0.5) for sign in wanted)
    needed = needed if any(sign.isdigit() for sign in wanted) else width
    return part, (x, y, right - x, height), wanted, (right - needed, y, needed, height)


def copied(picture: Pixels, change: Change, rng: Random) -> Box:
    """Signs copied from other figures of the page."""
    _, erased, wanted, place = target(change)
    donors = {sign: _donors(change, sign) for sign in wanted}
    if not all(donors.values()):
        return filled_in(picture, change, rng)
    cuts = [cut(picture, rng.choice(donors[sign])).copy() for sign in wanted]
    blanked(picture, around((erased, place)))
    x = place[0]
    for sign, piece in zip(wanted, cuts, strict=True):
        width = round(change.strip.pitch * (0.5 if sign in ",." else 1)) if sign.isascii() else place[2]
        spot = cut(picture, (x, place[1], width, place[3]))
        spot[:] = cv2.resize(piece, (spot.shape[1], spot.shape[0]), interpolation=cv2.INTER_CUBIC)
        x += width
    return around((erased, place))


def filled_in(picture: Pixels, change: Change, rng: Random) -> Box:
    """Only what is new, typed in another face."""
    _, erased, wanted, place = target(change)
    blanked(picture, around((erased, place)))
    typed(picture, place, wanted, rng.choice(FACES))
    return around((erased, place))


def typed_over(picture: Pixels, change: Change, rng: Random) -> Box:
    """The whole figure typed anew on a patch."""
    _, _, _, place = target(change)
    whole = around((*change.strip.boxes, place))
    blanked(picture, whole)
    typed(picture, whole, change.new, rng.choice(FACES))
    return whole


def pasted(picture: Pixels, change: Change, rng: Random) -> Box:
    """The whole figure from another picture: printed, scanned and compressed by others."""
    _, _, _, place = target(change)
    whole = around((*change.strip.boxes, place))
    patch = np.full((whole[3], whole[2], 3), rng.randint(238, 255), np.uint8)
    typed(patch, (0, 0, whole[2], whole[3]), change.new, rng.choice(FACES))
    grains = np.random.default_rng(rng.randrange(2**32)).normal(0, rng.uniform(0, 7), patch.shape)
    foreign = cv2.GaussianBlur(np.clip(patch + grains, 0, 255).astype(np.uint8), (0, 0), rng.uniform(0.3, 0.9))
    done, content = cv2.imencode(".jpg", foreign, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(40, 75)])
    assert done
    spot = cut(picture, whole)
    spot[:] = np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR))[: spot.shape[0], : spot.shape[1]]
    return whole


WAYS: dict[str, Callable[[Pixels, Change, Random], Box]] = {
    "copied": copied,
    "filled in": filled_in,
    "typed over": typed_over,
    "pasted": pasted,
}
"""Each way changes the picture and gives back the place that was touched."""


def _donors(change: Change, sign: str) -> list[Box]:
    """Places of a sign in texts of the same print."""
    return [box for strip in change.alike for own, box in zip(strip.text, strip.boxes, strict=True) if own == sign]
