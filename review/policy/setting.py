"""The case on its pack and day: what every tier asks for, looked up in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from review.claim.claim import HospitalLevel
from review.claim.people import Scheme
from review.errors import PolicyError
from review.packs.facts import Facts
from review.packs.terms import YearBy
from review.packs.words import KINDS, LEVELS, SCHEMES

if TYPE_CHECKING:
    from datetime import date

    from review.claim.claim import YearToDate
    from review.packs.basic_terms import BasicTerms, Schemes
    from review.packs.pack_model import Pack
    from review.packs.series import Series
    from review.packs.stated import Parameter
    from review.packs.terms import Order, Rounding
    from review.packs.when import Row, Table
    from review.policy.case import Case

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting:
    """A case, the pack that settles it, the day whose figures are in force, the facts conditions look at.

    ``before`` is what the year stood at, ``basic`` the basic fund's terms for the scheme and the kind of care,
    ``rounding`` how amounts come to whole fen, ``order`` how treatment away from home costs more.
    """

    case: Case
    pack: Pack
    day: date
    facts: Facts
    before: YearToDate
    basic: BasicTerms
    rounding: Rounding
    order: Order

    def value(self, series: Series[T]) -> T:
        """The series' value in force."""
        return series.on(self.day).value

    def row(self, series: Series[Table[T]]) -> Row[T] | None:
        """The row in force that holds for this case, or None where the table has none for it."""
        return series.on(self.day).value.of(self.facts)

    def find(self, series: Series[Table[T]] | None) -> T | None:
        """The value in force that holds for this case, or None where nothing was written for it."""
        row = self.row(series) if series else None
        return row.value if row else None

    def of(self, series: Series[Table[T]]) -> T:
        """The value in force that holds for this case.

        Raises:
            PolicyError: the table has no row for such a case; nothing is settled by another row instead.
        """
        found = self.row(series)
        if found is None:
            raise self.not_covered(f"参数“{series.title}”没有适用于{self.named}的规定")
        return found.value

    def parameter(self, series: Series[T], shown: object, part: str = "") -> Parameter:
        """The trace's word on a series' value."""
        return series.parameter(self.day, str(shown), part)

    def tabled(self, series: Series[Table[T]], shown: object, part: str = "") -> Parameter:
        """The trace's word on a table's value; the row's own name goes before ``part``."""
        row = self.row(series)
        return self.parameter(series, shown, (row.name if row else "") or part)

    @property
    def named(self) -> str:
        """Scheme and level in Chinese, to name the row of a table."""
        return SCHEMES[self.facts.scheme] + LEVELS[self.facts.level]

    def not_covered(self, what: str) -> PolicyError:
        """The error for a case the pack has no rule for (Chinese)."""
        return _not_covered(self.pack, what)


def _not_covered(pack: Pack, what: str) -> PolicyError:
    message = f"政策包“{pack.title}”{what}，未作结算；已录入的内容不受影响。"
    return PolicyError(message, code="not-covered", advice="请核对就诊类别；确属此类的，待局方补充政策参数后再结算。")


def day_of(case: Case, pack: Pack) -> date:
    """The day that decides the year and the figures in force: of discharge, admission or receipt, as the pack says.

    Where it is unknown the next known one, without any the last reviewed day.
    """
    by, care = pack.general.year_by.on(pack.reviewed_until).value, case.care
    if by is YearBy.ADMITTED:
        return care.admitted or care.discharged or pack.reviewed_until
    received = care.received if by is YearBy.RECEIVED else None
    return received or care.discharged or care.admitted or pack.reviewed_until


def status_day(case: Case, pack: Pack, day: date) -> date:
    """The day whose groups count: of discharge, or of admission where the pack says so."""
    stated = pack.general.status_day
    on_admission = stated is not None and stated.on(day).value == "admitted"
    care = case.care
    return (care.admitted if on_admission else care.discharged) or care.admitted or day


def setting_of(case: Case, pack: Pack, before: YearToDate | None = None) -> Setting:
    """The case on its day, with the year as the case states it or as ``before`` says.

    Raises:
        PolicyError: the pack does not cover the scheme or the kind of care, or only gives to others.
    """
    if pack.partial:
        message = f"政策包“{pack.title}”只供其他政策包继承，不能单独用于结算，未作结算。"
        raise PolicyError(message, code="partial-pack", advice="请选用本统筹区的政策包。")
    day = day_of(case, pack)
    year = case.year_to_date.accumulators() if before is None else before
    return Setting(
        case,
        pack,
        day,
        _facts(case, pack, day, year.stays + 1),
        year,
        _basic(case, pack),
        pack.general.rounding.on(day).value,
        pack.out_of_region.order.on(day).value,
    )


def _basic(case: Case, pack: Pack) -> BasicTerms:
    """The basic fund's terms; without any nothing is settled by other terms instead."""
    kind, scheme = case.care.kind, case.insured.scheme
    schemes = pack.basic.get(kind)
    if schemes and schemes.like:
        schemes = pack.basic[schemes.like]
    terms = of_scheme(schemes, scheme) if schemes else None
    if terms is None:
        raise _not_covered(pack, f"没有收录{SCHEMES[scheme]}{KINDS[kind]}待遇")
    return terms


def _facts(case: Case, pack: Pack, day: date, stay: int) -> Facts:
    insured, care, level = case.insured, case.care, case.care.hospital_level
    return Facts(
        scheme=insured.scheme,
        kind=care.kind,
        level=pack.general.unknown_level_as.on(day).value if level is HospitalLevel.NONE else level,
        region=care.region,
        filing=care.filing,
        designated=care.designated,
        retired=insured.retired,
        age=insured.age,
        groups=insured.groups_on(status_day(case, pack, day)) if insured.groups else (),
        disease=care.disease,
        package=care.package,
        stay=stay,
        days=care.days,
        insured_years=insured.insured_years,
        claim_free_years=insured.claim_free_years,
    )


def of_scheme(schemes: Schemes[T], scheme: Scheme) -> T | None:
    """The terms of a scheme, or None where the pack has none."""
    return schemes.resident if scheme is Scheme.RESIDENT else schemes.employee
