"""Reasons about a paper that its pages give: what kind it is, what is missing, how well it was read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.categories import known_category
from ocr.extraction.grouping import SEVERAL_PAGES, page_gaps
from ocr.extraction.kinds import RECEIPTS, title_kind
from ocr.extraction.runs import sheet_run
from ocr.extraction.sum_checks import SUM, WORDS
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.draft import Draft
    from ocr.extraction.layout import Sheet
    from ocr.extraction.table import Table
    from ocr.extraction.views import View

BLANK = "空白页或空白背面，没有文字"
_UNKNOWN = "没有认出是哪种材料，没有读取内容，请核对"
_GUESSED = "没有读到费用表格的表头，各列按内容推断"
_SEVERAL = "这一页上可能不止一张票据，没有分开，请核对"
_RECEIPT_NUMBER = re.compile(r"(?<!电子)(?:票据号码|发票号码|票据号):?\n?(\d{8,12})(?!\d)")
_TITLES_APART = 8
_UNSURE_KIND = 0.2
_WEAK_WORD = 0.9
_WEAK_SHARE = 0.15
_OF_BLANKS = frozenset({"no-paper", "screen", "too-dark", "too-faint"})
"""Flaws that say a page without text is not simply blank."""


def page_reasons(group: Sequence[View], tables: Sequence[Table]) -> list[str]:
    """The reasons in the order of the pages; of a blank page only that it is blank, or why it only seems so."""
    if all(view.blank for view in group):
        flaws = [flaw.said for view in group for flaw in view.sheet.page.flaws if flaw.code in _OF_BLANKS]
        return flaws or [BLANK]
    return [
        *(page_gaps(group) if group[0].kind in SEVERAL_PAGES else ()),
        *_about_kind(group),
        *_about_quality(group, tables),
    ]


def without_settled(draft: Draft) -> Draft:
    """The draft without the doubt about guessed columns where each line is a fee category and all is proven.

    Forms that print their categories have no headings to read.
    """
    total, names = draft.fields.get("total_amount"), [line.cells.get("name") for line in draft.lines]
    told = all(name and known_category(str(name.value)) == name.value for name in names)
    proven = all(line.cells["amount"].proof for line in draft.lines if "amount" in line.cells)
    if not (names and told and proven and total and WORDS in (total.proof or "") and SUM in (total.proof or "")):
        return draft
    return replace(draft, reasons=tuple(reason for reason in draft.reasons if not reason.endswith(_GUESSED)))


def _about_kind(group: Sequence[View]) -> list[str]:
    if group[0].kind is Kind.OTHER:
        return [_UNKNOWN]
    crowded = [reason for view in group for reason in _crowded(view)]
    if crowded:
        return crowded
    return ["材料类型不能确定，请核对"] if min(v.judgement.confidence for v in group) < _UNSURE_KIND else []


def _about_quality(group: Sequence[View], tables: Sequence[Table]) -> list[str]:
    reasons: list[str] = []
    files = tuple(dict.fromkeys(view.index for view in group))
    for view, table in zip(group, tables, strict=True):
        where = f"第{files.index(view.index) + 1}页：" if len(files) > 1 else ""
        reasons += [where + reason for reason in (*view.sheet.page.quality, *_blurred(view.sheet), *table.odd)]
        if not table.found:
            reasons.append(where + _GUESSED)
    return reasons


def _crowded(view: View) -> list[str]:
    """A reason where a receipt shows several numbers or several titles: two papers that could not be told apart."""
    if view.kind not in RECEIPTS:
        return []
    numbers = set(_RECEIPT_NUMBER.findall(sheet_run(view.sheet).text))
    titles = [p for p in view.sheet.pieces if title_kind(p.text) in RECEIPTS]
    apart = titles and titles[-1].y - titles[0].y > _TITLES_APART * view.sheet.line_height
    return [_SEVERAL] if len(numbers) > 1 or apart else []


def _blurred(sheet: Sheet) -> tuple[str, ...]:
    """A reason where a good part of a page was recognised with little confidence: single values cannot vouch then."""
    texts = [word for word in sheet.page.words if len(word.text) > 1]
    weak = sum(word.confidence < _WEAK_WORD for word in texts)
    return (f"印刷模糊，{len(texts)}处文字中有{weak}处识别把握低",) if weak > _WEAK_SHARE * len(texts) else ()
