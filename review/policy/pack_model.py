"""What a policy pack is: its own identity and dates, and the terms of every tier."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from review.claim.claim import CareKind
from review.policy.fields import Day, Text
from review.policy.series import Status, every_series
from review.policy.terms import BasicTerms, General, Layer, OutOfRegion, Schemes
from review.validation import Strict


class Pack(Strict):
    """One region's parameters.

    ``effective_from`` to ``reviewed_until`` (inclusive) are the days of care somebody has looked at; ``basic`` names
    the kinds of care the pack covers; a layer that is absent is switched off.
    """

    id: Text
    title: Text
    region: Text
    version: Text
    effective_from: Day
    reviewed_until: Day
    status: Status
    general: General
    out_of_region: OutOfRegion
    basic: dict[CareKind, Schemes[BasicTerms]] = Field(min_length=1)
    serious_illness: Schemes[Layer] = Schemes[Layer]()
    medical_aid: Layer | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.reviewed_until < self.effective_from:
            raise ValueError("reviewed_until 早于 effective_from")
        span = self.effective_from, self.reviewed_until
        short = [path for path, series in every_series(self) if not series.covers(*span)]
        if short:
            raise ValueError(f"{'、'.join(short)} 没有覆盖政策包的全部期间（{span[0]} 至 {span[1]}）")
        return self

    def covers(self, day: date) -> bool:
        """Whether somebody has reviewed the parameters for care of that day."""
        return self.effective_from <= day <= self.reviewed_until
