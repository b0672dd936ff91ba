"""The door of exports: a workbook or CSV file of a platform to a proposal of standings; pure, nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.accumulators.gathering import Gathered, shortened
from review.accumulators.heads import head_of
from review.accumulators.proposal import StandingFault, StandingProposal, Told
from review.accumulators.rows import LostError, Row, drawn, stated_day
from review.accumulators.words import ID_NUMBER, SCHEME, YEAR, caption, captions
from review.errors import InputError
from review.sheets.apart import in_own_process
from review.sheets.cells import shown
from review.sheets.door import LOCKED, SPLIT, Refusal, Trouble, digest_of
from review.sheets.reading import read_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from threading import Event

    from review.accumulators.heads import Head
    from review.sheets.sheet import Sheet

LARGEST = 200_000_000
"""Bytes an export may have."""
MOST_ROWS = 1_000_000
_REFUSALS = {
    Trouble.UNREADABLE: Refusal("文件打不开：{name}", "standings-unreadable", LOCKED),
    Trouble.EMPTY: Refusal("这是一个空文件。", "no-standings", "请从平台重新导出后再导入。"),
    Trouble.PDF: Refusal("这是 PDF 文件，不能导入。", "no-standings", "请从平台导出 Excel 或 CSV 文件。"),
    Trouble.TOO_LARGE: Refusal("文件超过 200 MB，不读入。", "standings-too-large", SPLIT),
}


def read_standings(path: Path, told: Told | None = None) -> StandingProposal:
    """The standings a file proposes, with every row that cannot be taken and its place.

    Raises:
        InputError: the file cannot be opened, is unsafe, too large, or no table.
    """
    reading = _Reading(path, told or Told())
    for sheet in read_sheets(path):
        reading.read(sheet)
    return reading.proposal()


def read_standings_apart(path: Path, told: Told | None = None, stop: Event | None = None) -> StandingProposal:
    """What :func:`read_standings` gives, read in a process that may die or be stopped by setting ``stop``.

    Raises:
        InputError: as read_standings; ``cancelled`` where stopped; ``catalogue-unsafe`` where it died or swelled.
    """
    return in_own_process(read_standings, (path, told), stop)


class _Reading:
    """One file as it is read."""

    def __init__(self, path: Path, told: Told) -> None:
        self.path, self.told, self.digest = path, told, digest_of(path, LARGEST, _REFUSALS)
        self.found = Gathered()
        self.heads: list[Head] = []
        self.days: dict[date, None] = {}
        self.notes: list[str] = []

    def read(self, sheet: Sheet) -> None:
        """Read one sheet; one without people and figures is told."""
        head = head_of(sheet, self.path.stem, dict(self.told.columns))
        if head is None:
            if sheet.count:
                self._stop_or_tell(sheet, "没有认得的表头（至少要有身份证号和一项累计），没有读入。")
            return
        self.heads.append(head)
        self.notes += sheet.notes
        before = len(self.found.faults)
        for said in self._missing(head):
            self.found.tell(StandingFault(sheet=sheet.name, row=head.row, said=said, stops=True))
        if len(self.found.faults) == before:
            self._rows(sheet, head)

    def proposal(self) -> StandingProposal:
        """What came of all sheets."""
        found = self.found
        standings = found.joined()
        as_of = self.told.as_of or self._day()
        for said in self._wrong(as_of, bool(standings)):
            found.tell(StandingFault(said=said, stops=True))
        return StandingProposal(
            file=self.path.name,
            sha256=self.digest,
            as_of=as_of,
            includes_own=self.told.includes_own,
            standings=standings,
            faults=tuple(sorted(found.faults, key=lambda fault: (not fault.stops, fault.sheet, fault.row))),
            rows=found.rows,
            left_out=found.left_out,
            columns=tuple(dict.fromkeys((h.label(name), caption(name)) for h in self.heads for name in h.columns)),
            unread=tuple(dict.fromkeys(label for head in self.heads for label in head.unread)),
            notes=tuple(dict.fromkeys(self.notes)),
            unkept=found.unkept,
        )

    def _missing(self, head: Head) -> Iterator[str]:
        """What forbids the reading of a table's rows."""
        for name, labels in head.rivals.items():
            yield f"有几列都像“{caption(name)}”：{'、'.join(labels)}；请指定用哪一列。"
        for label, name in self.told.columns:
            if name and name not in captions() and "." not in name:
                yield f"没有“{name}”这一项累计；请重新指定“{label}”列。"
            elif name and head.label(name) != label:
                yield f"没有唯一的一列叫“{label}”；请重新指定。"
        if YEAR not in head.columns and self.told.year is None:
            yield "没有“年度”列；请指定这份数据是哪一年度的。"
        if SCHEME not in head.columns and self.told.scheme is None:
            yield "没有“险种”列；请指定这份数据是居民还是职工的。"

    def _rows(self, sheet: Sheet, head: Head) -> None:
        for number, cells in sheet.rows():
            row = Row(number, cells, head, sheet.marks)
            if number <= head.row or row.aside:
                continue
            self.found.rows += 1
            if self.found.rows > MOST_ROWS:
                raise InputError(f"超过 {MOST_ROWS} 行，没有读入任何内容。", advice="请分成几个文件。")
            self._row(sheet.name, row)
        if hidden := sum(number > head.row for number in sheet.marks.hidden_rows):
            self.notes.append(f"表“{sheet.name}”有 {hidden} 个隐藏的行，也已读入。")

    def _row(self, sheet: str, row: Row) -> None:
        try:
            day, one = stated_day(row), drawn(sheet, row, self.told)
        except LostError as lost:
            self._leave(sheet, row, lost)
            return
        if day:
            self.days[day] = None
        if one.figures:
            self.found.take(one)
        else:
            self._leave(sheet, row, LostError("这一行没有任何累计数，没有采用。"))

    def _leave(self, sheet: str, row: Row, lost: LostError) -> None:
        found = shortened(lost.found or shown(row.cell(ID_NUMBER)))
        fault = StandingFault(
            sheet=sheet, row=row.number, column=lost.column, found=found, said=str(lost), left_out=True
        )
        self.found.tell(fault)

    def _stop_or_tell(self, sheet: Sheet, said: str) -> None:
        self.found.tell(StandingFault(sheet=sheet.name, said=said))

    def _day(self) -> date | None:
        """The day the rows state, where they agree; else that of the titles."""
        if self.days:
            return next(iter(self.days)) if len(self.days) == 1 else None
        return next((head.as_of for head in self.heads if head.as_of), None)

    def _wrong(self, as_of: date | None, some: bool) -> Iterator[str]:  # noqa: FBT001 - one fact of two
        """What forbids that the whole is taken over."""
        if not some and not any(fault.stops for fault in self.found.faults):
            yield "没有读出任何人的累计；请确认选对了文件，或改正所列各行后重新读取。"
        if as_of is None and some:
            several = "各行的截止日期不同" if self.days else "文件没有写明数据截至哪一天"
            yield f"{several}；请指定截止日期。"
        years = sorted({whose.year for whose in self.found.people if as_of and whose.year > as_of.year})
        if years:
            yield f"年度 {'、'.join(map(str, years))} 晚于数据截止日期 {as_of}；请核对年度和截止日期。"
