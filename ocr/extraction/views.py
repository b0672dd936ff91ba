"""A first look at a page: its kind, whose it is, and which page of how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.fields import find_fields, value_text
from ocr.extraction.kinds import Judgement, judge
from ocr.extraction.wordings import STATEMENT

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet

_PAGE_FORMS = (
    re.compile(r"第(?P<n>\d{1,3})页[/,.\-(]*共(?P<of>\d{1,3})页"),
    re.compile(r"共(?P<of>\d{1,3})页[/,.\-(]*第(?P<n>\d{1,3})页"),
    re.compile(r"页[码次数]?:?(?P<n>\d{1,3})/(?P<of>\d{1,3})"),
    re.compile(r"^(?P<n>\d{1,3})/(?P<of>\d{1,3})页?$"),
    re.compile(r"[Pp]age(?P<n>\d{1,3})(of|/)(?P<of>\d{1,3})"),
    re.compile(r"第(?P<n>\d{1,3})页(?P<of>)$"),
)


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a page before it is read.

    Attributes:
        index: place among the pages given.
        sheet: the page laid out.
        judgement: its kind.
        hospital_number, patient: whose it is, empty where not printed.
        number, of: printed page number and count, 0 where not printed.
    """

    index: int
    sheet: Sheet
    judgement: Judgement
    hospital_number: str = ""
    patient: str = ""
    number: int = 0
    of: int = 0


def look_at(sheet: Sheet, index: int) -> View:
    """The first look."""
    fields = find_fields(sheet, STATEMENT)
    number, of = page_number(sheet)
    names = {k: value_text(fields[k]) if k in fields else "" for k in ("hospital_number", "patient")}
    return View(index, sheet, judge(sheet), names["hospital_number"], names["patient"], number, of)


def page_number(sheet: Sheet) -> tuple[int, int]:
    """Printed page number and page count; 0 where not printed or impossible."""
    for form in _PAGE_FORMS:
        for piece in sheet.pieces:
            match = form.search(piece.text.replace(" ", ""))
            if match and int(match["n"]) >= 1 and (not match["of"] or int(match["n"]) <= int(match["of"])):
                return int(match["n"]), int(match["of"] or 0)
    return 0, 0
