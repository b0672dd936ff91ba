"""Names that the catalogue settled because one character looks like another: shown, so that none passes unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call_line, line_place, paid_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line


def lookalikes(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """A clue for each paid line whose entry was found under another reading of its name."""
    return (_finding(line) for line in paid_lines(claim) if line.matched_by == "lookalike")


def _finding(line: Line) -> Finding:
    read = line.values["name"].text if "name" in line.values else ""
    return Finding(
        code="lookalike-name",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="名称按形近字认定",
        message=f"{call_line(line)}识别为“{read}”，目录中没有，按形近字认定。",
        advice="请放大核对名称；不是同一药品的请更正名称并另选目录条目。",
        basis="形近字以目录所载为准",
        values={"read": read, "name": line.text("name"), "entry": line.entry_id},
        place=line_place(line),
    )
