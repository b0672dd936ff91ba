from __future__ import annotations

import os

import pytest

from ocr.recognition.networks import long_side, threads
from tests.ocr.drawing import paper


@pytest.mark.parametrize(("width", "height", "side"), [(1654, 2339, 1280), (2339, 1654, 1280), (600, 3000, 2407)])
def test_every_shape_of_page_is_looked_at_with_the_same_area(width: int, height: int, side: int) -> None:
    assert long_side(paper(width, height)) == pytest.approx(side, abs=3)


def test_the_engine_takes_no_more_threads_than_there_are_cores() -> None:
    assert 1 <= threads() <= min(8, os.cpu_count() or 1)
