"""Ruled lines into tables, and the characters of a page into their cells."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from review.catalogue.importing.national.lines import lines_of, run_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.importing.national.lines import Line
    from review.catalogue.importing.national.page import Glyph, Rule, Sheet

TOUCHING = 2.5
"""Points within which two rules are one, or one ends at the other."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its sides and its printed lines."""

    left: float
    right: float
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """Its words in one string; the space left free at its left side is taken to be free at its right too."""
        free = min((line.left for line in self.lines), default=self.left) - self.left
        return run_together(self.lines, self.right - free)

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: where it lies, its rows, and the places of its upright rules."""

    top: float
    bottom: float
    rows: tuple[tuple[Cell, ...], ...]
    uprights: tuple[float, ...]

    def parted(self) -> list[Line | Table]:
        """The table between its rows of one cell, and the lines of those rows, which stand out whatever their size."""
        parts: list[Line | Table] = []
        for alone, rows in groupby(self.rows, key=lambda row: len(row) == 1):
            kept = tuple(rows)
            lines = (line for row in kept for line in row[0].lines)
            parts += [replace(line, size=math.inf) for line in lines] if alone else [replace(self, rows=kept)]
        return parts


@dataclass(frozen=True, slots=True)
class Laid:
    """A page sorted out: its tables and the lines outside them, both from top to bottom."""

    tables: tuple[Table, ...]
    lines: tuple[Line, ...]

    def in_order(self) -> Iterator[Line | Table]:
        """Lines and tables from top to bottom; a row that is one cell from side to side is a line of its own."""
        placed: list[tuple[float, list[Line | Table]]] = [(line.base, [line]) for line in self.lines]
        placed += [(table.top, table.parted()) for table in self.tables]
        for _, parts in sorted(placed, key=lambda pair: pair[0]):
            yield from parts


def laid_out(sheet: Sheet) -> Laid:
    """The tables of a page and what stands around them."""
    level = [rule for rule in sheet.rules if rule.level]
    upright = [rule for rule in sheet.rules if not rule.level]
    spans = _spans(upright)
    inside: list[list[Glyph]] = [[] for _ in spans]
    outside: list[Glyph] = []
    for glyph in sheet.glyphs:
        found = next((n for n, (top, bottom) in enumerate(spans) if top <= glyph.centre[1] <= bottom), None)
        (outside if found is None else inside[found]).append(glyph)
    tables = (_table(span, level, upright, glyphs) for span, glyphs in zip(spans, inside, strict=True))
    return Laid(tuple(tables), lines_of(outside))


def _spans(uprights: Iterable[Rule]) -> list[tuple[float, float]]:
    """From where to where upright rules run without a break: one table each."""
    spans: list[tuple[float, float]] = []
    for rule in sorted(uprights, key=lambda r: r.start):
        if spans and rule.start <= spans[-1][1] + TOUCHING:
            spans[-1] = (spans[-1][0], max(spans[-1][1], rule.end))
        else:
            spans.append((rule.start, rule.end))
    return spans


def _table(span: tuple[float, float], level: list[Rule], upright: list[Rule], glyphs: Iterable[Glyph]) -> Table:
    top, bottom = span
    levels = [rule for rule in level if top - TOUCHING <= rule.at <= bottom + TOUCHING]
    uprights = [rule for rule in upright if rule.start < bottom and rule.end > top]
    ends = (end for rule in uprights for end in (max(rule.start, top), min(rule.end, bottom)))
    heights = _places([top, bottom, *(rule.at for rule in levels), *ends])
    columns = [
        _places(rule.at for rule in uprights if rule.start - TOUCHING <= (a + b) / 2 <= rule.end + TOUCHING)
        for a, b in pairwise(heights)
    ]
    held: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        row = min(max(bisect_right(heights, glyph.centre[1]) - 1, 0), len(columns) - 1)
        held.setdefault((row, bisect_right(columns[row], glyph.centre[0]) - 1), []).append(glyph)
    rows = [
        tuple(Cell(a, b, lines_of(held.get((row, n), ()))) for n, (a, b) in enumerate(pairwise(xs)))
        for row, xs in enumerate(columns)
    ]
    places = _places(rule.at for rule in uprights)
    return Table(top, bottom, tuple(_merged(rows, heights, levels)), tuple(places))


def _places(values: Iterable[float]) -> list[float]:
    """Distinct places in order; those that touch are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > TOUCHING:
            places.append(value)
    return places


def _merged(
    rows: Sequence[tuple[Cell, ...]], heights: Sequence[float], levels: Sequence[Rule]
) -> list[tuple[Cell, ...]]:
    """Rows in which a cell without a rule above it is the cell of the row above, seen from both.

    Where no rule at all lies between two rows, only an upright rule ends: the end of a page cut them apart.
    """
    done: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows):
        above = done[-1] if done else ()
        ruled = [rule for rule in levels if abs(rule.at - heights[number]) <= TOUCHING]
        done.append(tuple(_joined(cell, above, ruled) for cell in row) if ruled else row)
    return done


def _joined(cell: Cell, above: Iterable[Cell], ruled: Iterable[Rule]) -> Cell:
    if cell.lines or any(rule.start - TOUCHING <= cell.middle <= rule.end + TOUCHING for rule in ruled):
        return cell
    same = (c for c in above if abs(c.left - cell.left) <= TOUCHING and abs(c.right - cell.right) <= TOUCHING)
    return next(same, cell)
