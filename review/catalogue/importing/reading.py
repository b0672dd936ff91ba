"""The door of importing: a file an office has to a proposal. What the file is, its bytes say, never its name."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from review.catalogue.importing.head import head_of
from review.catalogue.importing.headings import TOP, SheetLook, look, look_at
from review.catalogue.importing.mapping import placed
from review.catalogue.importing.proposal import Proposal
from review.catalogue.importing.tabular import FORMS, Table
from review.errors import InputError
from review.sheets.reading import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

    from review.catalogue.importing.mapping import Mapping
    from review.sheets.sheet import Sheet

LARGEST = 400_000_000
"""Bytes a file may have."""
_PDF = b"%PDF-"
_WHOLE = "总表"


def read_catalogue(path: Path, mapping: Mapping | None = None) -> Proposal:
    """The entries a catalogue file proposes, with every fault and its place; pure, nothing is stored.

    Without ``mapping`` the columns are guessed from their headings; whatever is open is a stopping fault.

    Raises:
        InputError: the file is no catalogue at all, cannot be opened, is unsafe, or fits no encoding.
    """
    digest = _digest(path)
    if _is_pdf(path):
        from review.catalogue.importing.national.reader import read_national  # noqa: PLC0415 - its libraries are heavy

        return read_national(path)
    sheets = read_sheets(path)
    looks = tuple(look(sheet, path.name) for sheet in sheets)
    if mapping is None:
        return _guessed(path.name, digest, sheets, looks)
    return _mapped(path.name, digest, sheets, looks, mapping)


def headings_of(path: Path) -> tuple[SheetLook, ...]:
    """The sheets of a file with their headings, for the dialog; none for a PDF, whose columns are known.

    Raises:
        InputError: as :func:`read_catalogue`.
    """
    _digest(path)
    return () if _is_pdf(path) else tuple(look(sheet, path.name) for sheet in read_sheets(path))


def _digest(path: Path) -> str:
    """The hash of the file; a file that is absent, empty or too large is refused."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            advice = "请确认选对了文件；确实这样大时请分成几个文件。"
            raise InputError("文件超过 400 MB，不读入。", code="catalogue-too-large", advice=advice)
        if size == 0:
            raise InputError("这是一个空文件。", code="no-catalogue", advice="请重新取得目录文件后再导入。")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        advice = "请确认文件还在、没有被别的程序锁住，并且有权限读取。"
        raise InputError(f"文件打不开：{path.name}", code="catalogue-unreadable", advice=advice) from error


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return _PDF in file.read(1024)


def _guessed(file: str, digest: str, sheets: tuple[Sheet, ...], looks: tuple[SheetLook, ...]) -> Proposal:
    """The proposal of the one sheet that is plainly the catalogue; of several a person must choose."""
    fitting = [seen for seen in looks if seen.guessed and seen.guessed.fits]
    if not fitting:
        raise InputError(
            "没有找到目录的表头（至少要有名称，以及编码、编号或甲乙类）。"
            if any(s.count for s in sheets)
            else "表格是空的。",
            code="catalogue-columns" if any(s.count for s in sheets) else "no-catalogue",
            advice="请在导入对话框里指定表头所在的行和各列，或检查是否选错了文件。",
        )
    chosen = _chosen(fitting)
    seen = chosen or fitting[0]
    assert seen.guess is not None
    table = Table(seen.guess)
    others = "、".join(f"“{seen.sheet}”" for seen in fitting if seen is not chosen)
    if chosen is None:
        table.faults.stop(f"有几张表都像目录：{others}；请在导入对话框里选择要读入的表。")
    elif table.complete(chosen.guessed):
        if others:
            table.notes.append(f"读入了表“{chosen.sheet}”；另有像目录的表没有读入：{others}。")
        table.read(sheets[looks.index(chosen)], chosen)
    return _proposal(file, digest, table, seen)


def _chosen(fitting: list[SheetLook]) -> SheetLook | None:
    """The only sheet that fits, hidden and bare ones last; or the one that calls itself the whole."""
    for among in (
        [seen for seen in fitting if not seen.hidden and seen.rows > seen.header_row],
        [seen for seen in fitting if seen.rows > seen.header_row],
        fitting,
    ):
        whole = [seen for seen in among if _WHOLE in seen.sheet]
        if len(among) == 1 or len(whole) == 1:
            return (whole or among)[0]
        if among:
            return None
    return None


def _mapped(
    file: str, digest: str, sheets: tuple[Sheet, ...], looks: tuple[SheetLook, ...], mapping: Mapping
) -> Proposal:
    """The proposal of the sheets a person named, under the headings they named."""
    table = Table(mapping)
    named = {seen.sheet: (sheet, _under(seen, mapping)) for sheet, seen in zip(sheets, looks, strict=True)}
    first = None
    for name in mapping.sheets:
        if name not in named:
            table.faults.stop(f"文件里没有表“{name}”；请在导入对话框里重新选择。")
    if table.complete():
        for sheet, seen in (named[name] for name in mapping.sheets):
            first = first or seen
            table.read(sheet, seen)
    return _proposal(file, digest, table, first or looks[0])


def _under(seen: SheetLook, mapping: Mapping) -> SheetLook:
    """The sheet under the mapped headings: in the row a person named, else wherever in the first rows they stand."""
    rows = (mapping.header_row, seen.header_row, *range(1, TOP + 1))
    tried = [look_at(seen, row) for row in dict.fromkeys(rows) if 0 < row <= len(seen.top)]
    return next((at for at in tried if len(placed(mapping, at.headings)) == len(mapping.columns)), (tried or [seen])[0])


def _proposal(file: str, digest: str, table: Table, seen: SheetLook) -> Proposal:
    faults = table.faults
    if not table.entries and not any(fault.stops for fault in faults.kept):
        faults.sheet = seen.sheet
        faults.stop("只有表头，没有条目；请确认选对了表和文件。", seen.header_row)
    return Proposal(
        file=file,
        sha256=digest,
        form=FORMS[table.mapping.kind],
        head=head_of(table.mapping.kind, seen.title, file, (seen.sheet,)),
        entries=table.entries,
        faults=faults.kept,
        notes=tuple(dict.fromkeys(table.notes)),
        unkept=faults.unkept,
        places=tuple(table.gathered.places),
        printed=table.gathered.printed,
    )
