"""The equations of a VAT invoice: amount times rate is the tax, amounts with taxes are the total, spelled in words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import FEN, plain_decimal, to_fen
from ocr.extraction.cells import figure
from ocr.extraction.draft import Draft, asking, proven
from ocr.extraction.sum_checks import check_words

if TYPE_CHECKING:
    from ocr.reading import Line

TAXED = "金额×税率=税额"
SUM = "各项金额+税额=价税合计"
_RATE = re.compile(r"(\d{1,2}(?:\.\d)?)%")


def check_invoice(draft: Draft) -> Draft:
    """Taxes of lines, the total in words, and the sum of amounts and taxes."""
    taxed = replace(draft, lines=tuple(_taxed(line) for line in draft.lines))
    return _summed(check_words(taxed))


def _taxed(line: Line) -> Line:
    """A line whose tax follows from amount and rate, give or take the rounding of a fen; else the tax asks."""
    rate = _RATE.search(str(line.cells["tax_rate"].value)) if "tax_rate" in line.cells else None
    amount, tax = figure(line.cells.get("amount")), figure(line.cells.get("tax"))
    if not rate or amount is None or tax is None:
        return line
    holds = abs(to_fen(amount * Decimal(rate[1]) / 100) - tax) <= FEN
    keys = ("tax", "tax_rate") if holds else ("tax",)
    reason = f"金额×税率不等于税额{plain_decimal(tax)}，请核对"
    marked = {key: proven(line.cells[key], TAXED) if holds else asking(line.cells[key], reason) for key in keys}
    return replace(line, cells={**line.cells, **marked})


def _summed(draft: Draft) -> Draft:
    total = draft.amount("total_amount")
    if total is None or not draft.lines:
        return draft.with_reason("没有读到价税合计或项目，金额无从核对")
    parts = [figure(line.cells[key]) for line in draft.lines for key in ("amount", "tax") if key in line.cells]
    known = sum((part for part in parts if part is not None), Decimal(0))
    if None in parts or known != total:
        return draft.with_reason(f"各项金额加税额为{plain_decimal(known)}，价税合计为{plain_decimal(total)}，请核对")
    lines = tuple(_line_proven(line) for line in draft.lines)
    return replace(draft, lines=lines).with_fields({"total_amount": proven(draft.fields["total_amount"], SUM)})


def _line_proven(line: Line) -> Line:
    """A line of a sum that holds; a discount has neither quantity nor price."""
    cells = {key: proven(cell, SUM) if key in {"amount", "tax"} else cell for key, cell in line.cells.items()}
    amount = figure(line.cells.get("amount"))
    discount = amount is not None and amount < 0 and not {"quantity", "unit_price"} & set(cells)
    return replace(line, cells=cells, review=None if discount else line.review)
