"""Herbal pieces marked □ are not paid alone, nor is a prescription made of nothing else (凡例第十六条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.limits import Nature, nature
from review.checks.paperwork import call, call_line, charge_papers, first_place, kept, line_place
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

SECTION = "基金予以支付的中药饮片"
_BASIS = "凡例第十六条：标注□的饮片单独使用，或处方全部由其组成时，统筹基金不予支付"


def herbs_alone(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Charged herbs of a paper all of which are marked □, line by line; and prescriptions of nothing else.

    Lines a person took out are told too: the finding stays beside the decision it led to.
    """
    for document in charge_papers(claim):
        alone = _all_marked(document, context)
        yield from (_line(line, entry, len(alone)) for line, entry in alone)
    for document in claim.documents:
        alone = _all_marked(document, context) if document.kind is DocumentKind.PRESCRIPTION else []
        if alone:
            yield _prescription(document, [entry.name for _, entry in alone])


def _all_marked(document: Document, context: CheckContext) -> list[tuple[Line, Entry]]:
    """The herbs of a paper where all of them are marked □; else none."""
    matched = [(line, entry) for line in kept(document) if (entry := context.entry(line.entry_id))]
    herbs = [(line, entry) for line, entry in matched if entry.section == SECTION]
    return herbs if all(nature(entry.remark) is Nature.ALONE for _, entry in herbs) else []


def _line(line: Line, entry: Entry, count: int) -> Finding:
    return Finding(
        code="herb-alone",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="饮片单独使用不予支付",
        message=f"{call_line(line)}按“{entry.name}”支付；同一份材料的饮片全部为单独使用时不予支付的品种。",
        advice="建议剔除；与其他饮片同方使用的，请附处方并说明理由。",
        basis=_BASIS,
        values={"entry": entry.id, "herbs": str(count)},
        place=line_place(line),
    )


def _prescription(document: Document, names: list[str]) -> Finding:
    return Finding(
        code="prescription-of-marked-herbs",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="处方饮片均不单独支付",
        message=f"{call(document)}的饮片（{'、'.join(names)}）全部为单独使用时不予支付的品种。",
        advice="建议在费用明细中剔除该处方的饮片；依据不同的请说明理由。",
        basis=_BASIS,
        values={"herbs": " ".join(names)},
        place=first_place(document),
    )
