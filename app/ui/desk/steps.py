"""What may be done next with a claim in each state, and what stands in the way. One table; no widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.desk.wording import told
from review.claim.moves import check_edit, check_move
from review.claim.states import MOVES, ClaimState, Role
from review.errors import LingbaoError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.desk.sheet import Sheet
    from review.claim.claim import Claim
    from review.claim.people import Actor

NEXT = "claim_next"
CAPTURE = "capture"
SUPPLEMENT = "request_supplement"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the move's name in the table of moves, its words, and whether it is what is usually done."""

    name: str
    source: object
    primary: bool = False

    @property
    def words(self) -> str:
        """What its button says."""
        return QCoreApplication.translate("steps", str(self.source))


_APPROVE_FIRST = Step("approve_first", QT_TRANSLATE_NOOP("steps", "初审通过"), primary=True)
_APPROVE_SECOND = Step("approve_second", QT_TRANSLATE_NOOP("steps", "复核通过"), primary=True)
_BEGIN = Step("begin_review", QT_TRANSLATE_NOOP("steps", "开始初审"), primary=True)
_RESUME = Step("resume", QT_TRANSLATE_NOOP("steps", "材料已补，重新识别"), primary=True)
_CAPTURE = Step(CAPTURE, QT_TRANSLATE_NOOP("steps", "到受理继续录入"), primary=True)
_NEXT = Step(NEXT, QT_TRANSLATE_NOOP("steps", "领取下一单"), primary=True)
_SUPPLEMENT = Step(SUPPLEMENT, QT_TRANSLATE_NOOP("steps", "退回补正"))
_REJECT = Step("reject", QT_TRANSLATE_NOOP("steps", "不予支付"))
_RETURN = Step("return_to_first", QT_TRANSLATE_NOOP("steps", "退回初审"))

_STEPS: Mapping[ClaimState, tuple[Step, ...]] = {
    ClaimState.DRAFT: (_CAPTURE,),
    ClaimState.RECEIVED: (_CAPTURE,),
    ClaimState.READ: (_BEGIN,),
    ClaimState.FIRST_REVIEW: (_SUPPLEMENT, _REJECT, _APPROVE_FIRST),
    ClaimState.SECOND_REVIEW: (_RETURN, _REJECT, _APPROVE_SECOND),
    ClaimState.SUPPLEMENT: (_CAPTURE, _RESUME),
}


def steps(claim: Claim, actor: Actor) -> tuple[Step, ...]:
    """The steps to offer; where the claim has left the desk, a clerk is offered the next one."""
    found = _STEPS.get(claim.state)
    if found is None:
        return (_NEXT,) if Role.CLERK in actor.roles else ()
    return found


def hindrance(sheet: Sheet, actor: Actor, step: Step) -> str:
    """Why the step may not be taken, or an empty string."""
    move = MOVES.get(step.name)
    try:
        if move is not None:
            check_move(sheet.claim, actor, move)
    except LingbaoError as error:
        return told(error, error.advice)
    return open_points(sheet) if step.name == "approve_first" else ""


def open_points(sheet: Sheet) -> str:
    """What is still open before the first approval, counted in one line; empty when nothing is."""
    translate = QCoreApplication.translate
    counts = (
        (sum(view.open for view in sheet.findings), translate("steps", "■ {0} 条疑点未处理")),
        (sum(not doubt.match for doubt in sheet.doubts), translate("steps", "▲ {0} 处存疑未核对")),
        (sum(doubt.match for doubt in sheet.doubts), translate("steps", "▲ {0} 行待选目录")),
    )
    return "　".join(words.format(count) for count, words in counts if count)


def may_edit(claim: Claim, actor: Actor) -> bool:
    """Whether the actor may change figures of the claim now."""
    try:
        check_edit(claim, actor)
    except LingbaoError:
        return False
    return claim.state is not ClaimState.DRAFT or bool(claim.documents)
