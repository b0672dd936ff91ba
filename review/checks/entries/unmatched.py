"""Lines that have no catalogue entry yet: the clerk chooses one, or 目录外."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, charge_papers, decimal, kept, line_place
from review.claim.paper import LineVerdict
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

_NAMED = 3


def unmatched(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """One finding a paper with lines that nobody and nothing has matched, or whose entry no edition holds."""
    for document in charge_papers(claim):
        lines = [line for line in kept(document) if line.verdict is LineVerdict.PAY]
        without = [line for line in lines if not line.entry_id]
        unknown = [line for line in lines if _unknown(line, context)]
        if without:
            yield _finding(document, "unmatched", without, ("目录未匹配", "没有匹配到目录条目"))
        if unknown:
            yield _finding(document, "entry-unknown", unknown, ("目录条目不存在", "所用的目录条目在现有目录中不存在"))


def _unknown(line: Line, context: CheckContext) -> bool:
    return bool(line.entry_id) and line.entry_id != OUTSIDE and context.entry(line.entry_id) is None


def _finding(document: Document, code: str, lines: list[Line], words: tuple[str, str]) -> Finding:
    title, what = words
    names = "、".join(dict.fromkeys(line.text("name") or "（无名称）" for line in lines[:_NAMED]))
    amount = sum(decimal(line.text("amount")) or 0 for line in lines)
    more = "等" if len(lines) > _NAMED else ""
    return Finding(
        code=code,
        severity=Severity.BLOCKS,
        subject=f"document:{document.id}",
        title=title,
        message=f"{call(document)}有{len(lines)}行{what}，共{thousands(amount)}元：{names}{more}。",
        advice="请逐行选择目录条目；目录中确实没有的选“目录外（丙类）”。",
        basis="按参保地三个目录确定支付类别",
        values={"lines": " ".join(str(line.id) for line in lines)},
        place=line_place(lines[0]),
    )
