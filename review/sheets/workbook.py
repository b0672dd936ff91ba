"""Excel files as sheets: looked through first, then read by calamine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from review.errors import InputError
from review.sheets import records
from review.sheets.compound import book_stream, locked
from review.sheets.container import opened, unsafe
from review.sheets.markup import MOST_CELLS, marked
from review.sheets.sheet import Marks, Merge, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from python_calamine import CalamineSheet

    from review.sheets.container import Package
    from review.sheets.sheet import Row

_MOST_MERGES = 100_000


def read_xlsx(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an .xlsx file, with what their markup says.

    Raises:
        InputError: the file is no workbook, is unsafe, damaged or locked.
    """
    package = opened(path)
    sheets = (part for _, part in package.sheets)
    return _sheets(path, tuple(_marks(package, part) for part in sheets))


def _marks(package: Package, part: str) -> Marks:
    """What the markup of a sheet says; charts and macros, which the folder of the part tells, are never read."""
    return marked(partial(package.chunks, part)) if part.split("/")[1:2] == ["worksheets"] else Marks()


def read_xls(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an .xls file, with what their records say.

    Raises:
        InputError: the file is no workbook, is unsafe, damaged or locked.
    """
    return _sheets(path, records.marked(book_stream(path)))


def _sheets(path: Path, marks: tuple[Marks, ...]) -> tuple[Sheet, ...]:
    return _guarded(lambda: tuple(_loaded(path, marks)))


def _loaded(path: Path, marks: tuple[Marks, ...]) -> Iterator[Sheet]:
    kept = 0
    with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:  # by path it would trust the suffix
        if len(book.sheets_metadata) != len(marks):
            raise unsafe("表单的清单前后不一")
        for place, (meta, seen) in enumerate(zip(book.sheets_metadata, marks, strict=True)):
            if meta.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(place)
            kept += sheet.height * sheet.width
            if kept > MOST_CELLS:
                raise unsafe("各张表合起来的行列数大得不正常")
            yield _sheet(sheet, seen, hidden=meta.visible is not SheetVisibleEnum.Visible)


def _sheet(sheet: CalamineSheet, marks: Marks, *, hidden: bool) -> Sheet:
    merges = sheet.merged_cell_ranges or []
    if len(merges) > _MOST_MERGES:
        raise unsafe("合并单元格多得不正常")
    return Sheet(
        name=sheet.name,
        rows=lambda: _rows(sheet),
        count=sheet.end[0] + 1 if sheet.end else 0,
        hidden=hidden,
        merges=tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in merges),
        marks=marks,
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
        raise locked() from error
    except BaseException as error:  # a panic of the Rust parser is no Exception
        raise unsafe("文件已损坏或不完整") from error
