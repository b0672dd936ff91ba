"""Any page file becomes pixels as filed, or is refused in words; nothing a file holds crashes the reader."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ocr.errors import PageRefusedError
from ocr.imaging.decode import decode, opened
from ocr.imaging.view import moved_points
from tests.ocr.drawing import printed_page

ORIENTATION = 0x0112
MODES = ("1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16")
FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF")


def encoded(image: Image.Image, form: str, **how: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **how)
    return buffer.getvalue()


def tagged(value: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = value
    return exif


def coloured(mode: str, size: tuple[int, int] = (60, 40)) -> Image.Image:
    if mode == "I;16":
        return Image.fromarray(np.full((size[1], size[0]), 40000, np.uint16))
    return Image.new("RGB", size, (200, 120, 40)).convert(mode)


@cache
def a_page(form: str) -> bytes:
    return encoded(Image.fromarray(printed_page()[:200, :300]), form)


@pytest.fixture
def kept(tmp_path: Path) -> Any:
    """Write bytes as a page file."""

    def write(content: bytes, name: str = "a.png") -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return write


def survives(content: bytes) -> None:
    """The content decodes to a picture, or is refused in words; nothing else happens."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "page.jpg")
        path.write_bytes(content)
        for reading in (decode, opened):
            with suppress(PageRefusedError):
                reading(path)


def test_pixels_come_as_filed_whatever_exif_says(kept: Any) -> None:
    pixels = decode(kept(encoded(Image.new("RGB", (60, 40), "red"), "JPEG", exif=tagged(6))))
    assert pixels.shape == (40, 60, 3)
    assert pixels[0, 0, 2] > 250


@pytest.mark.parametrize("mode", MODES)
def test_every_kind_of_png_gives_three_channels(kept: Any, mode: str) -> None:
    image = coloured(mode if mode != "CMYK" else "RGB")
    assert decode(kept(encoded(image, "PNG"))).shape == (40, 60, 3)


def test_a_four_colour_jpeg_keeps_its_colours(kept: Any) -> None:
    pixels = decode(kept(encoded(coloured("CMYK"), "JPEG", quality=95)))
    assert pixels[20, 30].astype(int) == pytest.approx((40, 120, 200), abs=12)


def test_sixteen_bits_become_eight(kept: Any) -> None:
    assert decode(kept(encoded(coloured("I;16"), "PNG")))[20, 30].astype(int) == pytest.approx((156, 156, 156), abs=2)


def test_colours_are_blue_green_red(kept: Any) -> None:
    pixels = decode(kept(encoded(Image.new("RGB", (4, 4), (10, 20, 30)), "PNG")))
    assert np.array_equal(pixels[0, 0], (30, 20, 10))


def test_an_ordinary_page_is_opened_at_its_size(kept: Any) -> None:
    view = opened(kept(a_page("PNG")))
    assert view.size == view.filed_size == (300, 200)
    assert np.array_equal(view.pixels, decode(kept(a_page("PNG"))))


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_very_fine_scan_is_read_at_half_its_size_and_points_into_the_page_as_filed(kept: Any, form: str) -> None:
    view = opened(kept(encoded(Image.new("L", (4961, 7015), 255), form)))
    assert view.size == pytest.approx((2480.5, 3507.5), abs=0.5)
    assert view.filed_size == (4961, 7015)
    assert moved_points(np.array([view.size], np.float64), view.to_filed)[0] == pytest.approx((4961, 7015))


@pytest.mark.parametrize(
    "garbage", [b"Exif\0\0", b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01"]
)
def test_nonsense_in_exif_does_no_harm(kept: Any, garbage: bytes) -> None:
    path = kept(encoded(Image.new("RGB", (60, 40)), "JPEG", exif=garbage))
    assert decode(path).shape == (40, 60, 3)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"%PDF-1.7"])
def test_what_cannot_be_decoded_is_refused(kept: Any, content: bytes) -> None:
    with pytest.raises(PageRefusedError, match=r"a\.png") as refused:
        decode(kept(content))
    assert refused.value.code == "image-damaged"
    assert refused.value.advice


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.98])
def test_half_a_page_is_refused_instead_of_filled_with_grey(kept: Any, form: str, share: float) -> None:
    content = a_page(form)
    with pytest.raises(PageRefusedError) as refused:
        decode(kept(content[: int(len(content) * share)]))
    assert refused.value.code == "image-damaged"


@pytest.mark.parametrize("size", [(40_000, 40_000), (12_000, 11_000), (65_000, 65_000)])
def test_a_page_that_claims_too_many_pixels_is_refused_undecoded(kept: Any, size: tuple[int, int]) -> None:
    content = bytearray(a_page("PNG"))
    content[16:24] = struct.pack(">II", *size)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    with pytest.raises(PageRefusedError) as refused:
        decode(kept(bytes(content)))
    assert refused.value.code == "image-too-large"


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageRefusedError) as refused:
        decode(tmp_path / "gone.png")
    assert refused.value.code == "image-unreadable"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageRefusedError) as refused:
        opened(tmp_path)
    assert refused.value.code == "image-unreadable"


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    survives(content)


@given(st.sampled_from(FORMATS), st.integers(min_value=0, max_value=10_000))
def test_any_truncated_page_is_decoded_or_refused(form: str, length: int) -> None:
    survives(a_page(form)[:length])


@settings(max_examples=150)
@given(st.sampled_from(FORMATS), st.lists(st.tuples(st.integers(0, 9_999), st.integers(0, 255)), max_size=12))
def test_any_page_with_flipped_bytes_is_decoded_or_refused(form: str, flips: list[tuple[int, int]]) -> None:
    content = bytearray(a_page(form))
    for at, value in flips:
        content[at % len(content)] = value
    survives(bytes(content))


@settings(max_examples=150)
@given(st.sampled_from(FORMATS), st.binary(min_size=1, max_size=40), st.integers(0, 400))
def test_any_page_with_a_broken_header_is_decoded_or_refused(form: str, garbage: bytes, at: int) -> None:
    content = a_page(form)
    survives(content[:at] + garbage + content[at + len(garbage) :])


@given(st.binary(max_size=200))
def test_any_exif_is_survived(garbage: bytes) -> None:
    survives(encoded(Image.new("RGB", (20, 20)), "JPEG", exif=b"Exif\0\0" + garbage))


@pytest.mark.parametrize("form", FORMATS)
def test_every_mode_in_every_format_is_decoded_or_refused(form: str) -> None:
    for mode in MODES:
        with suppress(OSError, ValueError):  # a format that does not hold this mode
            survives(encoded(coloured(mode), form))
