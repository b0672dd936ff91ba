"""Articles of a pregnancy or a birth charged to a woman far beyond the age of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import hit, ruled
from review.identity import sex
from review.rules.ages import ages
from review.rules.rule import RuleKind
from review.rules.words import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_AGE = "孕产"


def pregnancy(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the library limits to women because of a pregnancy, where the woman is a child or past every such age.

    Source: policy §2.7, an abortion charged to a woman of 75; the bounds are in ages.toml.
    """
    allowed, patient = ages(_AGE), context.patient_age
    if allowed is None or patient is None or allowed.allows(patient) or sex(claim.insured.id_number) != "女":
        return
    for line, rule in ruled(claim, context, RuleKind.SEX):
        if rule.value == "女" and holds("pregnancy", rule.note) and holds("pregnancy", rule.name, "named"):
            found = hit(line, rule, context, f"属{rule.note}，患者{patient}岁", Severity.DECISION)
            yield replace(
                found,
                code="rule-pregnancy",
                title="孕产项目与年龄不合",
                advice="请核对患者身份和病历，防止冒名或虚记；确有依据的请说明理由。",
                basis=f"{found.basis}；年龄界限：{allowed.source}",
            )
