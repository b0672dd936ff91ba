"""The rule library on how much: days of a course, times a day, times in a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.course import course
from review.checks.library.frequency import frequency
from review.checks.library.period import period
from review.checks.past import Past, PastCharge
from review.claim.claim import CareKind
from review.claim.paper import Line, Standing
from review.rules.book import shipped_book
from tests.builders import ADMITTED, a_claim, a_line, a_statement

Found = Callable[..., list[Finding]]
Context = Callable[..., CheckContext]
LONG = {"discharged": ADMITTED + timedelta(days=40)}


def daily(name: str, days: int, start: date = ADMITTED, **cells: Any) -> list[Line]:
    """The article once a day from the first day on."""
    usual: dict[str, Any] = {"quantity": "1", "amount": "10.00", **cells}
    return [a_line(name, date=str(start + timedelta(days=n)), **usual) for n in range(days)]


def before(name: str, *days: date, quantity: str = "1") -> Past:
    """Charges of another claim."""
    charges = (
        PastCharge(claim="20250201-0007", entry_id="", name=name, day=d, quantity=Decimal(quantity)) for d in days
    )
    return Past(charges=tuple(charges))


@pytest.mark.parametrize(("days", "severity"), [(14, None), (15, Severity.CLUE), (16, Severity.DECISION)])
def test_a_course_of_fourteen_days_may_touch_one_more(found: Found, days: int, severity: Severity | None) -> None:
    findings = found(course, *daily("天麻素注射液", days), care=LONG)
    assert [f.severity for f in findings] == ([severity] if severity else [])


def test_a_course_too_long_points_at_the_first_day_beyond_it(found: Found) -> None:
    lines = daily("天麻素注射液", 20)
    (finding,) = found(course, *lines, care=LONG)
    assert finding.subject == f"line:{lines[14].id}"
    assert "限支付14天，本单共20天有该项费用" in finding.message


def test_days_are_counted_once_and_undated_lines_not_at_all(found: Found) -> None:
    assert found(course, *daily("天麻素注射液", 10), *daily("天麻素注射液", 10), care=LONG) == []
    assert found(course, a_line("天麻素注射液", quantity="40", amount="400"), care=LONG) == []


def test_a_course_that_runs_over_claims_is_a_clue(found: Found) -> None:
    lines = daily("天麻素注射液", 10)
    (finding,) = found(
        course, *lines, past=before("天麻素注射液", *(ADMITTED - timedelta(days=n) for n in range(5, 12)))
    )
    assert finding.severity is Severity.CLUE
    assert "连同报销单20250201-0007共17天" in finding.message


def test_an_old_course_and_a_limit_of_one_stay_do_not_count(found: Found) -> None:
    old = [ADMITTED - timedelta(days=n) for n in range(90, 101)]
    assert found(course, *daily("天麻素注射液", 10), past=before("天麻素注射液", *old)) == []
    near = [ADMITTED - timedelta(days=n) for n in range(5, 16)]
    assert found(course, *daily("银杏内酯注射液", 10), past=before("银杏内酯注射液", *near)) == []


def test_one_nursing_a_day_is_silent_and_two_on_one_day_are_a_clue(found: Found) -> None:
    lines = daily("Ⅱ级护理", 3, unit="日")
    assert found(frequency, *lines) == []
    (finding,) = found(frequency, *lines, a_line("Ⅱ级护理", date=str(ADMITTED), unit="日", quantity="1"))
    assert (finding.code, finding.severity) == ("rule-frequency", Severity.CLUE)
    assert f"{ADMITTED}计2" in finding.message


@pytest.mark.parametrize(("number", "hits"), [("11", 0), ("12", 1), ("", 0), ("x", 0), ("-3", 0)])
def test_undated_lines_are_counted_over_the_stay(found: Found, number: str, hits: int) -> None:
    findings = found(frequency, a_line("二级护理", unit="日", quantity=number))
    assert [f.severity for f in findings] == [Severity.DECISION] * hits
    assert all("共计12，住院11天最多11" in f.message for f in findings)


def test_hours_are_counted_by_rules_of_hours(found: Found) -> None:
    def watched(*hours: str, unit: str = "小时") -> list[Finding]:
        return found(frequency, *(a_line("遥测心电监护", unit=unit, date="2025-03-02", quantity=n) for n in hours))

    assert watched("12", "12") == []
    assert [f.severity for f in watched("12", "13")] == [Severity.CLUE]
    assert watched("12", "13", unit="次") == []
    assert [f.severity for f in watched("265")] == [Severity.DECISION]


def test_one_line_for_a_whole_stay_is_not_held_against_the_day_it_was_booked(found: Found) -> None:
    assert found(frequency, a_line("Ⅱ级护理", unit="日", date="2025-03-11", quantity="11")) == []
    assert found(period, a_line("糖化血红蛋白测定", date="2025-03-11", quantity="3"), care=LONG) == []


def test_what_was_given_back_is_taken_off(found: Found) -> None:
    twelve, back = a_line("二级护理", unit="日", quantity="12"), a_line("二级护理", unit="日", quantity="-2")
    assert found(frequency, twelve, back) == []
    late = a_line("二级护理", unit="日", date="2025-03-05", quantity="-1")
    twice = [a_line("二级护理", unit="日", date="2025-03-02", quantity="1") for _ in range(2)]
    assert len(found(frequency, *twice)) == 1
    assert found(frequency, *twice, late) == []


def test_a_summary_and_a_daily_list_of_one_stay_are_not_added_up(context: Context) -> None:
    papers = (a_statement(a_line("二级护理", unit="日", quantity="11")), a_statement(*daily("二级护理", 11, unit="日")))
    assert not list(frequency(a_claim(*papers), context(rules=shipped_book())))


def test_mother_and_newborn_in_one_paper_are_a_clue(found: Found) -> None:
    twelve = a_line("二级护理", unit="日", quantity="12")
    (finding,) = found(frequency, twelve, care={"diagnoses": ("孕39周顺产",)})
    assert finding.severity is Severity.CLUE


def test_an_addition_to_the_price_counts_nothing(found: Found) -> None:
    code = "001201000040000"
    added = a_line("Ⅱ级护理(6岁以下加收)", code=code, unit="日", quantity="11")
    assert found(frequency, a_line("Ⅱ级护理", code=code, unit="日", quantity="11"), added) == []
    assert len(found(frequency, a_line("Ⅱ级护理(甲)", code=code, unit="日", quantity="12"), added)) == 1


def test_numbers_in_doubt_wait(found: Found) -> None:
    assert found(frequency, a_line("二级护理", unit="日", quantity="91", standing=Standing.DOUBTFUL)) == []


def test_a_visit_is_looked_at_by_the_day_only(found: Found) -> None:
    visit = {"kind": CareKind.OUTPATIENT}
    assert found(frequency, a_line("二级护理", unit="日", quantity="30"), care=visit) == []
    assert len(found(frequency, a_line("二级护理", unit="日", quantity="2", date="2025-03-02"), care=visit)) == 1


@pytest.mark.parametrize(("apart", "hits"), [(15, 0), (14, 1), (0, 1)])
def test_a_test_of_once_in_fifteen_days(found: Found, apart: int, hits: int) -> None:
    first, again = daily("糖化血红蛋白测定", 1), daily("糖化血红蛋白测定", 1, ADMITTED + timedelta(days=apart))
    findings = found(period, *first, *again, care=LONG)
    assert [(f.code, f.severity) for f in findings] == [("rule-period", Severity.DECISION)] * hits


def test_tests_that_may_be_booked_together_are_a_clue(found: Found) -> None:
    tested = daily("糖化血红蛋白测定", 1) + daily("糖化血红蛋白测定", 1)
    others = [line for name in ("样例甲", "样例乙", "样例丙") for line in daily(name, 1)]
    assert [f.severity for f in found(period, *tested)] == [Severity.DECISION]
    assert [f.severity for f in found(period, *tested, *others)] == [Severity.CLUE]


def test_undated_tests_are_held_against_the_length_of_the_stay(found: Found) -> None:
    assert found(period, a_line("糖化血红蛋白测定", quantity="3"), care=LONG) == []
    (finding,) = found(period, a_line("糖化血红蛋白测定", quantity="4"), care=LONG)
    assert "41天内共4次，最多3次" in finding.message


def test_a_test_of_another_claim_shortly_before_is_a_clue(found: Found) -> None:
    near, far = ADMITTED - timedelta(days=3), ADMITTED - timedelta(days=15)
    (finding,) = found(period, *daily("糖化血红蛋白测定", 1), past=before("糖化血红蛋白测定", near))
    assert finding.severity is Severity.CLUE
    assert "连同报销单20250201-0007" in finding.message
    assert found(period, *daily("糖化血红蛋白测定", 1), past=before("糖化血红蛋白测定", far)) == []


def test_crowded_claims_of_the_past_alone_are_not_told_again(found: Found) -> None:
    old = before("糖化血红蛋白测定", *(ADMITTED - timedelta(days=n) for n in (60, 61)))
    assert found(period, *daily("糖化血红蛋白测定", 1), past=old) == []
