"""Placed characters of an electronic original joined to words, boxed as a recogniser would box them.

One cell gives one word: characters of one text object stay together unless the gap shows a column, characters of
different objects meet only where they touch and no table rule stands between them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ocr.pages import Box, Rule

_SAME_LINE, _SAME_SIZE = 0.3, 1.35
_BLANK = 0.18
_COLUMN, _HAN_COLUMN = 0.6, 1.2
_TOUCH, _LOOSE = 0.12, 0.3
_BACK = -0.6
_TWICE = 0.12
_ABOVE, _BELOW = 0.92, 0.16
"""All in sizes of the print (em)."""

_NEAR, _STRIP, _CROWD = 40, 16.0, 200
"""Words of a line looked at for the one a part goes on; width of a strip of the page, pixels; blanks kept in it."""

_RADICALS = ("\u2e80", "\u2fdf")
_COMPATIBLE = ("\uf900", "\ufaff")
_PRIVATE = ("\ue000", "\uf8ff")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character.

    Attributes:
        text: the character it stands for.
        left, right: where it begins and where the next one may begin, pixels.
        base: its baseline, pixels.
        em: size of the print, pixels.
        run: number of the text object it belongs to.
    """

    text: str
    left: float
    right: float
    base: float
    em: float
    run: int


@dataclass(frozen=True, slots=True)
class Seams:
    """What parts and joins the text objects of a page.

    Attributes:
        posts: its upright rules.
        blanks: the blanks that were printed, by the strip of the page they begin in.
        alone: text objects of one character: where print is drawn one by one, white between signs is no column.
    """

    posts: tuple[Rule, ...]
    blanks: Mapping[int, Sequence[Glyph]]
    alone: frozenset[int]


Strip = tuple[Glyph, ...]
"""Glyphs of one word, from left to right."""


def strips(glyphs: Sequence[Glyph], rules: Sequence[Rule] = ()) -> list[Strip]:
    """The glyphs joined to words; blanks and what has no meaning are left out, double print is kept once."""
    printed = [glyph for glyph in glyphs if meaning(glyph.text)]
    seams = Seams(
        posts=tuple(rule for rule in rules if not rule.horizontal),
        blanks=_placed(glyph for glyph in glyphs if glyph.text.isspace()),
        alone=frozenset(run for run, count in Counter(glyph.run for glyph in printed).items() if count == 1),
    )
    rows = _rows([part for run in _runs(printed) for part in _parts(run)])
    return [strip for row in rows for strip in _merged(_once(row), seams)]


def meaning(text: str) -> str:
    """The characters a glyph stands for in their usual form; empty for blanks and for signs of a font's own."""
    bare = "".join(c for c in text if c.isprintable() and not c.isspace() and c != "\ufffd")
    if not bare or _within(bare[0], _PRIVATE):
        return ""
    return unicodedata.normalize("NFKC", bare) if _within(bare[0], _RADICALS) or _within(bare[0], _COMPATIBLE) else bare


def spelled(strip: Strip) -> str:
    """The text of a word, a blank where the print leaves one."""
    parts = [meaning(strip[0].text)]
    for before, glyph in pairwise(strip):
        parts += [" " * (_gap(before, glyph) > _BLANK), meaning(glyph.text)]
    return "".join(parts)


def width_of(char: str) -> float:
    """The usual advance of a character, in sizes of the print: 1 for Chinese ones, else half of it."""
    return 1.0 if unicodedata.east_asian_width(char[:1] or " ") in "WF" else 0.5


def box_of(strip: Strip) -> Box:
    """The box around a word, a little larger than its print."""
    em = max(glyph.em for glyph in strip)
    left, right = min(glyph.left for glyph in strip), max(glyph.right for glyph in strip)
    top, bottom = strip[0].base - _ABOVE * em, strip[0].base + _BELOW * em
    x, y = round(left - 0.06 * em), round(top)
    return x, y, max(1, round(right + 0.06 * em) - x), max(1, round(bottom) - y)


def _within(char: str, span: tuple[str, str]) -> bool:
    return span[0] <= char <= span[1]


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and run[-1].run != glyph.run:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _parts(run: Sequence[Glyph]) -> Iterator[Strip]:
    """A text object taken apart where its line changes or a column begins."""
    part = [run[0]]
    for before, glyph in pairwise(run):
        if _apart(before, glyph):
            yield tuple(part)
            part = []
        part.append(glyph)
    yield tuple(part)


def _apart(before: Glyph, glyph: Glyph) -> bool:
    limit = _HAN_COLUMN if _han(before) and _han(glyph) else _COLUMN
    return not _level(before, glyph) or not _BACK < _gap(before, glyph) < limit


def _rows(parts: Sequence[Strip]) -> list[list[Strip]]:
    """The parts of each printed line, from left to right."""
    rows: list[list[Strip]] = []
    for part in sorted(parts, key=lambda p: p[0].base):
        if rows and part[0].base - rows[-1][-1][0].base < _SAME_LINE * part[0].em:
            rows[-1].append(part)
        else:
            rows.append([part])
    return [sorted(row, key=lambda p: p[0].left) for row in rows]


def _once(row: Sequence[Strip]) -> list[Strip]:
    """A line without what is printed twice at one place, as shadows and bold print do."""
    kept: list[Strip] = []
    for part in row:
        if not any(_same(part, other) for other in kept[-4:]):
            kept.append(part)
    return kept


def _same(one: Strip, other: Strip) -> bool:
    near = abs(one[0].left - other[0].left) < _TWICE * one[0].em
    return near and len(one) == len(other) and [g.text for g in one] == [g.text for g in other]


def _merged(row: Sequence[Strip], seams: Seams) -> list[Strip]:
    words: list[Strip] = []
    for part in row:
        nearest = range(len(words) - 1, max(-1, len(words) - 1 - _NEAR), -1)
        at = next((i for i in nearest if _meets(words[i][-1], part[0], seams)), None)
        if at is None:
            words.append(part)
        else:
            words[at] += part
    return words


def _meets(before: Glyph, glyph: Glyph, seams: Seams) -> bool:
    """Whether two text objects are one word: they touch, or a printed blank fills the gap, and no rule parts them."""
    alike = max(before.em, glyph.em) < _SAME_SIZE * min(before.em, glyph.em)
    gap = _gap(before, glyph)
    if not (alike and _level(before, glyph) and _BACK < gap < _COLUMN) or _parted(glyph, seams.posts):
        return False
    figures = before.text.isdigit() and glyph.text.isdigit()
    loose = (_han(before) and _han(glyph)) or (not figures and {before.run, glyph.run} <= seams.alone)
    return gap < (_LOOSE if loose else _TOUCH) or _bridged(before, glyph, seams.blanks)


def _placed(blanks: Iterable[Glyph]) -> dict[int, list[Glyph]]:
    places: dict[int, list[Glyph]] = {}
    for blank in blanks:
        place = places.setdefault(int(blank.left // _STRIP), [])
        if len(place) < _CROWD:
            place.append(blank)
    return places


def _bridged(before: Glyph, glyph: Glyph, blanks: Mapping[int, Sequence[Glyph]]) -> bool:
    near, place = _TOUCH * glyph.em, int(before.right // _STRIP)
    return any(
        abs(blank.left - before.right) < near and abs(blank.right - glyph.left) < near and _level(blank, glyph)
        for beside in (place - 1, place, place + 1)
        for blank in blanks.get(beside, ())
    )


def _parted(glyph: Glyph, posts: Sequence[Rule]) -> bool:
    """Whether a vertical rule stands right before a glyph."""
    middle, reach = glyph.base - 0.4 * glyph.em, 0.4 * glyph.em
    return any(
        abs(post.x0 - glyph.left) < reach and min(post.y0, post.y1) < middle < max(post.y0, post.y1) for post in posts
    )


def _level(before: Glyph, glyph: Glyph) -> bool:
    return abs(before.base - glyph.base) < _SAME_LINE * glyph.em


def _gap(before: Glyph, glyph: Glyph) -> float:
    return (glyph.left - before.right) / max(glyph.em, 1.0)


def _han(glyph: Glyph) -> bool:
    return width_of(glyph.text) == 1.0
