"""The same networks on every runtime see the same page: real weights, drawn print."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.crops import crop, level_box
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from ocr.recognition.choice import ENGINES, chosen, load
from ocr.recognition.runtimes import threads
from tests.ocr.drawing import LINES, paper, printed_page, write

if TYPE_CHECKING:
    from ocr.recognition.networks import Networks


@cache
def networks(engine: str) -> Networks:
    return load(chosen({"LINGBAO_ENGINE": engine}))


def squeezed(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_print_is_found_and_read(engine: str) -> None:
    pixels = printed_page()
    quads = sorted(networks(engine).find(pixels), key=lambda quad: (round(quad[0, 1] / 40), quad[0, 0]))
    seen = networks(engine).recognise([crop(pixels, quad) for quad in quads])
    assert squeezed("".join(line.text for line in seen)) == squeezed("".join(LINES))
    assert all(0.5 < line.spread <= line.confidence <= 1 for line in seen)


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_a_turned_page_is_told(engine: str) -> None:
    view = View.of(printed_page())
    assert [networks(engine).turn(turned(view, degrees).pixels) for degrees in (0, 180)] == [0, 180]


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_other_weights_give_a_second_opinion(engine: str) -> None:
    pixels = printed_page(("金额 1680.00",))
    (quad,) = networks(engine).find(pixels)
    (second,) = networks(engine).reconsider([crop(pixels, quad)])
    assert "1680.00" in second.text


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_print_of_nine_soft_pixels_is_read_by_weights_of_their_own(engine: str) -> None:
    sheet = write(paper(420, 60), "个人现金支付：14415.78", (20, 10), 32)
    soft = cv2.GaussianBlur(cv2.resize(sheet, None, fx=9 / 32, fy=9 / 32, interpolation=cv2.INTER_AREA), (0, 0), 1.1)
    (seen,) = networks(engine).read_soft([np.asarray(soft, np.uint8)])
    assert squeezed(seen.text) == squeezed("个人现金支付：14415.78")


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_the_smallest_pictures_do_no_harm(engine: str) -> None:
    dot = np.full((1, 1, 3), 255, np.uint8)
    assert networks(engine).find(dot) == ()
    assert len(networks(engine).recognise([dot, dot])) == 2
    assert networks(engine).turn(dot) in (0, 90, 180, 270)


@pytest.mark.engine
def test_the_runtimes_find_the_same_boxes() -> None:
    pixels = printed_page()
    boxes = [sorted(map(level_box, networks(engine).find(pixels)), key=itemgetter(1)) for engine in ENGINES]
    assert [len(found) for found in boxes] == [len(boxes[0])] * len(ENGINES)
    assert np.abs(np.array(boxes[1:]) - np.array(boxes[0])).max() <= 4


@pytest.mark.engine
def test_the_default_loads_no_paddle_and_nothing_that_reports() -> None:
    code = (
        "import sys; from ocr.recognition.engine import PageReader; PageReader()\n"
        "sys.exit(any(sys.modules.get(name) for name in ('paddleocr', 'paddle', 'paddlex', 'openvino_telemetry')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_engine_takes_no_more_threads_than_there_are_cores() -> None:
    assert 1 <= threads() <= min(8, os.cpu_count() or 1)
