"""Which statements of a claim are counted: hospitals hand out a summary and a daily list of one and the same bill."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from review.claim.paper import Document


def billed(statements: Sequence[Document], receipts: Sequence[Document]) -> tuple[Document, ...]:
    """The statements whose lines are charged.

    All of them; but where the lines of one alone add up to all receipts, any other says the same bill again, and only
    one such is counted: the most detailed, which is the daily list.
    """
    total = _sum(receipt.text("total_amount") for receipt in receipts)
    if len(statements) < 2 or not total:  # noqa: PLR2004 - two statements are needed to say one thing twice
        return tuple(statements)
    whole = [paper for paper in statements if _lines(paper) == total]
    return (max(whole, key=_kept),) if whole else tuple(statements)


def _kept(paper: Document) -> int:
    return sum(not line.removed for line in paper.lines)


def _lines(paper: Document) -> Decimal | None:
    return _sum(line.text("amount") for line in paper.lines if not line.removed)


def _sum(texts: Iterable[str]) -> Decimal | None:
    """The sum of printed amounts, yuan, as the desk keeps them; None where there are none or one is no number."""
    try:
        amounts = [Decimal(text) for text in texts]
        return sum(amounts, Decimal(0)) if amounts else None
    except ArithmeticError:
        return None
