"""Pieces strung into one text without blanks, lines apart, each character leading back to its piece.

Cards and free sentences have no colons and no columns: their values are found by patterns over such a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ocr.extraction.cells import exact_cell, text_cell
from ocr.extraction.layout import text_lines

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.reading import Cell

LINE_END = "\n"
_NOWHERE = (-1, 0)


@dataclass(frozen=True, slots=True)
class Run:
    """The text of some pieces: ``origin`` gives for each character its piece and place in it, (-1, 0) at line ends."""

    text: str
    pieces: tuple[Piece, ...]
    origin: tuple[tuple[int, int], ...]

    def cut(self, start: int, end: int) -> tuple[Piece, ...]:
        """The parts of pieces that the characters from ``start`` to ``end`` came from."""
        places = [place for place in self.origin[start:end] if place[0] >= 0]
        parts = []
        for at, group in groupby(places, key=lambda place: place[0]):
            chars = [char for _, char in group]
            parts.append(self.pieces[at].part(chars[0], chars[-1] + 1))
        return tuple(parts)

    def group(self, match: re.Match[str], name: str | int = 0) -> tuple[Piece, ...]:
        """The parts of pieces that a group of a match came from."""
        return self.cut(*match.span(name))


def run_of(lines: Sequence[Sequence[Piece]], gap: str = "") -> Run:
    """Text lines strung together, a line end after each, ``gap`` between the pieces of a line."""
    pieces: list[Piece] = []
    text: list[str] = []
    origin: list[tuple[int, int]] = []
    for line in lines:
        for place, piece in enumerate(line):
            if place:
                text += gap
                origin += [_NOWHERE] * len(gap)
            kept = [(char, (len(pieces), i)) for i, char in enumerate(piece.text) if not char.isspace()]
            text += [char for char, _ in kept]
            origin += [place for _, place in kept]
            pieces.append(piece)
        text.append(LINE_END)
        origin.append(_NOWHERE)
    return Run("".join(text), tuple(pieces), tuple(origin))


def flowing_run(lines: Sequence[Sequence[Piece]]) -> Run:
    """Text lines strung together as sentences, which go on from line to line."""
    run = run_of(lines)
    kept = [i for i, char in enumerate(run.text) if char != LINE_END]
    return Run("".join(run.text[i] for i in kept), run.pieces, tuple(run.origin[i] for i in kept))


def sheet_run(sheet: Sheet) -> Run:
    """All text of a page, from its top line to its last."""
    return run_of(text_lines(sheet.pieces))


def matched_cell(sheet: Sheet, run: Run, match: re.Match[str], at: int, *, exact: bool = False) -> Cell | None:
    """The group ``v`` of a match as a cell, line ends left out; None where it is empty."""
    pieces = run.group(match, "v")
    value = match["v"].replace(LINE_END, "")
    if not pieces or not value:
        return None
    return (exact_cell if exact else text_cell)(sheet.page, pieces, value, at=at)
