"""One row of a sheet to one entry, with a fault for whatever cannot be taken."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.catalogue.importing.coding import class_of, code_fault
from review.catalogue.importing.columns import BY_KEY
from review.catalogue.importing.national.headings import section_of
from review.catalogue.importing.prices import amount_of
from review.sheets.cells import PRIVATE, code_of, shown, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.catalogue.importing.faults import Faults
    from review.sheets.sheet import Cell

_CODES = frozenset({"code", "official_no"})
_WHY = {
    PaymentClass.A: "味中药饮片没有分甲乙类，暂按甲类读入，待局方确认",
    PaymentClass.C: "个没有甲乙类，也不在支付范围（没有国家目录编号，或列在不得纳入的部分），按目录外（丙类）读入",
}
_LISTED = ("official_no", "listed_name")
_LONGEST_KEY = 80
_OWN_NUMBER = re.compile(r"[A-Z0-9.\-]{1,12}")
_WORDS = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Reader:
    """Makes entries of the rows of one sheet.

    ``headings`` are those of the mapped fields, ``fixed`` what a person said of every row. ``classed`` tells whether
    the last row printed its class, ``unclassed`` counts why others needed none.
    """

    kind: EntryKind
    placed: Mapping[str, int]
    headings: Mapping[str, str]
    fixed: Mapping[str, str]
    faults: Faults
    classed: bool = True
    unclassed: Counter[str] = field(default_factory=Counter)
    kept: dict[str, str] = field(default_factory=dict)
    _sound: bool = True

    def entry(self, row: int, cells: list[Cell], section: str) -> Entry | None:
        """The entry of a row; None where a fault forbids it, or the row is a title of those that follow."""
        self._sound = self.classed = True
        said: dict[str, Any] = {key: self._cell(key, row, cells) for key in self.placed}
        said.update(self.fixed)
        if self._is_title(said):
            self.faults.tell("只有编号和名称，作为分类标题，没有作为条目读入。", row, found=said["name"])
            return None
        said["section"] = said.get("section") or section
        self._named(row, said)
        self._coded(row, said)
        said["payment_class"] = self._class(row, said)
        if not self._sound:
            return None
        fields = self._completed(said)
        return Entry(id=_key(fields), edition_id="", kind=self.kind, **fields)

    def stop(self, key: str, row: int, said: str, found: object = "") -> None:
        """Note a fault that forbids the row."""
        self._sound = False
        self.faults.stop(said, row, self.headings.get(key, ""), found)

    def _cell(self, key: str, row: int, cells: list[Cell]) -> Any:
        column = self.placed[key]
        cell = cells[column] if column < len(cells) else ""
        if cell == "":
            return None if key == "price_limit" else ""
        value: Any
        if key == "price_limit":
            value, wrong = amount_of(cell)
        else:
            value, wrong = code_of(cell) if key in _CODES else self._text(key, cell)
        if wrong:
            self.stop(key, row, wrong, shown(cell))
        return value

    def _text(self, key: str, cell: Cell) -> tuple[str, str]:
        text, wrong = text_of(cell)
        rule = BY_KEY[key]
        if not wrong and len(text) > rule.longest:
            wrong = f"{rule.label}有{len(text)}个字，超过{rule.longest}个；请核对是否错行或合并了内容。"
        return (self.kept.setdefault(text, text) if rule.spreads else text), wrong

    def _is_title(self, said: Mapping[str, Any]) -> bool:
        """Whether a row of services is the title of a chapter: a short number and a name, and nothing else."""
        number = said.get("code") or said.get("official_no") or ""
        return (
            self.kind is EntryKind.SERVICE
            and "payment_class" in self.placed
            and bool(said.get("name"))
            and bool(_OWN_NUMBER.fullmatch(number))
            and not any(value for key, value in said.items() if key not in {"code", "official_no", "name", "remark"})
        )

    def _named(self, row: int, said: Mapping[str, Any]) -> None:
        name = said["name"]
        if not name:
            self.stop("name", row, "名称为空；请补全，或删去这一行。")
        elif not _WORDS.search(name):
            self.stop("name", row, "名称里没有文字；请核对是否错列。", name)
        elif len(name) == 1:
            self.faults.tell("名称只有一个字，请核对。", row, self.headings.get("name", ""), name)
        if PRIVATE.search(name):
            said_so = "名称里有自造字，在别的电脑上可能显示不同；请核对。"
            self.faults.tell(said_so, row, self.headings.get("name", ""), name)

    def _coded(self, row: int, said: dict[str, Any]) -> None:
        if "code" not in said or not self._sound:
            return
        said["code"] = code = said["code"].upper()
        if code:
            wrong = code_fault(self.kind, code)
            if wrong:
                self.stop("code", row, wrong, code)
        elif self.kind is EntryKind.DRUG:
            self.stop("code", row, "药品代码为空；请补全，或删去这一行。")
        else:
            self.faults.tell("没有国家编码，按编号和名称读入。", row, self.headings["code"], said["name"])

    def _class(self, row: int, said: Mapping[str, Any]) -> PaymentClass:
        printed = said.get("payment_class", "")
        found = class_of(printed)
        if found:
            return found
        if not printed and self.kind is EntryKind.DRUG and "payment_class" in self.placed:
            found = self._implied(said)
        if found:
            self.classed = False
            self.unclassed[_WHY[found]] += 1
            return found
        wrong = "没有写明甲乙丙；请补全。" if not printed else "甲乙丙类认不出来；应为甲、乙或丙，请改正。"
        self.stop("payment_class", row, wrong, printed)
        return PaymentClass.C

    def _implied(self, said: Mapping[str, Any]) -> PaymentClass | None:
        """The class of a drug where none is printed: herbs by their section; C where it is under no listed number."""
        linked = any(key in self.placed for key in _LISTED)
        if linked and said.get("code") and not any(map(said.get, _LISTED)):
            return PaymentClass.C
        implied = section_of(said["section"], "").implied
        return PaymentClass(implied) if implied else None

    def _completed(self, said: dict[str, Any]) -> dict[str, Any]:
        """Services and supplies are found by their number: where the file has only the code, it is both."""
        if self.kind is not EntryKind.DRUG and not said.get("official_no"):
            said["official_no"] = said.get("code", "")
        return {"official_no": "", **said}


def _key(said: Mapping[str, Any]) -> str:
    """What the entry may be called within its edition: its code, else where it stands, else its name."""
    if said.get("code"):
        return str(said["code"])
    numbered = "-".join(part for part in (said.get("section"), said["official_no"]) if part)
    return (numbered if said["official_no"] else str(said["name"]))[:_LONGEST_KEY]
