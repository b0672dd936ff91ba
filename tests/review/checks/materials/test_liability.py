"""Injuries somebody else has to pay: only what the statement itself says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.materials.checklist import checklist
from review.checks.materials.liability import liability
from review.claim.claim import CareKind, Claim
from review.claim.paper import DocumentKind, Standing
from tests.builders import a_care, a_claim, a_discharge_record, a_document, a_receipt, a_statement, a_value

Context = Callable[..., CheckContext]


def an_injury(**cells: str) -> Claim:
    told = a_document(DocumentKind.INJURY_STATEMENT, **({"third_party": "无", "cause": "在家摔倒"} | cells))
    return a_claim(a_receipt(), a_statement(), a_discharge_record(), told, care=a_care(kind=CareKind.INJURY))


def test_a_fall_at_home_is_silent(context: Context) -> None:
    assert not list(liability(an_injury(), context()))


def test_somebody_liable_wants_a_decision_by_the_law(context: Context) -> None:
    claim = an_injury(third_party="有")
    (found,) = liability(claim, context())
    assert (found.code, found.severity) == ("third-party", Severity.DECISION)
    assert "第三十条" in found.basis
    assert found.place == claim.documents[-1].values["third_party"].place


@pytest.mark.parametrize("cause", ["在工地搬砖时被砸伤", "下班途中被撞倒"])
def test_words_of_work_are_a_clue(context: Context, cause: str) -> None:
    (found,) = liability(an_injury(cause=cause), context())
    assert (found.code, found.severity) == ("work-injury", Severity.CLUE)
    assert cause in found.message


@pytest.mark.parametrize("answer", ["", "无", "不详", "有无"])
def test_anything_but_a_plain_yes_is_no_liability(context: Context, answer: str) -> None:
    assert not list(liability(an_injury(third_party=answer), context()))


def test_a_tick_read_in_doubt_waits_until_somebody_looked(context: Context) -> None:
    claim = an_injury()
    told = a_value("third_party", "有", standing=Standing.DOUBTFUL)
    statement = replace(claim.documents[-1], values={"third_party": told})
    assert not list(liability(replace(claim, documents=(statement,)), context()))


def test_papers_of_liability_are_on_the_list_then() -> None:
    wanted = {item.material.code for item in checklist(an_injury(third_party="有"))}
    assert "liability-papers" in wanted
    assert "liability-papers" not in {item.material.code for item in checklist(an_injury())}


def test_without_a_statement_nothing_is_said(context: Context) -> None:
    assert not list(liability(a_claim(), context()))
