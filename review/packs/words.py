"""Chinese words for what packs speak of: kinds of care, schemes, levels, how far a figure is trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import CareKind, HospitalLevel
from review.claim.people import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[CareKind, str] = {
    CareKind.INPATIENT: "住院",
    CareKind.OUTPATIENT: "普通门诊",
    CareKind.CHRONIC_OUTPATIENT: "门诊慢特病",
    CareKind.TWO_DISEASES: "两病门诊",
    CareKind.SPECIAL_DRUG: "双通道药品",
    CareKind.MATERNITY: "生育",
    CareKind.INJURY: "外伤",
    CareKind.EMERGENCY: "急诊",
    CareKind.LONG_TERM_CARE: "长期护理",
}

SCHEMES: Mapping[Scheme, str] = {Scheme.RESIDENT: "居民", Scheme.EMPLOYEE: "职工"}

LEVELS: Mapping[HospitalLevel, str] = {
    HospitalLevel.PRIMARY: "一级",
    HospitalLevel.SECONDARY: "二级",
    HospitalLevel.TERTIARY: "三级",
    HospitalLevel.NONE: "等级未定",
}

STATUSES: Mapping[str, str] = {"confirmed": "已确认", "unconfirmed": "未经确认", "assumed": "假定"}
