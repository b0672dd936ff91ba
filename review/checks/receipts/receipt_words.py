"""大写 must say what 小写 says, on receipts, invoices and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, decimal, open_or_decided, place
from review.checks.receipts.duplicate_receipt import money_papers
from review.checks.receipts.marks import in_doubt
from review.money import in_words, parse_words, thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_KEYS = ("total_amount", "total_in_words")


def receipt_words(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Totals whose words and figures differ, and words that are no amount; unreadable words in doubt wait."""
    for document in (*money_papers(claim), *claim.statements):
        yield from _checked(document)


def _checked(document: Document) -> Iterator[Finding]:
    figures, words = decimal(document.text("total_amount")), document.text("total_in_words")
    if figures is None or not words:
        return
    said = parse_words(words)
    if said == figures or (said is None and in_doubt(document, "total_in_words")):
        return
    cells = [document.values[key] for key in _KEYS]
    expected = in_words(figures)
    heard = f"即{thousands(said)}元" if said is not None else "不成金额"
    yield Finding(
        code="receipt-words",
        severity=open_or_decided(cells) if said is not None else Severity.DECISION,
        subject=f"document:{document.id}",
        title="大写≠小写",
        message=f"{call(document)}大写“{words}”（{heard}），小写{thousands(figures)}元，应为“{expected}”。",
        advice="请对照原件核对大小写金额；原件本身不一致的，请退回补正或查验真伪。",
        basis="大写金额=小写金额",
        values={key: document.text(key) for key in _KEYS},
        place=place(reversed(cells)),
    )
