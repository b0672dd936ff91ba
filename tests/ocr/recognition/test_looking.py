"""A second look reads the same place in other pictures of it, wherever and however the page lies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.deskew import levelled
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from ocr.pages import SOFT_PRINT, Flaw, PageText
from ocr.recognition.decoding import Seen
from ocr.recognition.engine import PageReader
from ocr.recognition.looking import binary, enlarged, look, quad_of, widened
from tests.fakes.networks import InkNetworks
from tests.ocr.drawing import box_quad, paper, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ocr.imaging.view import Pixels


class KeepingNetworks(InkNetworks):
    """Keeps the pictures it was asked to read; the quick weights say something else."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Pixels] = []

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """As its parent, kept."""
        self.asked += crops
        return super().recognise(crops)

    def reconsider(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """Never sure."""
        return tuple(Seen("?", 0.5, 0.4) for _ in crops)


def bar() -> Pixels:
    sheet = paper(600, 420)
    sheet[80:104, 100:200] = 20
    sheet[88:96, 200:400] = 20
    sheet[240:264, 100:200] = 20
    sheet[248:256, 200:400] = 20
    return sheet


def filed(folder: Path, pixels: Pixels) -> Path:
    assert cv2.imwrite(str(folder / "page.png"), pixels)
    return folder / "page.png"


@pytest.mark.parametrize(("lies", "tilt"), [(0, 0.0), (90, 3.0), (180, -2.0), (270, 0.0)])
def test_every_variant_reads_the_place_asked_for(tmp_path: Path, lies: int, tilt: float) -> None:
    path = filed(tmp_path, turned(levelled(View.of(bar()), -tilt), lies).pixels)
    reader = PageReader(InkNetworks())
    page = reader.read(path, "a")
    looks = reader.look(path, page, [word.box for word in page.words])
    assert {look.how for look in looks} == {"scale", "binary", "unstamped", "weights"}
    assert {look.text for look in looks} == {"bar"}
    assert {look.box for look in looks} == {word.box for word in page.words}


def test_other_weights_have_an_opinion_of_their_own(tmp_path: Path) -> None:
    path = filed(tmp_path, bar())
    page = PageReader(InkNetworks()).read(path, "a")
    looks = PageReader(KeepingNetworks()).look(path, page, [page.words[0].box])
    assert [(found.text, found.spread) for found in looks if found.how == "weights"] == [("?", 0.4)]


def test_small_print_is_read_by_weights_of_its_own_too() -> None:
    view = View.of(bar())
    page = PageText("a", 600, 420, upright_size=(600, 420))
    looks = look(InkNetworks(), view, page, [(100, 82, 300, 20), (100, 70, 300, 44)])
    assert [one.box for one in looks if one.how == SOFT_PRINT] == [(100, 82, 300, 20)]


def test_no_place_asked_for_is_no_look(tmp_path: Path) -> None:
    path = filed(tmp_path, bar())
    reader = PageReader(InkNetworks())
    assert reader.look(path, reader.read(path, "a"), []) == ()


def test_a_place_beside_the_page_does_no_harm(tmp_path: Path) -> None:
    path = filed(tmp_path, bar())
    reader = PageReader(InkNetworks())
    page = reader.read(path, "a")
    assert isinstance(reader.look(path, page, [(-500, -500, 40, 20), (5000, 5000, 1, 1)]), tuple)


def test_a_seal_is_taken_out_of_one_picture_of_the_place() -> None:
    sheet = write(paper(300, 80), "1680.00", (60, 20), 30).copy()
    sheet[10:70, 40:140][sheet[10:70, 40:140].min(axis=2) > 128] = (60, 60, 230)
    networks = KeepingNetworks()
    look(networks, View.of(sheet), PageText("a", 300, 80, upright_size=(300, 80)), [(20, 10, 260, 60)])
    colour = [int(np.ptp(piece.astype(int), axis=2).max()) for piece in networks.asked]
    assert max(colour) > 100
    assert min(colour) < 40


def test_black_and_white_has_no_other_levels() -> None:
    grey = write(np.full((40, 200, 3), 150, np.uint8), "14415.78", (10, 2), 26, ink=90)
    assert set(np.unique(binary(grey))) == {0, 255}


@pytest.mark.parametrize(("height", "tall"), [(24, 96), (96, 96), (150, 150)])
def test_only_small_print_is_enlarged(height: int, tall: int) -> None:
    assert enlarged(paper(200, height)).shape[0] == tall


def test_a_wider_cut_has_the_same_room_on_all_sides() -> None:
    assert widened(box_quad(100, 50, 200, 20), 0.5).tolist() == quad_of((90, 40, 220, 40)).tolist()


def test_every_dim_word_of_an_unclear_page_is_read_by_the_weights_for_soft_print(tmp_path: Path) -> None:
    page = PageReader(InkNetworks()).read(filed(tmp_path, bar()), "a")
    dim = replace(page, words=tuple(replace(w, confidence=0.4, box=(*w.box[:3], 30)) for w in page.words))
    unclear = replace(dim, flaws=(Flaw("unclear", "看不清"),))
    assert look(InkNetworks(), View.of(bar()), dim, []) == ()
    found = look(InkNetworks(), View.of(bar()), unclear, [])
    assert {(one.box, one.how) for one in found} == {(word.box, SOFT_PRINT) for word in dim.words}


def test_small_dim_words_of_any_page_are_read_so_as_well(tmp_path: Path) -> None:
    page = PageReader(InkNetworks()).read(filed(tmp_path, bar()), "a")
    first, *others = page.words
    dim = replace(page, words=(replace(first, confidence=0.9), *others))
    assert [one.box for one in look(InkNetworks(), View.of(bar()), dim, [])] == [first.box]


def test_sure_words_of_an_unclear_page_are_left_alone(tmp_path: Path) -> None:
    page = PageReader(InkNetworks()).read(filed(tmp_path, bar()), "a")
    sure = replace(
        page, flaws=(Flaw("unclear", "看不清"),), words=tuple(replace(w, confidence=0.99) for w in page.words)
    )
    assert look(InkNetworks(), View.of(bar()), sure, []) == ()
