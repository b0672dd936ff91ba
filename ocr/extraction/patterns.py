"""Fields found by patterns over the running text of a paper: cards and sentences, which print no colons."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ocr.extraction.dates import parse_day
from ocr.extraction.labels import Form
from ocr.extraction.runs import matched_cell, sheet_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Sheet
    from ocr.extraction.runs import Run
    from ocr.reading import Cell

_EXACT = frozenset({Form.CODE, Form.DAY})
_BLANKS = re.compile(r"[\s\-]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where one field stands in the text: its key, the form of its value, an expression whose group ``v`` is it."""

    key: str
    form: Form
    expression: re.Pattern[str]


def pattern(key: str, form: Form, expression: str) -> Pattern:
    """A pattern; ``^`` and ``$`` stand for the ends of lines."""
    return Pattern(key, form, re.compile(expression, re.MULTILINE))


def pattern_cells(sheet: Sheet, patterns: Sequence[Pattern], *, at: int = 0, run: Run | None = None) -> dict[str, Cell]:
    """One cell for each key whose pattern matches; of several patterns for a key the first that matches.

    ``run`` is the text to search, by default that of the page line by line.
    """
    run, cells = run or sheet_run(sheet), dict[str, "Cell"]()
    for wanted in patterns:
        if wanted.key not in cells and (cell := _first(sheet, run, wanted, at)):
            cells[wanted.key] = cell
    return cells


def _first(sheet: Sheet, run: Run, wanted: Pattern, at: int) -> Cell | None:
    match = wanted.expression.search(run.text)
    cell = matched_cell(sheet, run, match, at, exact=wanted.form in _EXACT) if match else None
    return _shaped(cell, wanted.form) if cell else None


def _shaped(cell: Cell, form: Form) -> Cell:
    text = str(cell.value)
    if form is Form.DAY:
        day = parse_day(text)
        return replace(cell, value=day) if day else replace(cell, value="", review=f"读作“{text}”，不是日期")
    if form is Form.CODE:
        return replace(cell, value=_BLANKS.sub("", text).upper())
    return cell
