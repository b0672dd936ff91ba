"""A second look at places in doubt: cut wider and larger, in black and white, without seals, and by other weights."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.imaging.stamp import unstamped
from ocr.imaging.view import View
from ocr.pages import DIM, SOFT_PRINT, UNCLEAR, Look
from ocr.recognition.curl import bent
from ocr.recognition.upright import cut_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels, Quad
    from ocr.pages import Box, PageText
    from ocr.recognition.decoding import Seen
    from ocr.recognition.networks import Networks

_ROOM = 0.2
"""Share of a box's height taken along on every side in a wider cut."""

_SMALL = 26
"""Pixels of height up to which a cut-out line may be small print."""

_TALL = 96
"""Pixels of height that small print is enlarged to before it is made black and white."""


def look(networks: Networks, source: View, page: PageText, boxes: Sequence[Box]) -> tuple[Look, ...]:
    """Each upright box of a page read again in every variant; those that show nothing are left out.

    Small words that are dim are read by the weights for soft print besides, asked for or not.

    Args:
        networks: what reads.
        source: the page file, opened as it was for ``page``.
        page: the page as it was first read.
        boxes: places in its upright frame.
    """
    view = view_of(source, page)
    quads = [bent(quad_of(box), page) for box in boxes]
    close = cut_out(view, quads)
    wide = cut_out(view, [widened(quad, _ROOM) for quad in quads])
    looks: list[Look] = []
    for how, read, crops in (
        ("scale", networks.recognise, [enlarged(piece) for piece in wide]),
        ("binary", networks.recognise, [binary(piece) for piece in close]),
        ("unstamped", networks.recognise, [unstamped(piece) for piece in close]),
        ("weights", networks.reconsider, close),
    ):
        looks += _told(boxes, read(crops), how)
    small = [at for at, piece in enumerate(close) if piece.shape[0] <= _SMALL]
    looks += _told([boxes[at] for at in small], networks.read_soft([close[at] for at in small]), SOFT_PRINT)
    return (*looks, *_dim(networks, view, page))


def _dim(networks: Networks, view: View, page: PageText) -> tuple[Look, ...]:
    """Words that were not read surely, by the weights for soft print: small ones, on an unclear page any."""
    tallest = inf if any(flaw.code == UNCLEAR for flaw in page.flaws) else _SMALL
    dim = [word.box for word in page.words if word.confidence < DIM and word.box[3] <= tallest]
    return _told(dim, networks.read_soft(cut_out(view, [bent(quad_of(box), page) for box in dim])), SOFT_PRINT)


def _told(boxes: Sequence[Box], seen: Sequence[Seen], how: str) -> tuple[Look, ...]:
    return tuple(told(box, line, how) for box, line in zip(boxes, seen, strict=True) if line.text.strip())


def view_of(source: View, page: PageText) -> View:
    """The upright frame in which a page was read, over its file."""
    a, b, c, d, e, f = page.to_filed
    to_filed = np.array([[a, b, c], [d, e, f], [*page.vanishing, 1.0]])
    to_source = np.linalg.inv(source.to_filed) @ to_filed
    return View(source.source, to_source, page.upright_size, source.filed_size)


def quad_of(box: Box) -> Quad:
    """The corners of a level box, clockwise from its top left."""
    x, y, width, height = box
    return np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]], np.float64)


def told(box: Box, seen: Seen, how: str) -> Look:
    """What was seen, as it is kept with the page."""
    return Look(box, seen.text, round(seen.confidence, 4), round(seen.spread, 4), how, seen.rivals)


def widened(quad: Quad, share: float) -> Quad:
    """The box with a share of its height more on every side."""
    room = share * float(np.hypot(*(quad[3] - quad[0])))
    return np.asarray(quad + room * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]), np.float64)


def enlarged(pixels: Pixels) -> Pixels:
    """Small print smoothly enlarged; other print as it is."""
    scale = _TALL / max(1, pixels.shape[0])
    if scale <= 1:
        return pixels
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)


def binary(pixels: Pixels) -> Pixels:
    """Print in black on white, parted where the levels part best; enlarged first, so that strokes stay apart."""
    grey = cv2.cvtColor(enlarged(pixels), cv2.COLOR_BGR2GRAY)
    _, parted = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(cv2.cvtColor(parted, cv2.COLOR_GRAY2BGR), np.uint8)
