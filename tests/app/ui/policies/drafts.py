"""Drafts of an office's pack as tests and pictures need them: better terms for residents, on a made-up paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from review.packs.pack_edits import Provenance
from review.services import policies

if TYPE_CHECKING:
    from review.claim.people import Actor
    from review.packs.versions import PolicyVersion
    from review.services.office import Office

DEDUCTIBLE = "basic.inpatient.resident.deductible"
RATIO = "basic.inpatient.resident.ratio"
PAPER = Provenance(
    document="样例医保发〔2026〕1号", clause="第二条", source="[K] 样例文件，供测试", status="unconfirmed"
)


def a_draft(office: Office, actor: Actor, since: date = date(2025, 1, 1)) -> PolicyVersion:
    """A draft under which residents pay no deductible at the first level, more at the third, and get more in all."""
    draft = policies.begin_draft(office, actor, "2026 年待遇调整测算")
    higher = {"primary": "0.92", "secondary": "0.82", "tertiary": "0.66"}
    lower = {"primary": "0", "secondary": "400", "tertiary": "800"}
    for path, value in ((RATIO, higher), (DEDUCTIBLE, lower)):
        draft = policies.edit(office, actor, draft.id, policies.ValueEdit(path, since, value, PAPER))
    return draft
