"""A page laid out: pieces of text in level coordinates, text lines, and printed rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import wraps
from statistics import median
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple
from weakref import WeakKeyDictionary

from ocr.extraction.level import Levelling, fit_levelling, middle
from ocr.extraction.text import unify, width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ocr.pages import Box, PageText, Rule, Word

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
_PADDING = 0.12
"""Recognition boxes stand this share of their height outside the ink."""

_TALL = 1.6
_STACK = 12
_SAME_LINE = 0.5
"""Pieces closer than this share of their height stand on one line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line.

    Attributes:
        text: unified text.
        confidence: mean character probability.
        spread: smallest character probability.
        left, right, y: level coordinates of the ink and its middle line, pixels.
        height: height of the box, pixels.
        box: place in the upright frame.
        glued: whether it follows the piece before it without a blank, both having been one box.
    """

    text: str
    confidence: float
    spread: float
    left: float
    right: float
    y: float
    height: float
    box: Box
    glued: bool = False

    @property
    def every(self) -> float:
        """How sure every single character is: what figures and codes are judged by, 0 to 1."""
        return min(self.confidence, (self.confidence + self.spread) / 2)

    @property
    def x(self) -> float:
        """The middle of the piece along its line."""
        return (self.left + self.right) / 2

    def part(self, start: int, end: int) -> Piece:
        """The characters from ``start`` to ``end`` with the share of the box they take."""
        whole = width_of(self.text)
        skip, take = width_of(self.text[:start]) if start else 0.0, width_of(self.text[start:end])
        a, b = skip / whole, min(1.0, (skip + take) / whole)
        span, (x, y, w, h) = self.right - self.left, self.box
        box = (round(x + a * w), y, round((b - a) * w), h)
        return replace(
            self, text=self.text[start:end], left=self.left + a * span, right=self.left + b * span, box=box
        ).stripped()

    def stripped(self) -> Piece:
        """Without blanks around."""
        return replace(self, text=self.text.strip())


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Sheet:
    """One page with its pieces from top to bottom, left to right, and its level rules.

    ``levels`` are the horizontal rules as (y, left, right); ``posts`` the vertical ones as (x, top, bottom).
    """

    page: PageText
    pieces: tuple[Piece, ...]
    levels: tuple[tuple[float, float, float], ...] = ()
    posts: tuple[tuple[float, float, float], ...] = ()

    @property
    def line_height(self) -> float:
        """The usual height of a text box, pixels."""
        return median([piece.height for piece in self.pieces]) if self.pieces else 1.0

    @property
    def text(self) -> str:
        """All text of the page without blanks, for words that say what it is."""
        return "\n".join(piece.text.replace(" ", "") for piece in self.pieces)


def once_a_sheet(find: Callable[[Sheet, *Ts], T]) -> Callable[[Sheet, *Ts], T]:
    """Let a question about a sheet be answered once, for as long as the sheet lives."""
    answers: WeakKeyDictionary[Sheet, dict[tuple[object, ...], T]] = WeakKeyDictionary()

    def answer(sheet: Sheet, *args: *Ts) -> T:
        known = answers.setdefault(sheet, {})
        if args not in known:
            known[args] = find(sheet, *args)
        return known[args]

    return wraps(find)(answer)


def lay_out(page: PageText) -> Sheet:
    """The page in level coordinates."""
    levelling = fit_levelling(page.words, page.rules) if page.origin == "scan" else Levelling()
    words = [part for word in page.words if word.text.strip() for part in _unstacked(word)]
    pieces = sorted((_piece(word, levelling) for word in words), key=lambda p: (p.y, p.left))
    level = (_level(rule, levelling) for rule in page.rules if rule.horizontal)
    posts = (_post(rule, levelling) for rule in page.rules if not rule.horizontal)
    return Sheet(page, tuple(pieces), tuple(sorted(level)), tuple(sorted(posts)))


def _unstacked(word: Word) -> tuple[Word, ...]:
    """A narrow tall box holds cells of several rows, read as one text; each character becomes a word of its own."""
    x, y, w, h = word.box
    count = len(word.text)
    step = h / max(1, count)
    if not 1 < count <= _STACK or h < _TALL * w or not 0.5 * w < step < 2.5 * w:
        return (word,)
    return tuple(replace(word, text=c, box=(x, round(y + i * step), w, round(step))) for i, c in enumerate(word.text))


def _piece(word: Word, levelling: Levelling) -> Piece:
    x, _, w, h = word.box
    _, mid = middle(word.box)
    pad = min(_PADDING * h, 0.2 * w)
    return Piece(
        text=unify(word.text),
        confidence=word.confidence,
        spread=word.spread,
        left=levelling.x(x, mid) + pad,
        right=levelling.x(x + w, mid) - pad,
        y=levelling.y(x + w / 2, mid),
        height=max(1.0, float(h)),
        box=word.box,
    )


def _level(rule: Rule, levelling: Levelling) -> tuple[float, float, float]:
    x, y = (rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2
    ends = sorted((levelling.x(rule.x0, rule.y0), levelling.x(rule.x1, rule.y1)))
    return levelling.y(x, y), ends[0], ends[1]


def _post(rule: Rule, levelling: Levelling) -> tuple[float, float, float]:
    x, y = (rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2
    ends = sorted((levelling.y(rule.x0, rule.y0), levelling.y(rule.x1, rule.y1)))
    return levelling.x(x, y), ends[0], ends[1]


def text_lines(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Pieces gathered into lines from top to bottom, each from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.y):
        near = lines[-1] if lines else []
        if near and piece.y - median([p.y for p in near]) < _SAME_LINE * min(piece.height, median_height(near)):
            near.append(piece)
        else:
            lines.append([piece])
    return tuple(tuple(sorted(line, key=lambda p: p.left)) for line in lines)


def median_height(pieces: Sequence[Piece]) -> float:
    """The usual height of some pieces."""
    return median([piece.height for piece in pieces])
