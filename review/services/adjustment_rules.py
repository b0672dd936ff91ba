"""What must hold before an adjustment moves on, and how the journal tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.claim.adjustment import ADJUSTMENT_NAMES, KIND_NAMES, Adjustment, AdjustmentKind
from review.claim.claim import ZERO
from review.claim.moves import STATE_NAMES
from review.errors import ConflictError, ForbiddenError, InputError
from review.money import fen, thousands
from review.services.reckoning import PAID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from review.claim.adjustment import AdjustmentState
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

_NOTHING = "未作任何改动。"


def require_paid(claim: Claim) -> None:
    """The claim's money has left and was not claimed back as a whole. Raises ConflictError."""
    if claim.state not in PAID:
        message = f"报销单 {claim.number} 处于“{STATE_NAMES[claim.state]}”，已拨付的才能补支或追回，{_NOTHING}"
        raise ConflictError(message, code="not-paid", advice="未拨付的请退回初审更正。")


def require_none_pending(found: Adjustment | None) -> None:
    """No adjustment of the claim is under way. Raises ConflictError."""
    if found:
        named = f"{KIND_NAMES[found.kind]} {found.number}（{ADJUSTMENT_NAMES[found.state]}）"
        message = f"报销单 {found.claim} 已有{named}，{_NOTHING}"
        raise ConflictError(message, code="pending", advice="请先办结或删除它。")


def require_state(found: Adjustment, *states: AdjustmentState) -> None:
    """The adjustment is in one of the states. Raises ConflictError."""
    if found.state not in states:
        message = f"调整单 {found.number} {ADJUSTMENT_NAMES[found.state]}，不能进行此步骤，{_NOTHING}"
        raise ConflictError(message, code="wrong-state", advice="请刷新后查看调整单的当前状态。")


def require_seen(found: Adjustment, version: int | None) -> None:
    """Nobody changed the adjustment since it was seen. Raises ConflictError."""
    if version is not None and version != found.version:
        message = f"调整单 {found.number} 刚刚被别人改动，{_NOTHING}"
        raise ConflictError(message, code="stale", advice="请刷新后再试。")


def require_reason(reason: str) -> None:
    """A reason is given. Raises InputError."""
    if not reason.strip():
        raise InputError(f"请填写理由，{_NOTHING}", code="reason-missing")


def require_amount(kind: AdjustmentKind, amount: Decimal, most: Decimal) -> None:
    """An amount to the fen above zero, and not more than may be adjusted. Raises InputError."""
    named = KIND_NAMES[kind]
    if not amount.is_finite() or amount != fen(amount) or amount <= ZERO:
        raise InputError(f"{named}金额应为大于 0、精确到分的金额，{_NOTHING}", code="bad-amount")
    if amount > most:
        message = f"{named}金额 {thousands(amount)} 元超过最多可{named}的 {thousands(most)} 元，{_NOTHING}"
        raise InputError(message, code="too-much", advice="请减少金额，或核对重算结果。")


def require_shift(difference: Decimal, funds: Mapping[str, Decimal]) -> None:
    """The funds' shares have changed, their sum has not. Raises InputError."""
    if difference or not funds:
        message = f"基金支付合计的差额为 {thousands(difference)} 元，没有只在基金之间调整的金额，{_NOTHING}"
        raise InputError(message, code="no-shift", advice="有差额的请补支或追回。")


def require_unmoved(found: Adjustment, now: Mapping[str, Any]) -> None:
    """The adjustment would still be worked out as it was drafted. Raises ConflictError."""
    if any(getattr(found, name) != now[name] for name in ("funds", "year", "paid", "anew", "amount")):
        message = f"起草调整单 {found.number} 以后，报销单 {found.claim} 的重算结果有变动，{_NOTHING}"
        raise ConflictError(message, code="moved", advice="请起草人按现在的重算结果修改后再审核。")


def require_others(actor: Actor, found: Adjustment) -> None:
    """The actor neither drafted nor audited the adjustment. Raises ForbiddenError."""
    part = "起草" if actor.username in found.authors else "审核" if actor.username == found.audited_by else ""
    if part:
        message = f"您参与了调整单 {found.number} 的{part}，不能再办理此步骤，{_NOTHING}"
        raise ForbiddenError(message, code="four-eyes", advice="请交由其他工作人员办理。")


def tell(office: Office, unit: Unit, actor: Actor, action: str, found: Adjustment, **more: Any) -> None:
    """Write the journal's row of a step, under the claim's number."""
    reason = str(more.pop("reason", "")).strip()
    after = {
        "adjustment": found.number,
        "kind": str(found.kind),
        "adjustment_state": str(found.state),
        "amount": str(found.amount),
        "paid": str(found.paid),
        "anew": str(found.anew),
        "funds": {name: str(amount) for name, amount in found.funds.items()},
        "year": {name: str(amount) for name, amount in found.year.items()},
        "grounds": list(found.grounds),
        **more,
    }
    unit.tell(office.clock(), actor.username, action, found.claim, after=after, reason=reason or found.reason)
