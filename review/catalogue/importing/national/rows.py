"""Rows as gathered into rows as they are meant: signs spelled out, limits of the notes put in, keys given."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.catalogue.importing.national.drafts import Category, Prose
from review.catalogue.importing.national.lines import names_of, run_together, squeezed
from review.catalogue.importing.national.notes import signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.catalogue.importing.national.drafts import Draft, Gathered
    from review.catalogue.importing.national.headings import Section
    from review.catalogue.importing.national.lines import Line

ALONE = "单独使用时不予支付，且全部由这些饮片组成的处方也不予支付"
"""What □ means by clause 16 of the notes."""

_ALONE_SIGN = "□"
_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"、(?![^()（）]*[)）])")
_INDENT, _ROOM, _SHORT = 0.5, 1.5, 0.75
_PHRASE = "各种"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the list as printed, wrapped lines joined and signs spelled out.

    ``names`` are the names that stand one below the other in it, mostly one.
    """

    section: Section
    page: int
    number: str = ""
    printed_class: str = ""
    category: Category = Category()
    names: tuple[str, ...]
    form: str = ""
    remark: str = ""
    standard: str = ""
    agreement: str = ""

    @property
    def digits(self) -> int:
        """The number without its star and brackets; 0 where none is printed."""
        found = _DIGITS.search(self.number)
        return int(found[0]) if found else 0

    @property
    def repeated(self) -> bool:
        """Whether the row is a further one (★) of a number."""
        return self.number.startswith("★")


def rows_of(gathered: Gathered) -> tuple[Row, ...]:
    """Every row in the order of the list."""
    meant = {section: signs(remarks) for section, remarks in gathered.remarks.items()}
    rows: list[Row] = []
    for draft in gathered.drafts:
        if isinstance(draft, Prose):
            rows += _listed(draft, gathered.remarks.get(draft.section.name, ()))
        else:
            rows.append(_row(draft, meant.get(draft.section.name, {})))
    return tuple(rows)


def _row(draft: Draft, meant: dict[str, str]) -> Row:
    name = draft.cells.get("name")
    standard = draft.text("standard")
    return Row(
        section=draft.section,
        page=draft.page,
        number="".join(draft.text("number").split()),
        printed_class=draft.text("class"),
        category=draft.category,
        names=names_of(name.lines, name.right) if name else (),
        form=draft.text("form"),
        remark=_remark(draft.text("remark")),
        standard=meant.get(squeezed(standard), standard),
        agreement=draft.text("agreement"),
    )


def _remark(text: str) -> str:
    """A remark with □ spelled out and its parts in one sentence."""
    if not text.startswith(_ALONE_SIGN):
        return text
    rest = text.removeprefix(_ALONE_SIGN).strip("；;。 ")
    return "；".join(part for part in (ALONE, rest) if part) + "。"


def _listed(prose: Prose, remarks: Iterable[str]) -> Iterator[Row]:
    """The names a group lists in sentences; a paragraph that describes a kind (各种…) is one name."""
    remark = "".join(re.sub(r"^(备注|注)\d*:", "", text) for text in remarks)
    for paragraph in _paragraphs(prose):
        text = "".join(paragraph.split()).rstrip("。")
        names = [text] if text.startswith(_PHRASE) else _BETWEEN.split(text)
        yield from (Row(section=prose.section, page=prose.page, names=(name,), remark=remark) for name in names if name)


def _paragraphs(prose: Prose) -> Iterator[str]:
    """Lines joined where one goes on in the next: an indented line, or one after a short line, begins anew."""
    edge = min((line.left for line in prose.lines), default=0.0)
    full = max((line.right for line in prose.lines), default=0.0)
    kept: list[Line] = []
    for line in prose.lines:
        short = kept and (kept[-1].right + _ROOM * line.size < full or kept[-1].right < _SHORT * prose.width)
        if kept and (short or line.left > edge + _INDENT * line.size):
            yield run_together(kept)
            kept = []
        kept.append(line)
    if kept:
        yield run_together(kept)


def keyed(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Rows with their keys: letters of the section and the number, and .2, .3 where a number has several rows."""
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row.section.letters] += not row.number
        key = f"{row.section.letters}{row.digits or seen[row.section.letters]}"
        seen[f"{key} "] += 1
        yield key if seen[f"{key} "] == 1 else f"{key}.{seen[f'{key} ']}", row
