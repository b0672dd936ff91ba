"""QR codes and bar codes on a page: all kinds on a reduced picture, the usual ones once more at finer scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from ocr.pages import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.imaging.view import Pixels
    from ocr.pages import Box

Grey = NDArray[np.uint8]
_Format = zxingcpp.BarcodeFormat

_LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class Pass:
    """One search: long side of the picture it is made on, kinds of code, whether light-on-dark codes are tried."""

    side: int
    formats: zxingcpp.BarcodeFormats
    inverted: bool


_PASSES = (
    Pass(
        1250,
        zxingcpp.BarcodeFormats((_Format.QRCode, _Format.Code128, _Format.PDF417, _Format.DataMatrix)),
        inverted=True,
    ),
    Pass(2000, zxingcpp.BarcodeFormats((_Format.QRCode, _Format.Code128)), inverted=False),
)
"""PDF417 and DataMatrix at fine scale would cost ten times the whole rest."""


def read_codes(pixels: Pixels) -> tuple[Code, ...]:
    """Every code found, each text once, from top to bottom.

    Args:
        pixels: the upright page, height x width x 3, blue-green-red; boxes are in its pixels.
    """
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    found: dict[tuple[str, str], Code] = {}
    for search in _PASSES:
        for code in _found(grey, search):
            found.setdefault((code.symbology, code.text), code)
    return tuple(sorted(found.values(), key=lambda code: (code.box[1], code.box[0])))


def _found(grey: Grey, search: Pass) -> Iterator[Code]:
    height, width = grey.shape
    scale = min(1.0, search.side / max(height, width, 1))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    read = zxingcpp.read_barcodes(
        np.ascontiguousarray(small),
        formats=search.formats,
        try_invert=search.inverted,
        try_downscale=search.inverted,
        text_mode=zxingcpp.TextMode.Plain,
    )
    for barcode in read:
        if barcode.text.strip():
            yield Code(barcode.format.name, barcode.text[:_LONGEST_TEXT], _box(barcode.position, scale))


def _box(place: zxingcpp.Position, scale: float) -> Box:
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    xs, ys = [corner.x / scale for corner in corners], [corner.y / scale for corner in corners]
    x, y = round(min(xs)), round(min(ys))
    return x, y, max(1, round(max(xs)) - x), max(1, round(max(ys)) - y)
