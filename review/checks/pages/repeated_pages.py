"""The same page twice in one claim: the same file, or a picture alike whose rows are the same one by one."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.pages.seen_pages import CHARGES
from review.checks.paperwork import kept, line_place
from review.checks.receipts.terms import receipt_terms
from review.claim.paper import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line, Page

_CELLS = ("date", "name", "quantity", "amount")
_ENOUGH = 5
"""So many equal rows are no chance."""

Rows = tuple[tuple[str, ...], ...]


def repeated_pages(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Pairs of pages that are one file, or look alike and have the same rows.

    Lists of single days may well repeat but for the day at their head: rows without days are only a clue. Rows that
    stand twice on pictures that differ are told by the checks of lines.
    """
    rows, alike = _rows(claim), _alike(claim, context)
    for first, second in combinations(sorted(claim.pages, key=lambda page: page.position), 2):
        if first.sha256 == second.sha256 and _charged(claim, second):
            yield _finding(first, second, Severity.DECISION, "是同一文件")
        elif frozenset({first.id, second.id}) in alike:
            severity = _severity(rows.get(first.id, ()), rows.get(second.id, ()))
            if severity:
                yield _finding(first, second, severity, f"画面几乎相同，{len(rows[second.id])}行明细逐行相同")


def _charged(claim: Claim, page: Page) -> bool:
    return any(document.kind in CHARGES for document in claim.documents if page.id in document.page_ids)


def _rows(claim: Claim) -> dict[int, Rows]:
    """The rows of lists by the page they stand on."""
    by_page: dict[int, list[tuple[str, ...]]] = {}
    for line in (line for statement in claim.statements for line in kept(statement)):
        where = line_place(line)
        if where:
            by_page.setdefault(where.page_id, []).append(_row(line))
    return {page: tuple(rows) for page, rows in by_page.items()}


def _row(line: Line) -> tuple[str, ...]:
    return tuple(line.text(key) for key in _CELLS)


def _severity(first: Rows, second: Rows) -> Severity | None:
    """How hard equal rows press: a decision where all bear their day, a clue where they do not, else nothing."""
    if first != second or len(first) < _ENOUGH:
        return None
    return Severity.DECISION if all(row[0] for row in first) else Severity.CLUE


def _alike(claim: Claim, context: CheckContext) -> set[frozenset[int]]:
    bits = receipt_terms().bits
    own = (seen for seen in context.past.pages if seen.claim == claim.number and seen.bits <= bits)
    return {frozenset({seen.page_id, seen.other_page_id}) for seen in own}


def _finding(first: Page, second: Page, severity: Severity, alike: str) -> Finding:
    return Finding(
        code="page-twice",
        severity=severity,
        subject=f"page:{second.id}",
        title="同一页在本单中重复",
        message=f"第{second.position + 1}页（{second.file_name}）与第{first.position + 1}页{alike}。",
        advice="请对照两页影像：重复扫描的请移除一页，确为不同材料的请说明理由。",
        basis="一页清单只计一次",
        values={"first": str(first.id), "second": str(second.id)},
        place=Place(second.id, (0, 0, second.width, second.height)),
    )
