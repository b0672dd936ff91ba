"""What was put before the camera: a paper, a screen that shows one, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.imaging.view import reduced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from ocr.imaging.view import Grey, Pixels

_SIGHT = 320
"""Pixels of the long side at which paper is looked for."""

_LIGHT, _COLOURLESS = 110, 45
"""Paper has a strongest channel above, and a spread of its channels below, these levels."""

_STEADY = 9.0
"""Steps of grey within a small neighbourhood that blank paper does not reach."""

_TINT = 0.06
"""How far a channel of paper strays from the tint of the rest, as a share of its level."""

_PATCH = 128
"""Side of the pieces, pixels, in which the dots of a screen are looked for."""

_PATCHES = 6

_COARSE = 7
"""Waves a piece below which a pattern is light and shade, not dots."""

_BEAT = 12.0
"""How far a screen's dots stand out of the grain of a picture, in usual steps of that grain."""

_SEEN = 1.2
"""Levels of grey by which a screen's dots are lighter and darker than its middle."""

_BLUE = 8.0
"""Levels by which a screen's white is bluer than red; a room's light makes paper yellow rather than blue."""


def paper_share(pixels: Pixels) -> float:
    """The share of a picture that looks like blank paper: light, even, without colour, and all of one tint."""
    small = reduced(pixels, max(1, round(max(pixels.shape[:2]) / _SIGHT)))
    strongest, weakest = small.max(axis=2), small.min(axis=2)
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.float32)
    even = np.abs(grey - cv2.blur(grey, (5, 5))) < _STEADY
    blank = even & (strongest > _LIGHT) & (strongest - weakest < _COLOURLESS)
    if not blank.any():
        return 0.0
    tint = small / np.maximum(grey, 1)[:, :, None]
    strayed = np.abs(tint - np.median(tint[blank], axis=0)).max(axis=2)
    return float((blank & (strayed < _TINT)).mean())


def is_screen(pixels: Pixels) -> bool:
    """Whether the page was photographed from a screen: regular dots all over it, in bluish light.

    Dots alone do not tell: forms are printed on tinted grounds.
    """
    pieces = sorted(_pieces(pixels), key=_ink)[:_PATCHES]
    if len(pieces) < _PATCHES or not _is_blue(pieces):
        return False
    return _has_dots([np.asarray(cv2.cvtColor(piece, cv2.COLOR_BGR2GRAY), np.uint8) for piece in pieces])


def _pieces(pixels: Pixels) -> Iterator[Pixels]:
    """Pieces of a picture's middle, some 50 of them wherever it is large enough."""
    height, width = pixels.shape[:2]
    for y in np.linspace(height * 0.12, height * 0.88 - _PATCH, 8).astype(int):
        for x in np.linspace(width * 0.12, width * 0.88 - _PATCH, 6).astype(int):
            piece = pixels[max(0, y) : y + _PATCH, max(0, x) : x + _PATCH]
            if piece.shape[:2] == (_PATCH, _PATCH):
                yield piece


def _ink(piece: Pixels) -> float:
    """How much more than grain a piece shows; dark pieces come last, they are no paper."""
    grey = piece[::4, ::4, 1]
    return float(np.ptp(grey)) + (255 - float(np.median(grey)))


def _is_blue(pieces: list[Pixels]) -> bool:
    blue, _, red = np.median(np.concatenate([piece[::4, ::4].reshape(-1, 3) for piece in pieces]), axis=0)
    return bool(blue - red > _BLUE)


def _has_dots(pieces: list[Grey]) -> bool:
    """Whether one fine wave runs through most of the pieces and stands out of all others."""
    window = np.outer(np.hanning(_PATCH), np.hanning(_PATCH)).astype(np.float32)
    waves = np.median([_waves(piece, window / window.sum() * 2) for piece in pieces], axis=0)
    strongest, usual = float(waves.max()), float(np.median(waves))
    return strongest > _SEEN and strongest > _BEAT * usual


def _waves(piece: Grey, window: NDArray[np.float32]) -> NDArray[np.float32]:
    """The strength of each fine wave in a piece, without light and shade and without the blocks of JPEG."""
    level = piece.astype(np.float32) - cv2.GaussianBlur(piece.astype(np.float32), (0, 0), 8)
    strength = np.abs(np.fft.rfft2(level * window))
    across, down = np.arange(strength.shape[1]), np.abs(np.fft.fftfreq(_PATCH, 1 / _PATCH))
    fine = np.hypot(across[None, :], down[:, None]) > _COARSE
    blocks = (across[None, :] < 2) | (down[:, None] < 2)  # noqa: PLR2004  the blocks' edges run along the axes
    return np.asarray(strength[fine & ~blocks], np.float32)
