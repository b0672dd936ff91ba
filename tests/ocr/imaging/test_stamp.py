"""A seal's ink goes, the print under it stays, and coloured print is no seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.stamp import over_print, stamps, unstamped, without_stamps
from tests.ocr.drawing import BLUE, PURPLE, RED, paper, printed_page, ruled, sealed, write

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

AT = (420, 260)
COLOURS = [RED, BLUE, PURPLE]


def coloured(sheet: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """The sheet with its black print in another ink."""
    ink = 1 - sheet.astype(np.float32) / 255
    return np.asarray(255 - ink * (255 - np.array(colour)), np.uint8)


def coloured_line(sheet: Pixels, text: str, at: tuple[int, int]) -> Pixels:
    return np.minimum(sheet, coloured(write(np.full_like(sheet, 255), text, at, 30), RED))


def darkness(pixels: Pixels) -> float:
    return float(255 - pixels.mean())


@pytest.mark.parametrize("colour", COLOURS)
def test_a_seal_is_found_where_it_stands(colour: tuple[int, int, int]) -> None:
    ((x, y, width, height),) = stamps(sealed(printed_page(), AT, colour))
    assert (x, y) == pytest.approx((AT[0] - 94, AT[1] - 94), abs=8)
    assert (width, height) == pytest.approx((188, 188), abs=14)


def test_a_red_seal_on_a_brown_form_is_told_from_it() -> None:
    form = coloured(ruled((40, 200, 360, 520, 560), tuple(range(40, 380, 26))), (40, 100, 160))
    ((x, y, width, height),) = stamps(sealed(form, (290, 200), radius=64))
    assert (x + width / 2, y + height / 2) == pytest.approx((290, 200), abs=10)
    assert max(width, height) < 170


def test_a_square_seal_with_its_frame_is_found() -> None:
    page = printed_page().copy()
    cv2.rectangle(page, (600, 480), (780, 600), RED, 6)
    ((x, y, width, height),) = stamps(coloured_line(page, "现金收讫", (630, 510)))
    assert (x, y, x + width, y + height) == pytest.approx((597, 477, 783, 603), abs=8)


def test_coloured_print_in_several_lines_is_no_seal() -> None:
    page = paper(1200, 900)
    for row in range(6):
        page = coloured_line(page, "医保统筹基金", (500, 300 + 34 * row))
    assert not stamps(page)


def test_two_seals_come_from_top_to_bottom() -> None:
    page = sealed(sealed(printed_page(), (300, 560)), (700, 180), BLUE)
    first, second = stamps(page)
    assert first[1] < second[1]


@pytest.mark.parametrize("colour", COLOURS)
def test_print_under_a_seal_survives_and_the_seal_does_not(colour: tuple[int, int, int]) -> None:
    plain = printed_page()
    clean = unstamped(sealed(plain, AT, colour)[170:350, 330:510])
    assert np.abs(clean.astype(int) - plain[170:350, 330:510]).mean() < 6
    assert clean.min() < 60


def test_an_opaque_pale_seal_is_taken_out_too() -> None:
    page = paper()
    cv2.circle(page, (200, 150), 80, (150, 150, 250), 6)
    assert unstamped(page).min() > 225


def test_a_seal_on_grey_paper_leaves_the_paper_as_it_is() -> None:
    page = (sealed(paper(), (200, 150)).astype(np.float32) * 0.7).astype(np.uint8)
    assert unstamped(page).mean(axis=(0, 1)) == pytest.approx(178, abs=5)


def test_the_page_outside_its_seals_is_untouched() -> None:
    page = sealed(coloured(printed_page(), RED), (800, 500))
    places = stamps(page)
    clean = without_stamps(page, places)
    (x, y, width, height) = places[0]
    assert darkness(clean[y : y + height, x : x + width]) < 0.3 * darkness(page[y : y + height, x : x + width])
    clean[y : y + height, x : x + width] = page[y : y + height, x : x + width]
    assert np.array_equal(clean, page)


def test_the_page_as_filed_keeps_its_seal() -> None:
    page = sealed(printed_page(), AT)
    before = page.copy()
    without_stamps(page, stamps(page))
    assert np.array_equal(page, before)


def test_a_page_without_seals_is_not_copied() -> None:
    page = printed_page()
    assert without_stamps(page, stamps(page)) is page


def test_only_a_seal_on_black_print_hides_something() -> None:
    page = sealed(sealed(printed_page(), AT), (800, 600))
    under = over_print(page, stamps(page))
    assert len(stamps(page)) == 2
    assert [place[1] < 300 for place in under] == [True]


def test_a_seal_on_print_of_its_own_colour_hides_nothing() -> None:
    page = sealed(coloured(printed_page(), RED), (800, 500))
    assert over_print(page, stamps(page)) == ()


@pytest.mark.parametrize("colour", COLOURS)
def test_coloured_print_is_no_seal(colour: tuple[int, int, int]) -> None:
    assert not stamps(coloured(printed_page(), colour))


def test_a_coloured_table_is_no_seal() -> None:
    table = write(ruled((40, 150, 290, 420, 560), (40, 90, 140, 190, 240)), "金额", (60, 50), 24)
    assert not stamps(coloured(table, RED))


def test_a_seal_across_the_frame_of_a_coloured_table_is_found() -> None:
    table = coloured(ruled((40, 560), (40, 300)), RED)
    ((x, y, width, height),) = stamps(sealed(table, (300, 300), radius=60))
    assert (x + width / 2, y + height / 2) == pytest.approx((300, 300), abs=10)


@pytest.mark.parametrize("page", [printed_page(), paper(), np.zeros((300, 400, 3), np.uint8)])
def test_a_page_without_colour_has_no_seal(page: Pixels) -> None:
    assert not stamps(page)


def test_a_coloured_desk_and_a_photo_are_no_seals() -> None:
    desk = np.full((900, 700, 3), (120, 60, 30), np.uint8)
    desk[100:800, 80:620] = 240
    desk[300:420, 200:320] = (90, 120, 200)
    assert not stamps(desk)


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 900, 3), (2000, 2, 3)])
def test_odd_sizes_do_no_harm(shape: tuple[int, int, int]) -> None:
    blank = np.full(shape, 255, np.uint8)
    assert stamps(blank) == ()
    assert unstamped(blank).shape == shape


def test_a_stray_place_outside_the_page_is_left_out() -> None:
    page = printed_page()
    assert np.array_equal(without_stamps(page, [(5000, 5000, 20, 20)]), page)
