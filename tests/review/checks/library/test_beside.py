"""The rule library on what may not stand beside what: contained articles, second operations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.duplicate import duplicate
from review.checks.library.secondary import secondary
from review.checks.past import Past, PriceSeen
from review.claim.claim import CareKind
from review.rules.book import rule_book, shipped_book
from review.rules.rule import RuleKind
from tests.builders import ADMITTED, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from review.claim.paper import Line

Found = Callable[..., list[Finding]]
DAY, NEXT = str(ADMITTED), "2025-03-02"


def one(name: str, on: str = DAY, **cells: Any) -> Line:
    usual: dict[str, Any] = {"quantity": "1", "unit_price": "100.00", "amount": "100.00", **cells}
    return a_line(name, date=on, **usual)


def test_a_contained_article_of_the_same_day_wants_a_decision(found: Found) -> None:
    whole, part = one("急诊监护费"), one("急诊诊查费")
    (finding,) = found(duplicate, whole, part)
    assert (finding.code, finding.severity) == ("rule-duplicate", Severity.DECISION)
    assert finding.subject == f"line:{part.id}"
    assert "“急诊监护费”已包含本项，同日不得另收" in finding.message
    assert "【第七批】" in finding.basis


@pytest.mark.parametrize("on", [NEXT, "", "2025-13-45"])
def test_another_day_or_an_unknown_one_is_silent(found: Found, on: str) -> None:
    assert found(duplicate, one("急诊监护费"), one("急诊诊查费", on)) == []


def test_articles_of_the_day_on_which_a_patient_moved_are_a_clue(found: Found) -> None:
    moved = (one("急诊监护费"), one("普通病房床位费"), one("普通病房床位费", NEXT))
    (finding,) = found(duplicate, *moved)
    assert finding.severity is Severity.CLUE


def test_one_visit_of_one_day_needs_no_dates(found: Found) -> None:
    visit = {"kind": CareKind.OUTPATIENT, "discharged": None}
    assert len(found(duplicate, one("急诊监护费", ""), one("急诊诊查费", ""), care=visit)) == 1


def test_a_contained_article_of_the_same_stay_needs_no_dates(found: Found) -> None:
    whole, part = one("卵巢癌根治术", ""), one("阔韧带内肿瘤切除术", "")
    (finding,) = found(duplicate, whole, part)
    assert finding.severity is Severity.DECISION
    assert "同次就诊" in finding.message


def test_operations_of_one_stay_on_two_days_are_a_clue(found: Found) -> None:
    (finding,) = found(duplicate, one("卵巢癌根治术"), one("阔韧带内肿瘤切除术", NEXT))
    assert finding.severity is Severity.CLUE
    assert f"同次就诊（{DAY}、{NEXT}）" in finding.message


def test_what_may_be_hours_apart_is_a_clue(found: Found) -> None:
    (finding,) = found(duplicate, one("难产接生"), one("肛门指检"))
    assert finding.severity is Severity.CLUE
    assert "6小时内" in finding.message


def test_codes_tell_contained_articles_too(found: Found) -> None:
    whole, part = one("急诊监护", code="001103000010000"), one("诊查费(急诊)", code="001102000030000")
    assert [f.subject for f in found(duplicate, whole, part)] == [f"line:{part.id}"]


def test_a_paper_that_books_a_whole_stay_on_one_day_gives_a_clue(found: Found) -> None:
    booked = [one("急诊监护费"), one("急诊诊查费"), one("样例甲"), one("样例乙"), one("样例丙")]
    (finding,) = found(duplicate, *booked)
    assert finding.severity is Severity.CLUE
    (finding,) = found(duplicate, *booked, one("样例丁", NEXT))
    assert finding.severity is Severity.DECISION
    (finding,) = found(duplicate, *booked, care={"discharged": ADMITTED})
    assert finding.severity is Severity.DECISION


def test_lines_of_two_papers_are_not_held_against_each_other(context: Callable[..., CheckContext]) -> None:
    papers = (a_statement(one("急诊监护费")), a_statement(one("急诊诊查费")))
    assert not list(duplicate(a_claim(*papers), context(rules=shipped_book())))


def test_of_two_reasons_the_plainer_is_told(found: Found) -> None:
    pair = next(r for r in shipped_book().rules if r.kind is RuleKind.DUPLICATE)
    hours = replace(pair, id="x/1", name="样例甲", codes=(), other_name="样例丙", other_codes=(), span="hours")
    plain = replace(hours, id="x/2", name="样例乙", span="day")
    book = rule_book(shipped_book().batches, [hours, plain])
    (finding,) = found(duplicate, one("样例甲"), one("样例乙"), one("样例丙"), rules=book)
    assert (finding.values["rule"], finding.severity) == ("x/2", Severity.DECISION)


def test_a_thousand_pairs_are_told_quickly_line_by_line(found: Found) -> None:
    wholes = [one("急诊监护费") for _ in range(500)]
    parts = [one("急诊诊查费") for _ in range(500)]
    assert len(found(duplicate, *wholes, *parts)) == 500


def test_refunds_are_no_duplicates(found: Found) -> None:
    back = one("急诊诊查费", quantity="-1", amount="-100.00")
    assert found(duplicate, one("急诊监护费"), one("急诊诊查费"), back) == []
    assert len(found(duplicate, one("急诊监护费"), one("急诊诊查费"))) == 1


FIRST, SECOND = "食管胃吻合口狭窄切开成形术", "食管癌根治+结肠代食管术"


def test_two_operations_of_a_group_at_full_price_are_a_clue_at_the_cheaper(found: Found) -> None:
    cheap, dear = one(FIRST, unit_price="900.00"), one(SECOND, unit_price="3000.00")
    (finding,) = found(secondary, cheap, dear)
    assert (finding.code, finding.severity) == ("rule-secondary", Severity.CLUE)
    assert finding.subject == f"line:{cheap.id}"
    assert "胃肠手术组" in finding.message


def test_operations_on_two_days_or_of_two_groups_are_silent(found: Found) -> None:
    assert found(secondary, one(FIRST), one(SECOND, NEXT)) == []
    assert found(secondary, one(FIRST), one("肝移植术")) == []
    assert found(secondary, one(FIRST, ""), one(SECOND, "")) == []


@pytest.mark.parametrize("cells", [{"quantity": "0.5"}, {"spec": "第二手术折价50%"}])
def test_a_reduced_second_operation_is_silent(found: Found, cells: dict[str, str]) -> None:
    assert found(secondary, one(FIRST, **cells), one(SECOND)) == []


def test_half_the_usual_price_is_reduced(found: Found) -> None:
    def seen(line: Line) -> Past:
        usual = PriceSeen(count=9, low=Decimal(180), median=Decimal(200), high=Decimal(220), source="样例")
        return Past(prices={line.id: usual})

    halved, full = one(FIRST, unit_price="100.00"), one(FIRST, unit_price="200.00")
    assert found(secondary, halved, one(SECOND), past=seen(halved)) == []
    assert len(found(secondary, full, one(SECOND), past=seen(full))) == 1


def test_an_addition_is_no_operation(found: Found) -> None:
    assert found(secondary, one("胃癌根治术(经腹腔镜加收)"), one(SECOND)) == []
