"""A claim handed in too late: after a calendar day of a later year, or so many days or months after discharge."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from review.calendar import add_working_days
from review.checks.finding import CheckContext, Finding
from review.checks.materials.tables import shipped_deadlines, shipped_materials
from review.checks.materials.traits import traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.materials.tables import Deadline
    from review.claim.claim import Claim

_MONTHS = 12
_DAYS = ("admission_date", "discharge_date", "visit_date")


def late(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """The earliest deadline in force that had passed when the claim was handed in."""
    day, handed_in = claim.care.day, claim.received_on or context.today
    if day is None or day > handed_in or _in_doubt(claim):
        return
    known = traits(claim, (context.materials or shipped_materials()).trauma)
    rows = [
        row for row in (context.deadlines or shipped_deadlines()).deadline if row.in_force and row.when.holds(known)
    ]
    passed = [(last, row) for row in rows if (last := last_day(row, day)) < handed_in]
    if passed:
        yield _late(claim, handed_in, *min(passed, key=lambda found: found[0]))


def _in_doubt(claim: Claim) -> bool:
    """Whether a printed day of care still has to be looked at: the count waits for it."""
    days = (paper.values.get(key) for paper in claim.documents for key in _DAYS)
    return any(value.standing.asks for value in days if value)


def last_day(row: Deadline, day: date) -> date:
    """The last day on which care of that day may be handed in; a day off gives way to the next working day.

    A 29 February or 31st that the month does not have is its last day; beyond the calendar nothing is too late.
    """
    try:
        return _working(_counted(row, day))
    except (OverflowError, ValueError):
        return date.max


def _working(day: date) -> date:
    return add_working_days(day - timedelta(days=1), 1)


def _counted(row: Deadline, day: date) -> date:
    if row.until:
        month, last = map(int, row.until.split("-"))
        return _clipped(day.year + row.years, month, last)
    if row.days is not None:
        return day + timedelta(days=row.days)
    years, month = divmod(day.month - 1 + (row.months or 0), _MONTHS)
    return _clipped(day.year + years, month + 1, day.day)


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _late(claim: Claim, handed_in: date, last: date, row: Deadline) -> Finding:
    return Finding(
        code="late",
        severity=row.late,
        subject="claim",
        title="超过受理时限",
        message=(
            f"就诊于{claim.care.day}，{row.name}申报，最迟{last}；"
            f"本单于{handed_in}申报，晚了{(handed_in - last).days}天。"
        ),
        advice="请核对出院（就诊）日期；确已逾期的不予受理，有不可抗力等正当理由的，请收取证明并说明理由。",
        basis=row.source,
        values={"deadline": row.code, "last": str(last), "handed_in": str(handed_in)},
    )
