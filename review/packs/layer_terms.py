"""The parameters of a layer on top of the basic fund, as a pack states them."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from review.claim.people import Scheme
from review.packs.bands import Bands
from review.packs.fields import Amount, Key, Limit, Ratio, Text, quoted_only
from review.packs.series import Series
from review.packs.when import Table, When, Whole
from review.validation import Strict

Burden = Literal[
    "self_paid", "over_limit", "advance_self_pay", "advance_out_of_region", "deductible", "copay", "over_ceiling"
]
"""Parts of a settlement that a later tier may take as its base."""


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
