"""What a person still has to hand in, all at once: papers missing, copies, seals, pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from review.checks.finding import Severity
from review.checks.materials.checklist import checklist, kept_form
from review.checks.paperwork import KIND_NAMES, call
from review.claim.paper import RECEIPT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.checks.materials.checklist import Item
    from review.checks.materials.tables import Materials
    from review.claim.claim import Claim
    from review.claim.paper import Document

_GAP = "缺第"
"""What reading says of a paper whose printed count of pages is not reached."""


class Want(StrEnum):
    """What is asked for."""

    HAND_IN = "补交"
    ORIGINAL = "换交原件"
    SEAL = "补盖章"
    PAGES = "补齐缺页"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """One thing a person has to bring.

    Attributes:
        code, subject: of the finding that tells of it; an answer to that finding settles this too.
        title: the paper (Chinese).
        want: what is asked for.
        form: in what form (Chinese).
        note: what else to know (Chinese); may be empty.
        instead: names of papers that serve as well.
        later: whether it may be handed in after the rest (容缺).
    """

    code: str
    subject: str
    title: str
    want: Want
    form: str = ""
    note: str = ""
    instead: tuple[str, ...] = ()
    later: bool = False

    @property
    def said(self) -> str:
        """In one phrase."""
        return f"{self.want}{self.title}"


def lacking(claim: Claim, table: Materials | None = None) -> tuple[Lacking, ...]:
    """Everything to be asked for, each thing once; what is only a clue is left to the clerk."""
    items = checklist(claim, table)
    found = chain(
        (_missing(item) for item in items if item.missing and item.material.missing is not Severity.CLUE),
        _of_papers(items),
        _gaps(claim.documents),
    )
    return tuple({(one.code, one.subject): one for one in found}.values())


def _missing(item: Item) -> Lacking:
    row = item.material
    return Lacking(
        code=f"missing-{row.code}",
        subject="claim",
        title=row.name,
        want=Want.HAND_IN,
        form=kept_form(row) + ("，加盖出具单位章" if row.sealed else ""),
        note=row.note,
        instead=tuple(KIND_NAMES[kind] for kind in row.substitutes),
        later=row.later,
    )


def _of_papers(items: Iterable[Item]) -> Iterator[Lacking]:
    for item in items:
        for paper in item.copies:
            yield _about(paper, "material-copy", Want.ORIGINAL, "原件")
        for paper in item.unsealed:
            receipt = paper.kind in RECEIPT_KINDS
            yield _about(paper, "receipt-unsealed" if receipt else "material-unsealed", Want.SEAL, "加盖出具单位章")


def _gaps(papers: Iterable[Document]) -> Iterator[Lacking]:
    for paper in papers:
        told = "；".join(reason for reason in paper.review if _GAP in reason)
        if told and not paper.review_cleared:
            yield _about(paper, "open-doubts", Want.PAGES, "全部页", told)


def _about(paper: Document, code: str, want: Want, form: str, note: str = "") -> Lacking:
    return Lacking(code=code, subject=f"document:{paper.id}", title=call(paper), want=want, form=form, note=note)
