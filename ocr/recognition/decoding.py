"""From the recogniser's probabilities to characters, with the weakest character kept (CTC, greedy)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BLANK = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What one text box says: characters, their mean probability, and the probability of the weakest one."""

    text: str
    confidence: float
    spread: float


NOTHING = Seen("", 0.0, 0.0)


def decode_line(probabilities: NDArray[np.float32], characters: Sequence[str]) -> Seen:
    """Collapse repeats, drop blanks; each character counts with the best probability of its run.

    Args:
        probabilities: time steps x classes; class 0 is the blank.
        characters: what each class stands for.
    """
    best = probabilities.argmax(axis=1)
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    peaks = np.maximum.reduceat(probabilities.max(axis=1), starts)
    kept = best[starts] != _BLANK
    if not kept.any():
        return NOTHING
    text = "".join(characters[index] for index in best[starts][kept])
    return Seen(text, float(peaks[kept].mean()), float(peaks[kept].min()))


class LineDecoder:
    """Stands in the place of PaddleX's decoder, which keeps no more than the mean probability."""

    def __init__(self, characters: Sequence[str]) -> None:
        """Keep the alphabet, blank first."""
        self._characters = characters

    def __call__(self, predictions: Sequence[Any], **_: object) -> tuple[list[Seen], list[float]]:
        """Lines and their confidences, in the order of the batch."""
        seen = [decode_line(line, self._characters) for line in np.asarray(predictions[0])]
        return seen, [line.confidence for line in seen]
