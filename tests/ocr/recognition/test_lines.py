"""Lines go through the network in few shapes, and come back in the caller's order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.recognition.lines import LineReader, padded_length
from ocr.recognition.models import RecognitionModel

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels
    from ocr.recognition.runtimes import Floats

CHARACTERS = ("", *"0123456789")
WIDTHS = st.lists(st.integers(1, 3200), max_size=30)


class BrightnessNetwork:
    """Says the tenth of the brightness that a line has at its left end; keeps the shapes it was fed."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def __call__(self, batch: Floats) -> Floats:
        self.shapes.append(batch.shape)
        steps = np.zeros((len(batch), 4, len(CHARACTERS)), np.float32)
        steps[:, :, 0] = 1
        for row, line in enumerate(batch):
            steps[row, 1] = np.eye(len(CHARACTERS))[1 + int((line[:, 0].mean() + 1) / 2 * 9.99)]
        return steps


def line_of(digit: int, width: int, height: int = 24) -> Pixels:
    return np.full((height, width, 3), round(digit * 25.5 + 12), np.uint8)


def reader(network: BrightnessNetwork, room: int = 64) -> LineReader:
    return LineReader(RecognitionModel(Path("none"), CHARACTERS, 48), network, ThreadPoolExecutor(2), room)


def test_the_callers_order_is_kept_whatever_the_lengths() -> None:
    widths = (400, 20, 90, 1500, 30, 200, 5, 333, 60, 61)
    crops = [line_of(digit, width) for digit, width in enumerate(widths)]
    assert "".join(seen.text for seen in reader(BrightnessNetwork()).read(crops)) == "0123456789"


def test_no_lines_ask_nothing_of_the_network() -> None:
    network = BrightnessNetwork()
    assert reader(network).read([]) == ()
    assert network.shapes == []


def test_lines_of_all_lengths_make_few_shapes_and_bounded_ones() -> None:
    network = BrightnessNetwork()
    reader(network).read([line_of(1, width) for width in range(1, 3000, 7)])
    assert len(set(network.shapes)) <= 36
    assert max(shape[2] for shape in network.shapes) <= 3200


def test_a_picture_of_any_shape_is_a_line() -> None:
    strange = [line_of(3, 1, 1), line_of(3, 9000, 3), line_of(3, 2, 900)]
    assert [seen.text for seen in reader(BrightnessNetwork()).read(strange)] == ["3", "3", "3"]


@pytest.mark.parametrize(("room", "length"), [(0, 224), (16, 224), (32, 256), (64, 288)])
def test_grey_is_left_behind_a_line_as_the_weights_want_it(room: int, length: int) -> None:
    network = BrightnessNetwork()
    reader(network, room).read([line_of(1, 104)])
    assert network.shapes == [(1, 48, length, 3)]


def test_it_is_told_how_far_the_characters_lie_from_the_middle() -> None:
    narrow, wide = reader(BrightnessNetwork()).read([line_of(1, 40), line_of(1, 400)])
    assert narrow.off == pytest.approx((160 * 1.5 / 4 - 80 / 2) / 48)
    assert wide.off < -1
    assert narrow.ends == pytest.approx((160 / 4 / 48, 160 / 2 / 48))


@given(WIDTHS)
def test_every_line_is_read_once_on_its_own(widths: list[int]) -> None:
    network = BrightnessNetwork()
    seen = reader(network).read([line_of(at % 10, width) for at, width in enumerate(widths)])
    assert [line.text for line in seen] == [str(at % 10) for at in range(len(widths))]
    assert [shape[0] for shape in network.shapes] == [1] * len(widths)


@given(st.integers(1, 3200))
def test_padding_never_cuts_and_wastes_little(length: int) -> None:
    padded = padded_length(length)
    assert length <= padded <= max(96, length + 128)
