"""The heading line of a fee table: which columns it has, where they stand, and how often they repeat side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ocr.extraction.columns import UNREAD, guess_column, scan_columns
from ocr.extraction.layout import Piece, Sheet, text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GROUP_STARTS = frozenset({"index", "date", "code", "name", "name_spec"})
_MONEY = frozenset({"amount", "unit_price"})
_FIGURES = _MONEY | {"quantity", "quantity_unit"}
_SHORT = 4
_FEWEST, _MANY = 2, 3
_NAMES = frozenset({"name", "name_spec"})
_UNREAD_FORM = re.compile(r"[^\d:]{1,10}")


@dataclass(frozen=True, slots=True)
class Heading:
    """One column heading. ``group`` counts the repetitions of the columns from left to right, ``text`` is its print."""

    key: str
    left: float
    right: float
    group: int = 0
    text: str = ""

    @property
    def x(self) -> float:
        """The middle of the heading."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Header:
    """A heading line between ``top`` and ``bottom``."""

    headings: tuple[Heading, ...]
    top: float
    bottom: float

    @property
    def keys(self) -> tuple[str, ...]:
        """Column keys from left to right, without headings that were not understood."""
        return tuple(h.key for h in self.headings if h.key != UNREAD)

    @property
    def groups(self) -> int:
        """How often the columns repeat."""
        return 1 + max((h.group for h in self.headings), default=0)


def find_headers(sheet: Sheet) -> tuple[Header, ...]:
    """Every heading line of a page from top to bottom; tables may repeat theirs."""
    headers = (_header(line) for line in text_lines(sheet.pieces))
    return tuple(header for header in headers if header)


def _header(line: Sequence[Piece]) -> Header | None:
    line = _stacked(line)
    exact = [heading for piece in line for heading in _scan(piece)]
    if len(exact) < _FEWEST:
        return None
    headings = sorted(exact + list(_guesses(line)), key=lambda h: h.x)
    keys = {h.key for h in headings} - {UNREAD}
    if not (keys & _NAMES and keys & _FIGURES) and not (len(keys) > _MANY and keys & _MONEY):
        return None
    heights = [p.height for p in line]
    top, bottom = min(p.y for p in line) - min(heights) / 2, max(p.y for p in line) + min(heights) / 2
    return Header(grouped(headings), top, bottom)


def _stacked(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Short words one above the other in a narrow heading (``单`` over ``位``) are one word."""
    joined: list[Piece] = []
    for piece in sorted(line, key=lambda p: p.left):
        last = joined[-1] if joined else None
        if last and piece.x < last.right and len(last.text) + len(piece.text) <= _SHORT:
            upper, lower = sorted((last, piece), key=lambda p: p.y)
            joined[-1] = replace(
                upper, text=upper.text + lower.text, left=last.left, right=max(last.right, piece.right)
            )
        else:
            joined.append(piece)
    return tuple(joined)


def _scan(piece: Piece) -> Iterator[Heading]:
    words = scan_columns(piece.text)
    for word in words:
        part = piece.part(word.start, word.end) if len(words) > 1 else piece
        yield Heading(word.key, part.left, part.right, text=part.text)


def _guesses(line: Sequence[Piece]) -> Iterator[Heading]:
    for piece in line:
        if not scan_columns(piece.text) and _UNREAD_FORM.fullmatch(piece.text):
            yield Heading(guess_column(piece.text) or UNREAD, piece.left, piece.right, text=piece.text)


def grouped(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Headings with their group; a column named twice inside one group counts once, the second as other."""
    seen: set[str] = set()
    group, found = 0, []
    for heading in headings:
        key = heading.key
        if key in seen and key in _GROUP_STARTS and "amount" in seen:
            group, seen = group + 1, set()
        elif key in seen and key != UNREAD:
            key = "other"
        seen.add(key)
        found.append(replace(heading, key=key, group=group))
    return tuple(found)
