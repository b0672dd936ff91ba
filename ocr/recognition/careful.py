"""Two sets of weights for lines: the quick ones read what is short, the first ones all they are not sure of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ocr.recognition.decoding import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels
    from ocr.recognition.decoding import Seen

_SURE = 0.97
"""Probability of its weakest character from which a line read by the quick weights stands. Of 3,100 such lines of the
labelled pages the first weights read 6 otherwise; 4 of these had overlooked a character at one end, see below."""

_SHORT = 6.25
"""Length to height of a line up to which the quick weights are asked: of longer ones they are seldom sure."""


_USUAL, _STRAY = 0.06, 0.075
"""How far the characters usually lie right of the middle of their picture, and how far from there they may lie: half a
sign of minus more, and a character at one end was overlooked, however sure the others are. In line heights."""


class Reader(Protocol):
    """Reads cut-out lines."""

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each level picture of a line says."""


class CarefulReader:
    """Reads lines at the cost of the quick weights where that is enough."""

    def __init__(self, quick: Reader, thorough: Reader) -> None:
        """``thorough`` has the last word wherever it is asked."""
        self._quick, self._thorough = quick, thorough

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each level picture of a line says."""
        seen = [NOTHING] * len(crops)
        _fill(seen, [n for n, crop in enumerate(crops) if _is_short(crop)], self._quick, crops)
        _fill(seen, [n for n, line in enumerate(seen) if not _stands(line)], self._thorough, crops)
        return tuple(seen)


def _fill(seen: list[Seen], chosen: Sequence[int], reader: Reader, crops: Sequence[Pixels]) -> None:
    """Put what the reader says of the chosen lines in their places."""
    for index, line in zip(chosen, reader.read([crops[index] for index in chosen]), strict=True):
        seen[index] = line


def _is_short(crop: Pixels) -> bool:
    height, width = crop.shape[:2]
    return bool(width <= _SHORT * height)


def _stands(line: Seen) -> bool:
    """Whether what the quick weights say is sure, and all of the picture is accounted for."""
    return line.spread >= _SURE and abs(line.off - _USUAL) <= _STRAY
