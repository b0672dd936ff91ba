"""A corrected place is cut out of its page, upright and with a little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from ocr.capture.cutting import cut_out
from ocr.errors import PageRefusedError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A white page with a black bar of 100 x 20 at (50, 60) whose left end is red."""
    picture = Image.new("RGB", (300, 200), "white")
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((50, 60, 149, 79), fill="black")
    drawing.rectangle((50, 60, 59, 79), fill="red")
    picture.save(tmp_path / "page.png")
    return tmp_path / "page.png"


def cut(page: Path, box: tuple[int, int, int, int], turn: int = 0) -> Image.Image:
    target = page.with_name("cut.png")
    cut_out(page, box, turn, target)
    return Image.open(target)


def test_the_place_is_cut_with_a_margin(page: Path) -> None:
    piece = cut(page, (50, 60, 100, 20))
    assert piece.size == (106, 26)
    assert piece.getpixel((0, 0)) == (255, 255, 255)
    assert piece.getpixel((53, 13)) == (0, 0, 0)


def test_a_page_that_lay_upside_down_gives_upright_pieces(page: Path) -> None:
    piece = cut(page, (50, 60, 100, 20), turn=180)
    assert piece.getpixel((100, 13)) == (255, 0, 0)


@pytest.mark.parametrize(("turn", "red"), [(90, (13, 5)), (270, (13, 100))])
def test_a_page_on_its_side_gives_upright_pieces(page: Path, turn: int, red: tuple[int, int]) -> None:
    piece = cut(page, (50, 60, 100, 20), turn)
    assert piece.size == (26, 106)
    assert piece.getpixel(red) == (255, 0, 0)


def test_a_place_at_the_edge_stays_inside_the_page(page: Path) -> None:
    assert cut(page, (0, 190, 100, 20)).size == (103, 13)


def test_a_place_outside_the_page_is_refused(page: Path) -> None:
    with pytest.raises(PageRefusedError):
        cut(page, (400, 10, 50, 20))
    assert not page.with_name("cut.png").exists()


def test_a_page_that_is_gone_says_so(page: Path) -> None:
    page.unlink()
    with pytest.raises(PageRefusedError) as caught:
        cut(page, (0, 0, 10, 10))
    assert caught.value.code == "file-missing"


def test_a_damaged_page_says_so(page: Path) -> None:
    page.write_bytes(page.read_bytes()[:200])
    with pytest.raises(PageRefusedError) as caught:
        cut(page, (50, 60, 100, 20))
    assert caught.value.code == "image-truncated"


def test_a_target_that_cannot_be_written_says_so(page: Path) -> None:
    with pytest.raises(PageRefusedError) as caught:
        cut_out(page, (50, 60, 100, 20), 0, page.with_name("missing") / "cut.png")
    assert caught.value.code == "not-written"
