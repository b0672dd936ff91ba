"""What the payment room shows: the signed batches, and one batch's claims with their accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app import paperwork
from review.claim.decisions import BatchState
from review.claim.states import ClaimState
from review.services import batches, payment, queue

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from review.claim.people import Actor, BankAccount
    from review.services.batches import BatchView
    from review.services.office import Office

WAITING = frozenset({ClaimState.SIGNED, ClaimState.PAYMENT_FAILED})


@dataclass(frozen=True, slots=True)
class PayRow:
    """One claim of a batch on its way to the account."""

    number: str
    name: str
    account: BankAccount
    amount: Decimal
    state: ClaimState
    reason: str


@dataclass(frozen=True, slots=True)
class PayPile:
    """One batch with its claims, and all signed batches, latest first. ``view`` is None where none is signed yet."""

    view: BatchView | None
    rows: tuple[PayRow, ...]
    known: tuple[BatchView, ...]


def load(office: Office, number: str = "") -> PayPile:
    """The batch of that number, or the oldest that is not paid, or the latest."""
    known = tuple(view for view in batches.batches(office) if view.state is not BatchState.OPEN)
    asked = [view for view in known if view.number == number]
    unpaid = [view for view in reversed(known) if view.state is not BatchState.PAID]
    view = next(iter((*asked, *unpaid, *known)), None)
    return PayPile(view, _rows(office, view) if view else (), known)


def _rows(office: Office, view: BatchView) -> tuple[PayRow, ...]:
    return tuple(_row(office, claim.number) for claim in view.included)


def _row(office: Office, number: str) -> PayRow:
    claim = queue.load_claim(office, number)
    account, amount = claim.insured.account, claim.payable
    assert amount is not None, "a signed claim has its sum fixed"
    return PayRow(number, claim.insured.name, account, amount, claim.state, claim.state_reason)


def write_file(office: Office, actor: Actor, pile: PayPile, out: Path) -> Path:
    """Begin to pay what waits, then write the file; where all is under way already, write the file again."""
    assert pile.view is not None, "only a signed batch is paid"
    number = pile.view.number
    if any(row.state in WAITING for row in pile.rows):
        order = payment.begin_payment(office, actor, number)
    else:
        order = payment.payment_order(office, number)
    return paperwork.payment_file(order, out)
