"""Sheets and a mapping to a proposal: which sheet, which rows, every fault with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.catalogue.importing.columns import BY_KEY
from review.catalogue.importing.faults import Faults
from review.catalogue.importing.gathering import Gathered
from review.catalogue.importing.mapping import missing, placed
from review.catalogue.importing.noticing import lone, notice, stands_apart, tail_note
from review.catalogue.importing.rows import Reader
from review.catalogue.importing.spreading import Spreading
from review.errors import InputError
from review.sheets.sheet import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.catalogue.entry import Entry
    from review.catalogue.importing.headings import SheetLook
    from review.catalogue.importing.mapping import Guess, Mapping
    from review.sheets.sheet import Row, Sheet

FORMS = {EntryKind.DRUG: "drug-codes", EntryKind.SERVICE: "services", EntryKind.SUPPLY: "supplies"}
_PRICE = re.compile(r"价格?(?:[(（]|$)")
MOST_ENTRIES = 600_000


@dataclass(slots=True)
class Table:
    """What was read so far of the sheets of a file."""

    mapping: Mapping
    faults: Faults = field(default_factory=Faults)
    notes: list[str] = field(default_factory=list)
    gathered: Gathered = field(init=False)

    def __post_init__(self) -> None:
        """Check that the mapping can be read at all."""
        self.gathered = Gathered(self.faults)
        unknown = [key for key, _ in (*self.mapping.columns, *self.mapping.fixed) if key not in BY_KEY]
        if unknown or any(key == "price_limit" for key, _ in self.mapping.fixed):
            raise InputError("列的对应关系不能用。", code="mapping", advice="请在导入对话框里重新指定各列。")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sheets read."""
        return tuple(self.gathered.entries)

    def complete(self, guessed: Guess | None = None) -> bool:
        """Whether every field that is needed is said, and none is open between two headings."""
        for rule, headings in guessed.rivals if guessed else ():
            self.faults.stop(f"有几列都像“{rule.label}”：{'、'.join(headings)}；请在导入对话框里指定一列。")
        for rule in missing(self.mapping):
            if not guessed or rule not in dict(guessed.rivals):
                self.faults.stop(f"没有找到“{rule.label}”列；请在导入对话框里指定，或填写全部条目共同的值。")
        return not self.faults.kept

    def read(self, sheet: Sheet, look: SheetLook) -> None:
        """Read one sheet under its headings."""
        self.faults.sheet = sheet.name
        columns = placed(self.mapping, look.headings)
        for key, heading in self.mapping.columns:
            if key not in columns:
                self.faults.stop(
                    f"没有唯一的一列叫“{heading}”；请在导入对话框里重新指定各列。", look.header_row, heading
                )
        if len(columns) == len(self.mapping.columns):
            self._notes(sheet, look, set(columns.values()))
            notice(sheet, columns, dict(self.mapping.columns), look.header_row + look.height, self.faults)
            self._rows(sheet, look, columns)

    def _notes(self, sheet: Sheet, look: SheetLook, taken: set[int]) -> None:
        left = [heading for column, heading in enumerate(look.headings) if heading and column not in taken]
        where = f"表“{sheet.name}”" if sheet.name else "文件"
        if left:
            self.notes.append(f"{where}中没有采用的列：{'、'.join(dict.fromkeys(left))}。")
        self.notes.extend(sheet.notes)
        for heading in left:
            if _PRICE.search(heading) and "price_limit" not in dict(self.mapping.columns):
                said = f"“{heading}”没有作为限价读入；如果它是医保支付的最高限价，请在导入对话框里指定。"
                self.faults.tell(said, look.header_row, heading)

    def _rows(self, sheet: Sheet, look: SheetLook, columns: dict[str, int]) -> None:
        first = look.header_row + look.height
        spreading = Spreading(sheet.merges, columns, first, self.faults)
        headings = dict(self.mapping.columns)
        reader = Reader(self.mapping.kind, columns, headings, dict(self.mapping.fixed), self.faults)
        wide = {merge.top for merge in sheet.merges if merge.right > merge.left}
        section = ""
        tail: list[tuple[int, str]] = []
        for number, own in sheet.rows():
            if number < first or not any(cell != "" for cell in own):
                continue
            cells = spreading.filled(number, own)
            single = lone(cells)
            if stands_apart(single, columns, merged=number in wide):
                tail.append((number, single[1]))
                continue
            section = self._title(tail, section)
            self._row(reader, (number, cells), section)
        self._tail(tail)
        self.notes.extend(f"{count} {why}。" for why, count in reader.unclassed.items())

    def _row(self, reader: Reader, row: Row, section: str) -> None:
        number, cells = row
        entry = reader.entry(number, cells, section)
        if entry:
            self.gathered.add(entry, number, classed=reader.classed)
        if len(self.gathered.entries) > MOST_ENTRIES:
            raise InputError(f"条目超过 {MOST_ENTRIES} 个。", code="catalogue-too-large", advice="请分成几个文件。")

    def _title(self, lines: list[tuple[int, str]], section: str) -> str:
        """The last line that stood alone above an entry is the title of its section; each is told."""
        for number, text in lines:
            self.faults.tell("这一行只有一格有内容，作为分类标题，没有作为条目读入。", number, found=text)
            section = section if tail_note(text) else text
        lines.clear()
        return section

    def _tail(self, lines: Sequence[tuple[int, str]]) -> None:
        """Lines alone below the last entry: notes of the table, or rows of which all else is lost."""
        for number, text in lines:
            if tail_note(text):
                self.faults.tell("表末的说明，没有作为条目读入。", number, found=text)
            else:
                said = "这一行只有一格有内容，不知是条目还是说明；请补全，或删去这一行。"
                self.faults.stop(said, number, letters(0), text)
