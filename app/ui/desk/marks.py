"""Boxes of a claim's page: rows calmly, doubted values plainly, every other value ready to be clicked. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.desk.spots import Spot, around, spots
from app.ui.labels import field_label, label
from app.ui.widgets.page_view_marks import Look, Mark
from review.checks.finding import Group
from review.claim.paper import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Page, Value


CHANGED = "changed"
"""What the targets of places that look changed begin with."""


def marks(claim: Claim, page_id: int) -> tuple[Mark, ...]:
    """The boxes of one page: values and rows, what is wrong with the page, and its papers where they are several."""
    flawed = (mark for page in claim.pages if page.id == page_id for mark in (*flaw_marks(page), *changed_marks(page)))
    here = (spot for spot in spots(claim).values() if spot.place and spot.place.page_id == page_id)
    return (*_papers(claim, page_id), *flawed, *_marks(here))


def flaw_marks(page: Page) -> tuple[Mark, ...]:
    """Where a page is flawed; the first place of each flaw says so in words, the others on hover."""
    return tuple(
        Mark(f"flaw:{page.id}:{flaw.code}:{n}", box, Look.FLAW, flaw.said, words="" if n else flaw.said)
        for flaw in page.flaws
        for n, box in enumerate(flaw.boxes)
    )


def changed_marks(page: Page) -> tuple[Mark, ...]:
    """Where a page looks as if it had been changed; what was measured is told on hover."""
    return tuple(
        Mark(f"{CHANGED}:{page.id}:{n}", anomaly.box, Look.CHANGED, anomaly.said, words=label(Group.FORGERY))
        for n, anomaly in enumerate(page.anomalies)
    )


def papers_on(claim: Claim, page_id: int) -> tuple[Document, ...]:
    """The papers that stand on one page; several where they were scanned together."""
    return tuple(document for document in claim.documents if page_id in document.page_ids)


def _papers(claim: Claim, page_id: int) -> Iterator[Mark]:
    papers = papers_on(claim, page_id)
    for document in papers if len(papers) > 1 else ():
        values = (*document.values.values(), *(v for line in document.lines for v in line.values.values()))
        box = around([v.place.box for v in values if v.place and v.place.page_id == page_id])
        if box is not None:
            name = label(document.kind)
            yield Mark(f"document:{document.id}", box, Look.PAPER, name, words=name)


def _marks(found: Iterator[Spot]) -> Iterator[Mark]:
    for spot in found:
        if spot.place is None or (spot.line and spot.line.removed):
            continue
        if spot.value is not None:
            quiet = spot.line is not None and not spot.value.standing.asks
            tip = _tip(spot.value, of_line=spot.line is not None)
            yield Mark(spot.target, spot.place.box, Look(spot.value.standing), tip, quiet=quiet)
        elif spot.line is not None:
            yield Mark(spot.target, spot.place.box, _row_look(spot.line))


def _row_look(line: Line) -> Look:
    """A row is as good as its amount, unless an equation breaks in it."""
    standings = {value.standing for value in line.values.values()}
    if Standing.CONTRADICTED in standings:
        return Look.CONTRADICTED
    amount = line.values.get("amount")
    calm = amount is not None and not amount.standing.asks
    return Look(amount.standing) if amount and calm else Look.READ


def _tip(value: Value, *, of_line: bool) -> str:
    head = f"{field_label(value.key, of_line=of_line)} {value.value}（{label(value.standing)}）"
    return f"{head}\n{value.reason}" if value.reason else head
