"""Pages that could not be read, are not read yet, or were read badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.claim.paper import Place, ReadState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Page

_UNREAD = frozenset({ReadState.WAITING, ReadState.READING})


def page_state(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Failed pages, pages still waiting, and pages of poor quality."""
    for page in claim.pages:
        if page.read_state is ReadState.FAILED:
            yield _failed(page) if page.failure else _looked_at(page)
        elif page.quality:
            yield _poor(page)
    waiting = [page for page in claim.pages if page.read_state in _UNREAD]
    if waiting:
        yield _waiting(waiting)
    used = {page_id for document in claim.documents for page_id in document.page_ids}
    yield from (_unused(page) for page in claim.pages if page.read_state is ReadState.DONE and page.id not in used)


def _whole(page: Page) -> Place:
    return Place(page.id, (0, 0, page.width, page.height))


def _failed(page: Page) -> Finding:
    return Finding(
        code="page-failed",
        severity=Severity.BLOCKS,
        subject=f"page:{page.id}",
        title="有影像未能识别",
        message=f"第{page.position + 1}页（{page.file_name}）未能识别：{page.failure.rstrip('。')}；其余影像不受影响。",
        advice="请重新扫描并替换该页；无法重扫的，看过影像并补录内容后确认该页。",
        basis="全部影像须识别完成",
        values={"page": str(page.id), "sha256": page.sha256},
        place=_whole(page),
    )


def _looked_at(page: Page) -> Finding:
    return Finding(
        code="page-unread",
        severity=Severity.CLUE,
        subject=f"page:{page.id}",
        title="影像由人查看",
        message=f"第{page.position + 1}页（{page.file_name}）未能识别，已由经办人查看。",
        advice="请确认该页内容已补录。",
        basis="全部影像须识别或由人查看",
        values={"page": str(page.id), "sha256": page.sha256},
        place=_whole(page),
    )


def _poor(page: Page) -> Finding:
    return Finding(
        code="page-quality",
        severity=Severity.CLUE,
        subject=f"page:{page.id}",
        title="影像质量不佳",
        message=f"第{page.position + 1}页（{page.file_name}）{'；'.join(page.quality)}。",
        advice="请放大核对该页数值；看不清的请重新扫描并替换。",
        basis="影像质量",
        values={"page": str(page.id), "quality": "；".join(page.quality)},
        place=_whole(page),
    )


def _waiting(pages: list[Page]) -> Finding:
    return Finding(
        code="page-waiting",
        severity=Severity.BLOCKS,
        subject="claim",
        title="影像尚未识别完",
        message=f"还有{len(pages)}页影像等待识别。",
        advice="请等待识别完成后再审核。",
        basis="全部影像须识别完成",
        values={"pages": str(len(pages))},
        place=_whole(pages[0]),
    )


def _unused(page: Page) -> Finding:
    return Finding(
        code="page-unused",
        severity=Severity.CLUE,
        subject=f"page:{page.id}",
        title="影像未归入材料",
        message=f"第{page.position + 1}页（{page.file_name}）没有归入任何材料，其内容未参与核对。",
        advice="请查看该页是否漏识别；与本单无关的请移除。",
        basis="一页影像对应一份材料",
        values={"page": str(page.id)},
        place=_whole(page),
    )
