"""Ratios by band: what is paid on a stretch of cost, and how much of it a limited fund can take."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, NamedTuple, Self

from pydantic import Field, model_validator

from review.packs.fields import Amount, Ratio, quoted_only
from review.validation import Strict

ZERO = Decimal("0.00")


class Measure(StrEnum):
    """From where bands count: from zero, or from the deductible on (both conventions are published)."""

    ABSOLUTE = "absolute"
    AFTER_THRESHOLD = "after_threshold"


class Slice(NamedTuple):
    """A stretch of cost in yuan that lies in one band, with the band's ratio."""

    cost: Decimal
    ratio: Decimal


class Band(Strict):
    """From this many yuan on, this ratio."""

    over: Amount
    ratio: Ratio


class Bands(Strict):
    """Ratios by band, from zero upwards; a plain ratio is one band."""

    measure: Measure = Measure.AFTER_THRESHOLD
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _one_band(cls, value: object) -> object:
        return {"bands": [{"over": "0", "ratio": value}]} if isinstance(value, str) else quoted_only(value)

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        starts = [band.over for band in self.bands]
        if starts[0] != 0 or any(low >= high for low, high in pairwise(starts)):
            raise ValueError("分段要从 0 开始，并且逐段升高")
        return self

    def adjusted(self, points: Decimal) -> Self:
        """The same bands with each ratio raised (or lowered) by so much, kept between 0 and 1."""
        moved = (
            band.model_copy(update={"ratio": min(max(band.ratio + points, ZERO), Decimal(1))}) for band in self.bands
        )
        return self.model_copy(update={"bands": tuple(moved)})

    def slices(self, start: Decimal, stop: Decimal, threshold: Decimal = ZERO) -> tuple[Slice, ...]:
        """The cost between ``start`` and ``stop`` that lies above the threshold, cut at the bands' bounds; yuan."""
        if len(self.bands) == 1:
            cost = stop - max(start, threshold)
            return (Slice(cost, self.bands[0].ratio),) if cost > 0 else ()
        shift = threshold if self.measure is Measure.AFTER_THRESHOLD else ZERO
        low, high = max(start, threshold) - shift, max(stop, threshold) - shift
        ends = [band.over for band in self.bands[1:]]
        cut = (
            Slice(min(high, end) - max(low, band.over), band.ratio)
            for band, end in zip(self.bands, [*ends, max(high, self.bands[-1].over)], strict=True)
        )
        return tuple(one for one in cut if one.cost > 0)

    def shown(self) -> str:
        """The ratios as text: ``0.60``, or ``0 起 0.60、30000 起 0.65``."""
        if len(self.bands) == 1:
            return str(self.bands[0].ratio)
        return "、".join(f"{band.over} 起 {band.ratio}" for band in self.bands)


def raised(slices: tuple[Slice, ...], points: Decimal) -> tuple[Slice, ...]:
    """The same slices with each ratio raised (or lowered) by so much, kept between 0 and 1."""
    if not points:
        return slices
    return tuple(Slice(one.cost, min(max(one.ratio + points, ZERO), Decimal(1))) for one in slices)


def paid(slices: Iterable[Slice]) -> Decimal:
    """What the slices pay in full, yuan, not rounded."""
    return sum((one.cost * one.ratio for one in slices), ZERO)


def cost_within(slices: Iterable[Slice], room: Decimal) -> Decimal:
    """How much of the cost, from the lowest slice on, a fund with that much room can take; yuan, not rounded."""
    taken = ZERO
    for one in slices:
        share = one.cost * one.ratio
        if share > room:
            return taken + room / one.ratio
        taken, room = taken + one.cost, room - share
    return taken
