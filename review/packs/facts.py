"""What a rule may look at: the facts of a case that decide which figure holds, never how much was spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.claim.claim import CareKind, Filing, HospitalLevel, Region
    from review.claim.people import Group, Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One case in the words of conditions.

    ``age`` in full years on admission, None where unknown; ``groups`` those in force on the day that counts; ``level``
    is never ``none`` (the pack says what such a hospital counts as); ``stay`` numbers the stays of the year from 1;
    ``days`` is the length of the stay in nights, at least 1.
    """

    scheme: Scheme
    kind: CareKind
    level: HospitalLevel
    region: Region
    filing: Filing
    designated: bool = True
    retired: bool = False
    age: int | None = None
    groups: tuple[Group, ...] = ()
    disease: str = ""
    package: str = ""
    stay: int = 1
    days: int = 1
    insured_years: int = 0
    claim_free_years: int = 0
