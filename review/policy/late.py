"""Papers handed in late: refused, or paid at a lower ratio, as the pack says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from review.errors import PolicyError

if TYPE_CHECKING:
    from review.packs.terms import Late
    from review.policy.setting import Setting


def deadline(stated: Late, ended: date) -> date:
    """The last day papers of care that ended on that day are in time."""
    days = []
    if stated.calendar is not None:
        days.append(date.fromisoformat(f"{ended.year + 1}-{stated.calendar}"))
    if stated.days is not None:
        days.append(ended + timedelta(days=stated.days))
    return max(days)


def late(setting: Setting) -> Late | None:
    """What the pack says of papers that came in late; None where they are in time, or days are unknown.

    Raises:
        PolicyError: such papers are refused.
    """
    care, stated = setting.case.care, setting.find(setting.pack.general.late)
    ended = care.discharged or care.admitted
    if stated is None or ended is None or care.received is None:
        return None
    last = deadline(stated, ended)
    if care.received <= last:
        return None
    if stated.effect == "refused":
        message = (
            f"{care.received} 受理，已过申报截止日 {last}，政策包“{setting.pack.title}”规定逾期不予受理，未作结算。"
        )
        raise PolicyError(
            message, code="late", advice="请核对出院日期和受理日期；确有正当理由的，按规定报批后另行处理。"
        )
    return stated
