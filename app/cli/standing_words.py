"""What `lingbao accumulators` says of files, imports and the claims they concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.base import out
from app.language import t
from review.accumulators.words import caption
from review.claim.moves import STATE_NAMES
from review.money import thousands

if TYPE_CHECKING:
    from review.accumulators.comparing import Comparison
    from review.accumulators.proposal import StandingFault, StandingProposal
    from review.services.accumulating import StandingBatch
    from review.services.affected import Affected

SHOWN = 20
"""Faults and claims shown on a screen; JSON gives all."""


def tell_proposal(proposal: StandingProposal) -> None:
    """A file as read: its columns, what was not read, its faults."""
    head = t("{}：{} 行，{} 人（按年度和险种），截至 {}", "{}: {} rows, {} people by year and scheme, as of {}")
    day = proposal.as_of or t("未说明", "not said")
    out.print(head.format(proposal.file, proposal.rows, len(proposal.standings), day), markup=False)
    for heading, meaning in proposal.columns:
        out.print(f"  {heading} → {meaning}", markup=False)
    if proposal.unread:
        out.print(t("  未采用的列：", "  not read: ") + "、".join(proposal.unread), markup=False, soft_wrap=True)
    for note in proposal.notes:
        out.print(f"  {note}", markup=False, soft_wrap=True)
    for fault in proposal.faults[:SHOWN]:
        out.print(_fault(fault), markup=False, soft_wrap=True)
    _tell_hidden(len(proposal.faults) + proposal.unkept)


def _fault(fault: StandingFault) -> str:
    place = " ".join(filter(None, (fault.sheet, str(fault.row or ""), fault.column, fault.found)))
    return f"{'✗' if fault.stops or fault.left_out else '▲'} {place}  {fault.said}"


def tell_comparison(found: Comparison) -> None:
    """A file beside what the office knows."""
    head = t("新增 {} 人，变化 {} 人，相同 {} 人", "{} new, {} changed, {} the same")
    out.print(head.format(found.new, found.changed, found.same), markup=False)
    for one in found.fallen[:SHOWN]:
        sums = f"{caption(one.figure)} {one.was} → {one.now}"
        out.print(f"▲ {one.person} {one.name}  {t('累计变少', 'sum fell')} {sums}", markup=False)
    for person, name, claimed in found.misnamed[:SHOWN]:
        out.print(f"▲ {person}  {t('姓名不符', 'other name')} {name} / {claimed}", markup=False)
    for person, name, figure in found.without_own[:SHOWN]:
        said = t("少于本单位已核定，似不含本单位结算", "less than was settled here: own claims seem left out")
        out.print(f"▲ {person} {name}  {caption(figure)} {said}", markup=False)


def tell_affected(found: tuple[Affected, ...]) -> None:
    """The claims that a change concerns."""
    for one in found[:SHOWN]:
        sums = " → ".join("—" if amount is None else thousands(amount) for amount in (one.before, one.after))
        words = (one.claim, STATE_NAMES[one.state], one.person, sums, f"{one.difference:+}", one.problem)
        out.print("  ".join(filter(None, words)), markup=False, soft_wrap=True)
    _tell_hidden(len(found))
    out.print(t(f"影响报销单 {len(found)} 份", f"{len(found)} claims concerned"), markup=False)


def _tell_hidden(count: int) -> None:
    if count > SHOWN:
        hidden = count - SHOWN
        out.print(t(f"  另有 {hidden} 处；用 --json 看全部", f"  {hidden} more; --json shows all"), markup=False)


def line(batch: StandingBatch) -> str:
    """A batch in one line."""
    ended = t("已停用", "withdrawn") if batch.withdrawn else ""
    counted = t(f"{batch.people} 人", f"{batch.people} people")
    words = (str(batch.number), batch.file, str(batch.as_of), counted, batch.by, ended, batch.reason)
    return "  ".join(filter(None, words))


def listed(found: tuple[Affected, ...]) -> list[dict[str, object]]:
    """The claims that a change concerns, for JSON."""
    return [
        {**{name: getattr(one, name) for name in one.__dataclass_fields__}, "difference": one.difference}
        for one in found
    ]
