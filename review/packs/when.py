"""Conditions and tables: which row of a figure's table holds for a case. Data, read from packs; no code decides."""

from collections.abc import Container, Mapping
from functools import cached_property
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import Field, StrictBool, StrictInt, model_validator

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.packs.facts import Facts
from review.packs.fields import Text
from review.validation import Strict

T = TypeVar("T")

Whole = Annotated[StrictInt, Field(ge=0)]


class Span(Strict):
    """Whole numbers from ``from`` on and below ``below``; either end may be open."""

    at_least: Whole = Field(default=0, alias="from")
    below: Whole | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.below is not None and self.below <= self.at_least:
            raise ValueError(f"from {self.at_least} 不小于 below {self.below}，没有任何数在其中")
        return self

    def __contains__(self, number: object) -> bool:
        """Whether a number lies in the span; an unknown one does not."""
        return isinstance(number, int) and self.at_least <= number and (self.below is None or number < self.below)


class When(Strict):
    """For whom and for what a row holds: all parts that are given must hold; an empty condition holds for everything.

    ``diseases`` and ``packages`` name entries of the pack's own lists; ``stays`` counts the stays of the year from 1.
    """

    schemes: tuple[Scheme, ...] = ()
    kinds: tuple[CareKind, ...] = ()
    levels: tuple[HospitalLevel, ...] = ()
    regions: tuple[Region, ...] = ()
    filings: tuple[Filing, ...] = ()
    groups: tuple[Group, ...] = ()
    diseases: tuple[Text, ...] = ()
    packages: tuple[Text, ...] = ()
    retired: StrictBool | None = None
    designated: StrictBool | None = None
    age: Span | None = None
    stays: Span | None = None
    insured_years: Span | None = None

    @cached_property
    def parts(self) -> tuple[tuple[str, Container[Any]], ...]:
        """Of each given part but the groups, the fact it looks at and the words or numbers it allows."""
        spans = {"age": self.age, "stay": self.stays, "insured_years": self.insured_years}
        flags = {"retired": self.retired, "designated": self.designated}
        words = {name: getattr(self, f"{name}s") for name in _WORDS}
        given: dict[str, Container[Any]] = {name: allowed for name, allowed in words.items() if allowed}
        given |= {name: (flag,) for name, flag in flags.items() if flag is not None}
        given |= {name: span for name, span in spans.items() if span is not None}
        return tuple(given.items())

    def holds(self, facts: Facts) -> bool:
        """Whether the facts meet every part of the condition."""
        for name, allowed in self.parts:
            if getattr(facts, name) not in allowed:
                return False
        return not self.groups or not set(self.groups).isdisjoint(facts.groups)


_WORDS = ("scheme", "kind", "level", "region", "filing", "disease", "package")


class Row(Strict, Generic[T]):
    """A value and for whom it holds; ``name`` is said in the trace where the condition alone would not tell."""

    when: When = When()
    value: T
    name: str = ""


class Table(Strict, Generic[T]):
    """Rows of a figure; the first whose condition holds is used.

    Written as a plain value, by level (``{primary, secondary, tertiary}``), by region (``{same_city, same_province,
    other_province}``, the last one also by filing: ``{none, long_term, referral, emergency}``), or as a list of rows.
    """

    rows: Annotated[tuple[Row[T], ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, value: Any) -> Any:
        if isinstance(value, Mapping) and set(value) == {"rows"}:
            return value
        return {"rows": _rows(value)}

    def of(self, facts: Facts) -> Row[T] | None:
        """The row that holds for the facts, or None where nothing was written for them."""
        for row in self.rows:
            if row.when.holds(facts):
                return row
        return None


_LEVELS = ("primary", "secondary", "tertiary")
_REGIONS = ("same_city", "same_province", "other_province")
_FILINGS = ("none", "long_term", "referral", "emergency")


def _rows(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list | tuple) and value and all(isinstance(one, Mapping) and "value" in one for one in value):
        return list(value)
    if isinstance(value, Mapping) and value and set(value) <= set(_LEVELS):
        return _keyed(value, _LEVELS, "levels")
    if isinstance(value, Mapping) and value and set(value) <= set(_REGIONS):
        return [row for one in _keyed(value, _REGIONS, "regions") for row in _by_filing(one)]
    return [{"value": value}]


def _keyed(value: Mapping[str, Any], words: tuple[str, ...], condition: str) -> list[dict[str, Any]]:
    return [{"when": {condition: [word]}, "value": value[word]} for word in words if word in value]


def _by_filing(row: dict[str, Any]) -> list[dict[str, Any]]:
    value = row["value"]
    if not (isinstance(value, Mapping) and value and set(value) <= set(_FILINGS)):
        return [row]
    return [{"when": row["when"] | one["when"], "value": one["value"]} for one in _keyed(value, _FILINGS, "filings")]
