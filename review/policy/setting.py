"""The case on its pack and day: what every tier asks for, looked up in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from review.claim.claim import HospitalLevel
from review.claim.people import Scheme
from review.errors import PolicyError
from review.policy.terms import YearBy
from review.policy.words import KINDS, LEVELS, SCHEMES

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from review.policy.case import Case
    from review.policy.pack_model import Pack
    from review.policy.series import Series
    from review.policy.settlement import Parameter
    from review.policy.terms import BasicTerms, Order, Rounding, Schemes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting:
    """A case, the pack that settles it, and the day whose figures are in force."""

    case: Case
    pack: Pack
    day: date

    def value(self, series: Series[T]) -> T:
        """The series' value in force."""
        return series.on(self.day).value

    def parameter(self, series: Series[T], shown: object, part: str = "") -> Parameter:
        """The trace's word on a series' value."""
        return series.parameter(self.day, str(shown), part)

    @property
    def rounding(self) -> Rounding:
        """How amounts come to whole fen."""
        return self.value(self.pack.general.rounding)

    @property
    def level(self) -> HospitalLevel:
        """The hospital's level, or the one the pack takes where there is none."""
        stated = self.case.care.hospital_level
        return self.value(self.pack.general.unknown_level_as) if stated is HospitalLevel.NONE else stated

    @property
    def row(self) -> str:
        """Scheme and level in Chinese, to name the row of a table."""
        return SCHEMES[self.case.insured.scheme] + LEVELS[self.level]

    @property
    def order(self) -> Order:
        """How treatment away from home costs more."""
        return self.value(self.pack.out_of_region.order)

    @property
    def away_share(self) -> Decimal:
        """The advance share of this case's region and filing."""
        return self.value(self.pack.out_of_region.advance).of(self.case.care.region, self.case.care.filing)

    @property
    def basic(self) -> BasicTerms:
        """The basic fund's terms for this scheme and kind of care.

        Raises:
            PolicyError: the pack does not cover them; nothing is settled by other terms instead.
        """
        schemes = self.pack.basic.get(self.case.care.kind)
        terms = of_scheme(schemes, self.case.insured.scheme) if schemes else None
        if terms is None:
            named = SCHEMES[self.case.insured.scheme] + KINDS[self.case.care.kind]
            message = f"政策包“{self.pack.title}”没有收录{named}待遇，未作结算；已录入的内容不受影响。"
            raise PolicyError(
                message, code="not-covered", advice="请核对就诊类别；确属此类的，待局方补充政策参数后再结算。"
            )
        return terms


def setting_of(case: Case, pack: Pack) -> Setting:
    """The case on its day: discharge or admission as the pack says; without dates the last reviewed day."""
    by = pack.general.year_by.on(pack.reviewed_until).value
    days = (case.care.discharged, case.care.admitted)
    first, second = days if by is YearBy.DISCHARGED else days[::-1]
    return Setting(case, pack, first or second or pack.reviewed_until)


def of_scheme(schemes: Schemes[T], scheme: Scheme) -> T | None:
    """The terms of a scheme, or None where the pack has none."""
    return schemes.resident if scheme is Scheme.RESIDENT else schemes.employee
