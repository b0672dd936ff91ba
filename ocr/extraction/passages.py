"""Long texts behind a label: in the ruled cell beside it, or running on over lines down to the next label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell
from ocr.extraction.grid import beside
from ocr.extraction.layout import text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.labels import LabelSet, Match
    from ocr.extraction.layout import Piece, Sheet
    from ocr.reading import Cell

_NEXT_LINE = 2.2
_ASIDE = 0.55


@dataclass(frozen=True, slots=True)
class Start:
    """Where a label begins its text: its line, its piece in the line, the match, and where the next label cuts it."""

    line: int
    piece: int
    match: Match
    end: int


def ruled(sheet: Sheet, labels: LabelSet, key: str) -> tuple[Piece, ...]:
    """The pieces in the ruled cell to the right of the label of a key; none where rules do not close one."""
    lines = text_lines(sheet.pieces)
    start = _start(lines, labels, key)
    piece = lines[start.line][start.piece] if start else None
    if start is None or piece is None or piece.text[start.match.end :].strip(" :"):
        return ()
    return beside(sheet, piece)


def flowing(sheet: Sheet, labels: LabelSet, key: str) -> tuple[Piece, ...]:
    """The pieces of the text that the label of a key announces, over lines down to the next label."""
    lines = text_lines(sheet.pieces)
    start = _start(lines, labels, key)
    if start is None:
        return ()
    rest = lines[start.line][start.piece].part(start.match.end, start.end)
    return tuple(p for p in (rest, *_rest(sheet, lines, start, labels)) if p.text.strip(" :"))


def _start(lines: Sequence[Sequence[Piece]], labels: LabelSet, key: str) -> Start | None:
    """The most telling label of a key, then the first."""
    return min(_starts(lines, labels, key), key=lambda s: (s.match.rank, s.line), default=None)


def _starts(lines: Sequence[Sequence[Piece]], labels: LabelSet, key: str) -> Iterator[Start]:
    for row, line in enumerate(lines):
        for at, piece in enumerate(line):
            matches = labels.find(piece.text)
            ends = [*(m.start for m in matches[1:]), len(piece.text)]
            for match, end in zip(matches, ends, strict=False):
                if match.label.key == key:
                    yield Start(row, at, match, end)


def _rest(sheet: Sheet, lines: Sequence[Sequence[Piece]], start: Start, labels: LabelSet) -> Iterator[Piece]:
    first = lines[start.line]
    piece = first[start.piece]
    if start.end < len(piece.text):
        return
    for other in first[start.piece + 1 :]:
        if labels.find(other.text):
            return
        yield other
    last = first
    for line in lines[start.line + 1 :]:
        if labels.find(line[0].text) or not _goes_on(sheet, last, line):
            return
        yield from line
        last = line


def _goes_on(sheet: Sheet, last: Sequence[Piece], line: Sequence[Piece]) -> bool:
    """Whether a line is the next of the same text: close below, not a signature at the right, no heading."""
    left, right = min(p.left for p in sheet.pieces), max(p.right for p in sheet.pieces)
    near = line[0].y - last[0].y < _NEXT_LINE * max(last[0].height, line[0].height)
    signature = line[0].left - left > _ASIDE * (right - left)
    return near and not signature


def passage_cell(sheet: Sheet, pieces: Sequence[Piece], at: int) -> Cell | None:
    """A passage as one cell, its lines joined without blanks; None where nothing stands in it."""
    if not pieces:
        return None
    value = "".join(p.text for line in text_lines(pieces) for p in line).replace(" ", "").strip(":;,.。")
    return text_cell(sheet.page, pieces, value, at=at) if value else None
