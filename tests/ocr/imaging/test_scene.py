"""Paper is told from a desk and a landscape, and a screen from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.scene import is_screen, paper_share
from tests.ocr.drawing import paper, printed_page

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

BLUISH = np.array([1.0, 0.94, 0.9])


def photo(pixels: Pixels, light: np.ndarray = BLUISH) -> Pixels:
    """The page with a camera's grain, in coloured light."""
    grain = np.random.default_rng(1).normal(0, 2, pixels.shape[:2])[:, :, None]
    return np.asarray(np.clip(pixels * light * 0.9 + grain, 0, 255), np.uint8)


def dotted(pixels: Pixels, pitch: float = 7.3, depth: float = 0.05, slope: float = 0.2) -> Pixels:
    """The page as a screen shows it: its dots beat with those of the camera."""
    y, x = np.indices(pixels.shape[:2])
    beat = 1 + depth * np.sin(2 * np.pi * (x + slope * y) / pitch)
    return np.asarray(np.clip(pixels * beat[:, :, None], 0, 255), np.uint8)


def printed_sheet() -> Pixels:
    return np.asarray(cv2.resize(printed_page(), (1600, 1120)), np.uint8)


@pytest.mark.parametrize("pitch", [4.1, 7.3, 11.0])
@pytest.mark.parametrize("depth", [0.03, 0.08])
def test_a_screen_is_known_by_its_dots_and_its_light(pitch: float, depth: float) -> None:
    assert is_screen(photo(dotted(printed_sheet(), pitch, depth)))


def test_a_photographed_paper_is_no_screen() -> None:
    assert not is_screen(photo(printed_sheet()))
    assert not is_screen(photo(printed_sheet(), BLUISH[::-1]))


def test_a_form_on_a_tinted_ground_is_no_screen() -> None:
    assert not is_screen(photo(dotted(printed_sheet()), BLUISH[::-1]))


def test_a_compressed_scan_is_no_screen() -> None:
    _, content = cv2.imencode(".jpg", photo(printed_sheet()), [cv2.IMWRITE_JPEG_QUALITY, 30])
    assert not is_screen(np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR), np.uint8))


@pytest.mark.parametrize("shape", [(1, 1, 3), (90, 70, 3), (200, 3000, 3)])
def test_odd_sizes_do_no_harm(shape: tuple[int, int, int]) -> None:
    blank = np.full(shape, 255, np.uint8)
    assert not is_screen(blank)
    assert paper_share(blank) == 1.0


def test_most_of_a_page_is_paper() -> None:
    assert paper_share(printed_page()) > 0.6
    assert paper_share(paper()) == 1.0
    assert paper_share(photo(printed_page(), BLUISH * 0.7)) > 0.5


def test_half_of_a_desk_is_not_paper() -> None:
    desk = np.full((600, 800, 3), (30, 60, 90), np.uint8)
    desk[:, :400] = 240
    assert paper_share(desk) == pytest.approx(0.5, abs=0.03)


def test_colour_and_dark_and_turmoil_are_not_paper() -> None:
    turmoil = np.random.default_rng(2).integers(100, 255, (300, 400, 1), np.uint8).repeat(3, axis=2)
    assert paper_share(np.full((300, 400, 3), (220, 120, 60), np.uint8)) == 0.0
    assert paper_share(np.full((300, 400, 3), 60, np.uint8)) == 0.0
    assert paper_share(turmoil) < 0.2


def test_soft_patches_of_many_tints_are_not_paper() -> None:
    patches = np.random.default_rng(5).uniform(120, 255, (5, 7, 3)).astype(np.float32)
    pastel = 200 + (cv2.resize(patches, (700, 500), interpolation=cv2.INTER_CUBIC) - 190) * 0.5
    assert paper_share(np.asarray(np.clip(pastel, 0, 255), np.uint8)) < 0.2


def test_a_shadow_on_paper_leaves_it_paper() -> None:
    shadow = np.linspace(0.55, 1.0, 1000)[None, :, None]
    assert paper_share(np.asarray(printed_page() * shadow, np.uint8)) > 0.5
