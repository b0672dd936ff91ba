"""What a policy pack is: its own identity and dates, and the terms of every tier."""

from datetime import date
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, StrictBool, model_validator

from review.claim.claim import CareKind
from review.packs.basic_terms import KindTerms
from review.packs.conditions import every_when
from review.packs.fields import Day, Key, Keys, Text
from review.packs.incentives import Rewards, splitting
from review.packs.item_index import ItemIndex
from review.packs.item_terms import ItemRule
from review.packs.layer_terms import Layer
from review.packs.series import Series, Status, every_series
from review.packs.stated import PackUsed
from review.packs.terms import General, OutOfRegion
from review.packs.when import When
from review.validation import Strict


class Pack(Strict):
    """One region's parameters, inherited ones included.

    ``effective_from`` to ``reviewed_until`` (inclusive) are the days of care somebody has looked at; ``basic`` names
    the kinds of care the pack covers; ``order`` names the layers that are switched on, in the order they pay.
    ``inherits`` is the pack it was built upon, ``partial`` one that only gives to others and settles nothing.
    """

    id: Text
    title: Text
    region: Text
    version: Text
    inherits: Text | None = None
    partial: StrictBool = False
    effective_from: Day
    reviewed_until: Day
    status: Status
    general: General
    out_of_region: OutOfRegion
    items: dict[Key, ItemRule] = Field(default_factory=dict)
    basic: Annotated[dict[CareKind, KindTerms], Field(min_length=1)]
    layers: dict[Key, Layer] = Field(default_factory=dict)
    order: Series[Keys] | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.reviewed_until < self.effective_from:
            raise ValueError("reviewed_until 早于 effective_from")
        span = self.effective_from, self.reviewed_until
        short = [path for path, series in every_series(self) if not series.covers(*span)]
        if short:
            raise ValueError(f"{'、'.join(short)} 没有覆盖政策包的全部期间（{span[0]} 至 {span[1]}）")
        return self

    @model_validator(mode="after")
    def _points_at_what_there_is(self) -> Self:
        named = {key for one in self.order.values for key in one.value} if self.order else set()
        unknown = sorted(named - set(self.layers))
        if unknown:
            raise ValueError(f"order 里的 {'、'.join(unknown)} 不在 layers 中")
        idle = sorted(set(self.layers) - named)
        if idle:
            raise ValueError(f"layers 里的 {'、'.join(idle)} 没有写进 order，不会支付")
        lost = [kind for kind, terms in self.basic.items() if terms.like and not self._own(terms.like)]
        if lost:
            raise ValueError(f"basic 的 {'、'.join(lost)} 用 like 指向的类别没有自己的规定")
        return self

    def _own(self, kind: CareKind) -> bool:
        terms = self.basic.get(kind)
        return terms is not None and terms.like is None

    @cached_property
    def used(self) -> PackUsed:
        """The pack as settlements name it."""
        return PackUsed(id=self.id, version=self.version, status=self.status, title=self.title)

    @cached_property
    def lists(self) -> ItemIndex:
        """The lists of items, made ready to be searched."""
        return ItemIndex(self.items)

    @cached_property
    def conditions(self) -> tuple[When, ...]:
        """All conditions written anywhere in the pack."""
        return tuple(every_when((self.general, self.out_of_region, self.items, self.basic, self.layers)))

    @cached_property
    def splitting(self) -> tuple[Rewards, ...]:
        """The figures that reward splitting one stay into two."""
        return splitting(self)

    def covers(self, day: date) -> bool:
        """Whether somebody has reviewed the parameters for care of that day."""
        return self.effective_from <= day <= self.reviewed_until
