"""Which column of a table says what, as its heading row tells, and the fields of a row under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.catalogue.importing.national.grid import TOUCHING, Cell
from review.catalogue.importing.national.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.importing.national.grid import Table

    Row = tuple[Cell, ...]
    Fields = dict[str, Cell]

_ROLES = (
    ("code", re.compile("代码")),
    ("agreement", re.compile("有效期|协议期")),
    ("standard", re.compile("支付标准")),
    ("class", re.compile("^(甲乙|类别|支付类别|医保类别)")),
    ("category", re.compile("分类")),
    ("number", re.compile("^(编号|序号|目录编号)$")),
    ("name", re.compile("名称$|^通用名$")),
    ("form", re.compile("剂型")),
    ("remark", re.compile("备注|限定|支付范围")),
)
_CLASSES = frozenset("甲乙丙")
_BESIDE_NUMBER = frozenset({"category", "number", "class"})
_CODE = re.compile(r"[A-Z]{2}[0-9A-Z]{0,6}")
_NUMBER = re.compile(r"★?\(?\d{1,5}\)?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the heading row: what it says, its sides, and which of the lists side by side it belongs to."""

    role: str
    left: float
    right: float
    group: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list, and the left side of the table that named them."""

    columns: tuple[Column, ...]
    left: float

    def fit(self, table: Table) -> bool:
        """Whether a table without a heading row goes on under these columns: its rules stand where theirs do."""
        shift = table.uprights[0] - self.left
        sides = (side + shift for c in self.columns if c.role in {"number", "name"} for side in (c.left, c.right))
        return all(any(abs(side - place) <= TOUCHING for place in table.uprights) for side in sides)

    def fields(self, row: Row, shift: float) -> Iterator[Fields]:
        """The cells of a row by what they say, once for each of the lists that stand side by side."""
        held: list[Fields] = [{} for _ in range(self.columns[-1].group + 1)]
        for cell in row:
            column = self._over(cell.middle - shift)
            if cell.lines and column:
                for role, part in _parts(column, cell):
                    held[column.group].setdefault(role, part)
        yield from held

    def category(self, row: Row, shift: float) -> tuple[str, str] | None:
        """Code and name of the category a row opens, or, merged with it, the category of a numbered row; else None."""
        coded = [cell for cell in row if self._is_code(cell, shift)]
        if not coded:
            return None
        named = [cell for cell in row if cell.lines and cell is not coded[0]]
        if any(is_numbered(fields) for fields in self.fields(row, shift)):
            named = [fields["category"] for fields in self.fields(row, shift) if "category" in fields]
        return coded[0].text, "".join(cell.text for cell in named)

    def _is_code(self, cell: Cell, shift: float) -> bool:
        column = self._over(cell.left - shift + TOUCHING)
        return bool(column and column.role == "code" and _CODE.fullmatch(cell.text))

    def _over(self, x: float) -> Column | None:
        return next((column for column in self.columns if column.left <= x <= column.right), None)


def is_numbered(fields: Fields) -> bool:
    """Whether the cells of a row hold a number of the list, as ``12`` or ``★(12)``."""
    return "number" in fields and bool(_NUMBER.fullmatch(squeezed(fields["number"].text)))


def _parts(column: Column, cell: Cell) -> Iterator[tuple[str, Cell]]:
    """A cell by its column; the class stands in a narrow cell beside the number, under words a page's end cut off."""
    letters = tuple(line for line in cell.lines if line.text in _CLASSES)
    if column.role not in _BESIDE_NUMBER or len(letters) != 1:
        yield column.role, cell
        return
    yield "class", Cell(cell.left, cell.right, letters)
    if len(cell.lines) > 1:
        yield column.role, Cell(cell.left, cell.right, tuple(line for line in cell.lines if line not in letters))


def columns_of(row: Row) -> Columns | None:
    """The columns a heading row names; None where the row is no heading of a numbered list of names."""
    found: list[Column] = []
    group = 0
    for cell in row:
        role = next((role for role, pattern in _ROLES if cell.lines and pattern.search(squeezed(cell.text))), "")
        if not role:
            continue
        if any(column.role == role and column.group == group for column in found):
            group += 1
        found.append(Column(role, cell.left, cell.right, group))
    roles = {column.role for column in found}
    return Columns(tuple(found), row[0].left) if {"number", "name"} <= roles else None
