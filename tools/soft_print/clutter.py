"""What a box cut out of a page holds beside its line: rules of the form, lines above and below, gaps of needles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.soft_print.chances import happens
from tools.soft_print.faces import EM

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tools.soft_print.setting import Frame, Ink


def cluttered(ink: Ink, frame: Frame, neighbour: Callable[[], Ink | None], rng: Random) -> Ink:
    """The ink of a line with what else its frame may hold; ``neighbour`` sets another line."""
    page = ink.copy()
    if happens(rng, "rule"):
        _rule(page, frame, rng)
    if happens(rng, "bar"):
        _bar(page, frame, rng)
    tight = frame.high < 2 * EM
    for side in (-1, 1):
        if happens(rng, "neighbour_tight" if tight else "neighbour_wide") and (other := neighbour()) is not None:
            rows = round(side * max(1.15 * EM, frame.high * rng.uniform(0.55, 0.95)))
            width = min(page.shape[1], other.shape[1])
            page[:, :width] = np.maximum(page[:, :width], shifted(other, rows)[:, :width])
    return page


def shifted(ink: Ink, rows: int) -> Ink:
    """The ink moved down, up where ``rows`` is below 0; what leaves the page is lost."""
    moved = np.zeros_like(ink)
    kept = max(0, len(ink) - abs(rows))
    start = len(ink) - kept
    if rows > 0:
        moved[start:] = ink[:kept]
    else:
        moved[:kept] = ink[start:]
    return moved


def needled(ink: Ink, rng: Random) -> Ink:
    """Ink as a head of needles strikes it: in dots."""
    pitch = rng.uniform(3.2, 6)
    down, across = ((np.arange(length) % pitch / pitch - 0.5) ** 2 for length in ink.shape)
    dots = np.clip(1.6 - 2.2 * np.sqrt(down[:, None] + across[None]), 0, 1)
    return np.clip(ink * dots * 1.3, 0, 1).astype(np.float32)


def _rule(page: Ink, frame: Frame, rng: Random) -> None:
    """A rule along the upper or the lower edge."""
    at = rng.choice((rng.uniform(-0.05, 0.12), rng.uniform(0.88, 1.05)))
    row = max(0, round(frame.top + at * frame.high))
    part = page[row : row + rng.randint(1, 5)]
    np.maximum(part, rng.uniform(0.5, 1), out=part)


def _bar(page: Ink, frame: Frame, rng: Random) -> None:
    """A rule across, near the beginning or the end."""
    inside = rng.uniform(0, 0.2) * EM
    column = max(0, round(rng.choice((frame.left + inside, frame.right - inside))))
    page[:, column : column + rng.randint(2, 6)] = 1
