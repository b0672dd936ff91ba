"""What offices usually write when they answer a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from review.claim.decisions import FindingVerdict

if TYPE_CHECKING:
    from review.checks.finding import Finding

translate = QCoreApplication.translate


def usual_reasons(_finding: Finding, verdict: FindingVerdict) -> tuple[str, ...]:
    """Reasons to choose from, the likeliest first."""
    if verdict is FindingVerdict.ALLOW:
        return translate("reasons", "已核对原件，情况属实"), translate("reasons", "有病历依据，符合支付条件")
    return (
        translate("reasons", "不符合限定支付条件"),
        translate("reasons", "重复收费"),
        translate("reasons", "与本次治疗无关"),
    )
