"""The basic fund's parameters, as a pack states them for one scheme and one kind of care."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import Field, StrictBool, model_validator

from review.claim.claim import CareKind
from review.packs.bands import Bands
from review.packs.conditions import every_when
from review.packs.fields import Amount, Key, Limit, Points, Ratio, Text, quoted_only
from review.packs.series import Series
from review.packs.when import Table, When
from review.validation import Strict

T = TypeVar("T")


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
