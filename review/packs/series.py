"""Dated figures: each value says since when it holds and where it was found; a series leaves no day out."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Generic, Self, TypeVar

from pydantic import BaseModel, Field, StringConstraints, model_validator

from review.packs.fields import Day, Text
from review.packs.stated import Parameter
from review.validation import Strict

T = TypeVar("T")

Source = Annotated[str, StringConstraints(min_length=4), Field(pattern=r"\[[SGMNVRWCK]\]")]
"""Where a figure was found, with its tag of trust: [S] [G] [M] [N] [V] [R] [W] [C] [K]."""


class Status(StrEnum):
    """How far a figure can be trusted: signed off by the bureau, found but not signed off, or merely assumed."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    ASSUMED = "assumed"


class Dated(Strict, Generic[T]):
    """One value from ``since`` to ``until`` (both inclusive; no end where absent), with document, clause and source."""

    since: Day
    until: Day | None = None
    value: T
    document: Text
    clause: Text
    source: Source
    status: Status
    note: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until is not None and self.until < self.since:
            raise ValueError("until 早于 since：停用日期不能早于生效日期")
        return self


class Series(Strict, Generic[T]):
    """The values of one parameter, oldest first, without gap or overlap."""

    title: Text
    values: Annotated[tuple[Dated[T], ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _seamless(self) -> Self:
        for older, newer in pairwise(self.values):
            if older.until is None or newer.since <= older.until:
                raise ValueError(f"日期重叠：{older.since} 起的值还没有停用，{newer.since} 又有新值，请写明 until")
            if newer.since != older.until + timedelta(days=1):
                raise ValueError(f"日期有空档：{older.until} 之后到 {newer.since} 之前没有值")
        return self

    def on(self, day: date) -> Dated[T]:
        """The value in force on the day; before the first or after the last date, the nearest one."""
        if len(self.values) == 1:
            return self.values[0]
        return next((one for one in reversed(self.values) if one.since <= day), self.values[0])

    def covers(self, first: date, last: date) -> bool:
        """Whether there is a value for every day of the span, both ends included."""
        end = self.values[-1].until
        return self.values[0].since <= first and (end is None or last <= end)

    def parameter(self, day: date, shown: str, part: str = "") -> Parameter:
        """The trace's word on the value used that day; ``part`` says which row of it."""
        used = self.on(day)
        return Parameter(
            name=self.title + (f"（{part}）" if part else ""),
            value=shown,
            since=used.since.isoformat(),
            document=used.document,
            clause=used.clause,
            status=used.status,
        )


def every_series(node: object, path: str = "") -> Iterator[tuple[str, Series[object]]]:
    """All series inside a model, each with the path of keys that leads to it."""
    if isinstance(node, Series):
        yield path, node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from every_series(getattr(node, name), f"{path}.{name}".lstrip("."))
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from every_series(item, f"{path}.{key}")
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from every_series(item, f"{path}[{index}]")
