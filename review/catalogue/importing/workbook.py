"""Excel files as sheets: looked through first, then read by calamine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from review.catalogue.importing.container import opened, unsafe
from review.catalogue.importing.markup import MOST_CELLS, marked
from review.catalogue.importing.sheets import Marks, Merge, Sheet
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from python_calamine import CalamineSheet

    from review.catalogue.importing.sheets import Row

_MOST_MERGES = 100_000
_BLIND = "这是旧格式的 .xls 文件，看不出其中的公式和隐藏的行列；要核对这些，请另存为 .xlsx 后再导入。"


def read_xlsx(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an .xlsx file, with what their markup says.

    Raises:
        InputError: the file is no workbook, is unsafe, damaged or locked.
    """
    package = opened(path)
    marks: dict[str, Marks] = {}
    for name, part in package.sheets:
        if part.startswith("xl/worksheets/"):
            marks[name] = marked(partial(package.chunks, part))
    return _sheets(path, marks)


def read_xls(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an .xls file. Hidden rows and columns, and formulas, cannot be seen in it; a note says so.

    Raises:
        InputError: the file is damaged or locked.
    """
    return _sheets(path, None)


def _sheets(path: Path, marks: dict[str, Marks] | None) -> tuple[Sheet, ...]:
    return _guarded(lambda: tuple(_loaded(path, marks)))


def _loaded(path: Path, marks: dict[str, Marks] | None) -> Iterator[Sheet]:
    kept = 0
    with CalamineWorkbook.from_path(path) as book:
        for meta in book.sheets_metadata:
            if meta.typ is not SheetTypeEnum.WorkSheet:
                continue
            if marks is not None and meta.name not in marks:
                raise unsafe("表单的清单前后不一")
            sheet = book.get_sheet_by_name(meta.name)
            kept += sheet.height * sheet.width
            if kept > MOST_CELLS:
                raise unsafe("各张表合起来的行列数大得不正常")
            yield _sheet(sheet, meta.visible is not SheetVisibleEnum.Visible, (marks or {}).get(meta.name))


def _sheet(sheet: CalamineSheet, hidden: bool, marks: Marks | None) -> Sheet:  # noqa: FBT001 - private, one caller
    merges = sheet.merged_cell_ranges or []
    if len(merges) > _MOST_MERGES:
        raise unsafe("合并单元格多得不正常")
    return Sheet(
        name=sheet.name,
        rows=lambda: _rows(sheet),
        count=sheet.end[0] + 1 if sheet.end else 0,
        hidden=hidden,
        merges=tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in merges),
        marks=marks or Marks(blind=True),
        notes=() if marks else (_BLIND,),
    )


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, [*before, *cells] if before else cells


def _guarded(read: Callable[[], tuple[Sheet, ...]]) -> tuple[Sheet, ...]:
    """What ``read`` gives; whatever a parser throws at hostile bytes becomes one refusal."""
    try:
        return read()
    except (InputError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except PasswordError as error:
        advice = "请在 Excel 或 WPS 里取消密码后另存，再导入。"
        raise InputError("这个表格文件设了打开密码。", code="catalogue-locked", advice=advice) from error
    except BaseException as error:  # a panic of the Rust parser is no Exception
        raise unsafe("文件已损坏或不完整") from error
