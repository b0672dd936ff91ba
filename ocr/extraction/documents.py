"""Pages to documents: look, group, read each kind its own way, check, and say what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.day_checks import check_days
from ocr.extraction.discharge import read_discharge_fields
from ocr.extraction.doubts import mark_doubts
from ocr.extraction.draft import Draft, PageSum
from ocr.extraction.fund_checks import check_funds
from ocr.extraction.grouping import group_views, page_gaps
from ocr.extraction.layout import lay_out
from ocr.extraction.line_checks import check_lines
from ocr.extraction.merging import merge_fields
from ocr.extraction.receipt import read_receipt_fields, read_receipt_table
from ocr.extraction.statement import read_statement_fields, read_statement_table
from ocr.extraction.sum_checks import check_sums
from ocr.extraction.table import Table
from ocr.extraction.views import View, look_at
from ocr.reading import Cell, Document, Line, PageOf
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.extraction.layout import Sheet
    from ocr.pages import PageText

_UNSURE_KIND = 0.2
_WEAK_WORD = 0.9
_WEAK_SHARE = 0.15
_LINE_KEYS = (
    "date", "code", "name", "spec", "unit", "quantity", "unit_price", "amount", "insurance_class", "self_pay_ratio",
)  # fmt: skip


def _no_table(_sheet: Sheet, *, at: int = 0) -> Table:
    del at
    return Table(found=True)


def _no_fields(_sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    del at
    return {}


@dataclass(frozen=True, slots=True)
class Reader:
    """How pages of one kind are read: the keys of its fields, how they are found, its table, the checks that hold."""

    keys: tuple[str, ...] = ()
    fields: Callable[..., dict[str, Cell]] = _no_fields
    table: Callable[..., Table] = _no_table
    checks: tuple[Callable[[Draft], Draft], ...] = ()


_STAY = ("hospital_number", "department", "admission_date", "discharge_date", "institution")
_TOTAL = ("total_amount", "total_in_words")
_RECEIPT_KEYS = (
    "invoice_code", "invoice_number", "check_code", "payer", "sex", "issue_date", *_TOTAL, *_STAY, "outpatient_number",
    "visit_date", "institution_type", "insurance_type", "pooled_fund_paid", "other_paid", "account_paid", "cash_paid",
    "self_pay", "self_expense",
)  # fmt: skip
_RECEIPT = Reader(
    _RECEIPT_KEYS, read_receipt_fields, read_receipt_table, (check_lines, check_sums, check_funds, check_days)
)
_READERS = {
    Kind.INPATIENT_RECEIPT: _RECEIPT,
    Kind.OUTPATIENT_RECEIPT: _RECEIPT,
    Kind.EXPENSE_STATEMENT: Reader(
        ("patient", *_STAY, *_TOTAL),
        read_statement_fields,
        read_statement_table,
        (check_lines, check_sums, check_days),
    ),
    Kind.DISCHARGE_RECORD: Reader(
        ("patient", "sex", "age", *_STAY, "diagnoses"), read_discharge_fields, checks=(check_days,)
    ),
}


def read_documents(pages: Sequence[PageText]) -> tuple[Document, ...]:
    """The documents a pile of pages holds, in the order of their first pages; every page is in exactly one."""
    views = [look_at(lay_out(page), index) for index, page in enumerate(pages)]
    return tuple(_read(group) for group in group_views(views))


def _read(group: Sequence[View]) -> Document:
    kind = group[0].judgement.kind
    reader = _READERS.get(kind, Reader())
    tables = [reader.table(view.sheet, at=at) for at, view in enumerate(group)]
    draft = Draft(
        kind=kind,
        fields=merge_fields([reader.fields(view.sheet, at=at) for at, view in enumerate(group)]),
        lines=tuple(line for table in tables for line in table.lines),
        sums=tuple(PageSum(at, s) for at, table in enumerate(tables) for s in table.sums),
    ).with_reason(*_about_pages(group, tables))
    for check in (*reader.checks, mark_doubts):
        draft = check(draft)
    return _document(draft, group, reader)


def _about_pages(group: Sequence[View], tables: Sequence[Table]) -> list[str]:
    """Reasons about the paper that its pages give: kind, completeness, quality, oddities of tables."""
    reasons = list(page_gaps(group))
    if min(view.judgement.confidence for view in group) < _UNSURE_KIND:
        reasons.append("材料类型不能确定，请核对")
    for at, (view, table) in enumerate(zip(group, tables, strict=True), 1):
        where = f"第{at}页：" if len(group) > 1 else ""
        reasons += [where + reason for reason in (*view.sheet.page.quality, *_blurred(view.sheet), *table.odd)]
        if not table.found:
            reasons.append(f"{where}没有读到费用表格的表头，各列按内容推断")
    return reasons


def _blurred(sheet: Sheet) -> tuple[str, ...]:
    """A reason where a good part of a page was recognised with little confidence: single values cannot vouch then."""
    texts = [word for word in sheet.page.words if len(word.text) > 1]
    weak = sum(word.confidence < _WEAK_WORD for word in texts)
    return (f"印刷模糊，{len(texts)}处文字中有{weak}处识别把握低",) if weak > _WEAK_SHARE * len(texts) else ()


def _document(draft: Draft, group: Sequence[View], reader: Reader) -> Document:
    pages = [view.sheet.page for view in group]
    return Document(
        kind=draft.kind,
        pages=tuple(PageOf(p.file, p.rotation, p.skew, p.width, p.height) for p in pages),
        fields={key: draft.fields[key] for key in reader.keys if key in draft.fields},
        items=tuple(_ordered(line) for line in draft.lines),
        review=draft.reasons,
    )


def _ordered(line: Line) -> Line:
    return Line({key: line.cells[key] for key in _LINE_KEYS if key in line.cells}, line.page, line.review)
