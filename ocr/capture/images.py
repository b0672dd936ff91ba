"""Image files: checked before decoding, decoded once to prove them whole, kept as they are where they are sane."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from ocr.capture.kept import CapturedPage, keep
from ocr.capture.limits import MAX_PAGES, check_size, refused
from ocr.errors import PageRefusedError
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF")
_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png"}
_PLAIN_MODES = frozenset({"RGB", "L", "1"})
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, OverflowError, IndexError, TypeError, MemoryError)
_SIXTEEN_BIT = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})


def pages(name: str, content: bytes, into: Path) -> Iterator[CapturedPage | Failure]:
    """One page for each frame; a frame that is broken is a failure and the others go on."""
    try:
        image = _opened(content)
        frames = _frames(image)
    except PageRefusedError as error:
        yield _failure(name, error)
        return
    for number in range(frames):
        title = name if frames == 1 else f"{name}#{number + 1}"
        try:
            frame = _frame(image, number)
            yield (
                _kept(title, frame, into) if frames > 1 or not _sane(image) else _as_it_is(title, image, content, into)
            )
        except PageRefusedError as error:
            yield _failure(title, error)


def _opened(content: bytes) -> Image.Image:
    """The image with its head read and its size checked, nothing decoded yet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise refused("image-too-large") from error
    except UnidentifiedImageError as error:
        raise refused("unknown-format") from error
    except _BROKEN as error:
        raise refused("image-truncated") from error
    check_size(*image.size)
    return image


def bounded_image(content: bytes) -> Image.Image:
    """The first frame of an image, wholly decoded. Raises PageRefusedError: no image, damaged, or too large."""
    image = _opened(content)
    try:
        image.load()
    except _BROKEN as error:
        raise refused("image-truncated") from error
    return image


def _frames(image: Image.Image) -> int:
    if image.format not in {"TIFF", "GIF"}:
        return 1
    try:
        frames = int(getattr(image, "n_frames", 1))
    except _BROKEN as error:
        raise refused("image-truncated") from error
    if frames > MAX_PAGES:
        raise refused("too-many-pages")
    return frames


def _frame(image: Image.Image, number: int) -> Image.Image:
    """One frame, wholly decoded; the size of each frame is checked before its pixels are."""
    try:
        if number:
            image.seek(number)
        check_size(*image.size)
        image.load()
    except _BROKEN as error:
        raise refused("image-truncated") from error
    return image


def _sane(image: Image.Image) -> bool:
    """Whether the file can be kept byte for byte: a plain JPEG or PNG without transparency."""
    return image.format in _SUFFIXES and image.mode in _PLAIN_MODES and "transparency" not in image.info


def _as_it_is(name: str, image: Image.Image, content: bytes, into: Path) -> CapturedPage:
    return keep(name, content, _SUFFIXES[str(image.format)], into, image.size)


def _kept(name: str, frame: Image.Image, into: Path) -> CapturedPage:
    """Any other frame as a PNG in gray or colour on white."""
    return keep_png(name, flattened(frame), into)


def keep_png(name: str, image: Image.Image, into: Path) -> CapturedPage:
    """Write an image as a lossless PNG page."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=3)
    return keep(name, buffer.getvalue(), ".png", into, image.size)


def flattened(image: Image.Image) -> Image.Image:
    """The image in 1-bit, gray or RGB: transparency on white, 16 bits scaled to 8, CMYK and palettes in colour."""
    if image.mode in _SIXTEEN_BIT:
        low, high = image.getextrema()
        span = max(float(high) - float(low), 1.0)  # type: ignore[arg-type]
        return image.point(lambda value: (value - float(low)) * 255 / span).convert("L")  # type: ignore[arg-type]
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("RGB")
    return image.copy() if image.mode in _PLAIN_MODES else image.convert("RGB")


def _failure(name: str, error: PageRefusedError) -> Failure:
    return Failure(name, error.code, str(error), error.advice)
