"""Drugs: what the statement lists as drugs against the drug categories of the receipt (西药费, 中成药费, 中草药费)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import CENT, decimal, kept, line_place
from review.checks.receipts.totals import line_sum
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

_NO_DRUG = ("服务", "煎", "器")
"""Signs of a category that has 药 in its name and is none of drugs: 药事服务费, 煎药费, 给药器具."""


def drug_share(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """A clue where the receipt's drugs are less than the drugs listed, or more than all that could be drugs.

    Asked only where receipts and statements are whole: their lines add up to their totals. Lines without an entry may
    or may not be drugs, so they widen what is possible.
    """
    if not claim.statements or not claim.receipts or not all(map(_whole, (*claim.charge_papers, *claim.receipts))):
        return
    listed = claim.charge_lines
    drugs, unknown = _split(listed, context)
    categories = [line for receipt in claim.receipts for line in kept(receipt) if _of_drugs(line)]
    shown, least = _sum(categories), _sum(drugs)
    most = least + sum(
        (amount for line in unknown if (amount := decimal(line.text("amount"))) and amount > 0), Decimal(0)
    )
    if categories and not least - CENT < shown < most + CENT:
        yield _finding(categories[0], shown, least, most)


def _whole(document: Document) -> bool:
    added, total = line_sum(document), decimal(document.text("total_amount"))
    return added is not None and total is not None and abs(added - total) < CENT


def _of_drugs(line: Line) -> bool:
    name = line.text("name")
    return "药" in name and not any(sign in name for sign in _NO_DRUG)


def _split(lines: Sequence[Line], context: CheckContext) -> tuple[list[Line], list[Line]]:
    """Lines known to be drugs, and lines of which nothing is known."""
    entries = [(line, context.entry(line.entry_id)) for line in lines]
    drugs = [line for line, entry in entries if entry is not None and entry.kind is EntryKind.DRUG]
    return drugs, [line for line, entry in entries if entry is None]


def _sum(lines: Sequence[Line]) -> Decimal:
    return sum((decimal(line.text("amount")) or Decimal(0) for line in lines), Decimal(0))


def _finding(category: Line, shown: Decimal, least: Decimal, most: Decimal) -> Finding:
    possible = thousands(least) if least == most else f"{thousands(least)}至{thousands(most)}"
    return Finding(
        code="drug-share",
        severity=Severity.CLUE,
        subject="claim",
        title="药费与清单不一致",
        message=f"票据药费类合计{thousands(shown)}元，清单所列药品合计{possible}元。",
        advice="请核对清单是否缺页、目录对照是否有误，或药品是否计入其他收费大类。",
        basis="清单各类费用之和=票据收费大类",
        values={"receipt": str(shown), "least": str(least), "most": str(most)},
        place=line_place(category),
    )
