"""What holds for all care and for care away from home, as a pack states it; every figure is a dated series."""

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StrictInt, StringConstraints, model_validator

from review.claim.claim import HospitalLevel
from review.money import CENT
from review.packs.fields import Ratio
from review.packs.series import Series
from review.packs.when import Table
from review.validation import Strict

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
