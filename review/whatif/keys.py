"""Under which key of each axis a claim stands, and in which order the keys are shown."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.whatif.comparison import Axis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.policy.case import Case

NOBODY, UNKNOWN, AND, AT = "none", "unknown", "+", "/"
"""No group; a day or age that is not known; between groups; between a region and how care there was filed."""

AGES = (0, 18, 45, 60, 75)
"""Ages at which bands begin."""
_BANDS = (UNKNOWN, *(f"{low}-{high - 1}" for low, high in pairwise(AGES)), f"{AGES[-1]}+")

ORDERS: Mapping[Axis, tuple[str, ...]] = {
    Axis.SCHEME: tuple(Scheme),
    Axis.GROUP: (NOBODY, *Group),
    Axis.LEVEL: tuple(HospitalLevel),
    Axis.REGION: (*Region, *(f"{Region.OTHER_PROVINCE}{AT}{filing}" for filing in Filing)),
    Axis.KIND: tuple(CareKind),
    Axis.AGE: _BANDS,
}
"""Keys in their natural order; months, and keys made of several, sort after these by themselves."""


def keys_of(case: Case) -> tuple[tuple[Axis, str], ...]:
    """The key of the claim on each axis."""
    insured, care = case.insured, case.care
    day = care.discharged or care.admitted
    away = care.region is Region.OTHER_PROVINCE
    return (
        (Axis.SCHEME, insured.scheme.value),
        (Axis.GROUP, group_of(case)),
        (Axis.LEVEL, care.hospital_level.value),
        (Axis.MONTH, day.isoformat()[:7] if day else UNKNOWN),
        (Axis.REGION, f"{care.region.value}{AT}{care.filing.value}" if away else care.region.value),
        (Axis.KIND, care.kind.value),
        (Axis.AGE, _BANDS[bisect_right(AGES, insured.age)] if insured.age is not None else UNKNOWN),
    )


def group_of(case: Case) -> str:
    """The person's groups on the day of care as one key: somebody in two stands apart from those in one of them."""
    day = case.care.discharged or case.care.admitted
    groups = case.insured.groups_on(day) if day else tuple(one.group for one in case.insured.groups)
    return AND.join(sorted({group.value for group in groups})) or NOBODY


def place(axis: Axis, key: str) -> tuple[int, str]:
    """Where a key stands among those of its axis."""
    order = ORDERS.get(axis, ())
    return (order.index(key) if key in order else len(order), key)
