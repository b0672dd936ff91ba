"""Versions of the office's pack for tests: a residents' ratio that changes, drafted by one and approved by another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from review.packs.pack_edits import Provenance
from review.services import policies, recalculating
from tests.offices import CLERK, SUPERVISOR

if TYPE_CHECKING:
    from review.packs.versions import PolicyVersion
    from review.services.office import Office

RATIO = "basic.inpatient.resident.ratio"
PAPER = Provenance(document="赣医保发〔2026〕1号", clause="第三条", source="[G] 局方文件", status="confirmed")
FROM_THE_START = date(2025, 1, 1)


def a_ratio(tertiary: str) -> dict[str, str]:
    """The residents' ratios with another one for tertiary hospitals."""
    return {"primary": "0.90", "secondary": "0.80", "tertiary": tertiary}


def a_draft_version(office: Office, tertiary: str = "0.65", since: date = FROM_THE_START) -> PolicyVersion:
    """A draft in which residents get another share in tertiary hospitals from a day on."""
    begun = policies.begin_draft(office, CLERK, "居民三级医院支付比例")
    return policies.edit(office, CLERK, begun.id, policies.ValueEdit(RATIO, since, a_ratio(tertiary), PAPER))


def a_proposed_version(office: Office, tertiary: str = "0.65", since: date = FROM_THE_START) -> PolicyVersion:
    """The draft, proposed for care from that day on."""
    return policies.propose(office, CLERK, a_draft_version(office, tertiary, since).id, since, "局方来文")


def an_approved_version(office: Office, tertiary: str = "0.65", since: date = FROM_THE_START) -> PolicyVersion:
    """The version in force, with whatever list of settled claims it takes confirmed."""
    proposed = a_proposed_version(office, tertiary, since)
    listed = recalculating.recalculation(office, proposed.id)
    return policies.approve(office, SUPERVISOR, proposed.id, listed.digest)
