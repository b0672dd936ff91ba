"""Papers of several people or several stays in one pile: two claims that were mixed, or a stranger's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, call, first_place
from review.checks.receipts.marks import in_doubt
from review.checks.stay.people import same_name
from review.claim.paper import RECEIPT_KINDS, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Document

_WHOSE = ("patient", "payer", "name", "buyer")
_LENT = frozenset({DocumentKind.BANK_CARD, DocumentKind.ID_CARD})
"""Papers that may be somebody else's: of who fetches the money."""
_SIGNS = ("混入", "混有")


def mixed_papers(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Several people with charges of their own, receipts of several stays, and what reading said of the pile."""
    groups = _by_person([d for d in claim.documents if d.kind not in _LENT])
    charged = [papers for papers in groups if any(_charges(paper) for paper in papers)]
    if len(charged) > 1:
        yield _several_people(charged)
    yield from _several_stays(claim)
    yield from _told_by_reading(claim, mixed=len(charged) > 1)


def _by_person(papers: Sequence[Document]) -> list[list[Document]]:
    """The papers that bear a name, those of one person together."""
    groups: list[list[Document]] = []
    for paper in (paper for paper in papers if _whose(paper)):
        known = next((group for group in groups if same_name(_whose(group[0]), _whose(paper))), None)
        if known is None:
            groups.append([paper])
        else:
            known.append(paper)
    return groups


def _whose(paper: Document) -> str:
    """The name on a paper; empty where there is none, or a person must still look at it."""
    return next((paper.text(key) for key in _WHOSE if paper.text(key) and not in_doubt(paper, key)), "")


def _charges(paper: Document) -> bool:
    return paper.kind in RECEIPT_KINDS or paper.kind is DocumentKind.EXPENSE_STATEMENT


def _several_people(groups: Sequence[Sequence[Document]]) -> Finding:
    names = "、".join(f"“{_whose(group[0])}”{len(group)}份" for group in groups)
    return _finding(
        "claims-mixed",
        "疑似混入另一报销单",
        f"本单收费材料分属不同的人：{names}。",
        {"names": "、".join(_whose(group[0]) for group in groups)},
        groups[1][0],
    )


def _several_stays(claim: Claim) -> Iterator[Finding]:
    """Inpatient receipts of stays that begin on different days."""
    stays = [r for r in claim.receipts if r.kind is DocumentKind.INPATIENT_RECEIPT and r.text("admission_date")]
    sure = [receipt for receipt in stays if not in_doubt(receipt, "admission_date")]
    days = {receipt.text("admission_date"): receipt for receipt in reversed(sure)}
    if claim.care.kind in STAYS and len(days) > 1:
        told = "、".join(sorted(days))
        yield _finding(
            "stays-mixed",
            "疑似多次住院",
            f"本单有{len(days)}次住院的票据，入院日期分别为{told}。",
            {"days": told},
            days[max(days)],
        )


def _told_by_reading(claim: Claim, *, mixed: bool) -> Iterator[Finding]:
    for paper in claim.documents:
        for reason in (r for r in paper.review if not mixed and any(sign in r for sign in _SIGNS)):
            yield _finding(
                "papers-of-others",
                "疑似混入他人材料",
                f"{call(paper)}{reason.rstrip('。')}。",
                {"reason": reason},
                paper,
            )


def _finding(code: str, title: str, message: str, values: dict[str, str], paper: Document) -> Finding:
    return Finding(
        code=code,
        severity=Severity.DECISION,
        subject=f"document:{paper.id}",
        title=title,
        message=message,
        advice="请逐份核对姓名和日期：不属本单的材料请另行受理并在本单剔除，识别有误的请更正，确属本单的请说明理由。",
        basis="一张报销单只收一人一次就诊的材料",
        values=values,
        place=first_place(paper),
    )
