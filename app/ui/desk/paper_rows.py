"""The papers of a claim as the counter holds them, and those it lacks. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.labels import label
from review.claim.edits import Edit
from review.claim.paper import Custody

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ui.desk.sheet import Sheet
    from review.checks.materials.checklist import Item
    from review.claim.paper import Document, DocumentKind

SAID = {True: "true", False: "false", None: ""}
"""Whether a paper is sealed, in the form the services take."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of the claim: how it is called, what it is as a thing, and whether that is not what is wanted."""

    document_id: int
    kind: DocumentKind
    words: str
    custody: Custody
    sealed: bool | None
    copied: bool = False
    unsealed: bool = False

    @property
    def amiss(self) -> bool:
        """Whether the person has to bring it again."""
        return self.copied or self.unsealed


def paper_rows(sheet: Sheet) -> tuple[PaperRow, ...]:
    """All papers in their order; papers of one kind are numbered."""
    copied = {paper.id for item in sheet.checklist for paper in item.copies}
    unsealed = {paper.id for item in sheet.checklist for paper in item.unsealed}
    return tuple(
        PaperRow(paper.id, paper.kind, words, paper.custody, paper.sealed, paper.id in copied, paper.id in unsealed)
        for paper, words in _called(sheet.claim.documents)
    )


def missing(sheet: Sheet) -> tuple[Item, ...]:
    """What the claim needs and nothing serves for."""
    return tuple(item for item in sheet.checklist if item.missing)


def unsaid(rows: Iterable[PaperRow]) -> tuple[Edit, ...]:
    """The edits that say of every paper nobody has spoken of yet that it is a sealed original."""
    edits = []
    for row in rows:
        if row.custody is Custody.UNSTATED:
            edits.append(Edit(f"document:{row.document_id}:custody", Custody.ORIGINAL.value))
        if row.sealed is None:
            edits.append(Edit(f"document:{row.document_id}:sealed", SAID[True]))
    return tuple(edits)


def _called(papers: Iterable[Document]) -> Iterable[tuple[Document, str]]:
    held = tuple(papers)
    for paper in held:
        alike = [other.id for other in held if other.kind is paper.kind]
        yield paper, label(paper.kind) + (f" {alike.index(paper.id) + 1}" if len(alike) > 1 else "")
