"""What a statement sums up by fee category, and the fee grid of the receipt of the same bill held against it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import FEN, plain_decimal
from ocr.extraction.categories import known_category
from ocr.extraction.cells import figure
from ocr.extraction.lines import CATEGORY
from ocr.extraction.pile_proofs import fellow, is_open
from ocr.reading import DocumentKind as Kind
from ocr.reading import Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ocr.extraction.draft import Draft
    from ocr.reading import Document, Line

AGREED = "与清单的分类小计一致"
_RECEIPTS = frozenset({Kind.INPATIENT_RECEIPT, Kind.OUTPATIENT_RECEIPT})
_SUM_WORDS = re.compile(r"[(\[]?(费用)?(小计|合计|总计|共计)[)\]]?(\(元\)|元)?:?.*")


def groups_of(draft: Draft) -> tuple[Group, ...]:
    """The sums of a paper by fee category: as printed after each group of lines, else of lines that name theirs."""
    printed = ((s.page, _category(s.sum.label), s.sum.value) for s in draft.sums)
    told = [(page, name, value) for page, name, value in printed if name] or _by_column(draft.lines)
    return _summed(told)


def _category(label: str) -> str:
    """The fee category that a sum is of; empty where it is of something else."""
    return known_category(_SUM_WORDS.sub("", label.replace(" ", "")))


def _by_column(lines: Sequence[Line]) -> list[tuple[int, str, Decimal]]:
    """Amounts with the categories of their lines; none where a line lacks either."""
    told = [(line.page, line.cells.get(CATEGORY), figure(line.cells.get("amount"))) for line in lines]
    whole = [(page, known_category(str(cell.value)), value) for page, cell, value in told if cell and value is not None]
    return whole if len(whole) == len(lines) and all(name for _, name, _ in whole) else []


def _summed(told: Iterable[tuple[int, str, Decimal]]) -> tuple[Group, ...]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    pages: dict[str, int] = {}
    for page, name, value in told:
        sums[name] += value
        pages.setdefault(name, page)
    return tuple(Group(name, plain_decimal(value.quantize(FEN)), pages[name]) for name, value in sums.items())


def confirm_groups(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents; receipts whose categories the statements of the same person sum up as well are proven by them.

    Where receipt and statements are of one sum, and a category is not, the receipt asks.
    """
    return tuple(_confirmed(d, [f for f in documents if fellow(d, f)]) if d.kind in _RECEIPTS else d for d in documents)


def _confirmed(receipt: Document, fellows: Sequence[Document]) -> Document:
    statements = [d for d in fellows if d.kind is Kind.EXPENSE_STATEMENT and d.groups]
    told = _summed((0, group.name, Decimal(group.value)) for d in statements for group in d.groups)
    sums = {group.name: Decimal(group.value) for group in told}
    own = _own(receipt)
    agreed = {name for name, value in own.items() if sums.get(name) == value}
    items = tuple(_agreeing(line) if _name(line) in agreed else line for line in receipt.items)
    return replace(receipt, items=items, review=(*receipt.review, *_differing(receipt, own, sums)))


def _own(receipt: Document) -> dict[str, Decimal]:
    """What a receipt charges for each category, where all lines of it were read."""
    told = [(_name(line), figure(line.cells.get("amount"))) for line in receipt.items]
    lost = {name for name, value in told if value is None}
    known = _summed((0, name, value) for name, value in told if name and value is not None and name not in lost)
    return {group.name: Decimal(group.value) for group in known}


def _name(line: Line) -> str:
    cell = line.cells.get("name")
    return known_category(str(cell.value)) if cell else ""


def _agreeing(line: Line) -> Line:
    cell = line.cells["amount"]
    return (
        replace(line, cells={**line.cells, "amount": replace(cell, review=None, proof=AGREED)})
        if is_open(cell)
        else line
    )


def _differing(receipt: Document, own: Mapping[str, Decimal], sums: Mapping[str, Decimal]) -> list[str]:
    """Reasons about categories of a bill that receipt and statements sum up differently."""
    total = figure(receipt.fields.get("total_amount"))
    if total is None or sum(sums.values()) != total or sum(own.values()) != total:
        return []
    return [
        f"票据“{name}”为{plain_decimal(value)}，清单的分类小计为{plain_decimal(sums[name])}，请核对"
        for name, value in own.items()
        if name in sums and sums[name] != value
    ]
