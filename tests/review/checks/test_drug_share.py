"""The receipt's drug categories against the drugs on the statement."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.catalogue.entry import OUTSIDE
from review.checks import CHECKS
from review.checks.finding import CheckContext, Severity
from review.checks.receipts.drug_share import drug_share
from tests.builders import a_claim, a_line, a_receipt, a_statement

if TYPE_CHECKING:
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]
DRUG = "nrdl-2024/X312"
amounts = st.decimals(Decimal("0.01"), Decimal(9999), places=2)


def a_stay(drugs: str, others: str, *, western: str, rest: str) -> Claim:
    """A statement with one drug and one line of no entry, and a receipt with two categories."""
    listed = (a_line(amount=drugs, entry_id=DRUG), a_line("某项", amount=others, entry_id=OUTSIDE, position=1))
    categories = (a_line("西药费", amount=western), a_line("检查费", amount=rest, position=1))
    totals = (str(Decimal(drugs) + Decimal(others)), str(Decimal(western) + Decimal(rest)))
    return a_claim(a_receipt(*categories, total_amount=totals[1]), a_statement(*listed, total_amount=totals[0]))


def test_the_check_is_registered() -> None:
    assert drug_share in {check for _, check in CHECKS}


@pytest.mark.parametrize("western", ["60.00", "75.00", "100.00"])
def test_what_could_be_drugs_is_possible(context: Context, western: str) -> None:
    claim = a_stay("60.00", "40.00", western=western, rest=str(Decimal("100.00") - Decimal(western)))
    assert not list(drug_share(claim, context()))


def test_fewer_drugs_charged_than_listed_is_a_clue(context: Context) -> None:
    (found,) = drug_share(a_stay("60.00", "40.00", western="59.90", rest="40.10"), context())
    assert (found.code, found.severity, found.subject) == ("drug-share", Severity.CLUE, "claim")
    assert "59.90元" in found.message
    assert "60.00至100.00元" in found.message


def test_more_drugs_charged_than_could_be_listed_is_a_clue(context: Context) -> None:
    claim = a_stay("60.00", "40.00", western="100.50", rest="10.00")
    assert [found.code for found in drug_share(claim, context())] == ["drug-share"]


@pytest.mark.parametrize("name", ["药事服务费", "煎药费", "检查费", "一次性给药器材"])
def test_a_category_that_only_sounds_like_drugs_is_none(context: Context, name: str) -> None:
    receipt = a_receipt(a_line(name, amount="100.00"))
    claim = a_claim(receipt, a_statement(a_line(amount="100.00", entry_id=DRUG)))
    assert not list(drug_share(claim, context()))


def test_papers_that_do_not_add_up_are_not_asked(context: Context) -> None:
    receipt = a_receipt(a_line("西药费", amount="1.00"), total_amount="100.00")
    assert not list(drug_share(a_claim(receipt, a_statement()), context()))


def test_a_claim_without_a_statement_is_not_asked(context: Context) -> None:
    assert not list(drug_share(a_claim(a_receipt(a_line("西药费", amount="100.00"))), context()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amounts, amounts, amounts)
def test_the_clue_comes_exactly_outside_what_is_possible(
    context: Context, drugs: Decimal, others: Decimal, western: Decimal
) -> None:
    claim = a_stay(str(drugs), str(others), western=str(western), rest="1.00")
    assert bool(list(drug_share(claim, context()))) == (not drugs <= western <= drugs + others)
