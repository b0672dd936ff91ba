"""Boxes of a claim's page: rows calmly, doubted values plainly, every other value ready to be clicked. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.desk.spots import Spot, spots
from app.ui.labels import field_label, label
from app.ui.widgets.page_view_marks import Look, Mark
from review.claim.paper import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line, Value


def marks(claim: Claim, page_id: int) -> tuple[Mark, ...]:
    """The boxes of one page."""
    return tuple(_marks(spot for spot in spots(claim).values() if spot.place and spot.place.page_id == page_id))


def _marks(found: Iterator[Spot]) -> Iterator[Mark]:
    for spot in found:
        if spot.place is None or (spot.line and spot.line.removed):
            continue
        if spot.value is not None:
            quiet = spot.line is not None and not spot.value.standing.asks
            yield Mark(spot.target, spot.place.box, Look(spot.value.standing), _tip(spot.value), quiet=quiet)
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


def _tip(value: Value) -> str:
    head = f"{field_label(value.key)} {value.value}（{label(value.standing)}）"
    return f"{head}\n{value.reason}" if value.reason else head
