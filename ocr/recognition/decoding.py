"""From the recogniser's probabilities to characters, with the weakest one and the runners-up kept (CTC, greedy)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from ocr.pages import Rival
    from ocr.recognition.phrases import Likely

    Decode = Callable[[NDArray[np.float32], Sequence[str]], "Seen"]

_BLANK = 0

_HALF = 0.5
"""Probability above which nothing else can be likelier."""


class Keep(NamedTuple):
    """How many runner-up characters are kept beside the best one, and from which probability one is worth telling."""

    most: int
    least: float


USUAL = Keep(2, 0.01)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one text box says.

    Attributes:
        text: the characters.
        confidence, spread: their mean probability, and that of the weakest one.
        rivals: the runners-up.
        reach: where the characters begin and end along the time steps, 0 to 1.
        off: how far that is right of the middle of the picture, in line heights; a character that was overlooked at
            one end shifts it. 0 where nobody measured it.
        ends: where they begin and end, in line heights from the left edge of the picture.
        likely: known phrases that it may be, where they were looked for.
    """

    text: str
    confidence: float
    spread: float
    rivals: tuple[Rival, ...] = ()
    reach: tuple[float, float] = (0.0, 1.0)
    off: float = 0.0
    ends: tuple[float, float] = (0.0, 0.0)
    likely: tuple[Likely, ...] = ()


NOTHING = Seen("", 0.0, 0.0)


def decode_line(probabilities: NDArray[np.float32], characters: Sequence[str], keep: Keep = USUAL) -> Seen:
    """Collapse repeats, drop blanks; each character counts with the best probability of its run.

    Args:
        probabilities: time steps x classes; class 0 is the blank.
        characters: what each class stands for.
        keep: which runners-up are told.
    """
    best = np.full(len(probabilities), _BLANK)
    for step in np.flatnonzero(probabilities[:, _BLANK] <= _HALF):
        best[step] = probabilities[step].argmax()
    shares = probabilities[np.arange(len(best)), best]
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    ends = np.append(starts[1:], len(best))
    runs = [(start, end) for start, end in zip(starts, ends, strict=True) if best[start] != _BLANK]
    if not runs:
        return NOTHING
    peaks = np.array([start + int(shares[start:end].argmax()) for start, end in runs])
    found, sure = best[peaks], shares[peaks]
    doubted = np.flatnonzero(sure <= 1 - keep.least)
    rivals = tuple(
        (int(doubted[row]), characters[index], share)
        for row, index, share in _runners(probabilities[peaks[doubted]], found[doubted], keep)
    )
    reach = (float(runs[0][0]) / len(best), float(runs[-1][1]) / len(best))
    return Seen("".join(characters[index] for index in found), float(sure.mean()), float(sure.min()), rivals, reach)


def _runners(steps: NDArray[np.float32], found: NDArray[np.int64], keep: Keep) -> list[tuple[int, int, float]]:
    """The likeliest other classes of each step as (step, class, probability); ``steps`` is taken apart."""
    rows = np.arange(len(found))
    steps[:, _BLANK] = 0
    steps[rows, found] = 0
    told: list[tuple[int, int, float]] = []
    for _ in range(keep.most):
        rows = rows[steps[rows].max(axis=1) >= keep.least]
        if not rows.size:
            break
        second = steps[rows].argmax(axis=1)
        told += [(int(r), int(c), round(float(steps[r, c]), 4)) for r, c in zip(rows, second, strict=True)]
        steps[rows, second] = 0
    return sorted(told, key=lambda other: (other[0], -other[2]))
