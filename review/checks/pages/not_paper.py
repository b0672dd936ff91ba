"""Pictures that are of no paper, or of a screen instead of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.claim.paper import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Flaw, Page

_KINDS = {
    "no-paper": ("影像不是纸质材料", "请拍摄或扫描材料本身后替换该页；误收的影像请移除。"),
    "screen": ("影像是屏幕翻拍", "请收取纸质原件或电子票据原文件后替换；无法取得的，请核验真伪并说明理由。"),
}


def not_paper(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """A decision for each page that shows no paper or a screen."""
    for page in claim.pages:
        yield from (_finding(page, flaw) for flaw in page.flaws if flaw.code in _KINDS)


def _finding(page: Page, flaw: Flaw) -> Finding:
    title, advice = _KINDS[flaw.code]
    return Finding(
        code=f"page-{flaw.code}",
        severity=Severity.DECISION,
        subject=f"page:{page.id}",
        title=title,
        message=f"第{page.position + 1}页（{page.file_name}）{flaw.said.rstrip('。')}。",
        advice=advice,
        basis="报销凭原始票据或电子原件",
        values={"page": str(page.id), "sha256": page.sha256},
        place=Place(page.id, flaw.boxes[0] if flaw.boxes else (0, 0, page.width, page.height)),
    )
