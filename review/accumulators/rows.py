"""One row of an export to what it says of a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from review.accumulators.cells import (
    NOTHING,
    UnreadableError,
    amount_of,
    count_of,
    day_of,
    id_number_of,
    scheme_in,
    year_of,
)
from review.accumulators.gathering import Drawn
from review.accumulators.standing import STAYS, Whose
from review.accumulators.words import AS_OF, ID_NUMBER, ITEM, NAME, SCHEME, VALUE, YEAR, figure_names, meant
from review.sheets.cells import cleaned, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from review.accumulators.heads import Head
    from review.accumulators.proposal import Told
    from review.accumulators.standing import Figures
    from review.sheets.sheet import Cell, Marks

T = TypeVar("T")

_TOTALS = ("合计", "总计", "小计", "共计")
_NOTES = ("注", "说明", "备注", "制表", "填表", "打印", "导出")


class LostError(UnreadableError):
    """What is wrong with a row, and under which heading (``column``)."""

    def __init__(self, said: str, column: str = "", found: str = "") -> None:
        """Keep the place beside the words."""
        super().__init__(said)
        self.column, self.found = column, found


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings, looked at through them."""

    number: int
    cells: list[Cell]
    head: Head
    marks: Marks

    def cell(self, name: str) -> Cell:
        """The cell of a column; empty where the row is shorter or the column is not there."""
        place = self.head.columns.get(name, len(self.cells))
        return self.cells[place] if place < len(self.cells) else ""

    def read(self, name: str, read: Callable[[Cell], T]) -> T:
        """What a column gives, as ``read`` reads it. Raises LostError."""
        place, cell = self.head.columns[name], self.cell(name)
        if (self.number, place) in self.marks.broken:
            raise LostError("这一格是出错的公式（如 #N/A）；请改正后重新导出。", self.head.label(name), shown(cell))
        if (self.number, place) in self.marks.uncached:
            raise LostError("这一格的公式没有算出结果；请在 Excel 或 WPS 里打开保存后再导入。", self.head.label(name))
        try:
            return read(cell)
        except UnreadableError as wrong:
            raise LostError(str(wrong), self.head.label(name), shown(cell)) from None

    @property
    def aside(self) -> bool:
        """Whether this is no row of a person: empty, a sum of all, or a note."""
        texts = [text for text in map(shown, self.cells) if text]
        if not texts or cleaned(shown(self.cell(ID_NUMBER))):
            return not texts
        return texts[0].replace(" ", "").startswith(_TOTALS) or (len(texts) == 1 and texts[0].startswith(_NOTES))


def drawn(sheet: str, row: Row, told: Told) -> Drawn:
    """What a row gives; in a file without sheets, where a comma may part an amount, no row is wider than its head.

    Raises:
        LostError: something of the row cannot be relied on.
    """
    beyond = row.cells[len(row.head.labels) :]
    if any(map(shown, beyond)) or (beyond and not sheet):
        raise LostError("这一行的格数比表头多（金额里的逗号可能把列分开了）；请另存为 .xlsx 后再导入。")
    number = row.read(ID_NUMBER, id_number_of)
    year = row.read(YEAR, year_of) if YEAR in row.head.columns else told.year
    scheme = row.read(SCHEME, scheme_in) if SCHEME in row.head.columns else told.scheme
    assert year is not None, "the table is refused before its rows where nobody says the year"
    assert scheme is not None, "as above"
    whose = Whose(id_number=number, year=year, scheme=scheme)
    return Drawn(sheet, row.number, whose, cleaned(shown(row.cell(NAME))), _figures(row))


def stated_day(row: Row) -> date | None:
    """The day a row's own column states, None where it states none. Raises LostError."""
    stated = AS_OF in row.head.columns and shown(row.cell(AS_OF)) not in NOTHING
    return row.read(AS_OF, day_of) if stated else None


def _figures(row: Row) -> Figures:
    """The figures of a row: those under their headings, or the one its item names."""
    wide = {name: _figure(row, name, name) for name in figure_names() if name in row.head.columns}
    item = cleaned(shown(row.cell(ITEM)))
    if item and VALUE in row.head.columns:
        name, _ = meant(item)
        if name not in figure_names():
            raise LostError("不认得这个累计项目，没有采用。", row.head.label(ITEM), item)
        wide[name] = _figure(row, VALUE, name)
    return tuple((name, amount) for name, amount in wide.items() if amount is not None)


def _figure(row: Row, column: str, name: str) -> Decimal | None:
    """The figure of that name in a column."""
    if name == STAYS:
        return row.read(column, count_of)
    return row.read(column, partial(amount_of, ten_thousands=column in row.head.ten_thousands))
