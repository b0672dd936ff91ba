"""After the archive: what came to light late is claimed back, and what another ratio would cost is asked of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.demo import platform
from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.claim.states import Role
from review.money import thousands
from review.packs.pack_edits import Provenance
from review.services import adjusting, policies, queue, sending
from review.services.replaying import Asked, FromSample, replay
from review.whatif.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from app.demo.run import Stage
    from app.demo.sample import Sample
    from review.claim.adjustment import Adjustment

YEAR = "xinfeng-2024"
RATIO = "basic.inpatient.resident.ratio"
DRAFT = "演示：居民三级医院 65%"


def claim_back(stage: Stage, samples: tuple[Sample, ...], folder: Path) -> None:
    """A late export shows another stay: what was paid too much is drafted, audited, sent and comes back."""
    taken = platform.take_over(stage.office, stage.people, platform.export(folder, "late", samples))
    for claim in taken.affected if taken else ():
        told = f"平台补来的累计：{claim.person} {claim.claim} 多付 {thousands(-claim.difference)} 元"
        stage.tell(Role.CLERK, told)
    numbers = {number for sample in samples for number in stage.claims_of(sample)}
    for number in sorted(numbers):
        _recover(stage, number)


def _recover(stage: Stage, number: str) -> None:
    """Take the recovery of a claim one step after the other, from where an interrupted run left it."""
    known = [one for one in adjusting.adjustments(stage.office, number) if one.state is not AdjustmentState.DELETED]
    found = known[-1] if known else _drafted(stage, number)
    while found and found.state in _NEXT:
        found = _NEXT[found.state](stage, found)


def _drafted(stage: Stage, number: str) -> Adjustment | None:
    claim = queue.load_claim(stage.office, number)
    if not claim.paid_by:
        return None
    allowed = adjusting.allowance(stage.office, number)
    if allowed.difference >= 0:
        return None
    reason = "平台补来的年度累计表明统筹额度已基本用完"
    wish = adjusting.Wish(kind=AdjustmentKind.RECOVERY, amount=-allowed.difference, reason=reason)
    return adjusting.draft_adjustment(stage.office, stage.people[Role.CLERK], number, wish)


def _audited(stage: Stage, found: Adjustment) -> Adjustment:
    audited = adjusting.audit_adjustment(stage.office, stage.people[Role.SECOND_REVIEWER], found.number)
    stage.tell(Role.SECOND_REVIEWER, f"追回 {audited.number} 审核通过：{thousands(audited.amount)} 元")
    return audited


def _sent(stage: Stage, found: Adjustment) -> Adjustment:
    order = sending.send(stage.office, stage.people[Role.CASHIER], [found.number])
    stage.tell(Role.CASHIER, f"追回单 {order.batch} 已发出，年度累计同时冲回")
    return adjusting.adjustment(stage.office, found.number)


def _settled(stage: Stage, found: Adjustment) -> Adjustment:
    arrival = sending.Arrival(stage.office.today, "演示回单 1")
    done = sending.settle_adjustment(stage.office, stage.people[Role.CASHIER], found.number, arrival)
    stage.tell(Role.CASHIER, f"追回 {done.number} 已到账")
    return done


_NEXT = {AdjustmentState.DRAFT: _audited, AdjustmentState.AUDITED: _sent, AdjustmentState.SENT: _settled}


def ask_what_if(stage: Stage) -> None:
    """A draft of the office's own pack with one other ratio, over a generated year; nothing is put in force."""
    drafts = [one for one in policies.versions(stage.office) if one.title == DRAFT]
    version = drafts[-1] if drafts else policies.begin_draft(stage.office, stage.people[Role.SUPERVISOR], DRAFT)
    if not policies.changed_figures(stage.office, version.id):
        paper = Provenance(document="演示草案", clause="三级医院 65%", source="[K] 演示用，没有文件", status="assumed")
        value = {"primary": "0.90", "secondary": "0.80", "tertiary": "0.65"}
        since = policies.version_pack(stage.office).effective_from
        edit = policies.ValueEdit(RATIO, since, value, paper)
        policies.edit(stage.office, stage.people[Role.SUPERVISOR], version.id, edit)
    done = replay(stage.office, Asked(FromSample(YEAR), stage.office.pack_id, f"office:{version.id}"), Watch())
    stage.tell(
        Role.SUPERVISOR,
        f"政策对比 {done.whole.claims} 人次（生成的样本年）：居民三级 65% 时"
        f"基金多付 {thousands(done.whole.difference)} 元，{done.winners.people} 人受益",
    )
