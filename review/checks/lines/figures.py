"""Figures of charge lines as checks weigh them: prices, signs, whether they may be relied on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.paperwork import charge_papers, decimal, kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.catalogue.entry import Entry
    from review.checks.finding import CheckContext
    from review.claim.claim import Claim
    from review.claim.paper import Line

_TINY = Decimal("0.000001")
_KEYS = ("unit_price", "quantity", "amount")


def amount_of(line: Line) -> Decimal:
    """The amount of a line, yuan, negative for refunds; nought where none can be read."""
    return decimal(line.text("amount")) or Decimal(0)


def quantity_of(line: Line) -> Decimal:
    """The quantity of a line with the sign of its amount; where none is printed, one of what bears an amount."""
    amount, quantity = amount_of(line), decimal(line.text("quantity"))
    if quantity is None:
        quantity = Decimal(1) if amount else Decimal(0)
    return -abs(quantity) if amount < 0 else quantity


def price_of(line: Line) -> Decimal | None:
    """The unit price of a line, yuan: as printed, else amount by quantity; None where neither can be read."""
    printed = decimal(line.text("unit_price"))
    if printed is not None:
        return abs(printed)
    amount, quantity = decimal(line.text("amount")), decimal(line.text("quantity"))
    if amount is None or quantity is None or abs(quantity) < _TINY:
        return None
    return abs(amount / quantity)


def paper_lines(claim: Claim) -> tuple[tuple[Line, ...], ...]:
    """The charge lines paper by paper: a summary and a daily list of one stay are not to be added up."""
    return tuple(kept(paper) for paper in charge_papers(claim))


def listed(entry: Entry, context: CheckContext) -> str:
    """The edition an entry stands in, and its number there, for a basis (Chinese)."""
    edition = context.edition(entry.edition_id)
    return f"{edition.title if edition else entry.edition_id} {entry.official_no}".strip()


def relied_on(lines: Iterable[Line], keys: Iterable[str] = _KEYS) -> bool:
    """Whether nobody still has to look at these cells of the lines: figures in doubt found nothing."""
    return not any(cell.standing.asks for line in lines for key in keys if (cell := line.values.get(key)))


def whole(claim: Claim) -> tuple[Line, ...]:
    """The lines that add up to what the receipts say: of one paper, else of all statements together; none otherwise."""
    totals = [decimal(receipt.text("total_amount")) for receipt in claim.receipts]
    if not claim.statements or not totals or None in totals:
        return ()
    total = sum(filter(None, totals), Decimal(0))
    return next((lines for lines in (*paper_lines(claim), claim.charge_lines) if _sum(lines) == total), ())


def _sum(lines: Iterable[Line]) -> Decimal | None:
    """The sum of some lines; None where an amount cannot be read."""
    amounts = [decimal(line.text("amount")) for line in lines]
    return None if None in amounts else sum(filter(None, amounts), Decimal(0))
