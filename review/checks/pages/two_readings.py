"""Code against print, electronic original against picture: two readings of one paper that do not say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import all_values, call, first_place, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_ADVICE = "请对照原件核对，并在电子票据查验平台查验；确属有误的更正，原件如此的说明理由。"
_SOURCES = {
    "与二维码不一致": ("code-picture", "票面与二维码不一致", "票面内容应与其二维码相同"),
    "与条码不一致": ("code-picture", "票面与条码不一致", "票面内容应与其条码相同"),
    "与电子原件不一致": ("layer-picture", "画面与电子原件不一致", "电子票据的画面应与其数据相同"),
}
"""What reading says of a paper, as the sign by which it is known again, and what the finding makes of it."""


def two_readings(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Papers on which two readings differ; they want a decision also after a person settled the figures."""
    for document in claim.documents:
        for reason in document.review:
            for sign in (sign for sign in _SOURCES if sign in reason):
                yield _finding(document, reason, sign)


def _finding(document: Document, reason: str, sign: str) -> Finding:
    code, title, basis = _SOURCES[sign]
    return Finding(
        code=code,
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title=title,
        message=f"{call(document)}{reason.rstrip('。')}。",
        advice=_ADVICE,
        basis=basis,
        values={"reason": reason},
        place=place(value for value in all_values(document) if sign in value.reason) or first_place(document),
    )
