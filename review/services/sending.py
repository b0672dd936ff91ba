"""Audited adjustments on their way: sent in an order, and done when the money arrived where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.adjustment import KIND_NAMES, Adjustment, AdjustmentKind, AdjustmentState
from review.claim.claim import ZERO
from review.claim.moves import refuse_own, require_role
from review.claim.states import Role
from review.errors import ConflictError, InputError
from review.services import adjustment_rules as rules
from review.services.office import CHINA, opened
from review.services.payment import PaymentRow, require_accounts
from review.services.standing import spread
from review.store import adjustment_records as records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

_WAYS = {**KIND_NAMES, AdjustmentKind.REVERSAL: KIND_NAMES[AdjustmentKind.RECOVERY]}
"""What goes out in one order: the whole claimed back is collected like a part."""
CASHIERS = frozenset({Role.CASHIER})
"""Who sends adjustments and notes that the money arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentOrder:
    """Adjustments sent together: supplements to pay (``paying``), recoveries to collect, or shifts between funds; yuan.

    ``batch`` is the order's number, so that the payment file of a batch can be written of it too.
    """

    batch: str
    paying: bool
    rows: tuple[PaymentRow, ...]
    total: Decimal
    adjustments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """That the money of an adjustment arrived: on which day, by which voucher or transfer."""

    on: date
    reference: str


def send(office: Office, actor: Actor, numbers: Collection[str]) -> AdjustmentOrder:
    """Send audited adjustments in one order, all or none; from now on they count.

    A claim whose whole payment is claimed back is recovered with it.

    Raises:
        ForbiddenError: the actor is no cashier, had a part in one of them, or it is the actor's own claim.
        InputError: nothing is sent, supplements and recoveries are mixed, or an account is missing.
        ConflictError: one is not audited, or its claim's payment has changed since.
    """
    require_role(actor, CASHIERS)
    with office.store.write() as unit:
        waiting = [records.adjustment(unit, number) for number in dict.fromkeys(numbers)]
        _require_one_way(waiting)
        order = unit.day_number(office.today, "T")
        sent = [_sent(office, unit, actor, one, order) for one in waiting]
        made = _order(unit, order, sent)
        if made.paying:
            require_accounts(made.rows)
        told = {"adjustments": list(made.adjustments), "total": str(made.total), "paying": made.paying}
        unit.tell(office.clock(), actor.username, "send_adjustments", order, after=told)
    return made


def adjustment_order(office: Office, order: str) -> AdjustmentOrder:
    """An order as it was sent, less what failed since. Raises InputError where there is none of that number."""
    with office.store.read() as unit:
        found = records.of_order(unit, order)
        if not found:
            raise InputError(f"没有编号为 {order} 的补支追回单。", code="no-order", advice="请核对编号。")
        return _order(unit, order, found)


def settle_adjustment(office: Office, actor: Actor, number: str, arrival: Arrival) -> Adjustment:
    """Note that the money arrived: with the person, or back with the fund.

    Raises:
        ForbiddenError: the actor is no cashier, drafted or audited it, or it is the actor's own claim.
        InputError: no voucher, or a day before it was sent or after today. ConflictError: it is not under way.
    """
    require_role(actor, CASHIERS)
    with office.store.write() as unit:
        found = records.adjustment(unit, number)
        refuse_own(unit.folder(found.claim).claim, actor)
        rules.require_state(found, AdjustmentState.SENT)
        rules.require_others(actor, found)
        _require_arrival(office, found, arrival)
        done = replace(
            found,
            state=AdjustmentState.DONE,
            reference=arrival.reference.strip(),
            settled_on=arrival.on,
            settled_by=actor.username,
            settled_at=office.clock(),
        )
        done = records.keep(unit, done)
        told = {"reference": done.reference, "settled_on": str(done.settled_on)}
        rules.tell(office, unit, actor, "settle_adjustment", done, **told)
    return done


def fail_adjustment(office: Office, actor: Actor, number: str, reason: str) -> Adjustment:
    """Note that a supplement's transfer failed, with the bank's reason: it counts no more, and may be sent again.

    Raises:
        ForbiddenError, InputError (no reason), ConflictError (it is no supplement under way): nothing has changed.
    """
    require_role(actor, CASHIERS)
    rules.require_reason(reason)
    with office.store.write() as unit:
        found = records.adjustment(unit, number)
        refuse_own(unit.folder(found.claim).claim, actor)
        rules.require_state(found, AdjustmentState.SENT)
        if found.kind is not AdjustmentKind.SUPPLEMENT:
            message = f"调整单 {number} 是追回，没有转账可以失败，未作任何改动。"
            raise ConflictError(message, code="no-transfer", advice="款项到账后请登记办结。")
        back = replace(found, state=AdjustmentState.AUDITED, order="", remark=reason.strip(), sent_by="", sent_at=None)
        failed = records.keep(unit, back)
        spread(opened(office, unit, actor, found.claim))
        rules.tell(office, unit, actor, "fail_adjustment", failed, order=found.order, reason=reason)
    return failed


def _sent(office: Office, unit: Unit, actor: Actor, found: Adjustment, order: str) -> Adjustment:
    rules.require_state(found, AdjustmentState.AUDITED)
    rules.require_others(actor, found)
    work = opened(office, unit, actor, found.claim)
    refuse_own(work.claim, actor)
    rules.require_paid(work.claim)
    gone = replace(found, state=AdjustmentState.SENT, order=order, sent_by=actor.username, sent_at=office.clock())
    sent = records.keep(unit, gone)
    if found.kind is AdjustmentKind.REVERSAL:
        work.move("recover", found.reason)
        work.keep("recover", found.reason)
    spread(work)
    rules.tell(office, unit, actor, "send_adjustment", sent, order=order)
    return sent


def _require_one_way(waiting: Iterable[Adjustment]) -> None:
    ways = {_WAYS[one.kind] for one in waiting}
    if not ways:
        raise InputError("没有选定要送出的调整单。", code="nothing-to-send")
    if len(ways) > 1:
        named = "、".join(sorted(ways))
        raise InputError(f"{named}不能在同一单送出，未作任何改动。", code="mixed", advice="请分开送出。")


def _require_arrival(office: Office, found: Adjustment, arrival: Arrival) -> None:
    if not arrival.reference.strip():
        raise InputError("请填写凭证号或转账流水号，未作任何改动。", code="reference-missing")
    sent = found.sent_at.astimezone(CHINA).date() if found.sent_at else office.today
    if not sent <= arrival.on <= office.today:
        message = f"到账日期 {arrival.on} 应在送出之日 {sent} 与今日 {office.today} 之间，未作任何改动。"
        raise InputError(message, code="bad-day", advice="请核对到账日期。")


def _order(unit: Unit, order: str, sent: Iterable[Adjustment]) -> AdjustmentOrder:
    members = tuple(sent)
    rows = tuple(_row(one, unit.folder(one.claim).claim) for one in members)
    return AdjustmentOrder(
        batch=order,
        paying=any(one.kind is AdjustmentKind.SUPPLEMENT for one in members),
        rows=rows,
        total=sum((row.amount for row in rows), start=ZERO),
        adjustments=tuple(one.number for one in members),
    )


def _row(one: Adjustment, claim: Claim) -> PaymentRow:
    account = one.account if one.account.holder else claim.insured.account
    return PaymentRow(one.claim, account.holder, account.number, account.bank, one.amount)
