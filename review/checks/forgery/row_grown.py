"""A row that explains why a sum is broken: without one of its digits everything would add up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.forgery.growth import grown
from review.checks.paperwork import CENT, call, call_line, decimal, kept, line_place, place
from review.checks.receipts.totals import line_sum
from review.money import parse_words, thousands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

_PAGE_SUM = re.compile(r"第(\d+)页明细合计与本页合计([\d.]+)不符")
"""How a paper says that the sum at the foot of a page is not that of its rows (ocr.extraction.sum_checks)."""

_LEAST = Decimal(1)
"""The smallest amount a digit was put into: beside a sum that it mends to the fen, small amounts tell too."""

_PAYMENTS = ("pooled_fund_paid", "other_paid", "account_paid", "cash_paid")
"""What a receipt shows as paid; together they are its total."""

_SUSPECTS = 3
"""Rows that may explain one sum; of more nothing can be said."""


class _Gap(NamedTuple):
    """Rows of a paper, by how much they come to too much, and beside what."""

    paper: Document
    rows: tuple[Line, ...]
    over: Decimal
    against: str


def row_grown(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Rows whose amount less what a sum is over by is the same amount with one digit less; one finding a row."""
    told: set[int] = set()
    for gap in _gaps(claim):
        suspects = [line for line in gap.rows if _explains(line, gap.over)]
        for line in suspects if len(suspects) <= _SUSPECTS else ():
            if line.id not in told:
                told.add(line.id)
                yield _finding(gap, line)


def _explains(line: Line, over: Decimal) -> bool:
    cell = line.values.get("amount")
    amount = decimal(cell.value) if cell and not cell.standing.asks else None
    return amount is not None and grown(amount - over, amount, least=_LEAST)


def _gaps(claim: Claim) -> Iterator[_Gap]:
    """Every sum of a paper, of one of its pages, and between papers that its rows exceed."""
    for paper in (*claim.receipts, *claim.statements):
        rows, total = _items(paper), _total(paper)
        added = _sum(rows)
        if added is not None and total is not None and added - total >= CENT:
            yield _Gap(paper, rows, added - total, f"合计{thousands(total)}元")
        yield from _pages(paper)
    yield from _between(claim)


def _pages(paper: Document) -> Iterator[_Gap]:
    """Pages whose rows come to more than the sum printed at their foot."""
    for reason in paper.review:
        for page, printed in _PAGE_SUM.findall(reason):
            at, total = int(page) - 1, decimal(printed.rstrip("."))
            rows = _on_page(paper, at) if at < len(paper.page_ids) else ()
            added = _sum(rows)
            if total is not None and added is not None and added - total >= CENT:
                yield _Gap(paper, rows, added - total, f"第{page}页的本页合计{thousands(total)}元")


def _on_page(paper: Document, at: int) -> tuple[Line, ...]:
    placed = ((line, line_place(line)) for line in _items(paper))
    return tuple(line for line, where in placed if where and where.page_id == paper.page_ids[at])


def _items(paper: Document) -> tuple[Line, ...]:
    """The rows of a paper without those that only add up others: they bear no name, or lack what most rows count."""
    rows = tuple(line for line in kept(paper) if line.text("name").strip())
    counted = tuple(line for line in rows if line.text("quantity").strip())
    return counted if 2 * len(counted) > len(rows) else rows


def _sum(rows: Sequence[Line]) -> Decimal | None:
    """The sum of the amounts of rows; None where there are none or one of them cannot be read."""
    amounts = [decimal(line.text("amount")) for line in rows]
    return None if None in amounts or not amounts else sum(filter(None, amounts), Decimal(0))


def _between(claim: Claim) -> Iterator[_Gap]:
    """The one receipt and the one paper of charges, each of which adds up, where one comes to more than the other."""
    if len(claim.receipts) != 1 or len(claim.statements) != 1:
        return
    (receipt,), (statement,) = claim.receipts, claim.statements
    paid, listed = _sound(receipt), _sound(statement)
    if paid is None or listed is None or abs(paid - listed) < CENT:
        return
    larger, smaller, total = (receipt, statement, listed) if paid > listed else (statement, receipt, paid)
    yield _Gap(larger, kept(larger), abs(paid - listed), f"{call(smaller)}合计{thousands(total)}元")


def _sound(paper: Document) -> Decimal | None:
    """The total of a paper whose rows come to it."""
    total = _total(paper)
    return total if total is not None and line_sum(paper) == total else None


def _total(paper: Document) -> Decimal | None:
    """What a paper comes to: by its total, else by its words, else by what was paid; none of them still in doubt."""
    total, words = paper.values.get("total_amount"), paper.values.get("total_in_words")
    if total and not total.standing.asks:
        return decimal(total.value)
    said = parse_words(words.value) if words and not words.standing.asks else None
    return _paid(paper) if said is None else said


def _paid(paper: Document) -> Decimal | None:
    cells = [paper.values.get(key) for key in _PAYMENTS]
    amounts = [decimal(cell.value) for cell in cells if cell and not cell.standing.asks]
    return sum(filter(None, amounts), Decimal(0)) if len(amounts) == len(cells) and any(amounts) else None


def _finding(gap: _Gap, line: Line) -> Finding:
    amount = decimal(line.text("amount")) or Decimal(0)
    return Finding(
        code="row-grown",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="这一行像是添了一位数字",
        message=(
            f"{call(gap.paper)}各行比{gap.against}多{thousands(gap.over)}元；{call_line(line)}金额{thousands(amount)}元"
            f"去掉一位数字即{thousands(amount - gap.over)}元，合计便相符。"
        ),
        advice="请对照原件看这一行：识别有误的请更正；原件如此的向开具医院核实，确属改动的按伪造变造材料移送，不予支付。",
        basis="各行金额之和=合计；基金监管公开案例：手术费452元改为5,452元",
        values={"amount": str(amount), "over": str(gap.over)},
        place=place((line.values.get("amount"),)) or line_place(line),
    )
