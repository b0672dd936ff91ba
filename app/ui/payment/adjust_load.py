"""What the window of supplements and recoveries shows, gathered off the UI thread; what each person may do. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.tables.people import full_names
from review.claim.adjustment import UNSENT, AdjustmentKind, AdjustmentState
from review.services import adjusting, queue, sending

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.claim.adjustment import Adjustment
    from review.claim.people import Actor
    from review.services.office import Office

WAYS = {kind: AdjustmentKind.RECOVERY if kind is AdjustmentKind.REVERSAL else kind for kind in AdjustmentKind}
"""What goes out in one order: money paid, money claimed back in part or whole, and what only moves between funds."""


@dataclass(frozen=True, slots=True)
class AdjustRow:
    """An adjustment with the name of its claim's person."""

    found: Adjustment
    person: str

    @property
    def number(self) -> str:
        """The adjustment's number."""
        return self.found.number


@dataclass(frozen=True, slots=True)
class Adjustments:
    """All adjustments, latest first, and the full names behind usernames."""

    rows: tuple[AdjustRow, ...]
    names: Mapping[str, str]


def load(office: Office) -> Adjustments:
    """Everything there is. Raises StoreError."""
    found = adjusting.adjustments(office)
    people = {row.number: row.name for row in queue.rows_of(office, {one.claim for one in found})}
    rows = tuple(AdjustRow(one, people.get(one.claim, "")) for one in reversed(found))
    return Adjustments(rows, full_names(office))


def may_change(actor: Actor, row: AdjustRow | None) -> bool:
    """Whether the person may change the draft."""
    return _is(row, AdjustmentState.DRAFT) and bool(adjusting.DRAFTERS & actor.roles)


def may_audit(actor: Actor, row: AdjustRow | None) -> bool:
    """Whether the person may audit what others drafted."""
    others = row is not None and actor.username not in row.found.authors
    return others and _is(row, AdjustmentState.DRAFT) and bool(adjusting.AUDITORS & actor.roles)


def may_delete(actor: Actor, row: AdjustRow | None) -> bool:
    """Whether the person may delete it: until it is sent."""
    return _is(row, *UNSENT) and bool((adjusting.DRAFTERS | adjusting.AUDITORS) & actor.roles)


def may_send(actor: Actor, row: AdjustRow | None) -> bool:
    """Whether the person may send it."""
    return _is(row, AdjustmentState.AUDITED) and bool(sending.CASHIERS & actor.roles)


def may_settle(actor: Actor, row: AdjustRow | None) -> bool:
    """Whether the person may note that the money arrived."""
    return _is(row, AdjustmentState.SENT) and bool(sending.CASHIERS & actor.roles)


def may_fail(actor: Actor, row: AdjustRow | None) -> bool:
    """Whether the person may note that a transfer failed."""
    return may_settle(actor, row) and row is not None and row.found.kind is AdjustmentKind.SUPPLEMENT


def sent_together(rows: tuple[AdjustRow, ...], row: AdjustRow) -> tuple[str, ...]:
    """What goes out in one order with a row: all audited ones of its way."""
    way = WAYS[row.found.kind]
    waiting = (one for one in rows if one.found.state is AdjustmentState.AUDITED and WAYS[one.found.kind] is way)
    return tuple(one.number for one in waiting)


def _is(row: AdjustRow | None, *states: AdjustmentState) -> bool:
    return row is not None and row.found.state in states
