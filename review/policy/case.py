"""A settlement case: everything a settlement needs, and nothing else (docs/contracts/case.md)."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StrictInt, StrictStr, model_validator

from review.catalogue.entry import PaymentClass
from review.claim.claim import AccountSum, CareKind, Filing, HospitalLevel, Region, YearToDate
from review.claim.people import Group, Scheme
from review.errors import InputError
from review.packs.fields import Amount, Day, Price, Quantity, Ratio, Signed, Text
from review.packs.pack import shipped_packs
from review.packs.yaml_file import read_yaml
from review.validation import Strict, validated

SumKey = Literal[
    "total",
    "self_paid",
    "over_limit",
    "advance_self_pay",
    "eligible",
    "advance_out_of_region",
    "deductible",
    "basic_fund",
    "copay",
    "serious_illness_fund",
    "medical_aid_fund",
    "supplement_fund",
    "fund_total",
    "personal",
]
"""The sums a case may expect and a result gives, in the contract's order."""

DEFAULT_PACK = "ganzhou"
ZERO = Decimal(0)

Count = Annotated[StrictInt, Field(ge=0)]


class CaseGroup(Strict):
    """A group, and the days from entry to exit (入库、退出), both inclusive; written plainly it holds for all days."""

    group: Group
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"group": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError("until 早于 from：退出日期不能早于入库日期")
        return self

    def holds(self, day: date) -> bool:
        """Whether the person is in the group on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class CaseInsured(Strict):
    """The insured person as far as money depends on them; ``age`` in full years on admission.

    ``insured_years`` are years of unbroken insurance, ``claim_free_years`` the last ones without a payment.
    """

    scheme: Scheme
    retired: StrictBool = False
    age: Count | None = None
    groups: tuple[CaseGroup, ...] = ()
    insured_years: Count = 0
    claim_free_years: Count = 0

    def groups_on(self, day: date) -> tuple[Group, ...]:
        """The groups the person is in on that day."""
        return tuple(dict.fromkeys(one.group for one in self.groups if one.holds(day)))


class CaseCare(Strict):
    """The stay or visit. Days are inclusive; a level of ``none`` is settled by the pack's rule and warned about.

    ``disease`` and ``package`` are words of the pack's lists, ``third_party`` the share others owe for an injury,
    ``received`` the day the papers came in.
    """

    kind: CareKind
    hospital_level: HospitalLevel = HospitalLevel.NONE
    designated: StrictBool = True
    region: Region
    filing: Filing = Filing.NONE
    admitted: Day | None = None
    discharged: Day | None = None
    received: Day | None = None
    disease: StrictStr = ""
    package: StrictStr = ""
    third_party: Ratio = ZERO

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.admitted and self.discharged and self.discharged < self.admitted:
            raise ValueError("discharged 早于 admitted：出院日期不能早于入院日期")
        return self

    @property
    def emergency(self) -> bool:
        """Whether the care counts as an emergency, by kind or by filing."""
        return self.kind is CareKind.EMERGENCY or self.filing is Filing.EMERGENCY

    @property
    def days(self) -> int:
        """Nights of the stay; 1 for a visit and where a day is unknown."""
        return max((self.discharged - self.admitted).days, 1) if self.admitted and self.discharged else 1


class CaseYear(Strict):
    """The year's accumulators before this case, yuan; ``source`` says where the figures came from.

    ``accounts`` are the sums beside the seven, by the names packs give them.
    """

    stays: Count = 0
    deductible: Amount = ZERO
    basic_fund: Amount = ZERO
    serious_illness_base: Amount = ZERO
    serious_illness_fund: Amount = ZERO
    medical_aid_base: Amount = ZERO
    medical_aid_fund: Amount = ZERO
    source: StrictStr = ""
    accounts: dict[Text, Amount] = Field(default_factory=dict)

    def accumulators(self) -> YearToDate:
        """The same figures as the settlement's value."""
        accounts = tuple(AccountSum(name, amount) for name, amount in sorted(self.accounts.items()) if amount)
        sums = {name: getattr(self, name) for name in _CONTRACT}
        return YearToDate(**sums, accounts=accounts)


_CONTRACT = tuple(name for name in CaseYear.model_fields if name != "accounts")


class CaseLine(Strict):
    """One line or the sum of a class.

    ``price_limit`` is yuan a unit; ``advance_ratio`` overrides the pack's ratio of class B; ``tags`` name lists of the
    pack the line is on. ``excluded`` says that a person took the line out: no list of the pack brings it back.
    ``line_id`` and ``why`` lead back to a claim's line and the reason for its class.
    """

    name: Text
    amount: Signed
    payment_class: PaymentClass = Field(alias="class")
    quantity: Quantity | None = None
    price_limit: Price | None = None
    advance_ratio: Ratio | None = None
    code: StrictStr = ""
    tags: tuple[Text, ...] = ()
    excluded: StrictBool = False
    line_id: Count = 0
    why: StrictStr = ""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.quantity is not None and self.quantity == 0 and self.amount != 0:
            raise ValueError("quantity 为 0 而 amount 不为 0，无法比较限价")
        if self.payment_class is PaymentClass.C and self.advance_ratio is not None:
            raise ValueError("丙类全额自费，不能再写 advance_ratio")
        if self.excluded and self.payment_class is not PaymentClass.C:
            raise ValueError("excluded 的行应为丙类")
        return self


class Case(Strict):
    """One case. ``notes`` are warnings that come with it, ``catalogue`` the editions its classes come from.

    ``total`` is what the papers say all lines come to; where they do not, the settlement says so.
    """

    id: StrictStr = ""
    title: StrictStr = ""
    source: StrictStr = ""
    pack: Text = DEFAULT_PACK
    insured: CaseInsured
    care: CaseCare
    year_to_date: CaseYear = Field(default_factory=CaseYear)
    already_paid: Amount = ZERO
    lines: tuple[CaseLine, ...] = ()
    total: Signed | None = None
    expect: dict[SumKey, Signed] = Field(default_factory=dict)
    catalogue: tuple[StrictStr, ...] = ()
    notes: tuple[StrictStr, ...] = ()


def load_case(path: Path) -> Case:
    """The case a YAML (or JSON) file states; a relative path of a pack is taken from the file's own folder.

    Raises:
        InputError: the file cannot be read, or a key is unknown, missing or wrong; the message names each (Chinese).
    """
    case = validated(Case, read_yaml(path), InputError, lambda _: path.name)
    beside = path.parent / case.pack
    local = case.pack not in shipped_packs() and beside.exists()
    return case.model_copy(update={"pack": str(beside.resolve())}) if local else case
