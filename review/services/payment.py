"""Payment: the order of a signed batch, and what came of each transfer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.claim.decisions import BatchState
from review.claim.states import ClaimState
from review.errors import ConflictError, InputError
from review.services.office import opened
from review.store import batch_records

if TYPE_CHECKING:
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

NOTHING = "应付金额为零,无需转账"

_PAYABLE = frozenset({ClaimState.SIGNED, ClaimState.PAYMENT_FAILED})
_SETTLED = frozenset({ClaimState.PAID, ClaimState.ARCHIVED, ClaimState.RECOVERED})


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One transfer: for which claim, to whom, on which account, how much (yuan)."""

    claim: str
    holder: str
    account: str
    bank: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """The transfers of one batch, and their sum in yuan. Claims with nothing to pay are not in it: they are paid."""

    batch: str
    rows: tuple[PaymentRow, ...]
    total: Decimal


def begin_payment(office: Office, actor: Actor, batch_number: str) -> PaymentOrder:
    """Begin to pay the signed claims of a batch, and again those whose transfer failed; all or none.

    Raises:
        ConflictError: nothing waits for payment. InputError: an account is missing; the claims are named.
        ForbiddenError: the actor had a part in one of the claims.
    """
    with office.store.write() as unit:
        waiting = [row["number"] for row in batch_records.claims(unit, batch_number) if row["state"] in _PAYABLE]
        if not waiting:
            raise ConflictError(f"批次 {batch_number} 没有等待拨付的报销单。", code="nothing-to-pay")
        rows = tuple(_row(_begun(office, unit, actor, number)) for number in waiting)
        due = tuple(row for row in rows if row.amount > ZERO)
        require_accounts(due)
        order = PaymentOrder(batch_number, due, sum((row.amount for row in due), start=ZERO))
        batch_records.change(unit, batch_number, state=BatchState.PAYING)
        told = {"claims": waiting, "total": str(order.total)}
        unit.tell(office.clock(), actor.username, "begin_batch_payment", batch_number, after=told)
        _close_when_paid(office, unit, actor, batch_number)
    return order


def payment_order(office: Office, batch_number: str) -> PaymentOrder:
    """The order of the claims of a batch that are being paid now. Raises NotFoundError."""
    with office.store.read() as unit:
        batch_records.batch(unit, batch_number)
        paying = [r["number"] for r in batch_records.claims(unit, batch_number) if r["state"] is ClaimState.PAYING]
        rows = tuple(_row(unit.folder(number).claim) for number in paying)
    due = tuple(row for row in rows if row.amount > ZERO)
    return PaymentOrder(batch_number, due, sum((row.amount for row in due), start=ZERO))


def confirm_payment(office: Office, actor: Actor, number: str) -> Claim:
    """Note that the money arrived; the batch is paid when the last of its claims is."""
    with office.store.write() as unit:
        work = opened(office, unit, actor, number)
        work.move("confirm_payment")
        work.keep("confirm_payment")
        _close_when_paid(office, unit, actor, work.claim.batch)
    return work.claim


def fail_payment(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Note that a transfer failed, with the bank's reason; it can be begun again, or the claim sent back."""
    with office.move(actor, "fail_payment", number, reason=reason) as work:
        pass
    return work.claim


def return_from_payment(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Send a claim whose transfer failed back to the first review, for instance for another account (policy §2.4)."""
    with office.move(actor, "return_from_payment", number, reason=reason) as work:
        batch_records.place(work.unit, work.claim.batch, number, excluded=True, reason=reason.strip())
        work.claim = replace(work.claim, payable=None, batch="")
    return work.claim


def _begun(office: Office, unit: Unit, actor: Actor, number: str) -> Claim:
    work = opened(office, unit, actor, number)
    work.move("begin_payment")
    work.keep("begin_payment")
    if not work.claim.payable:
        work.move("confirm_payment", NOTHING)
        work.keep("confirm_payment", NOTHING)
    return work.claim


def _close_when_paid(office: Office, unit: Unit, actor: Actor, batch: str) -> None:
    if all(row["excluded"] or row["state"] in _SETTLED for row in batch_records.claims(unit, batch)):
        batch_records.change(unit, batch, state=BatchState.PAID)
        unit.tell(office.clock(), actor.username, "close_batch", batch)


def _row(claim: Claim) -> PaymentRow:
    account = claim.insured.account
    return PaymentRow(claim.number, account.holder, account.number, account.bank, claim.payable or ZERO)


def require_accounts(rows: tuple[PaymentRow, ...]) -> None:
    """Every transfer has an account to go to. Raises InputError; the claims are named."""
    missing = [row.claim for row in rows if not (row.holder and row.account and row.bank)]
    if missing:
        raise InputError(
            f"报销单 {'、'.join(missing)} 缺少收款账户,没有开始拨付。",
            code="no-account",
            advice="请将其退回补充账户后再拨付。",
        )
