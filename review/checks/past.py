"""What the office knows beside a claim: other claims of the person, papers seen before, prices paid, answers obtained.

Plain values, gathered by the services for the one claim that is checked; everything is empty where nothing is known.
Claims that were withdrawn are never among them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from review.claim.claim import CareKind
    from review.claim.states import ClaimState
    from review.claim.verification import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCare:
    """A stay or visit of the same person in another claim; days are inclusive, ``total`` is what its receipts say."""

    claim: str
    state: ClaimState
    kind: CareKind
    hospital: str
    admitted: date | None
    discharged: date | None
    diagnoses: tuple[str, ...] = ()
    outcome: str = ""
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenReceipt:
    """A receipt in another claim that shares a mark with one of this claim.

    It bears the same number, a number close to it under the same code, the same hospital and number of stay, or the
    same hospital, day and total; which of these, the check tells by comparing.

    Attributes:
        document_id: the receipt of this claim it was found for.
        same_person: whether the other claim is of the same insured person.
    """

    document_id: int
    claim: str
    state: ClaimState
    same_person: bool
    invoice_code: str = ""
    invoice_number: str = ""
    hospital: str = ""
    stay_number: str = ""
    day: date | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarPage:
    """A page of another claim, or of this one, that looks like a page of this claim.

    ``bits`` is how many of the 64 bits of their likeness differ; 0 with ``same_bytes`` is the very same file.
    """

    page_id: int
    other_page_id: int
    claim: str
    state: ClaimState
    bits: int
    same_bytes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSeen:
    """Unit prices at which other reviewed claims and price lists had one article in one unit, yuan.

    ``count`` is how many lines they rest on; ``source`` says (Chinese) where they come from.
    """

    count: int
    low: Decimal
    median: Decimal
    high: Decimal
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCharge:
    """A line of another claim of the same person: which entry, on which day (else the discharge), how much."""

    claim: str
    entry_id: str
    name: str
    day: date
    quantity: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountUse:
    """Another person whose claims were or will be paid to the account of this claim."""

    claim: str
    insured_name: str
    id_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """How much stays with a similar principal diagnosis cost in other reviewed claims, yuan; ``days`` their length."""

    diagnosis: str
    count: int
    median: Decimal
    high: Decimal
    days: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Everything known beside the claim.

    Attributes:
        cares: other stays and visits of the person, latest first, of the last three years.
        receipts: receipts of other claims that share a mark with one of this claim.
        pages: pages that look like pages of this claim.
        prices: by line id, what its article cost elsewhere.
        charges: lines of the person's other claims of the last year whose entry a line here has too.
        accounts: other persons paid to the same account.
        verifications: answers obtained about receipts of this claim, latest first.
        spending: what like illnesses cost, or None where too few are known.
        received_at: when the claim was received, or None.
    """

    cares: tuple[PastCare, ...] = ()
    receipts: tuple[SeenReceipt, ...] = ()
    pages: tuple[SimilarPage, ...] = ()
    prices: Mapping[int, PriceSeen] = field(default_factory=lambda: MappingProxyType({}))
    charges: tuple[PastCharge, ...] = ()
    accounts: tuple[AccountUse, ...] = ()
    verifications: tuple[Verification, ...] = ()
    spending: Spending | None = None
    received_at: datetime | None = None
