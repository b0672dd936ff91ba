"""Finding the table in a sheet of an export: the row of its headings, what each column is, what stands above them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, islice, zip_longest
from typing import TYPE_CHECKING

from review.accumulators.words import ID_NUMBER, ITEM, TEN_THOUSAND, VALUE, figure_names, meant, unit_of
from review.sheets.cells import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from review.sheets.sheet import Sheet

_TOP = 40
"""Rows from the top among which headings are looked for."""
_LONGEST = 40
"""Signs of a heading; what is longer is a sentence."""
_DAY = r"((?:20)\d\d)\s*[年./-]?\s*(\d{1,2})\s*[月./-]?\s*(\d{1,2})"
_STATED = (re.compile(rf"截[止至]到?(?:日期|时间)?[::]?\s*{_DAY}"), re.compile(rf"(?:日期|时间)[::]?\s*{_DAY}"))
_LOOSE = re.compile(r"(?<!\d)(20\d\d)[-_.年]?(0\d|1[0-2])[-_.月]?([0-2]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet.

    Attributes:
        row: number of their last row.
        labels: the headings from left to right.
        columns: place, from 0, of each column and figure that was found.
        rivals: of each name that several headings bear, those headings.
        ten_thousands: names of figures that are stated in units of 10,000 yuan.
        as_of: the day stated above the table or in the name of the file; None where none is.
    """

    row: int
    labels: tuple[str, ...]
    columns: Mapping[str, int] = field(default_factory=dict)
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ten_thousands: frozenset[str] = frozenset()
    as_of: date | None = None

    @property
    def fits(self) -> bool:
        """Whether this is a table of people with figures."""
        figures = self.columns.keys() & set(figure_names())
        return ID_NUMBER in self.columns and bool(figures or {ITEM, VALUE} <= self.columns.keys())

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings that are not read."""
        read = set(self.columns.values())
        return tuple(label for place, label in enumerate(self.labels) if label and place not in read)

    def label(self, name: str) -> str:
        """The heading of a column, as printed."""
        place = self.columns.get(name, len(self.labels))
        return self.labels[place] if place < len(self.labels) else ""


def head_of(sheet: Sheet, file: str, told: Mapping[str, str]) -> Head | None:
    """The headings of a sheet wherever they begin, those of two rows read together; None where there is no table.

    ``told`` says of some headings what they are.
    """
    above = [file, sheet.name]
    top = [(number, [shown(cell) for cell in cells]) for number, cells in islice(sheet.rows(), _TOP)]
    for (number, labels), (below, under) in zip_longest(top, top[1:], fillvalue=(0, [])):
        one, lower = _read(number, labels, above, told), _read(below, under, above, told)
        both = _read(below, _together(labels, under), above, told)
        if _worth(both) > max(_worth(one), _worth(lower)):
            return both
        if one.fits:
            return one
        above += filter(None, labels)
    return None


def _worth(head: Head) -> int:
    return len(head.columns) + len(head.rivals) if head.fits else 0


def _together(labels: list[str], under: list[str]) -> list[str]:
    """The labels of a heading that goes on in the next row: a label over several stands in the first."""
    wide = (*labels, *[""] * (len(under) - len(labels)))
    spread = accumulate(wide, _spread)
    lower = (*under, *[""] * (len(wide) - len(under)))
    return [f"{up}{low}" if low else own for up, low, own in zip(spread, lower, wide, strict=True)]


def _spread(before: str, label: str) -> str:
    return label or before


def _read(row: int, labels: list[str], above: Iterable[str], told: Mapping[str, str]) -> Head:
    columns: dict[str, int] = {}
    rivals: dict[str, tuple[str, ...]] = {}
    ten_thousands: set[str] = set()
    general = next(filter(None, map(unit_of, above)), "")
    for place, label in enumerate(labels):
        name, unit = meant(label) if len(label) <= _LONGEST else ("", "")
        name = told.get(label, "" if name in told.values() else name)
        if name and name in columns:
            rivals[name] = (*rivals.get(name, (labels[columns[name]],)), label)
        elif name:
            columns[name] = place
        if (unit or general) == TEN_THOUSAND:
            ten_thousands.add(name)
    return Head(row, tuple(labels), columns, rivals, frozenset(ten_thousands), day_in(above))


def day_in(texts: Iterable[str]) -> date | None:
    """The day that titles or the name of a file state; one that is called so before one that only stands there."""
    held = tuple(unicodedata.normalize("NFKC", text) for text in texts)
    for form in (*_STATED, _LOOSE):
        for text in held:
            for found in form.finditer(text):
                if day := _day(found):
                    return day
    return None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
