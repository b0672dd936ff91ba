"""Deadlines of acceptance: a day of a later year, days or months after discharge; silent while there is doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.finding import CheckContext, Severity
from review.checks.materials.late import last_day, late
from review.checks.materials.tables import Deadline, Deadlines, shipped_deadlines
from review.checks.materials.traits import When
from review.claim.claim import Filing
from review.claim.paper import Standing
from tests.builders import a_care, a_claim, a_discharge_record, a_value

Context = Callable[..., CheckContext]
NEXT_QUARTER = Deadline(code="quarter", name="次年第一季度内", until="03-31", source="本局规定")


def within(**span: int) -> Deadline:
    return Deadline(code="span", name="出院后限期内", source="本局规定", **span)  # type: ignore[arg-type]  # days or months


def test_the_first_quarter_of_the_next_year_is_in_time(context: Context) -> None:
    claim = a_claim(
        care=a_care(discharged=date(2024, 12, 30), admitted=date(2024, 12, 1)), received_on=date(2025, 3, 31)
    )
    assert not list(late(claim, context()))


def test_a_day_later_is_late_and_says_by_how_much(context: Context) -> None:
    care = a_care(admitted=date(2024, 3, 1), discharged=date(2024, 3, 11))
    (found,) = late(a_claim(care=care, received_on=date(2025, 4, 1)), context())
    assert (found.code, found.severity, found.subject) == ("late", Severity.DECISION, "claim")
    assert "最迟2025-03-31；本单于2025-04-01申报，晚了1天" in found.message
    assert "十堰" in found.basis


def test_a_claim_not_received_yet_is_held_against_today(context: Context) -> None:
    care = a_care(admitted=date(2023, 3, 1), discharged=date(2023, 3, 11))
    assert [f.values["handed_in"] for f in late(a_claim(care=care), context())] == ["2025-04-01"]


def test_the_day_it_was_handed_in_counts_not_the_day_it_is_checked(context: Context) -> None:
    care = a_care(admitted=date(2024, 3, 1), discharged=date(2024, 3, 11))
    claim = a_claim(care=care, received_on=date(2025, 3, 30))
    assert not list(late(claim, context(today=date(2026, 3, 1))))


def test_a_last_day_on_a_day_off_moves_to_the_next_working_day() -> None:
    assert last_day(NEXT_QUARTER, date(2022, 5, 1)) == date(2023, 3, 31)
    assert last_day(NEXT_QUARTER, date(2023, 5, 1)) == date(2024, 4, 1)
    assert last_day(within(days=7), date(2025, 9, 25)) == date(2025, 10, 9)


@pytest.mark.parametrize(
    ("row", "day", "last"),
    [
        (within(days=30), date(2025, 3, 11), date(2025, 4, 10)),
        (within(months=1), date(2025, 3, 11), date(2025, 4, 11)),
        (within(months=1), date(2024, 1, 31), date(2024, 2, 29)),
        (within(months=12), date(2024, 2, 29), date(2025, 2, 28)),
        (within(months=11), date(2024, 12, 2), date(2025, 11, 3)),
    ],
)
def test_days_and_months_are_counted_by_the_calendar(row: Deadline, day: date, last: date) -> None:
    assert last_day(row, day) == last


def test_the_earliest_of_several_deadlines_is_told(context: Context) -> None:
    rows = Deadlines(deadline=(NEXT_QUARTER, within(days=30)))
    care = a_care(admitted=date(2024, 3, 1), discharged=date(2024, 3, 11))
    (found,) = late(a_claim(care=care), context(deadlines=rows))
    assert found.values["deadline"] == "span"


def test_a_deadline_holds_for_those_it_is_meant_for(context: Context) -> None:
    row = within(days=10).model_copy(update={"when": When(any=frozenset({"filing:referral"})), "late": Severity.BLOCKS})
    table = Deadlines(deadline=(row,))
    referred = a_claim(care=a_care(filing=Filing.REFERRAL))
    assert [f.severity for f in late(referred, context(deadlines=table))] == [Severity.BLOCKS]
    assert not list(late(a_claim(), context(deadlines=table)))


def test_a_deadline_that_is_not_in_force_is_only_listed(context: Context) -> None:
    month = next(row for row in shipped_deadlines().deadline if row.months)
    assert not month.in_force
    referred = a_claim(care=a_care(filing=Filing.REFERRAL), received_on=date(2025, 6, 1))
    assert not list(late(referred, context()))


def test_a_day_still_in_doubt_waits_until_somebody_looked(context: Context) -> None:
    care = a_care(admitted=date(2023, 3, 1), discharged=date(2023, 3, 11))
    doubtful = a_value("discharge_date", "2023-03-11", standing=Standing.DOUBTFUL)
    record = replace(a_discharge_record(), values={"discharge_date": doubtful})
    assert not list(late(a_claim(record, care=care), context()))
    sure = replace(record, values={"discharge_date": replace(doubtful, standing=Standing.CONFIRMED)})
    assert list(late(a_claim(sure, care=care), context()))


def test_dates_that_cannot_be_are_left_to_other_checks(context: Context) -> None:
    for care in (a_care(admitted=None, discharged=None), a_care(discharged=date(9999, 12, 31))):
        assert not list(late(a_claim(care=care), context()))


def test_beyond_the_calendar_nothing_is_too_late() -> None:
    assert last_day(NEXT_QUARTER, date.max) == date.max
    assert last_day(within(days=1), date.max) == date.max


@given(st.dates(), st.sampled_from([NEXT_QUARTER, within(days=3660), within(months=120), within(days=0)]))
def test_no_day_of_the_calendar_makes_it_fail(day: date, row: Deadline) -> None:
    assert last_day(row, day) >= day
