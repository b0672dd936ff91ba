"""Print under a seal is read without the seal and with it; the surer reading stands, the other one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.view import View
from ocr.recognition.decoding import Seen
from ocr.recognition.seals import read_lines, sealed
from ocr.recognition.upright import Upright
from tests.fakes.networks import InkNetworks
from tests.ocr.drawing import box_quad, paper, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels


class ColourNetworks(InkNetworks):
    """Reads ``red`` where a picture has colour, ``black`` where it has none, as surely as it was told to."""

    def __init__(self, red: float, black: float) -> None:
        super().__init__()
        self._sure = {"red": red, "black": black}

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """One word a picture."""
        said = ["red" if np.ptp(crop.astype(int), axis=2).max() > 60 else "black" for crop in crops]
        return tuple(Seen(text, self._sure[text], self._sure[text]) for text in said)


def stamped_page() -> Pixels:
    sheet = paper(1000, 1400)
    for row in range(12):
        sheet = write(sheet, "金额合计 1680.00 床位费 480.00", (120, 100 + 90 * row), 34)
    sheet = sheet.copy()
    cv2.circle(sheet, (300, 1000), 110, (40, 40, 220), 9)
    cv2.circle(sheet, (300, 1000), 60, (40, 40, 220), 12)
    return sheet


def page_of(view: View) -> Upright:
    return Upright(view, (box_quad(110, 990, 500, 50), box_quad(110, 90, 500, 50)), 0)


def test_a_seal_on_print_is_taken_out_and_its_place_told() -> None:
    clean, places = sealed(View.of(stamped_page()))
    ((x, y, width, height),) = places
    assert x <= 200
    assert y <= 900
    assert x + width >= 400
    assert y + height >= 1100
    assert np.ptp(clean.source.astype(int), axis=2).max() < 60
    assert clean.source.min() < 60


def test_a_page_without_seals_is_the_same_page() -> None:
    view = View.of(write(paper(), "480.00", (40, 40)))
    clean, places = sealed(view)
    assert places == ()
    assert clean.source is view.source


@pytest.mark.parametrize(("red", "black", "stands", "other"), [(0.6, 0.9, "black", "red"), (0.9, 0.6, "red", "black")])
def test_the_surer_reading_stands_and_the_other_is_a_look(red: float, black: float, stands: str, other: str) -> None:
    filed = View.of(stamped_page())
    clean, places = sealed(filed)
    seen, looks = read_lines(ColourNetworks(red, black), page_of(clean), filed, places)
    assert [line.text for line in seen] == [stands, "black"]
    assert [(look.text, look.how, look.box) for look in looks] == [
        (other, {"red": "stamped", "black": "unstamped"}[other], (110, 990, 500, 50))
    ]
