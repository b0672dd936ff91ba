"""The list of papers for one claim: what it needs, what is there, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.checks.materials.tables import Form, Material, Materials, shipped_materials
from review.checks.materials.traits import traits
from review.checks.receipts.verified import is_electronic
from review.checks.stay.people import same_name
from review.claim.paper import RECEIPT_KINDS, Custody

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Document


@dataclass(frozen=True, slots=True)
class Item:
    """A paper the claim needs, with those of its papers that are it or serve instead.

    Attributes:
        copies: copies of which the office has to keep the original.
        unsealed: papers that lack the seal they need, as the clerk said.
        unstated: papers of which nobody has said yet whether they are originals.
    """

    material: Material
    papers: tuple[Document, ...] = ()
    copies: tuple[Document, ...] = ()
    unsealed: tuple[Document, ...] = ()
    unstated: tuple[Document, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether nothing serves for it, and its absence is told."""
        return not self.papers and self.material.missing is not None

    @property
    def substituted(self) -> bool:
        """Whether another kind of paper serves for it."""
        return bool(self.papers) and not any(paper.kind in self.material.kinds for paper in self.papers)


def checklist(claim: Claim, table: Materials | None = None) -> tuple[Item, ...]:
    """Every paper the claim needs by the table (None: the shipped one), in its order."""
    table = table or shipped_materials()
    known = traits(claim, table.trauma)
    return tuple(_item(claim, row) for row in table.material if not row.off and row.when.holds(known))


def _item(claim: Claim, row: Material) -> Item:
    of_kind = tuple(paper for paper in claim.documents if paper.kind in row.kinds and _bears(claim, row, paper))
    papers = of_kind or tuple(paper for paper in claim.documents if paper.kind in row.substitutes)
    originals = () if row.form is not Form.ORIGINAL else tuple(p for p in papers if not _as_good(claim, p))
    return Item(
        row,
        papers,
        copies=tuple(paper for paper in originals if paper.custody is Custody.COPY),
        unsealed=tuple(paper for paper in papers if row.sealed and paper.sealed is False),
        unstated=tuple(paper for paper in originals if paper.custody is Custody.UNSTATED),
    )


def _bears(claim: Claim, row: Material, paper: Document) -> bool:
    """Whether the paper bears the name of whose it must be; only an agent's is asked for."""
    return row.holder != "agent" or same_name(paper.text("name"), claim.insured.agent)


def _as_good(claim: Claim, paper: Document) -> bool:
    return paper.kind in RECEIPT_KINDS and is_electronic(claim, paper)


def kept_form(row: Material) -> str:
    """What the office keeps of a paper, in the words of the notice."""
    if row.form is Form.ORIGINAL:
        receipts = RECEIPT_KINDS.intersection(row.kinds)
        return "原件（电子票据可交打印件）" if receipts else "原件"
    return "复印件，窗口核对原件" if row.shown else "复印件"
