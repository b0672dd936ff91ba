"""A drug printed as 甲 that the list has as 乙, among others that are printed as listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.checks.entries.class_listed import class_listed
from review.checks.finding import CheckContext, Severity
from review.claim.paper import Standing
from review.services.matching import matched, printed
from tests.builders import a_claim, a_line, a_statement, a_value
from tests.review.checks.conftest import catalogue

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Line

Context = Callable[..., CheckContext]
AS_LISTED = {
    "氯化钠注射液": "甲",
    "注射用哌拉西林钠他唑巴坦钠": "乙",
    "甲钴胺片": "乙",
    "氯化钾注射液": "甲",
    "阿卡波糖片": "甲",
    "格列美脲片": "甲",
}


def drug(name: str, grade: str) -> Line:
    line = a_line(name, quantity="1", amount="10.00", insurance_class=grade)
    return matched(line, catalogue().match(printed(line), date(2025, 3, 1)))


def a_paper(changed: str = "甲", count: int = 6) -> Claim:
    listed = [drug(*pair) for pair in list(AS_LISTED.items())[:count]]
    return a_claim(a_statement(*listed, drug("脑心通胶囊", changed)))


def test_a_class_made_better_than_listed_is_pointed_at(context: Context) -> None:
    claim = a_paper()
    (finding,) = class_listed(claim, context())
    assert finding.severity is Severity.DECISION
    assert "脑心通" in finding.message
    assert "另有6种药品" in finding.message
    assert finding.place == claim.charge_lines[-1].values["insurance_class"].place


@pytest.mark.parametrize("claim", [a_paper("乙"), a_paper(count=4), a_paper("丙"), a_paper("")])
def test_papers_as_listed_or_with_classes_of_their_own_are_left_alone(context: Context, claim: Claim) -> None:
    assert not list(class_listed(claim, context()))


def test_services_have_classes_of_their_region(context: Context) -> None:
    claim = a_paper("乙")
    (statement,) = claim.statements
    service = a_line("乳腺肿物切除术", insurance_class="甲", entry_id="services-demo/331601002", amount="452.00")
    assert not list(class_listed(a_claim(replace(statement, lines=(*statement.lines, service))), context()))


def test_a_class_still_in_doubt_asks_by_itself(context: Context) -> None:
    claim = a_paper()
    (statement,) = claim.statements
    *others, last = statement.lines
    doubted = a_value("insurance_class", "甲", standing=Standing.DOUBTFUL)
    waiting = replace(last, values={**last.values, "insurance_class": doubted})
    assert not list(class_listed(a_claim(replace(statement, lines=(*others, waiting))), context()))
