"""The case on its pack and day: what every tier asks for, looked up in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from review.claim.claim import HospitalLevel
from review.claim.people import Scheme
from review.errors import PolicyError
from review.policy.facts import Facts
from review.policy.terms import YearBy
from review.policy.words import KINDS, LEVELS, SCHEMES

if TYPE_CHECKING:
    from datetime import date

    from review.policy.case import Case
    from review.policy.pack_model import Pack
    from review.policy.series import Series
    from review.policy.settlement import Parameter
    from review.policy.terms import BasicTerms, Order, Rounding, Schemes
    from review.policy.when import Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting:
    """A case, the pack that settles it, the day whose figures are in force, and the facts conditions look at."""

    case: Case
    pack: Pack
    day: date
    facts: Facts

    def value(self, series: Series[T]) -> T:
        """The series' value in force."""
        return series.on(self.day).value

    def find(self, series: Series[Table[T]] | None) -> T | None:
        """The value in force that holds for this case, or None where the table has no row for it."""
        row = self.value(series).of(self.facts) if series else None
        return row.value if row else None

    def of(self, series: Series[Table[T]]) -> T:
        """The value in force that holds for this case.

        Raises:
            PolicyError: the table has no row for such a case; nothing is settled by another row instead.
        """
        found = self.value(series).of(self.facts)
        if found is None:
            raise self._not_covered(f"参数“{series.title}”没有适用于{self.row}的规定")
        return found.value

    def parameter(self, series: Series[T], shown: object, part: str = "") -> Parameter:
        """The trace's word on a series' value."""
        return series.parameter(self.day, str(shown), part)

    @property
    def rounding(self) -> Rounding:
        """How amounts come to whole fen."""
        return self.value(self.pack.general.rounding)

    @property
    def row(self) -> str:
        """Scheme and level in Chinese, to name the row of a table."""
        return SCHEMES[self.facts.scheme] + LEVELS[self.facts.level]

    @property
    def order(self) -> Order:
        """How treatment away from home costs more."""
        return self.value(self.pack.out_of_region.order)

    @property
    def basic(self) -> BasicTerms:
        """The basic fund's terms for this scheme and kind of care.

        Raises:
            PolicyError: the pack does not cover them; nothing is settled by other terms instead.
        """
        schemes = self.pack.basic.get(self.facts.kind)
        if schemes and schemes.like:
            schemes = self.pack.basic[schemes.like]
        terms = of_scheme(schemes, self.facts.scheme) if schemes else None
        if terms is None:
            named = SCHEMES[self.facts.scheme] + KINDS[self.facts.kind]
            raise self._not_covered(f"没有收录{named}待遇")
        return terms

    def _not_covered(self, what: str) -> PolicyError:
        message = f"政策包“{self.pack.title}”{what}，未作结算；已录入的内容不受影响。"
        return PolicyError(
            message, code="not-covered", advice="请核对就诊类别；确属此类的，待局方补充政策参数后再结算。"
        )


def setting_of(case: Case, pack: Pack) -> Setting:
    """The case on its day: discharge, admission or receipt as the pack says; without dates the last reviewed day."""
    by = pack.general.year_by.on(pack.reviewed_until).value
    care = case.care
    days = {
        YearBy.DISCHARGED: (care.discharged, care.admitted),
        YearBy.ADMITTED: (care.admitted, care.discharged),
        YearBy.RECEIVED: (care.received, care.discharged, care.admitted),
    }[by]
    day = next((one for one in days if one), pack.reviewed_until)
    return Setting(case, pack, day, _facts(case, pack, day))


def _facts(case: Case, pack: Pack, day: date) -> Facts:
    insured, care, general = case.insured, case.care, pack.general
    on_admission = general.status_day is not None and general.status_day.on(day).value == "admitted"
    status_day = (care.admitted if on_admission else care.discharged) or day
    level = care.hospital_level
    return Facts(
        scheme=insured.scheme,
        kind=care.kind,
        level=general.unknown_level_as.on(day).value if level is HospitalLevel.NONE else level,
        region=care.region,
        filing=care.filing,
        designated=care.designated,
        retired=insured.retired,
        age=insured.age,
        groups=insured.groups_on(status_day),
        disease=care.disease,
        package=care.package,
        stay=case.year_to_date.stays + 1,
        days=care.days,
        insured_years=insured.insured_years,
        claim_free_years=insured.claim_free_years,
    )


def of_scheme(schemes: Schemes[T], scheme: Scheme) -> T | None:
    """The terms of a scheme, or None where the pack has none."""
    return schemes.resident if scheme is Scheme.RESIDENT else schemes.employee
