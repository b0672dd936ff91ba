"""The parameters of each tier, as a pack states them; every figure is a dated series with its source."""

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, StringConstraints, model_validator

from review.catalogue.entry import PaymentClass
from review.claim.claim import CareKind, HospitalLevel
from review.claim.people import Scheme
from review.money import CENT
from review.policy.bands import Bands
from review.policy.conditions import every_when
from review.policy.fields import Amount, Points, Price, Ratio, Text, quoted_only
from review.policy.series import Series
from review.policy.when import Table, When, Whole
from review.validation import Strict

T = TypeVar("T")

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A name within a pack, for instance of a layer or of a row: small letters, digits and underscores."""

Limit = Annotated[Amount | None, BeforeValidator(lambda value: None if value == "unlimited" else value)]
"""Yuan, or ``unlimited``."""

Burden = Literal[
    "self_paid", "over_limit", "advance_self_pay", "advance_out_of_region", "deductible", "copay", "over_ceiling"
]
"""Parts of a settlement that a later tier may take as its base."""


_MODES = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN}


class RoundWhere(StrEnum):
    """Whether each line is rounded, or only their sum (the fen is then carried from line to line)."""

    PER_LINE = "per_line"
    ON_SUM = "on_sum"


class Rounding(Strict):
    """How amounts come to whole fen."""

    mode: Literal["half_up", "down"]
    where: RoundWhere

    def fen(self, amount: Decimal) -> Decimal:
        """The amount rounded to the fen."""
        return amount.quantize(CENT, _MODES[self.mode])


class Order(StrEnum):
    """How treatment away from home costs more.

    advance_first: the advance share is taken off, then the deductible. deductible_first: the other way round.
    ratio_points: nothing is taken off, the fund's ratio is lower by as many points.
    """

    ADVANCE_FIRST = "advance_first"
    DEDUCTIBLE_FIRST = "deductible_first"
    RATIO_POINTS = "ratio_points"


class YearBy(StrEnum):
    """Which day decides the year and the figures in force: of discharge, of admission, or when papers came in."""

    DISCHARGED = "discharged"
    ADMITTED = "admitted"
    RECEIVED = "received"


class PaidElsewhere(StrEnum):
    """Where another insurer's payment is taken off.

    eligible_first: from the eligible cost, before everything else. person_first: from what the person bears in the
    end; the funds pay less only where the whole cost would be exceeded.
    """

    ELIGIBLE_FIRST = "eligible_first"
    PERSON_FIRST = "person_first"


class Tariff(Strict):
    """Deductibles of the year's first, second, ... stay in yuan; the last one holds for all later stays.

    Written as one amount, as a list, or as the first with ``times`` (each later stay so many times the one before) or
    ``minus`` (so much less), not below ``least``.
    """

    stays: Annotated[tuple[Amount, ...], Field(min_length=1)] = (Decimal(0),)
    first: Amount | None = None
    times: Ratio | None = None
    minus: Amount | None = None
    least: Amount = Decimal(0)

    @model_validator(mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        if isinstance(value, str):
            return {"stays": [value]}
        return {"stays": value} if isinstance(value, list | tuple) else quoted_only(value)

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        falls = [one for one in (self.times, self.minus) if one is not None]
        if (self.first is None) != (not falls) or len(falls) > 1:
            raise ValueError("起付线递减要写 first，并在 times（逐次乘）和 minus（逐次减）中取一")
        return self

    def after(self, stays: int) -> Decimal:
        """The deductible when there were already so many stays in the year; yuan, not rounded."""
        if self.first is None:
            return self.stays[min(stays, len(self.stays) - 1)]
        if stays == 0:
            return max(self.first, self.least)
        lower = self.first * self.times**stays if self.times is not None else self.first - (self.minus or 0) * stays
        return max(lower, self.least)

    @property
    def falls(self) -> bool:
        """Whether a later stay has another deductible than the first."""
        return self.first is not None or len(set(self.stays)) > 1


class Ceiling(Strict):
    """The most the basic fund takes on in a year, yuan, measured on what it pays or on the cost it takes."""

    amount: Limit
    measures: Literal["fund", "cost"] = "fund"

    @model_validator(mode="before")
    @classmethod
    def _of_the_fund(cls, value: object) -> object:
        return {"amount": value} if isinstance(value, str) else quoted_only(value)


class CapAmount(Strict):
    """A limit in yuan: on what the fund pays, on the cost it takes on, or on what the person bears of that cost.

    What lies above a limit on the person (低自付) falls to the fund, as far as its other limits allow; what lies above
    the other two is beyond the ceiling.
    """

    amount: Amount
    measures: Literal["fund", "cost", "person"] = "fund"

    @model_validator(mode="before")
    @classmethod
    def _of_the_fund(cls, value: object) -> object:
        return {"amount": value} if isinstance(value, str) else quoted_only(value)


class Cap(Strict):
    """A quota beside the year's ceiling: a stay, a day, a month or a year (定额、日定额、病种付费、限额).

    ``account`` names the year's sum it is measured on where it runs over several claims (``by_disease``: one sum for
    each disease). A case the table has no row for is not limited by it.
    """

    title: Text
    per: Literal["stay", "day", "month", "year"]
    account: Key | None = None
    by_disease: StrictBool = False
    amount: Series[Table[CapAmount]]

    @model_validator(mode="after")
    def _has_an_account(self) -> Self:
        if (self.per in {"month", "year"}) != (self.account is not None):
            raise ValueError("按月、按年的限额要写 account（累计名），按次、按日的不要写")
        return self


class Least(Strict):
    """The share the fund pays at least (保底), of the total or of the eligible cost; a plain ratio is of the total.

    It pays for cost above the deductible only, and within its limits.
    """

    share: Ratio
    of: Literal["total", "eligible"] = "total"

    @model_validator(mode="before")
    @classmethod
    def _of_the_total(cls, value: object) -> object:
        return {"share": value} if isinstance(value, str) else quoted_only(value)


class Threshold(Strict):
    """Where a layer begins: yuan, or a share of the layer's income base, of the total or of the eligible cost."""

    amount: Amount = Decimal(0)
    fraction: Ratio | None = None
    of: Literal["income", "total", "eligible"] = "income"

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"amount": value} if isinstance(value, str) else quoted_only(value)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if len(self.model_fields_set - {"of"}) != 1:
            raise ValueError("起付线要么写金额（带引号），要么写 fraction，二者取一")
        return self


class Incentive(Strict):
    """A higher ceiling for unbroken insurance, yuan.

    ``each_year`` for each year beyond ``after_years``, ``each_free_year`` for each last year without a payment,
    together at most the share ``at_most`` of the ceiling (policy §1.6).
    """

    after_years: Whole
    each_year: Amount
    each_free_year: Amount
    at_most: Ratio

    def earned(self, ceiling: Decimal, years: int, free_years: int) -> Decimal:
        """What is added to the ceiling, yuan."""
        full = max(years - self.after_years, 0) * self.each_year + free_years * self.each_free_year
        return min(full, ceiling * self.at_most)


class LayerTerms(Strict):
    """What a layer pays: from which threshold, at which ratios, up to which sum."""

    threshold: Threshold
    ratio: Bands
    ceiling: Limit
    incentive: Incentive | None = None


class LayerRow(Strict):
    """Terms for those the condition names (none: everyone)."""

    when: When = When()
    terms: Series[LayerTerms]


class Layer(Strict):
    """A tier on top of the basic fund: serious-illness insurance, medical aid, or a local supplement.

    ``fund`` is the sum of the settlement it pays into, ``account`` names its sums of the year, ``per`` says whether
    burdens add up over the year or count by claim. ``base`` names the burdens it counts; a case its table has no row
    for is outside the layer. ``choose`` says which row holds for a person whom several fit: the first, or the one
    that pays most.
    """

    title: Text
    fund: Literal["serious_illness", "medical_aid", "supplement"]
    account: Key
    schemes: tuple[Scheme, ...] = ()
    per: Literal["year", "claim"] = "year"
    choose: Literal["first", "most_paid"] = "first"
    base: Series[Table[tuple[Burden, ...]]]
    income_base: Series[Amount] | None = None
    rows: Annotated[dict[Key, LayerRow], Field(min_length=1)]

    @model_validator(mode="after")
    def _fractions_have_a_base(self) -> Self:
        thresholds = (one.value.threshold for row in self.rows.values() for one in row.terms.values)
        of_income = any(one.fraction is not None and one.of == "income" for one in thresholds)
        if self.income_base is None and of_income:
            raise ValueError("起付线用了 fraction，但缺少 income_base（收入基数）")
        return self


class Late(Strict):
    """Papers handed in late: after a day of the next year, or so many days after discharge; and what follows.

    Where both are given, papers are late when both have passed.
    """

    calendar: Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{2}$")] | None = None
    days: Annotated[StrictInt, Field(ge=1)] | None = None
    effect: Literal["refused", "points"]
    points: Ratio = Decimal(0)

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if self.calendar is None and self.days is None:
            raise ValueError("逾期要写 calendar（次年某日，如 03-31）或 days（出院后天数）")
        if self.calendar is not None and not _is_day(self.calendar):
            raise ValueError(f"calendar 不是每年都有的日子：{self.calendar}")
        if (self.effect == "points") != (self.points > 0):
            raise ValueError("effect 为 points 时要写 points（降低的比例），为 refused 时不要写")
        return self


def _is_day(month_and_day: str) -> bool:
    try:
        return bool(date.fromisoformat(f"2023-{month_and_day}"))
    except ValueError:
        return False


class General(Strict):
    """What holds for all care: rounding, class B, hospitals without level or contract, the days that count."""

    rounding: Series[Rounding]
    class_b_advance: Series[Table[Ratio]]
    unknown_level_as: Series[Literal[HospitalLevel.PRIMARY, HospitalLevel.SECONDARY, HospitalLevel.TERTIARY]]
    undesignated_emergency_counts: Series[StrictBool]
    year_by: Series[YearBy]
    paid_elsewhere: Series[PaidElsewhere] | None = None
    status_day: Series[Literal["admitted", "discharged"]] | None = None
    third_party: Series[Literal["excluded", "advanced"]] | None = None
    late: Series[Table[Late]] | None = None


class OutOfRegion(Strict):
    """Treatment away from home: the advance share and in which order it is taken."""

    advance: Series[Table[Ratio]]
    order: Series[Order]


class ItemMatch(Strict):
    """The lines a rule is for: any of the codes (by their beginning), names (in the line's) or tags; of a class."""

    codes: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()
    tags: tuple[Key, ...] = ()
    classes: tuple[PaymentClass, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("match 至少要写 codes、names、tags、classes 中的一项")
        return self


class ItemTerms(Strict):
    """What holds for such lines: another class, advance share, limit a unit; ``ratio``: paid apart from the ladder."""

    payment_class: PaymentClass | None = Field(default=None, alias="class")
    advance: Ratio | None = None
    limit: Price | None = None
    ratio: Ratio | None = None


class ItemRule(Strict):
    """A list of drugs, services or supplies with terms of their own (谈判药、双通道、限价项目、藏药目录)."""

    title: Text
    when: When = When()
    match: ItemMatch
    terms: Series[ItemTerms]


class BasicTerms(Strict):
    """The basic fund for one scheme and one kind of care.

    ``account`` names the year's sums it books to (``basic``: those of the contract). ``deductible_per`` says whether
    the deductible is due each stay or once a year, ``ratio_over`` whether bands count the claim's cost or the year's.
    ``points`` are added to the ratio one by one, ``least`` is the share the fund pays at least. ``counts_stay`` says
    whether such care is a stay of the year; without it, inpatient care is, and what is settled like it.
    """

    account: Key = "basic"
    deductible: Series[Table[Tariff]]
    deductible_per: Literal["stay", "year"] = "stay"
    ratio: Series[Table[Bands]]
    ratio_over: Literal["claim", "year"] = "claim"
    ceiling: Series[Table[Ceiling]]
    points: dict[Key, Series[Table[Points]]] = Field(default_factory=dict)
    caps: dict[Key, Cap] = Field(default_factory=dict)
    least: Series[Table[Least]] | None = None
    counts_stay: StrictBool | None = None

    @cached_property
    def conditions(self) -> tuple[When, ...]:
        """All conditions written in the terms."""
        return tuple(every_when(tuple(getattr(self, name) for name in type(self).model_fields)))


class Schemes(Strict, Generic[T]):
    """The same thing for residents and for employees; absent where the pack does not cover a scheme."""

    resident: T | None = None
    employee: T | None = None


class KindTerms(Schemes[BasicTerms]):
    """The basic fund for a kind of care; ``like`` takes over the terms of another kind."""

    like: CareKind | None = None

    @model_validator(mode="after")
    def _either(self) -> Self:
        if self.like is not None and (self.resident or self.employee):
            raise ValueError("like 已指明按哪一类办理，不要再写 resident 或 employee")
        return self
