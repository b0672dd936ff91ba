"""The parameters of each tier, as a pack states them; every figure is a dated series with its source."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import BeforeValidator, Field, StrictBool, model_validator

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group
from review.money import CENT
from review.policy.bands import Bands
from review.policy.fields import Amount, Ratio, quoted_only
from review.policy.series import Series
from review.validation import Strict

T = TypeVar("T")

Limit = Annotated[Amount | None, BeforeValidator(lambda value: None if value == "unlimited" else value)]
"""Yuan a year, or ``unlimited``."""

Burden = Literal[
    "self_paid", "over_limit", "advance_self_pay", "advance_out_of_region", "deductible", "copay", "over_ceiling"
]
"""Parts of a settlement that a later tier may take as its base."""


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
        return amount.quantize(CENT, rounding={"half_up": ROUND_HALF_UP, "down": ROUND_DOWN}[self.mode])


class Order(StrEnum):
    """How treatment away from home costs more.

    advance_first: the advance share is taken off, then the deductible. deductible_first: the other way round.
    ratio_points: nothing is taken off, the fund's ratio is lower by as many points.
    """

    ADVANCE_FIRST = "advance_first"
    DEDUCTIBLE_FIRST = "deductible_first"
    RATIO_POINTS = "ratio_points"


class YearBy(StrEnum):
    """Which day of a stay decides the year and the figures in force."""

    DISCHARGED = "discharged"
    ADMITTED = "admitted"


class ByLevel(Strict, Generic[T]):
    """One value for each level of hospital."""

    primary: T
    secondary: T
    tertiary: T

    def at(self, level: HospitalLevel) -> T:
        """The value of a level; ``none`` has none of its own."""
        by_level = {"primary": self.primary, "secondary": self.secondary, "tertiary": self.tertiary}
        return by_level[level.value]


class ByFiling(Strict):
    """The advance share in another province, by how the treatment was filed."""

    none: Ratio
    long_term: Ratio
    referral: Ratio
    emergency: Ratio

    def of(self, filing: Filing) -> Decimal:
        """The share for a filing."""
        by_filing = {
            Filing.NONE: self.none,
            Filing.LONG_TERM: self.long_term,
            Filing.REFERRAL: self.referral,
            Filing.EMERGENCY: self.emergency,
        }
        return by_filing[filing]


class ByRegion(Strict):
    """The advance share by where care was given."""

    same_city: Ratio
    same_province: Ratio
    other_province: ByFiling

    def of(self, region: Region, filing: Filing) -> Decimal:
        """The share for a region and a filing."""
        home = {Region.SAME_CITY: self.same_city, Region.SAME_PROVINCE: self.same_province}
        return home.get(region, self.other_province.of(filing))


class Tariff(Strict):
    """Deductibles of the year's first, second, ... stay in yuan; the last one holds for all later stays."""

    stays: Annotated[tuple[Amount, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        if isinstance(value, str):
            return {"stays": [value]}
        return {"stays": value} if isinstance(value, list) else quoted_only(value)

    def after(self, stays: int) -> Decimal:
        """The deductible when there were already so many stays in the year."""
        return self.stays[min(stays, len(self.stays) - 1)]


class Ceiling(Strict):
    """The most the basic fund takes on in a year, yuan, measured on what it pays or on the cost it takes."""

    amount: Amount
    measures: Literal["fund", "cost"] = "fund"

    @model_validator(mode="before")
    @classmethod
    def _of_the_fund(cls, value: object) -> object:
        return {"amount": value} if isinstance(value, str) else quoted_only(value)


class Threshold(Strict):
    """Where a layer begins: yuan, or a share of the layer's income base."""

    amount: Amount = Decimal(0)
    fraction: Ratio | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"amount": value} if isinstance(value, str) else quoted_only(value)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("起付线要么写金额（带引号），要么写 fraction，二者取一")
        return self


class LayerTerms(Strict):
    """What a layer pays: from which threshold, at which ratios, up to which sum a year."""

    threshold: Threshold
    ratio: Bands
    ceiling: Limit


class LayerRow(Strict):
    """Terms for some groups (none: everyone) and some kinds of care (none: all)."""

    groups: tuple[Group, ...] = ()
    kinds: tuple[CareKind, ...] = ()
    terms: Series[LayerTerms]

    def fits(self, groups: tuple[Group, ...], kind: CareKind) -> bool:
        """Whether the row is for a person of these groups and this kind of care."""
        return (not self.groups or bool(set(groups) & set(self.groups))) and (not self.kinds or kind in self.kinds)


class Layer(Strict):
    """A tier on top of the basic fund: which burdens it counts over the year, and its rows, best terms first."""

    base: Series[tuple[Burden, ...]]
    income_base: Series[Amount] | None = None
    rows: Annotated[tuple[LayerRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _fractions_have_a_base(self) -> Self:
        thresholds = (one.value.threshold for row in self.rows for one in row.terms.values)
        if self.income_base is None and any(threshold.fraction is not None for threshold in thresholds):
            raise ValueError("起付线用了 fraction，但缺少 income_base（收入基数）")
        return self


class General(Strict):
    """What holds for all care: rounding, class B, hospitals without level or contract, the day that counts."""

    rounding: Series[Rounding]
    class_b_advance: Series[Ratio]
    unknown_level_as: Series[Literal[HospitalLevel.PRIMARY, HospitalLevel.SECONDARY, HospitalLevel.TERTIARY]]
    undesignated_emergency_counts: Series[StrictBool]
    year_by: Series[YearBy]


class OutOfRegion(Strict):
    """Treatment away from home: the advance share and in which order it is taken."""

    advance: Series[ByRegion]
    order: Series[Order]


class BasicTerms(Strict):
    """The basic fund for one scheme and one kind of care; ``retired_extra`` is added to the ratio of retired people."""

    deductible: Series[ByLevel[Tariff]]
    ratio: Series[ByLevel[Bands]]
    ceiling: Series[Ceiling]
    retired_extra: Series[Ratio] | None = None


class Schemes(Strict, Generic[T]):
    """The same thing for residents and for employees; absent where the pack does not cover a scheme."""

    resident: T | None = None
    employee: T | None = None
