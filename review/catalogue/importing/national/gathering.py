"""Page after page into rows: headings open sections, heading rows name columns, and every row is one of the list."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from review.catalogue.importing.national.columns import columns_of, is_numbered
from review.catalogue.importing.national.drafts import Astray, Categories, Draft, Gathered, Prose
from review.catalogue.importing.national.grid import laid_out
from review.catalogue.importing.national.headings import heading_of, is_foot, is_remark, section_of
from review.catalogue.importing.national.lines import Line, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.catalogue.importing.national.columns import Columns, Fields, Row
    from review.catalogue.importing.national.grid import Table
    from review.catalogue.importing.national.headings import Heading, Section
    from review.catalogue.importing.national.page import Sheet


def gather(sheets: Iterable[Sheet]) -> Gathered:
    """Everything the pages hold of a list; nothing is judged yet."""
    reader = _Reader()
    for sheet in sheets:
        reader.read(sheet)
    reader.close()
    return reader.gathered


class _Reader:
    """Where the reading stands: in notes or in a section, under which columns and class."""

    def __init__(self) -> None:
        self.gathered = Gathered()
        self._page, self._width = 0, 0.0
        self._part = ""
        self._section: Section | None = None
        self._notes = self._remark = False
        self._columns: Columns | None = None
        self._prose: Prose | None = None
        self._categories = Categories()
        self._cut: dict[int, Draft] = {}
        self._last: dict[int, Draft] = {}

    def close(self) -> None:
        """End a section; a part of a row belongs to the row before, or is told of where there is none."""
        for draft in self._cut.values():
            (draft.either.grow if draft.either else self._lose)(draft.cells)
        if self._prose and self._prose.lines:
            self.gathered.drafts.append(self._prose)
        self._prose, self._columns, self._remark = None, None, False
        self._categories, self._cut, self._last = Categories(), {}, {}

    def read(self, sheet: Sheet) -> None:
        """Take one page: its lines and tables from top to bottom."""
        laid = laid_out(sheet)
        self._page, self._width = sheet.number, sheet.width
        self.gathered.opening = self.gathered.opening or "".join(squeezed(line.text) for line in laid.lines)
        if sheet.pictures and not sheet.glyphs:
            self.gathered.pictured.append(sheet.number)
        body = median(glyph.size for glyph in sheet.glyphs) if sheet.glyphs else 0.0
        for thing in laid.in_order():
            if not isinstance(thing, Line):
                self._table(thing)
            elif heading := heading_of(thing, sheet.width, body, in_notes=self._notes):
                self._open(heading)
            elif not is_foot(thing):
                self._line(thing)

    def _open(self, heading: Heading) -> None:
        if self._runs(heading):
            return
        self.close()
        self._notes = heading.kind == "notes"
        self._part = heading.title if heading.kind == "part" else self._part
        self._section = None if self._notes else section_of(self._part, heading.under)
        if self._section and heading.under:
            self._prose = Prose(self._section, self._page, self._width)

    def _runs(self, heading: Heading) -> bool:
        """Whether a heading only stands again at the head of a page: the list's own title, or what is open already."""
        if heading.kind == "part" and self._part and heading.title in self.gathered.title:
            return True
        if self._notes or not self._section or heading.kind == "notes":
            return False
        again = heading.title == self._part and not heading.under
        return again or (heading.kind == "under" and section_of(self._part, heading.under) == self._section)

    def _line(self, line: Line) -> None:
        if self._notes:
            self.gathered.notes.append(squeezed(line.text))
        elif self._section and (self._remark or is_remark(line)):
            kept = self.gathered.remarks.setdefault(self._section.name, [])
            kept += [""] if is_remark(line) else []
            kept[-1] += squeezed(line.text)
            self._remark = True
        elif self._prose:
            self._prose.lines.append(line)

    def _table(self, table: Table) -> None:
        rows = [row for row in table.rows if any(cell.lines for cell in row)]
        headings = [columns for columns in map(columns_of, rows) if columns]
        if self._notes:
            self.gathered.notes += [_names(rows, columns) for columns in headings[:1]]
        elif self._section and headings:
            self._columns, self._remark, self._prose = headings[-1], False, None
            self._rows([row for row in rows if not columns_of(row)], 0.0)
        elif self._columns and self._columns.fit(table):
            self._remark = False
            self._rows(rows, table.uprights[0] - self._columns.left)
        else:
            self.gathered.passed_over.append(self._page)

    def _rows(self, rows: list[Row], shift: float) -> None:
        """The rows of one table; lists that stand side by side follow one another."""
        assert self._columns is not None
        found: dict[int, list[Draft]] = {}
        for position, row in enumerate(rows):
            category = self._columns.category(row, shift)
            if category:
                self._categories.open(*category)
            for group, cells in enumerate(self._columns.fields(row, shift)):
                if not category and "category" in cells:
                    self._categories.go_on(cells.pop("category").text)
                if is_numbered(cells):
                    found.setdefault(group, []).append(self._draft(group, cells))
                elif cells and not category:
                    self._half(group, cells, first=position == 0, last=position == len(rows) - 1)
        for group in sorted(found):
            self.gathered.drafts += found[group]

    def _draft(self, group: int, cells: Fields) -> Draft:
        """The row that begins here, or the one whose upper part ended the page before."""
        draft = self._cut.pop(group, None) or self._begun()
        if draft.either:
            self._lose(draft.cells)
            draft = self._begun()
        draft.grow(cells)
        draft.category = self._categories.now()
        self._last[group] = draft
        return draft

    def _begun(self, either: Draft | None = None) -> Draft:
        assert self._section is not None
        return Draft(self._section, self._page, self._categories.now(), either=either)

    def _half(self, group: int, cells: Fields, *, first: bool, last: bool) -> None:
        """A row without a number: part of a row that the end of a page cut, above its number or below it."""
        before = self._last.get(group)
        if "number" in cells or not (first or last):
            self._lose(cells)
        elif first and last and group in self._cut:
            self._cut[group].grow(cells)
        elif last:
            self._cut[group] = self._begun(before if first else None)
            self._cut[group].grow(cells)
        else:
            self._end(before, self._cut.pop(group, None), cells)

    def _end(self, before: Draft | None, cut: Draft | None, cells: Fields) -> None:
        """The last part of a row that has shown no number since ``cut``: it is that of the row before, if of any."""
        whole = cut or self._begun()
        whole.grow(cells)
        owner = before if cut is None else cut.either
        (owner.grow if owner else self._lose)(whole.cells)

    def _lose(self, cells: Fields) -> None:
        self.gathered.astray.append(Astray(self._page, "".join(cell.text for cell in cells.values())))


def _names(rows: Iterable[Row], columns: Columns) -> str:
    """The names that a table of the notes lists, as a sentence would."""
    numbered = (fields for row in rows for fields in columns.fields(row, 0.0) if is_numbered(fields))
    return "、".join(fields["name"].text for fields in numbered if "name" in fields) + "。"
