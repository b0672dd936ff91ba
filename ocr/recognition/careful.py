"""Two sets of weights for lines: the quick ones read what is short, the first ones all they are not trusted with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ocr.recognition.decoding import NOTHING
from ocr.recognition.inked import ink_ends
from ocr.recognition.trust import Trust

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels
    from ocr.recognition.decoding import Seen


class Reader(Protocol):
    """Reads cut-out lines."""

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each level picture of a line says."""


class CarefulReader:
    """Reads lines at the cost of the quick weights where that is enough."""

    def __init__(self, quick: Reader, thorough: Reader, trust: Trust | None = None) -> None:
        """``thorough`` has the last word wherever it is asked; ``trust``: how far ``quick`` is believed."""
        self._quick, self._thorough, self._trust = quick, thorough, trust or Trust()

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each level picture of a line says."""
        seen = [NOTHING] * len(crops)
        _fill(seen, [n for n, crop in enumerate(crops) if self._is_short(crop)], self._quick, crops)
        doubted = [n for n, line in enumerate(seen) if not self._stands(line, crops[n])]
        _fill(seen, doubted, self._thorough, crops)
        return tuple(seen)

    def _stands(self, line: Seen, crop: Pixels) -> bool:
        """Whether a line is trusted, by its middle or, where that is off, by the ends of its ink."""
        trust = self._trust
        return trust.holds(line) or (trust.is_whole(line) and trust.covers(line, ink_ends(crop)))

    def _is_short(self, crop: Pixels) -> bool:
        height, width = crop.shape[:2]
        return bool(width <= self._trust.longest * height)


def _fill(seen: list[Seen], chosen: Sequence[int], reader: Reader, crops: Sequence[Pixels]) -> None:
    """Put what the reader says of the chosen lines in their places."""
    for index, line in zip(chosen, reader.read([crops[index] for index in chosen]), strict=True):
        seen[index] = line
