"""The headings above the tables: which part of the list begins, what it is called, and what class it implies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.catalogue.importing.national.lines import squeezed

if TYPE_CHECKING:
    from review.catalogue.importing.national.lines import Line

_PART = re.compile(
    r"(?:[一二三四五六七八九十]+、)?([^\s。,;:.…《》]{1,30}(?:部分|目录|名单))(?:\([^()]{3,}\))?"
    r"(?:\([一二三四五六七八九十]+\)([^。,;:、《》]{2,40}))?"
)
_UNDER = re.compile(r"\([一二三四五六七八九十]+\)([^。,;:、《》]{2,40})")
_NOTES = re.compile(r"(?:.{0,30}目录)?(?:凡例|编制说明|说明|前言)")
_FOOT = re.compile(r"第\d+页(共\d+页)?|[-—–]*\d+[-—–]*")
_REMARK = re.compile(r"(备注|注)\d*:")
_CENTRED = 0.04
_INDENTED = 0.12
_LARGER = 1.2


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list: its name, the letters its keys begin with, and the class where it prints none."""

    name: str
    letters: str
    implied: str = ""


_KNOWN = (
    ("谈判.* 西药", Section("谈判-西药", "XT")),
    ("谈判.* 中成药", Section("谈判-中成药", "ZT")),
    ("^(?!.*谈判).*竞价| .*竞价", Section("竞价药品", "J")),
    ("谈判", Section("谈判药品", "T")),
    ("不得纳入|不予支付", Section("不得纳入基金支付范围的中药饮片", "N", "C")),
    ("饮片", Section("基金予以支付的中药饮片", "P", "A")),
    ("商业健康保险|商保", Section("商业健康保险创新药品目录", "S", "C")),
    ("中成药", Section("中成药部分", "Z")),
    ("西药", Section("西药部分", "X")),
)
"""Titles and what they open; the first that fits. Only herbs and what is not paid print no class (clause 2)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens something: a part (with a group under it where one line names both), a group, or notes."""

    kind: str
    title: str
    under: str = ""


def heading_of(line: Line, width: float, body: float, *, in_notes: bool) -> Heading | None:
    """The heading a line is on a page of some width whose usual print is ``body`` high, or None.

    The clauses of the notes are numbered as groups are and name the parts; there only a part that stands out is one.
    """
    text = squeezed(line.text)
    apart = _stands_out(line, width, body)
    if in_notes and not apart:
        return None
    if apart and _NOTES.fullmatch(text):
        return Heading("notes", text)
    if found := _PART.fullmatch(text):
        return Heading("part", found[1], found[2] or "")
    if (found := _UNDER.fullmatch(text)) and not in_notes:
        return Heading("under", "", found[1])
    return None


def _stands_out(line: Line, width: float, body: float) -> bool:
    centred = abs((line.left + line.right) / 2 - width / 2) < _CENTRED * width and line.left > _INDENTED * width
    return centred or line.size > _LARGER * body


def section_of(part: str, under: str) -> Section:
    """The section of a part and the group under it; one nobody knew keeps its own title and implies nothing."""
    titles = f"{part} {under}"
    known = next((section for pattern, section in _KNOWN if re.search(pattern, titles)), None)
    return known or Section(titles.strip().replace(" ", "-"), f"{titles.strip().replace(' ', '-')}:")


def is_foot(line: Line) -> bool:
    """Whether a line only counts the pages."""
    return bool(_FOOT.fullmatch(squeezed(line.text)))


def is_remark(line: Line) -> bool:
    """Whether a line begins a remark under a table."""
    return bool(_REMARK.match(squeezed(line.text)))
