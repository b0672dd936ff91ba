"""What people decided, in batches and about findings; and the payments that follow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class FindingVerdict(StrEnum):
    """A person's answer to a finding: let it pass, or take the subject out of what is paid."""

    ALLOW = "allow"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDecision:
    """One answer to one finding, found again by code, subject and the values it was given for."""

    code: str
    subject: str
    fingerprint: str
    verdict: FindingVerdict
    reason: str
    decided_by: str
    decided_at: datetime


class BatchState(StrEnum):
    """A batch gathers claims until it is signed, then is paid."""

    OPEN = "open"
    SIGNED = "signed"
    PAYING = "paying"
    PAID = "paid"
