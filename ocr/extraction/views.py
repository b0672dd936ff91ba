"""A first look at a paper: its kind, whose it is, and which page of how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.fields import find_fields, value_text
from ocr.extraction.header import find_headers
from ocr.extraction.id_card import Side, side_of
from ocr.extraction.kinds import Judgement, judge
from ocr.extraction.wordings import STATEMENT
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet

_BARE = re.compile(r"^(?P<n>\d{1,3})/(?P<of>\d{1,3})页?$")
_PAGE_FORMS = (
    re.compile(r"第(?P<n>\d{1,3})页[/,.\-(]*共(?P<of>\d{1,3})页"),
    re.compile(r"共(?P<of>\d{1,3})页[/,.\-(]*第(?P<n>\d{1,3})页"),
    re.compile(r"页[码次数]?:?(?P<n>\d{1,3})/(?P<of>\d{1,3})"),
    _BARE,
    re.compile(r"[Pp]age(?P<n>\d{1,3})(of|/)(?P<of>\d{1,3})"),
    re.compile(r"第(?P<n>\d{1,3})页(?P<of>)$"),
)
_GRAND_TOTAL = re.compile(r"(金额|费用|人民币)?(总?合计|总计|共计)|.{0,6}大写")
_EDGE = 6
"""A bare ``2/4`` is a page number only among so many boxes at the head or foot of a page."""

_BLANK = 4
"""A page with less text than this many characters is blank."""


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a paper, or of a page of it, before it is read.

    Attributes:
        index: place of its page among the pages given; papers on one scan share it.
        sheet: the paper laid out.
        judgement: its kind.
        hospital_number, patient, admitted: whose it is and of which stay, empty where not printed.
        number, of: printed page number and count, 0 where not printed.
        row: the number of its first row, 0 where rows are not numbered.
        closes: whether the sum of the whole paper stands on it.
        side: which side of a card it is.
    """

    index: int
    sheet: Sheet
    judgement: Judgement
    hospital_number: str = ""
    patient: str = ""
    admitted: str = ""
    number: int = 0
    of: int = 0
    row: int = 0
    closes: bool = False
    side: Side = Side.WHOLE

    @property
    def kind(self) -> Kind:
        """The kind of the paper."""
        return self.judgement.kind

    @property
    def blank(self) -> bool:
        """Whether there is no text on it: an empty page or the back of one."""
        return self.kind is Kind.OTHER and sum(len(p.text) for p in self.sheet.pieces) < _BLANK

    @property
    def anonymous(self) -> bool:
        """Whether it does not say whose it is."""
        return not (self.patient or self.hospital_number)


def look_at(sheet: Sheet, index: int) -> View:
    """The first look."""
    fields = find_fields(sheet, STATEMENT)
    number, of = page_number(sheet)
    keys = ("hospital_number", "patient", "admission_date")
    hospital_number, patient, admitted = (value_text(fields[key]) if key in fields else "" for key in keys)
    judgement = judge(sheet)
    side = side_of(sheet) if judgement.kind is Kind.ID_CARD else Side.WHOLE
    closes = any(_GRAND_TOTAL.match(piece.text.replace(" ", "")) for piece in sheet.pieces)
    return View(index, sheet, judgement, hospital_number, patient, admitted, number, of, first_row(sheet), closes, side)


def page_number(sheet: Sheet) -> tuple[int, int]:
    """Printed page number and page count; 0 where not printed or impossible."""
    edges = {*sheet.pieces[:_EDGE], *sheet.pieces[-_EDGE:]}
    for form in _PAGE_FORMS:
        for piece in sheet.pieces:
            match = form.search(piece.text.replace(" ", ""))
            if (
                match
                and (form is not _BARE or piece in edges)
                and int(match["n"]) >= 1
                and (not match["of"] or int(match["n"]) <= int(match["of"]))
            ):
                return int(match["n"]), int(match["of"] or 0)
    return 0, 0


def first_row(sheet: Sheet) -> int:
    """The number of the first row where the table of a page numbers its rows, else 0."""
    for header in find_headers(sheet):
        for heading in (h for h in header.headings if h.key == "index"):
            under = (
                p for p in sheet.pieces if p.y > header.bottom and p.left < heading.right and p.right > heading.left
            )
            first = next(under, None)
            if first and first.text.isdigit():
                return int(first.text)
    return 0
