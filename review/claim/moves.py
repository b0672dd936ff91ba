"""Moves of a claim as pure functions: who may take which step, and what the claim is afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.claim.states import EDITABLE, MOVES, ClaimState, Move, Role, Stage
from review.errors import ConflictError, ForbiddenError, InputError

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.people import Actor

STATE_NAMES = {
    ClaimState.DRAFT: "录入",
    ClaimState.RECEIVED: "受理",
    ClaimState.READ: "已识别",
    ClaimState.FIRST_REVIEW: "初审",
    ClaimState.SECOND_REVIEW: "复核",
    ClaimState.BATCHED: "待签批",
    ClaimState.SIGNED: "已签批",
    ClaimState.PAYING: "拨付中",
    ClaimState.PAID: "已拨付",
    ClaimState.ARCHIVED: "已归档",
    ClaimState.SUPPLEMENT: "待补正",
    ClaimState.REJECTED: "不予支付",
    ClaimState.WITHDRAWN: "撤回",
    ClaimState.PAYMENT_FAILED: "拨付失败",
    ClaimState.RECOVERED: "已追回",
}
ROLE_NAMES = {
    Role.CLERK: "经办人",
    Role.SECOND_REVIEWER: "复核人",
    Role.SUPERVISOR: "签批人",
    Role.CASHIER: "出纳",
    Role.ADMINISTRATOR: "管理员",
    Role.AUDITOR: "稽核人",
}
STAGE_NAMES = {
    Stage.ENTERED: "录入",
    Stage.FIRST: "初审",
    Stage.SECOND: "复核",
    Stage.SIGNED: "签批",
    Stage.PAID: "拨付",
}


def is_own(claim: Claim, actor: Actor) -> bool:
    """Whether the actor is the insured person, by citizen number."""
    return bool(actor.id_number) and actor.id_number.upper() == claim.insured.id_number.upper()


def refuse_own(claim: Claim, actor: Actor) -> None:
    """Nobody touches their own claim (policy §2.4). Raises ForbiddenError."""
    if is_own(claim, actor):
        raise ForbiddenError("不能办理本人的报销单,未作任何改动。", code="own-claim", advice="请交由其他工作人员办理。")


def require_role(actor: Actor, roles: frozenset[Role]) -> None:
    """The actor holds one of the roles; an empty set asks for none. Raises ForbiddenError."""
    if roles and not roles & actor.roles:
        wanted = "、".join(ROLE_NAMES[role] for role in Role if role in roles)
        raise ForbiddenError(f"此步骤须由{wanted}办理,未作任何改动。", code="wrong-role")


def check_edit(claim: Claim, actor: Actor) -> None:
    """A clerk may change figures of somebody else's claim while it is editable. Raises Forbidden- or ConflictError."""
    require_role(actor, frozenset({Role.CLERK}))
    refuse_own(claim, actor)
    if claim.state not in EDITABLE:
        raise ConflictError(
            f"报销单 {claim.number} 处于“{STATE_NAMES[claim.state]}”,不能再修改,未作任何改动。",
            code="not-editable",
            advice="需要修改时,请先退回初审。",
        )


def check_move(claim: Claim, actor: Actor, move: Move) -> None:
    """Everything the table of moves asks of the person and the state. Raises Forbidden- or ConflictError."""
    require_role(actor, move.roles)
    refuse_own(claim, actor)
    if claim.state not in move.sources:
        raise ConflictError(
            f"报销单 {claim.number} 处于“{STATE_NAMES[claim.state]}”,不能进行此步骤,未作任何改动。",
            code="wrong-state",
            advice="请刷新后查看报销单的当前状态。",
        )
    played = [stage for stage in Stage if stage in move.differs_from and getattr(claim, stage) == actor.username]
    if played:
        parts = "、".join(STAGE_NAMES[stage] for stage in played)
        raise ForbiddenError(
            f"您已参与报销单 {claim.number} 的{parts},不能再办理此步骤,未作任何改动。",
            code="four-eyes",
            advice="请交由其他工作人员办理。",
        )


def moved(claim: Claim, actor: Actor, name: str, reason: str = "") -> Claim:
    """The claim after the named move. Raises Forbidden-, Conflict- or InputError; then nothing has changed."""
    move = MOVES[name]
    check_move(claim, actor, move)
    if move.needs_reason and not reason.strip():
        raise InputError("请填写理由,未作任何改动。", code="reason-missing")
    forgotten = {stage.value: "" for stage in move.forgets}
    played = {move.becomes.value: actor.username} if move.becomes else {}
    return replace(claim, state=move.target, state_reason=reason.strip(), **forgotten, **played)  # type: ignore[arg-type]  # names of parts are fields
