"""Two figures that must be equal, of which one is the other with a digit put in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.forgery.growth import grown
from review.checks.lines.figures import relied_on
from review.checks.paperwork import call, call_line, charge_papers, decimal, kept, place
from review.checks.receipts.totals import line_sum
from review.claim.paper import Standing
from review.money import parse_words, thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Value


_SIGNS = re.compile(r"[¥￥元,，\s]")
"""What stands around the digits of a printed sum."""


_FIGURES = {"amount": "金额", "unit_price": "单价"}
"""Figures of a row that are looked at, and what they are called."""


class _Pair(NamedTuple):
    """A printed figure, what another place says it must be, how both are called, and the equation."""

    cell: Value
    expected: Decimal
    where: str
    against: str
    basis: str


def figure_grown(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Totals and amounts that a digit too many, or too few, sets apart from what they must equal."""
    told: dict[tuple[int, Decimal], list[_Pair]] = {}
    for pair in _pairs(claim):
        figure = decimal(pair.cell.value)
        if figure is not None and not pair.cell.standing.asks and grown(*sorted((figure, pair.expected))):
            told.setdefault((pair.cell.id, pair.expected), []).append(pair)
    for pairs in told.values():
        yield _finding(_together(pairs), decimal(pairs[0].cell.value) or Decimal(0))
    yield from _replaced(claim)


def _together(pairs: list[_Pair]) -> _Pair:
    """One pair for all witnesses that say the same against one figure."""
    against, basis = ("、".join(dict.fromkeys(part)) for part in ([p.against for p in pairs], [p.basis for p in pairs]))
    return pairs[0]._replace(against=against, basis=basis)


def _replaced(claim: Claim) -> Iterator[Finding]:
    """Figures that reading took from what proves them, while the print shows them with a digit more.

    What people typed is theirs.
    """
    for document in (*claim.receipts, *claim.statements):
        total = document.values.get("total_amount")
        if total and (printed := _printed_grown(total, after=1)):
            yield _overruled(total, f"{call(document)}小写合计", "二维码或大写等其他各处", printed)
        for line in kept(document):
            for key, called in _FIGURES.items():
                cell = line.values.get(key)
                if cell and (printed := _printed_grown(cell)) and not _ruled(cell, printed):
                    yield _overruled(cell, f"{call_line(line)}{called}", "按单价、数量与合计", printed)


def _printed_grown(cell: Value, after: int = 0) -> Decimal | None:
    """What is printed, where that is the figure taken in its stead with a digit more.

    A digit at the front of a total is left alone (``after``): so reading mistakes signs of currency.
    """
    figure = decimal(cell.value) if cell.standing is not Standing.TYPED else None
    printed = decimal(_SIGNS.sub("", cell.text)) if figure is not None else None
    told = figure is not None and printed is not None and grown(figure, printed, after=after, least=Decimal(1))
    return printed if told else None


def _ruled(cell: Value, printed: Decimal) -> bool:
    """Whether the digit may be a rule of the table, which reads as a 1 at the front."""
    return f"{printed:f}".startswith("1") and decimal(f"{printed:f}"[1:]) == decimal(cell.value)


def _overruled(cell: Value, where: str, against: str, printed: Decimal) -> Finding:
    figure = decimal(cell.value) or Decimal(0)
    return _finding(_Pair(cell, figure, f"{where}印作", against, "同一票据各处金额应一致"), printed)


def _pairs(claim: Claim) -> Iterator[_Pair]:
    """Every pair of figures both of which were read without doubt."""
    for document in (*claim.receipts, *claim.statements):
        yield from _within(document)
    yield from _across(claim)
    for document in charge_papers(claim):
        for line in kept(document):
            yield from _product(line)


def _within(document: Document) -> Iterator[_Pair]:
    """A paper's total against its words and against its rows."""
    total, words = document.values.get("total_amount"), document.values.get("total_in_words")
    if total is None:
        return
    said = parse_words(words.value) if words and not words.standing.asks else None
    if said is not None:
        yield _Pair(total, said, f"{call(document)}小写合计", "大写合计", "大写金额=小写金额")
    added = line_sum(document)
    if added is not None and relied_on(kept(document), ("amount",)):
        yield _Pair(total, added, f"{call(document)}合计", "各行金额之和", "各行金额之和=合计")


def _across(claim: Claim) -> Iterator[_Pair]:
    """The one receipt's total against the one statement's."""
    if len(claim.receipts) != 1 or len(claim.statements) != 1:
        return
    (receipt,), (statement,) = claim.receipts, claim.statements
    total, listed = receipt.values.get("total_amount"), statement.values.get("total_amount")
    expected = decimal(listed.value) if listed and not listed.standing.asks else None
    if total and expected is not None:
        yield _Pair(total, expected, f"{call(receipt)}合计", "费用清单合计", "清单合计=票据合计")


def _product(line: Line) -> Iterator[_Pair]:
    """A line's amount against its unit price times its quantity."""
    price, quantity = decimal(line.text("unit_price")), decimal(line.text("quantity"))
    amount = line.values.get("amount")
    if amount and price is not None and quantity is not None and relied_on((line,), ("unit_price", "quantity")):
        yield _Pair(amount, price * quantity, f"{call_line(line)}金额", "单价×数量", "单价×数量=金额")


def _finding(pair: _Pair, figure: Decimal) -> Finding:
    return Finding(
        code="figure-grown",
        severity=Severity.DECISION,
        subject=f"value:{pair.cell.id}",
        title="金额像是添了一位数字",
        message=(
            f"{pair.where}{thousands(figure)}元，{pair.against}为{thousands(pair.expected)}元，"
            f"两数只差一位数字，像是{'添上' if figure > pair.expected else '抹去'}了一位。"
        ),
        advice="请与原件核对，并在查验平台或向开具医院核实金额；确属改动的，按伪造变造材料移送，不予支付。",
        basis=f"{pair.basis}；基金监管公开案例：15,263.14元改为105,263.14元",
        values={"figure": str(figure), "expected": str(pair.expected)},
        place=place((pair.cell,)),
    )
