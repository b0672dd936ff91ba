"""The reviews: approval by two persons, and the ways back and aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.calendar import add_working_days, working_days_between
from review.errors import BlockedError, ConflictError
from review.services.assess import settled
from review.services.learning import note_layouts
from review.services.office import opened
from review.services.remembering import approve_choices
from review.services.settle import differs, is_outdated, points
from review.services.snapshot import frozen
from review.store import batch_records

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office, Work

CHANGED = "结算结果与初审时不同,已退回初审。"
OUTDATED = "目录版本在初审后有变动,已退回初审。"
_SHOWN = 5


def approve_first(office: Office, actor: Actor, number: str, *, version: int | None = None) -> Claim:
    """Approve in the first review; the settlement is fixed as it stands now.

    Raises:
        BlockedError: something is still open; ``open_points`` lists all of it.
        PolicyError: the claim cannot be settled.
        ForbiddenError, ConflictError: see :meth:`Office.move`.
    """
    with office.move(actor, "approve_first", number, version=version) as work:
        still_open = points(office, work.unit, work.folder)
        if still_open:
            reasons = tuple(dict.fromkeys(point.reason for point in still_open))
            shown = ";".join(reasons[:_SHOWN]) + ("……" if len(reasons) > _SHOWN else "")
            raise BlockedError(
                f"还有 {len(still_open)} 处未处理,不能提交复核:{shown}",
                open_points=reasons,
                advice="请逐项更正、确认或写明处理意见。",
            )
        settlement = settled(office, work.claim)
        work.claim = replace(work.claim, payable=settlement.fund_total)
        work.folder = replace(work.folder, settlement=frozen(settlement))
        note_layouts(work)
        approve_choices(work)
    return work.claim


def approve_second(office: Office, actor: Actor, number: str) -> Claim:
    """Approve in the second review; the claim joins the open batch.

    Raises:
        ConflictError: it would no longer settle as approved, or its catalogue editions no longer hold; it has gone
            back to the first review.
    """
    with office.store.read() as unit:
        folder = unit.folder(number)
    if folder.settlement and differs(office, folder):
        return_to_first(office, actor, number, CHANGED)
        raise ConflictError(f"报销单 {number} 的{CHANGED}", code="settlement-changed", advice="请初审人员重新核定。")
    if is_outdated(office, number):
        return_to_first(office, actor, number, OUTDATED)
        raise ConflictError(f"报销单 {number} 的{OUTDATED}", code="editions-changed", advice="请初审人员重新匹配。")
    with office.move(actor, "approve_second", number, version=folder.claim.version) as work:
        work.claim = replace(work.claim, batch=batch_records.join_open(work.unit, number, office.today))
    return work.claim


def return_to_first(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Send a claim back to the first review, with the reason."""
    with office.move(actor, "return_to_first", number, reason=reason) as work:
        work.claim = replace(work.claim, payable=None)
    return work.claim


def reject(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Decide that nothing is paid, with the reason."""
    with office.move(actor, "reject", number, reason=reason) as work:
        pass
    return work.claim


def request_supplement(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Ask the insured for what is missing; the office's clock stops (policy §2.3)."""
    with office.store.write() as unit:
        work = opened(office, unit, actor, number)
        pause(work, reason)
    return work.claim


def pause(work: Work, reason: str) -> None:
    """Within an open unit: the claim waits for a supplement from today."""
    work.move("request_supplement", reason)
    work.claim = replace(work.claim, paused_on=work.office.today)
    work.keep("request_supplement", reason)


def resume(office: Office, actor: Actor, number: str) -> Claim:
    """Take the claim up again; the due date moves by the working days the clock stood still."""
    with office.move(actor, "resume", number) as work:
        work.claim = _resumed(office, work.claim)
    return work.claim


def withdraw(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Close a claim the insured takes back, with the reason."""
    with office.move(actor, "withdraw", number, reason=reason) as work:
        pass
    return work.claim


def _resumed(office: Office, claim: Claim) -> Claim:
    if claim.paused_on is None or claim.due_on is None:
        return replace(claim, paused_on=None)
    stood = working_days_between(claim.paused_on, office.today, office.overrides)
    return replace(claim, paused_on=None, due_on=add_working_days(claim.due_on, stood, office.overrides))
