"""What a person should know of a sheet beside its values: hidden parts, formulas, errors, lines that stand alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.sheets.cells import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from review.catalogue.importing.faults import Faults
    from review.sheets.sheet import Cell, Sheet

_NOTE = re.compile(r"[(（【\[]?(?:注|说明|备注|附注|填表|制表|审核|合计|总计|共计|打印|制单|编制|\d+[.、])")
_TITLE = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.]|第[一二三四五六七八九十\d]{1,3}[章节部类]")
_FEW = 5


def notice(
    sheet: Sheet, placed: Mapping[str, int], headings: Mapping[str, str], first_row: int, faults: Faults
) -> None:
    """Tell what is hidden or calculated in the columns that are read, and stop at results that are not there."""
    named = {column: headings[key] for key, column in placed.items()}
    for column in sorted(sheet.marks.hidden_columns & set(named)):
        faults.tell("这一列在表里是隐藏的，已照常读入；请确认要用它。", 0, named[column])
    hidden = sorted(row for row in sheet.marks.hidden_rows if row >= first_row)
    if hidden:
        listed = "、".join(map(str, hidden[:_FEW])) + ("等" if len(hidden) > _FEW else "")
        faults.tell(f"有 {len(hidden)} 行是隐藏或筛选掉的（第{listed}行），已照常读入；请确认要用它们。", hidden[0])
    for column, (count, row) in sorted(sheet.marks.formulas.items()):
        if column in named:
            faults.tell(f"这一列有 {count} 格是公式，按保存的结果读入；请确认结果是最新的。", row, named[column])
    for cells, said in (
        (sheet.marks.uncached, "公式没有保存结果；请在 Excel 或 WPS 里重新计算，或粘贴为数值，保存后再导入。"),
        (sheet.marks.broken, "这一格显示错误（如 #N/A、#REF!）；请改正后再导入。"),
    ):
        for row, column in sorted(cell for cell in cells if cell[1] in named and cell[0] >= first_row):
            faults.stop(said, row, named[column])


def lone(cells: Sequence[Cell]) -> tuple[int, str]:
    """Column and text of the only cell of a row that holds something; (-1, "") where there are more."""
    filled = [column for column, cell in enumerate(cells) if cell != ""]
    if len(filled) > _FEW:
        return -1, ""
    texts = [(column, shown(cells[column])) for column in filled]
    written = [(column, text) for column, text in texts if text]
    return written[0] if len(written) == 1 else (-1, "")


def stands_apart(at: tuple[int, str], placed: Mapping[str, int], *, merged: bool) -> bool:
    """Whether a cell alone in its row is no torn article: it spans columns, lies outside them, or reads as a title."""
    column, text = at
    return column >= 0 and (merged or column not in placed.values() or bool(_TITLE.match(text) or _NOTE.match(text)))


def tail_note(text: str) -> bool:
    """Whether a line below a table is plainly a note or a sum, not an article."""
    return bool(_NOTE.match(text))
