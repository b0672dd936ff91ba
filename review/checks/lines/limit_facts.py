"""What payment limits are held against, and what holding one condition against it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from review.claim.claim import CareKind, HospitalLevel

if TYPE_CHECKING:
    from review.rules.rule import RuleKind


class Verdict(StrEnum):
    """``met``: it holds. ``open``: a person must tell. ``broken``: a fact of the claim speaks against it."""

    MET = "met"
    OPEN = "open"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the patient, the care and the drug.

    Attributes:
        age: full years on the first day of care, or None.
        sex: 男, 女, or None.
        days: calendar days of care, both ends counted, or None.
        drug_days: on which day of the drug's course a line stands: distinct days charged up to its own; None where
            lines bear no dates.
    """

    age: int | None = None
    sex: str | None = None
    level: HospitalLevel = HospitalLevel.NONE
    kind: CareKind = CareKind.INPATIENT
    diagnoses: tuple[str, ...] = ()
    days: int | None = None
    drug_days: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a condition gave, why (Chinese, for what is broken), the text left to be understood, what it is about."""

    verdict: Verdict
    reason: str
    rest: str
    about: RuleKind | None = None


Condition = Callable[[str, Facts], Outcome | None]
"""Holds one kind of condition against the facts; None where the text has none of that kind."""


def decided(about: RuleKind, *, holds: bool | None, reason: str, rest: str) -> Outcome:
    """The outcome of a condition that holds, does not, or cannot be told (None)."""
    verdict = Verdict.OPEN if holds is None else Verdict.MET if holds else Verdict.BROKEN
    return Outcome(verdict, reason, rest, about)
