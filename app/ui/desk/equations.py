"""The one line that says whether the money is proven: lines = statement = receipt = words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from review.claim.paper import DocumentKind
from review.money import parse_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.claim.claim import Claim
    from review.claim.paper import Document


class Term(StrEnum):
    """The four ways one claim states its sum."""

    LINES = "lines"
    STATEMENT = "statement"
    RECEIPT = "receipt"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Sum:
    """One term with its amount in yuan and the number of things added up."""

    term: Term
    amount: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Equation:
    """The terms that the paper states, in order."""

    sums: tuple[Sum, ...]

    @property
    def holds(self) -> bool:
        """Whether at least two terms are there and all agree."""
        return len(self.sums) > 1 and not any(self.breaks)

    @property
    def breaks(self) -> tuple[bool, ...]:
        """For each neighbouring pair, whether the amounts differ."""
        return tuple(left.amount != right.amount for left, right in pairwise(self.sums))


def equation(claim: Claim) -> Equation:
    """What the claim's paper says its total is, told in as many ways as it tells it."""
    lines = _amounts(line.text("amount") for line in claim.charge_lines)
    statements = (paper for paper in claim.charge_papers if paper.kind is DocumentKind.EXPENSE_STATEMENT)
    found = (
        (Term.LINES, lines),
        (Term.STATEMENT, _totals(statements)),
        (Term.RECEIPT, _totals(claim.receipts)),
        (Term.WORDS, [amount for d in claim.receipts if (amount := parse_words(d.text("total_in_words"))) is not None]),
    )
    return Equation(tuple(Sum(term, sum(amounts, Decimal("0.00")), len(amounts)) for term, amounts in found if amounts))


def _totals(documents: Iterable[Document]) -> list[Decimal]:
    return _amounts(document.text("total_amount") for document in documents)


def _amounts(texts: Iterable[str]) -> list[Decimal]:
    return [amount for text in texts if (amount := _amount(text)) is not None]


def _amount(text: str) -> Decimal | None:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
