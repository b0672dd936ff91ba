"""The rows of a table as text by key, each with its number; codes in one way of writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.rules.rule import Subject
from review.rules.words import words
from review.sheets.cells import cleaned, code_of, shown, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from review.rules.headings import Head
    from review.sheets.sheet import Cell, Sheet

_CODES = frozenset({"code", "other_code"})
_NAMED = ("point", "name")
_SPLIT = re.compile(r"[\s、，,;；]+")
_SERVICE_DIGITS = 15
_LOST_ZEROS = re.compile(r"\d{13}")
FORMS = {
    Subject.DRUG: re.compile(
        r"X[A-Z]\d{2}[A-Z]{2}[A-Z]\d{3}[A-Z]\d{12}|Z[A-Z]\d{2}[A-Z]{2}[A-Z]\d{13}|T[0-9A-Z]{8,26}"
    ),
    Subject.SERVICE: re.compile(r"\d{15}|C\d{19}(?:\d{7})?"),
}
"""Forms of the nation's codes (policy §3.6)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings.

    ``wrong`` says (Chinese) what is wrong with a cell as the file keeps it, or that the row is a note and no rule.
    """

    number: int
    cells: Mapping[str, str]
    wrong: str = ""

    @property
    def text(self) -> str:
        """The row on one line, for faults."""
        return " ".join(filter(None, self.cells.values()))

    def codes(self, key: str = "code") -> tuple[str, ...]:
        """The codes of a cell that may hold several."""
        return tuple(dict.fromkeys(filter(None, _SPLIT.split(self.cells.get(key, "")))))


def rows_of(sheet: Sheet, head: Head) -> Iterator[Row]:
    """The rows below the headings that hold anything; headings repeated on a later page are none.

    In a list of codes an article's name and number stand in the first of its rows only.
    """
    above: dict[str, str] = {}
    for row in _printed(sheet, head):
        if head.lists_codes and not row.wrong:
            own = {key: row.cells[key] for key in _NAMED if row.cells.get(key)}
            above = own or above
            yield Row(row.number, {**row.cells, **above})
        else:
            yield row


def _printed(sheet: Sheet, head: Head) -> Iterator[Row]:
    down: dict[int, tuple[int, Cell]] = {}
    for number, printed in sheet.rows():
        if number <= head.row:
            continue
        cells = _spread(sheet, number, printed, down)
        if any(cell != "" for cell in cells) and " ".join(map(shown, cells)) != head.labels:
            yield _row(number, cells, head.columns)


def _spread(sheet: Sheet, number: int, cells: list[Cell], down: dict[int, tuple[int, Cell]]) -> list[Cell]:
    """The cells of a row with what is merged into it from above."""
    for merge in sheet.merges:
        if merge.top == number and merge.bottom > number and merge.left < len(cells):
            down[merge.left] = merge.bottom, cells[merge.left]
    filled = list(cells)
    for column, (bottom, value) in down.items():
        if number <= bottom and column < len(filled) and filled[column] == "":
            filled[column] = value
    return filled


def _row(number: int, cells: list[Cell], columns: Mapping[str, int]) -> Row:
    first = next((shown(cell) for cell in cells if cell != ""), "")
    held = {key: cells[at] for key, at in columns.items() if at < len(cells)}
    read = {key: _code(cell) if key in _CODES else text_of(cell) for key, cell in held.items()}
    texts = {key: cleaned(text) for key, (text, _) in read.items()}
    if first.startswith(words("apart")["words"]) and not (texts.get("code") or texts.get("other_name")):
        return Row(number, {"note": first}, "合计或备注行，不是规则。")
    wrong = next((fault for _, fault in read.values() if fault), "")
    return Row(number, texts, wrong)


def _code(cell: Cell) -> tuple[str, str]:
    """A code; of a service kept as a number, the two zeros it begins with are put back."""
    text, fault = code_of(cell)
    lost = not fault and not isinstance(cell, str) and _LOST_ZEROS.fullmatch(text)
    return (text.zfill(_SERVICE_DIGITS) if lost else text.upper()), fault


def subject_of(code: str) -> Subject | None:
    """Drug or service by the form of a code; None where it has none of the nation's forms."""
    return next((subject for subject, form in FORMS.items() if form.fullmatch(code)), None)
