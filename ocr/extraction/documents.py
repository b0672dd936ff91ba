"""Pages to documents: take papers apart, look, group, read each kind its own way, check, and say what is in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.codes_check import check_codes
from ocr.extraction.doubts import mark_doubts
from ocr.extraction.draft import Draft, PageSum
from ocr.extraction.grouping import group_views
from ocr.extraction.groups import confirm_groups, groups_of
from ocr.extraction.guessed_sums import guess_sums
from ocr.extraction.id_card import Side
from ocr.extraction.layouts import KnownLayout
from ocr.extraction.loose_figures import loose_figures
from ocr.extraction.merging import merge_fields
from ocr.extraction.page_reasons import page_reasons, without_settled
from ocr.extraction.papers import papers_on
from ocr.extraction.pile import check_pile
from ocr.extraction.pile_proofs import confirm_across
from ocr.extraction.readers import reader_of
from ocr.extraction.soft_print import soft_print_read
from ocr.extraction.views import View, look_at
from ocr.extraction.weighing import reconsidered
from ocr.reading import Document, DocumentKind, Line, PageOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.readers import Reader
    from ocr.extraction.table import Table
    from ocr.pages import PageText

_LINE_KEYS = (
    "date", "code", "name", "spec", "unit", "quantity", "unit_price", "amount", "insurance_class", "self_pay_ratio",
    "tax_rate", "tax",
)  # fmt: skip
_CAPTIONS = {
    "patient": "患者姓名",
    "name": "姓名",
    "diagnoses": "诊断",
    "id_number": "公民身份号码",
    "card_number": "卡号",
    "injury_date": "受伤日期",
    "third_party": "第三方责任的说明",
    "invoice_number": "发票号码",
    "total_amount": "合计金额",
    "issuing_authority": "签发机关",
    "valid_to": "有效期限",
}


def read_documents(pages: Sequence[PageText], layouts: Sequence[KnownLayout] = ()) -> tuple[Document, ...]:
    """The documents a pile of pages holds, in the order of their first pages.

    Every page is in a document; one with several papers on it is in several. ``layouts`` are the columns of hospitals
    as confirmed before.
    """
    pages = [soft_print_read(page) for page in pages]
    views = [look_at(sheet, index) for index, page in enumerate(pages) for sheet in papers_on(page)]
    documents = [_read(group, pages, layouts) for group in group_views(views)]
    return check_pile(confirm_groups(confirm_across(documents)))


def _read(group: Sequence[View], pages: Sequence[PageText], layouts: Sequence[KnownLayout]) -> Document:
    reader = reader_of(group[0].kind)
    files = tuple(dict.fromkeys(view.index for view in group))
    places = [(view, files.index(view.index)) for view in group]
    tables = _tables(reader, places, layouts)
    draft = Draft(
        kind=reader.kind,
        fields=merge_fields([reader.fields(view.sheet, at=at) for view, at in places]),
        lines=tuple(line for table in tables for line in table.lines),
        sums=tuple(PageSum(at, s) for (_, at), table in zip(places, tables, strict=True) for s in table.sums),
    )
    sheets = [(view.sheet, at) for view, at in places]
    draft = check_codes(replace(draft, loose=loose_figures(draft, sheets)), sheets)
    seen = [pages[index] for index in files]
    draft = reconsidered(draft, seen).with_reason(*page_reasons(group, tables), *_missing(draft, reader, group))
    for check in reader.checks:
        draft = check(draft)
    return _document(mark_doubts(guess_sums(without_settled(draft), seen)), seen, reader, tables)


def _tables(reader: Reader, places: Sequence[tuple[View, int]], layouts: Sequence[KnownLayout]) -> tuple[Table, ...]:
    """The tables of the pages in their order; the columns of earlier pages serve later ones that print no headings."""
    tables: tuple[Table, ...] = ()
    for view, at in places:
        earlier = tuple(KnownLayout("", table.columns) for table in tables if table.columns)
        tables += (reader.table(view.sheet, at=at, layouts=(*earlier[:1], *layouts)),)
    return tables


_OF_SIDE = {Side.FRONT: ("name", "id_number"), Side.BACK: ("issuing_authority", "valid_to")}


def _missing(draft: Draft, reader: Reader, group: Sequence[View]) -> list[str]:
    """Fields without which a paper of the kind, or the sides of the card that are there, asks."""
    wanted = [*reader.must, *(key for view in group for key in _OF_SIDE.get(view.side, ()))]
    return [f"没有读到{_CAPTIONS[key]}" for key in wanted if not (draft.fields.get(key) and draft.fields[key].value)]


def _document(draft: Draft, pages: Sequence[PageText], reader: Reader, tables: Sequence[Table]) -> Document:
    return Document(
        kind=draft.kind,
        pages=tuple(PageOf(p.file, p.rotation, p.skew, p.width, p.height) for p in pages),
        fields={key: draft.fields[key] for key in reader.keys if key in draft.fields},
        items=tuple(_ordered(line) for line in draft.lines),
        review=draft.reasons,
        layout=next((table.columns for table in tables if table.columns), ()),
        groups=groups_of(draft) if draft.kind is DocumentKind.EXPENSE_STATEMENT else (),
    )


def _ordered(line: Line) -> Line:
    return Line({key: line.cells[key] for key in _LINE_KEYS if key in line.cells}, line.page, line.review)
