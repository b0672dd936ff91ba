"""Characters into lines, and the lines of one cell into its words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.importing.national.page import Glyph

_SAME_LINE = 0.4
_DRAWN_TWICE = 0.2
_SETTING = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")
_OPENING = "（([、/"
_GAP = 0.2
_ROOM, _LATIN = 1.5, 0.6
_STRANGE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, its ends, its baseline and the size of its print, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """The lines of some characters from top to bottom, each from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return tuple(line for row in rows if (line := _line(sorted(row, key=lambda g: g.left))) and line.text)


def _line(row: list[Glyph]) -> Line | None:
    shown = [glyph for glyph in row if not glyph.char.isspace()]
    if not shown:
        return None
    text = plain("".join(_spaced(tuple(_once(shown)))))
    sizes = sorted(glyph.size for glyph in shown)
    return Line(text, shown[0].left, shown[-1].right, shown[0].base, sizes[len(sizes) // 2])


def _once(row: Sequence[Glyph]) -> Iterator[Glyph]:
    """The characters without the second strokes of imitated bold print."""
    before: Glyph | None = None
    for glyph in row:
        if not before or glyph.char != before.char or glyph.left - before.left > _DRAWN_TWICE * glyph.size:
            yield glyph
        before = glyph


def _spaced(row: Sequence[Glyph]) -> Iterator[str]:
    """The characters with a space where room was left beside one of ASCII; other gaps are only setting."""
    yield row[0].char
    for before, glyph in pairwise(row):
        apart = glyph.left - before.right > _GAP * glyph.size and (before.char.isascii() or glyph.char.isascii())
        yield f" {glyph.char}" if apart else glyph.char


def plain(text: str) -> str:
    """Ordinary characters for look-alikes of other blocks: radicals and compatibility forms."""
    return _STRANGE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)


def narrowed(text: str) -> str:
    """Text with ASCII brackets for full-width ones, which the list prints in a few rows."""
    return text.replace("（", "(").replace("）", ")")


def run_together(lines: Iterable[Line], right: float = 0.0) -> str:
    """The words of wrapped lines in one string.

    A word of Latin letters or digits that ends before ``right``, where more would have found room, is a whole word.
    """
    joined, end = "", 0.0
    for line in lines:
        apart = joined and _is_latin(joined[-1]) and _is_latin(line.text[0]) and end + _LATIN * line.size < right
        joined, end = f"{joined} {line.text}" if apart else joined + line.text, line.right
    return joined


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def names_of(lines: Sequence[Line], right: float) -> tuple[str, ...]:
    """The names that stand one below the other in a cell that ends at ``right``.

    A line goes on in the next one only where the next one's first character would not have found room behind it.
    """
    names: list[list[Line]] = []
    for line in lines:
        if names and (line.text[0] in _OPENING or _goes_on(names[-1], right)):
            names[-1].append(line)
        else:
            names.append([line])
    return tuple(_SETTING.sub("", run_together(name)) for name in names)


def _goes_on(name: Sequence[Line], right: float) -> bool:
    last, text = name[-1], narrowed(run_together(name))
    full = last.right + _ROOM * last.size > right
    return full or text.endswith(("、", "/", "-")) or any(text.count(a) > text.count(b) for a, b in ("()", "[]"))


def squeezed(text: str) -> str:
    """Text without spaces, and with ASCII for full-width digits, letters and punctuation."""
    return "".join(text.split()).translate(_NARROW)
