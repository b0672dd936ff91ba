"""Lines whose entry was taken from what people chose before: shown, so that none passes unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call_line, line_place, paid_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line


def remembered(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """A clue for each paid line whose entry was taken from the memory, with who chose it and when."""
    for line in paid_lines(claim):
        if line.matched_by == "memory":
            entry = context.entry(line.entry_id)
            yield _finding(line, f"“{entry.name}”" if entry else "目录外")


def _finding(line: Line, meant: str) -> Finding:
    return Finding(
        code="entry-remembered",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="按记忆选定条目",
        message=f"{call_line(line)}按{meant}支付，依据{line.match_note}。",
        advice="如不相符，请另选条目；记忆有误的，请主管在目录室停用。",
        basis="本院经初审通过的选定，条目的类别和限定未变",
        values={"entry": line.entry_id, "choice": str(line.choice_id)},
        place=line_place(line),
    )
