"""Pictures become the network's numbers, channel by channel, in the order of their pixels."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.recognition.feeding import tinted
from ocr.recognition.models import CENTRED, Tint


def test_levels_lie_between_minus_one_and_one() -> None:
    levels = np.array([[[0, 255, 127]]], np.uint8)
    assert tinted(levels, CENTRED)[0, 0] == pytest.approx([-1, 1, 127 * 2 / 255 - 1], abs=1e-6)


def test_each_channel_has_a_gain_and_a_shift_of_its_own() -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (20, 30, 3), np.uint8)
    gain, shift = (0.5, 1.0, 2.0), (0.0, -3.0, 7.0)
    assert np.allclose(tinted(pixels, Tint(gain, shift)), pixels * np.array(gain) + np.array(shift))


def test_the_picture_keeps_its_shape() -> None:
    fed = tinted(np.zeros((5, 9, 3), np.uint8), CENTRED)
    assert fed.shape == (5, 9, 3)
    assert fed.dtype == np.float32
