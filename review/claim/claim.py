"""The claim as a whole: one person's paper of one stay or visit, on its way to a payment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from review.claim.billing import billed
from review.claim.paper import RECEIPT_KINDS, Document, DocumentKind, Line, Page
from review.money import fen, parse_money

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from review.claim.people import Insured
    from review.claim.states import ClaimState

ZERO = Decimal("0.00")


class CareKind(StrEnum):
    """What kind of care was given (docs/contracts/case.md)."""

    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"
    CHRONIC_OUTPATIENT = "chronic_outpatient"
    TWO_DISEASES = "two_diseases"
    SPECIAL_DRUG = "special_drug"
    MATERNITY = "maternity"
    INJURY = "injury"
    EMERGENCY = "emergency"
    LONG_TERM_CARE = "long_term_care"


class HospitalLevel(StrEnum):
    """Level of the hospital: one to three, or none where it has no level or it is unknown."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    NONE = "none"


class Region(StrEnum):
    """Where care was given, seen from the insured's prefecture."""

    SAME_CITY = "same_city"
    SAME_PROVINCE = "same_province"
    OTHER_PROVINCE = "other_province"


class Filing(StrEnum):
    """How treatment away from home was filed (异地就医备案)."""

    NONE = "none"
    LONG_TERM = "long_term"
    REFERRAL = "referral"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The stay or visit. Dates are inclusive calendar days; ``diagnoses`` and ``outcome`` (转归) as printed.

    ``filed_on`` is the day treatment away from home was filed, None where unknown. ``disease`` names the chronic or
    special disease care was for, ``package`` the disease package (病种定额) it is paid by, both in the pack's words;
    ``third_party`` is the share others owe for an injury, from 0 to 1.
    """

    kind: CareKind = CareKind.INPATIENT
    hospital: str = ""
    hospital_level: HospitalLevel = HospitalLevel.NONE
    designated: bool = True
    province: str = ""
    region: Region = Region.OTHER_PROVINCE
    filing: Filing = Filing.NONE
    admitted: date | None = None
    discharged: date | None = None
    diagnoses: tuple[str, ...] = ()
    outcome: str = ""
    filed_on: date | None = None
    disease: str = ""
    package: str = ""
    third_party: Decimal = ZERO

    @property
    def day(self) -> date | None:
        """The day of care, whose catalogue editions and policy hold: discharge, else admission; None where unknown.

        A visit's day is kept as both.
        """
        return self.discharged or self.admitted


@dataclass(frozen=True, slots=True)
class AccountSum:
    """A further sum of the year, yuan, by the name a pack gives it: ``outpatient.fund``."""

    name: str
    amount: Decimal

    def spelled(self) -> str:
        """One line of text, as kept and typed: ``outpatient.fund=120.00``."""
        return f"{self.name}={self.amount}"

    @classmethod
    def spelt(cls, text: str) -> Self:
        """The sum a line of text states. Raises ValueError."""
        name, _, amount = text.partition("=")
        figure = parse_money(amount)
        if not name.strip() or figure is None or figure != fen(figure):
            raise ValueError(text)
        return cls(name.strip(), fen(figure))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearToDate:
    """What the year's accumulators stood at before this claim, yuan; ``source`` says where the figures came from.

    ``accounts`` are the sums beside the seven of the case contract, sorted by name, none of them zero. ``typed`` names
    the fields a person typed, sorted: they stand, while all others follow what is known of the year.
    """

    stays: int = 0
    deductible: Decimal = ZERO
    basic_fund: Decimal = ZERO
    serious_illness_base: Decimal = ZERO
    serious_illness_fund: Decimal = ZERO
    medical_aid_base: Decimal = ZERO
    medical_aid_fund: Decimal = ZERO
    source: str = ""
    accounts: tuple[AccountSum, ...] = ()
    typed: tuple[str, ...] = ()

    def of(self, name: str) -> Decimal:
        """The sum of that name, yuan; 0 where there is none."""
        if name in _YEAR_SUMS:
            amount: Decimal = getattr(self, name)
            return amount
        return next((one.amount for one in self.accounts if one.name == name), ZERO)

    def plus(self, more: Mapping[str, Decimal]) -> Self:
        """The same year with each named sum so much higher, yuan."""
        fixed: dict[str, Any] = {name: self.of(name) + amount for name, amount in more.items() if name in _YEAR_SUMS}
        others = {one.name: one.amount for one in self.accounts}
        others |= {name: self.of(name) + amount for name, amount in more.items() if name not in _YEAR_SUMS}
        accounts = tuple(AccountSum(name, others[name]) for name in sorted(others) if others[name])
        return replace(self, accounts=accounts, **fixed)


_YEAR_SUMS = frozenset(
    "deductible basic_fund serious_illness_base serious_illness_fund medical_aid_base medical_aid_fund".split()  # noqa: SIM905 - reads as the contract
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim with all its paper; a frozen view of one version in the store.

    ``number`` is yyyymmdd-nnnn. ``due_on`` is the last working day of the office's promise; None before receipt.
    ``paused_on`` is the day the office's clock stopped for a supplement; None while it runs.
    The five person fields hold usernames, empty until somebody plays the part. ``batch`` is the batch number or empty.
    ``payable`` is the fund total fixed by the last approval; None before the first approval.
    """

    number: str
    version: int
    state: ClaimState
    insured: Insured
    care: Care
    year_to_date: YearToDate = YearToDate()
    already_paid: Decimal = ZERO
    pages: tuple[Page, ...] = ()
    documents: tuple[Document, ...] = ()
    entered_by: str = ""
    first_reviewer: str = ""
    second_reviewer: str = ""
    signed_by: str = ""
    paid_by: str = ""
    batch: str = ""
    payable: Decimal | None = None
    created_at: datetime | None = None
    received_on: date | None = None
    due_on: date | None = None
    paused_on: date | None = None
    state_reason: str = ""

    @property
    def receipts(self) -> tuple[Document, ...]:
        """The receipts among the documents."""
        return tuple(d for d in self.documents if d.kind in RECEIPT_KINDS)

    @property
    def statements(self) -> tuple[Document, ...]:
        """The cost statements among the documents."""
        return tuple(d for d in self.documents if d.kind is DocumentKind.EXPENSE_STATEMENT)

    @property
    def charge_papers(self) -> tuple[Document, ...]:
        """The papers whose lines are paid or not: statements, each bill once, or receipts where no statement is there.

        A summary and a daily list of one stay are one bill (review.claim.billing).
        """
        return billed(self.statements, self.receipts) or self.receipts

    @property
    def charge_lines(self) -> tuple[Line, ...]:
        """The lines that are paid or not: those of the papers that count."""
        return tuple(line for d in self.charge_papers for line in d.lines if not line.removed)
