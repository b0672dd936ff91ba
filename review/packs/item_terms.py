"""Lists of items with terms of their own, as a pack states them (谈判药、双通道、限价项目、藏药目录)."""

from typing import Self

from pydantic import Field, model_validator

from review.catalogue.entry import PaymentClass
from review.packs.fields import Key, Price, Ratio, Text
from review.packs.series import Series
from review.packs.when import When
from review.validation import Strict


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
