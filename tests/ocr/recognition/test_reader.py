"""A page is set upright by its own text, levelled, and every word points back at its ink on the page as filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.errors import PageRefusedError
from ocr.imaging.deskew import levelled
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from ocr.recognition.engine import PageReader
from tests.fakes.networks import InkNetworks
from tests.ocr.drawing import paper

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.imaging.view import Pixels
    from ocr.pages import Box

ROWS = (80, 160, 240, 320)


def bars() -> Pixels:
    """Lines that are thick at their left end, thin at their right."""
    sheet = paper(600, 420)
    for y in ROWS:
        sheet[y : y + 24, 100:200] = 20
        sheet[y + 8 : y + 16, 200:400] = 20
    return sheet


def filed(folder: Path, pixels: Pixels) -> Path:
    path = folder / "page.png"
    assert cv2.imwrite(str(path), pixels)
    return path


def ink_share(pixels: Pixels, box: Box) -> float:
    """How much of the page's ink a box holds."""
    x, y, width, height = box
    ink = pixels.max(axis=2) < 128
    return float(ink[y : y + height, x : x + width].sum() / ink.sum())


@pytest.mark.parametrize("guess", [0, 90, 180, 270])
@pytest.mark.parametrize("lies", [0, 90, 180, 270])
def test_the_text_corrects_any_guess_of_the_classifier(tmp_path: Path, guess: int, lies: int) -> None:
    pixels = turned(View.of(bars()), lies).pixels
    page = PageReader(InkNetworks(guess)).read(filed(tmp_path, pixels), "a")
    assert page.rotation == (360 - lies) % 360
    assert [word.text for word in page.words] == ["bar"] * len(ROWS)


def test_a_right_guess_costs_no_second_look(tmp_path: Path) -> None:
    networks = InkNetworks()
    PageReader(networks).read(filed(tmp_path, bars()), "a")
    assert networks.found == 1


@pytest.mark.parametrize(("lies", "tilt"), [(0, 2.0), (90, -3.0), (180, 1.0), (270, 0.0)])
def test_every_word_points_at_its_own_ink(tmp_path: Path, lies: int, tilt: float) -> None:
    pixels = turned(levelled(View.of(bars()), -tilt), lies).pixels
    page = PageReader(InkNetworks()).read(filed(tmp_path, pixels), "a")
    assert page.skew == pytest.approx(tilt, abs=0.3)
    shares = [ink_share(pixels, page.filed_box(word.box)) for word in page.words]
    assert shares == pytest.approx([0.25] * len(ROWS), abs=0.02)


def test_the_words_are_level_after_the_tilt_is_taken_out(tmp_path: Path) -> None:
    page = PageReader(InkNetworks()).read(filed(tmp_path, levelled(View.of(bars()), -4).pixels), "a")
    assert all(word.box[3] == pytest.approx(24, abs=5) for word in page.words)


def test_a_blank_page_is_read_and_said_to_be_blank(tmp_path: Path) -> None:
    page = PageReader(InkNetworks()).read(filed(tmp_path, paper()), "a")
    assert (page.file, page.width, page.height, page.words) == ("a", 400, 300, ())
    assert "没有识别到文字" in page.quality[0]


def test_the_smallest_picture_does_no_harm(tmp_path: Path) -> None:
    page = PageReader(InkNetworks()).read(filed(tmp_path, np.zeros((1, 1, 3), np.uint8)), "a")
    assert (page.width, page.height) == (1, 1)


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"text")
    with pytest.raises(PageRefusedError):
        PageReader(InkNetworks()).read(tmp_path / "a.png", "a")
