"""Numbers that follow each other: written one after the other at one counter, yet handed in as unrelated receipts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, day, place
from review.checks.receipts.marks import hospital_of, in_doubt, number_key, same_hospital
from review.checks.receipts.terms import receipt_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from review.checks.past import SeenReceipt
    from review.claim.claim import Claim
    from review.claim.paper import Document

_Mark = tuple[str, int]
"""Code and number."""


def neighbours(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Neighbouring numbers in claims of other people, and long runs of numbers over several days of one person."""
    for document in claim.receipts:
        others = [seen for seen in context.past.receipts if seen.document_id == document.id and not seen.same_person]
        own = _of(document) if others else None
        near = [seen for seen in others if own and _near(own, seen)]
        here = [seen for seen in near if same_hospital(hospital_of(claim, document), seen.hospital)]
        if _strange(document, here):
            yield _of_others(document, here)
    yield from _runs(claim)


def _mark(code: str, number: str) -> _Mark | None:
    plain = number_key(number)
    return (number_key(code), int(plain)) if code.strip() and re.fullmatch(r"[0-9]{1,20}", plain) else None


def _of(document: Document) -> _Mark | None:
    doubtful = in_doubt(document, "invoice_number") or in_doubt(document, "invoice_code")
    return None if doubtful else _mark(document.text("invoice_code"), document.text("invoice_number"))


def _near(own: _Mark, seen: SeenReceipt) -> bool:
    other = _mark(seen.invoice_code, seen.invoice_number)
    return other is not None and own[0] == other[0] and 0 < abs(own[1] - other[1]) <= receipt_terms().near


def _strange(document: Document, others: Sequence[SeenReceipt]) -> bool:
    """Several claims of other people, or one issued on quite another day."""
    terms, issued = receipt_terms(), day(document.text("issue_date"))
    apart = [seen for seen in others if issued and seen.day and abs((seen.day - issued).days) >= terms.days_apart]
    return len({seen.claim for seen in others}) >= terms.other_claims or bool(apart)


def _of_others(document: Document, others: Sequence[SeenReceipt]) -> Finding:
    told = "、".join(f"{seen.invoice_number}（报销单{seen.claim}）" for seen in others)
    return _finding(
        document,
        "numbers-of-others",
        "票据号码与他人票据相连",
        f"{call(document)}与他人同一医院的票据号码相连：{told}。",
        {"invoice_number": document.text("invoice_number"), "claims": " ".join(seen.claim for seen in others)},
    )


def _runs(claim: Claim) -> Iterator[Finding]:
    marked = sorted(
        ((mark, document.id, document) for document in claim.receipts if (mark := _of(document))), key=lambda m: m[:2]
    )
    for run in _unbroken([(mark, document) for mark, _, document in marked]):
        days = {issued for document in run if (issued := day(document.text("issue_date")))}
        if len(run) >= receipt_terms().run and _spread(days):
            yield _run(run, days)


def _unbroken(marked: Sequence[tuple[_Mark, Document]]) -> Iterator[list[Document]]:
    """The receipts in runs whose numbers follow each other without a gap."""
    run = [document for _, document in marked[:1]]
    for (before, _), (mark, document) in pairwise(marked):
        if mark[0] != before[0] or mark[1] - before[1] > 1:
            yield run
            run = []
        run.append(document)
    yield run


def _spread(days: Iterable[date]) -> bool:
    ordered = sorted(days)
    return bool(ordered) and (ordered[-1] - ordered[0]).days >= receipt_terms().days_apart


def _run(run: Sequence[Document], days: Iterable[date]) -> Finding:
    first, last = run[0].text("invoice_number"), run[-1].text("invoice_number")
    return _finding(
        run[0],
        "numbers-in-a-run",
        "票据连号而日期不同",
        f"本单{len(run)}张票据号码相连（{first}至{last}），开票日期为{min(days)}至{max(days)}。",
        {"first": first, "last": last, "count": str(len(run))},
    )


def _finding(document: Document, code: str, title: str, message: str, values: dict[str, str]) -> Finding:
    return Finding(
        code=code,
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title=title,
        message=message,
        advice="请上网查验这些票据；同去同回的家人、同日就诊可以如此，其余请向医院核实。",
        basis="同一医院连续号码的票据在同一时段开出",
        values=values,
        place=place((document.values.get("invoice_number"),)),
    )
