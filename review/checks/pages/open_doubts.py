"""Values a person must still look at, counted per paper; nothing is approved while one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import all_values, call, first_place, kept, line_place, place
from review.claim.paper import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Place, Value

_READABLE = 3
"""How many reasons a message names."""


def open_doubts(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """One finding a paper on which something still asks to be looked at."""
    for document in claim.documents:
        asking = [value for value in all_values(document) if value.standing.asks]
        lines = [line for line in kept(document) if line.review]
        reasons = () if document.review_cleared else document.review
        if asking or lines or reasons:
            where = place(_worst_first(asking)) or next(map(line_place, lines), None) or first_place(document)
            counts = _counts(asking, len(lines))
            yield _finding(document, counts, (*reasons, *(line.review for line in lines)), where)


def _worst_first(values: list[Value]) -> list[Value]:
    return sorted(values, key=lambda value: value.standing is not Standing.CONTRADICTED)


def _counts(asking: list[Value], lines: int) -> dict[str, int]:
    contradicted = sum(value.standing is Standing.CONTRADICTED for value in asking)
    return {"contradicted": contradicted, "doubtful": len(asking) - contradicted, "lines": lines}


def _finding(document: Document, counts: dict[str, int], reasons: tuple[str, ...], where: Place | None) -> Finding:
    names = (("contradicted", "处数值与算式矛盾"), ("doubtful", "处识别存疑"), ("lines", "行整行待核"))
    parts = [f"{counts[key]}{name}" for key, name in names if counts[key]]
    told = list(dict.fromkeys(reasons))
    named = f"：{'；'.join(told[:_READABLE])}{'等' if len(told) > _READABLE else ''}" if told else ""
    message = f"{call(document)}{'，'.join(parts) or '整份材料待核'}{named}。"
    return Finding(
        code="open-doubts",
        severity=Severity.BLOCKS,
        subject=f"document:{document.id}",
        title="有数值待核对",
        message=message.replace("。。", "。"),
        advice="请按F8逐处对照影像核对：无误的确认，有误的更正。",
        basis="存疑数值须经人核对后方可结算",
        values={key: str(count) for key, count in counts.items()},
        place=where,
    )
