"""What the watch list looks at: one line a claim, one line a clerk, without papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from review.claim.claim import CareKind, HospitalLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """One claim that was not withdrawn; ``total`` in yuan, texts empty where unknown."""

    number: str
    id_number: str
    name: str
    account: str
    hospital: str
    level: HospitalLevel
    kind: CareKind
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkFacts:
    """What one clerk did in first reviews.

    Attributes:
        username, name: who.
        reviewed: claims whose first review the clerk has done.
        passed: of these, claims in which the clerk let at least one finding pass.
        allowed, excluded: findings the clerk let pass, and findings for which a line was taken out.
        claims: the latest claims with findings let pass, latest first.
    """

    username: str
    name: str
    reviewed: int
    passed: int
    allowed: int
    excluded: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """Everything the rules see: claims latest first, clerks, and the office's day."""

    claims: tuple[ClaimFacts, ...]
    clerks: tuple[ClerkFacts, ...]
    today: date
