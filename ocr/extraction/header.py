"""The heading line of a fee table: which columns it has, where they stand, and how often they repeat side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ocr.extraction.columns import UNREAD, guess_column, scan_columns
from ocr.extraction.layout import Piece, Sheet, once_a_sheet, text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GROUP_STARTS = frozenset({"index", "date", "code", "name", "name_spec"})
_MONEY = frozenset({"amount", "unit_price"})
_FIGURES = _MONEY | {"quantity", "quantity_unit"}
_NUMBERS = frozenset({"编号"})
_SHORT = 4
_NEXT_LINE = 1.8
"""Lines of one heading stand this many text heights apart at most."""
_FEWEST, _MANY = 2, 3
_NAMES = frozenset({"name", "name_spec"})
_UNREAD_FORM = re.compile(r"[^\d:]{1,10}|[^:]{0,5}(金额|单价|数量)[^:]{0,5}")


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


@once_a_sheet
def find_headers(sheet: Sheet) -> tuple[Header, ...]:
    """Every heading line of a page from top to bottom; tables may repeat theirs."""
    lines = text_lines(sheet.pieces)
    found: list[Header] = []
    for at, line in enumerate(lines):
        header = _header(line)
        if header and not (found and header.top < found[-1].bottom):
            found.append(_header([*line, *_other_lines(lines, at)]) or header)
    return tuple(found)


def _other_lines(lines: Sequence[Sequence[Piece]], at: int) -> list[Piece]:
    """The lines above and below a heading line that hold more of it: ``序`` over ``号``, a word of its own."""
    line = lines[at]
    near = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines) and _close(lines[i], line)]
    return [p for other in near if all(_more(piece, line) for piece in other) for p in other]


def _close(other: Sequence[Piece], line: Sequence[Piece]) -> bool:
    return abs(other[0].y - line[0].y) < _NEXT_LINE * min(p.height for p in line)


def _more(piece: Piece, line: Sequence[Piece]) -> bool:
    """Whether a piece is a column word by itself or together with a piece of the heading line under or over it."""
    joined = [_joined(piece, p) for p in line if min(p.right, piece.right) > max(p.left, piece.left)]
    return any(scan_columns(text) for text in joined) or (not joined and bool(scan_columns(piece.text)))


def _joined(one: Piece, other: Piece) -> str:
    upper, lower = sorted((one, other), key=lambda p: p.y)
    return upper.text + lower.text


def _header(line: Sequence[Piece]) -> Header | None:
    line = _stacked(line)
    exact = [heading for piece in line for heading in _scan(piece)]
    if len(exact) < _FEWEST:
        return None
    headings = _numbered(sorted(exact + list(_guesses(line)), key=lambda h: h.x))
    keys = {h.key for h in headings} - {UNREAD}
    if not (keys & _NAMES and keys & _FIGURES) and not (len(keys) > _MANY and keys & _MONEY):
        return None
    heights = [p.height for p in line]
    top, bottom = min(p.y for p in line) - min(heights) / 2, max(p.y for p in line) + min(heights) / 2
    return Header(grouped(headings), top, bottom)


def _numbered(headings: list[Heading]) -> list[Heading]:
    """``编号`` heads row numbers where another heading is that of the codes."""
    codes = [h for h in headings if h.key == "code" and h.text not in _NUMBERS]
    return [replace(h, key="index") if codes and h.text in _NUMBERS else h for h in headings]


def _stacked(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Short words one above the other in a narrow heading (``单`` over ``位``) are one word."""
    joined: list[Piece] = []
    for piece in sorted(line, key=lambda p: p.left):
        last = joined[-1] if joined else None
        if last and piece.x < last.right and _is_word(_joined(last, piece)):
            joined[-1] = replace(last, text=_joined(last, piece), right=max(last.right, piece.right))
        else:
            joined.append(piece)
    return tuple(joined)


def _is_word(text: str) -> bool:
    return len(text) <= _SHORT or len(scan_columns(text)) == 1


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
