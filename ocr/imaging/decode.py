"""A page file into pixels as filed, and never more of them than bounded.

An EXIF orientation is not applied: of pages photographed from above it is often wrong, and the text itself tells.
"""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from ocr.errors import PageRefusedError
from ocr.imaging.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.imaging.view import Pixels

_AS_FILED = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
_HALVED = cv2.IMREAD_REDUCED_COLOR_2 | cv2.IMREAD_IGNORE_ORIENTATION

_MOST = 120_000_000
"""Pixels of a page that are decoded at all."""

_FINE = 18_000_000
"""Pixels from which a page is read at half its size: A4 at more than 430 dpi."""

_BROKEN = (OSError, SyntaxError, ValueError, KeyError, TypeError, IndexError, OverflowError, struct.error)
"""What Pillow raises on headers that make no sense."""

_ADVICE = "请重新扫描或拍摄这一页。"


@dataclass(frozen=True, slots=True)
class _Header:
    format: str
    width: int
    height: int


def decode(path: Path) -> Pixels:
    """The page's raw pixels.

    The file has passed ``ocr.capture.files.expand`` and is bounded; what is still wrong with it is refused here.

    Raises:
        PageRefusedError: the file is gone, too large, or its pixels cannot be read.
    """
    content = _content(path)
    _header(path.name, content)
    return _pixels(path.name, content, _AS_FILED)


def opened(path: Path) -> View:
    """The page for reading; a very fine scan comes at half its size, its places still those of the page as filed.

    Raises:
        PageRefusedError: as :func:`decode`.
    """
    content = _content(path)
    header = _header(path.name, content)
    fine = header.width * header.height > _FINE
    pixels = _pixels(path.name, content, _HALVED if fine else _AS_FILED)
    return View.of(pixels, (header.width, header.height))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PageRefusedError(f"影像文件读不到：{path.name}。", code="image-unreadable", advice=_ADVICE) from error


def _header(name: str, content: bytes) -> _Header:
    """What the file says of itself; refused where it says nothing, too much, or ends too early."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content)) as image:
            header = _Header(str(image.format), *image.size)
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except _BROKEN:
        raise _damaged(name) from None
    if header.width * header.height > _MOST:
        raise _too_large(name)
    if not _whole(header.format, content):
        raise _damaged(name)
    return header


def _whole(form: str, content: bytes) -> bool:
    """Whether the file goes on to its end; decoders fill what is missing with grey."""
    if form == "JPEG":
        return content.rfind(b"\xff\xd9") > content.rfind(b"\xff\xda") >= 0
    return form != "PNG" or content.rfind(b"IEND") > 0


def _pixels(name: str, content: bytes, how: int) -> Pixels:
    try:
        pixels = cv2.imdecode(np.frombuffer(content, np.uint8), how)
    except cv2.error:
        pixels = None
    if pixels is None:
        raise _damaged(name)
    return np.asarray(pixels, np.uint8)


def _damaged(name: str) -> PageRefusedError:
    return PageRefusedError(f"影像已损坏，无法解码：{name}。", code="image-damaged", advice=_ADVICE)


def _too_large(name: str) -> PageRefusedError:
    advice = "请用 200 至 300 dpi 重新扫描这一页。"
    return PageRefusedError(f"影像的像素过多，没有解码：{name}。", code="image-too-large", advice=advice)
