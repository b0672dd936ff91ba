"""Papers that must be there for this kind of care, scheme, filing and person (告知书: 票据、清单、出院记录……)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.materials.checklist import checklist
from review.checks.materials.tables import shipped_materials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.materials.tables import Material
    from review.claim.claim import Claim

_ADVICE = {
    Severity.BLOCKS: "请补充{name}影像，或发起补正一次性告知；已有影像却没有认出的，请移除该页后重新扫描。",
    Severity.DECISION: "请补充{name}；已通过其他方式核实的，请说明理由。",
    Severity.CLUE: "请核实是否需要{name}；需要的请一次性告知。",
}
_LATER = "请补充{name}；可以容缺后补的，请写明容缺理由和补交期限。"


def missing_materials(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Papers the claim needs and does not hold."""
    table = context.materials or shipped_materials()
    for item in checklist(claim, table):
        if item.missing and item.material.missing:
            yield _missing(item.material, item.material.missing, table.basis)


def _missing(row: Material, severity: Severity, basis: str) -> Finding:
    later = row.later and severity is Severity.DECISION
    note = f"（{row.note}）" if row.note else ""
    return Finding(
        code=f"missing-{row.code}",
        severity=severity,
        subject="claim",
        title=f"缺少{row.name}",
        message=f"本单没有{row.name}{note}。",
        advice=(_LATER if later else _ADVICE[severity]).format(name=row.name),
        basis=f"{basis}；{row.source}" if basis else row.source,
        values={"material": row.name},
    )
