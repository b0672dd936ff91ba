from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from ocr.errors import PageRefusedError
from ocr.imaging.decode import decode

if TYPE_CHECKING:
    from pathlib import Path


def test_pixels_come_as_filed_whatever_exif_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 40), "red").save(tmp_path / "a.jpg", exif=exif)
    pixels = decode(tmp_path / "a.jpg")
    assert pixels.shape == (40, 60, 3)
    assert pixels[0, 0, 2] > 250


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_gives_three_channels(tmp_path: Path, mode: str) -> None:
    Image.new("L", (60, 40), 255).convert(mode if mode != "I;16" else "I").convert(mode).save(tmp_path / "a.png")
    assert decode(tmp_path / "a.png").shape == (40, 60, 3)


def test_colours_are_blue_green_red(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (10, 20, 30)).save(tmp_path / "a.png")
    assert np.array_equal(decode(tmp_path / "a.png")[0, 0], (30, 20, 10))


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_what_cannot_be_decoded_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(PageRefusedError, match=r"a\.png") as refused:
        decode(tmp_path / "a.png")
    assert refused.value.code == "image-damaged"
    assert refused.value.advice


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageRefusedError) as refused:
        decode(tmp_path / "gone.png")
    assert refused.value.code == "image-unreadable"
