"""Finding a table in a sheet: the row of its headings, which column is which, what the titles above say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, islice, zip_longest
from typing import TYPE_CHECKING

from review.rules.rule import Subject
from review.rules.words import meant, plain, words
from review.sheets.cells import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from review.sheets.sheet import Sheet

_TOP = 40
"""Rows from the top among which headings are looked for."""
_FEWEST = 2
_LONGEST = 14
"""Signs of a heading; what is longer is a sentence."""
_OF_CODES = frozenset({"number", "point", "name", "code", "kind"})


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet.

    Attributes:
        row: number of their row.
        columns: where each key of ``headings`` in words.toml stands, from 0.
        labels: the headings as printed, joined; titles: what stands above them, and the sheet's name.
    """

    row: int
    columns: Mapping[str, int]
    labels: str
    titles: str

    @property
    def pairs(self) -> bool:
        """Whether each row names a whole and what it contains."""
        return "other_name" in self.columns or "other_code" in self.columns

    @property
    def lists_codes(self) -> bool:
        """Whether the table only lists codes of articles by name or number: no column says what is limited."""
        return "code" in self.columns and not self.columns.keys() - _OF_CODES

    @property
    def subject(self) -> Subject | None:
        """Drug or service by the headings, else by the titles; None where they do not tell."""
        found = meant("subjects", self.labels) or meant("subjects", self.titles)
        return Subject(found[0]) if len(found) == 1 or (found and self.labels) else None


def head_of(sheet: Sheet) -> Head | None:
    """The headings of a sheet, wherever they begin; None where no row names an article and one thing more.

    Headings of two rows, such as 主项 over 名称 and 编码, are read together.
    """
    above: list[str] = [sheet.name]
    top = [(number, [shown(cell) for cell in cells]) for number, cells in islice(sheet.rows(), _TOP)]
    for (number, labels), (below, under) in zip_longest(top, top[1:], fillvalue=(0, [])):
        for row, found in ((below, _together(labels, under)), (number, labels)):
            columns = _columns(found)
            if {"name", "point"} & columns.keys() and len(columns.keys() - {"number"}) >= _FEWEST:
                return Head(row, columns, " ".join(found), " ".join(above))
        above += filter(None, labels)
    return None


def _together(labels: list[str], under: list[str]) -> list[str]:
    """The labels of a heading that goes on in the next row; empty where that row is none, or a whole heading itself."""
    if not any(under) or not all(_key(plain(label)) for label in under if label) or not _columns(labels):
        return []
    upper = accumulate(labels, _spread)
    both = [f"{up}{low}" if low else own for up, low, own in zip(upper, under, labels, strict=False)]
    return both if len(_columns(both)) > len(_columns(under)) else []


def _spread(before: str, label: str) -> str:
    """A label over several columns stands in the first of them."""
    return label or before


def _columns(labels: Iterable[str]) -> dict[str, int]:
    """Column by key; of two that fit one key the first is taken."""
    found: dict[str, int] = {}
    for at, label in enumerate(labels):
        key = _key(plain(label))
        if key:
            found.setdefault(key, at)
    return found


def _key(heading: str) -> str:
    """The key a heading stands for, by its whole or by a part of it; a whole of a pair is the article itself."""
    key = next((key for key, said in words("headings").items() if heading in said), "")
    if not key and 1 < len(heading) <= _LONGEST:
        key = next((key for key, said in words("heading_parts").items() if any(part in heading for part in said)), "")
    return key.removesuffix("_of_whole")
