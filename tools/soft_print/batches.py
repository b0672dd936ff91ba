"""Lines in batches of like lengths, as tuning takes them; the same seed makes the same batches."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from tools.soft_print.faces import case
from tools.soft_print.lines import HEIGHT, Press
from tools.soft_print.sources import words
from tools.soft_print.texts import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels
    from tools.soft_print.alphabet import Alphabet

_AHEAD = 12
"""Batches made at a time, so that lines of like length come together."""

_A_PLACE = 8
"""Pixels of a line to one answer of the network; a text of more characters than answers cannot be learnt."""

_ROOM, _STEP, _LEAST = (0, 16, 32, 64), 32, 96
"""Pixels of grey behind the longest line of a batch, the step of lengths, and the shortest."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What lines are made of.

    Attributes:
        alphabet: texts with other characters are left out.
        names: names besides the project's own.
        faces: folders of typefaces.
        soft: share of lines in small soft print, 0 to 1.
        widest: pixels of the longest line.
    """

    alphabet: Alphabet
    names: tuple[str, ...]
    faces: tuple[Path, ...]
    soft: float = 0.75
    widest: int = 420


@dataclass(frozen=True, slots=True)
class Sample:
    """A line: its text, the classes of it, and its picture."""

    text: str
    codes: list[int]
    picture: Pixels


@dataclass(frozen=True, slots=True)
class Batch:
    """Lines side by side: levels between -1 and 1, 0 behind their ends, and the classes of each."""

    lines: NDArray[np.float32]
    codes: list[list[int]]


def samples(recipe: Recipe, seed: int) -> Iterator[Sample]:
    """Lines without end."""
    rng = Random(seed)  # noqa: S311 - a repeatable drawing
    writer = Writer(rng, words(recipe.names))
    press = Press(case(recipe.faces), writer.text, recipe.soft)
    while True:
        text = writer.text()
        codes = recipe.alphabet.coded(text)
        picture = press.line(text, rng) if codes else None
        if codes and picture is not None and fits(codes, picture, recipe.widest):
            yield Sample(text, codes, picture)


def fits(codes: list[int], picture: Pixels, widest: int) -> bool:
    """Whether the line is short enough, and long enough for its text."""
    width = int(picture.shape[1])
    return width <= widest and len(codes) * _A_PLACE <= width + _STEP


def batches(recipe: Recipe, seed: int, size: int = 32) -> Iterator[Batch]:
    """Batches without end, in an order without meaning."""
    lines = samples(recipe, seed)
    rng = Random(seed)  # noqa: S311 - a repeatable drawing
    while True:
        pool = sorted((next(lines) for _ in range(size * _AHEAD)), key=lambda line: line.picture.shape[1])
        parts = [pool[at : at + size] for at in range(0, len(pool), size)]
        rng.shuffle(parts)
        yield from (laid_out(part, rng.choice(_ROOM)) for part in parts)


def laid_out(lines: list[Sample], room: int) -> Batch:
    """Lines as one batch, with room behind the longest."""
    wanted = max(_LEAST, room + max(line.picture.shape[1] for line in lines))
    levels = np.zeros((len(lines), 3, HEIGHT, -(-wanted // _STEP) * _STEP), np.float32)
    for at, line in enumerate(lines):
        levels[at, :, :, : line.picture.shape[1]] = line.picture.transpose(2, 0, 1) / 127.5 - 1
    return Batch(levels, [line.codes for line in lines])
