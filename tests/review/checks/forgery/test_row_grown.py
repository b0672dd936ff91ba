"""A broken sum is explained by the row that holds a digit too many; what cannot be explained so is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.forgery.row_grown import row_grown
from review.claim.paper import Place, Standing
from tests.builders import a_claim, a_line, a_receipt, a_statement, a_value

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

Context = Callable[..., CheckContext]


def rows(*amounts: str, **cells: Any) -> list[Line]:
    return [a_line(f"项目{n}", amount=amount, position=n, **cells) for n, amount in enumerate(amounts)]


def told(claim: Claim, context: Context) -> list[str]:
    return [finding.values["amount"] for finding in row_grown(claim, context())]


def test_the_published_fee_on_the_receipt_is_pointed_at(context: Context) -> None:
    receipt = a_receipt(*rows("1200.00", "5452.00", "611.14"), total_amount="2263.14")
    (finding,) = row_grown(a_claim(receipt), context())
    assert finding.severity is Severity.DECISION
    assert "多5,000.00元" in finding.message
    assert "去掉一位数字即452.00元" in finding.message
    assert finding.place == receipt.lines[1].values["amount"].place


def test_rows_that_add_up_are_left_alone(context: Context) -> None:
    assert not told(a_claim(a_receipt(*rows("1200.00", "452.00"), total_amount="1652.00")), context)


@pytest.mark.parametrize("total", ["2252.00", "6600.00", "6752.00"])
def test_sums_that_no_single_digit_explains_are_no_forgery(context: Context, total: str) -> None:
    assert not told(a_claim(a_receipt(*rows("1200.00", "5452.00"), total_amount=total)), context)


def test_where_many_rows_would_explain_it_nothing_is_said(context: Context) -> None:
    alike = rows("5452.00", "5611.00", "5700.00", "5820.00")
    assert not told(a_claim(a_receipt(*alike, total_amount="17583.00")), context)


def test_rows_that_only_add_up_others_are_not_counted(context: Context) -> None:
    heading = a_line("手术费", amount="452.00")
    lines = [heading, *rows("5452.00", "30.00", "20.00", quantity="1"), a_line("", amount="50.00")]
    assert told(a_claim(a_statement(*lines, total_amount="502.00")), context) == ["5452.00"]


def test_a_fee_changed_with_the_whole_receipt_is_told_by_the_statement(context: Context) -> None:
    receipt = a_receipt(*rows("1200.00", "5452.00"), total_amount="6652.00")
    statement = a_statement(*rows("600.00", "600.00", "452.00"), total_amount="1652.00")
    assert told(a_claim(receipt, statement), context) == ["5452.00"]
    assert told(a_claim(replace(receipt, lines=statement.lines), statement), context) == []


def page_of(paper: Document, *reasons: str) -> Document:
    """The paper on pages 1 and 2, its last row on the second."""
    places = [Place(1, (10, 10, 9, 9))] * (len(paper.lines) - 1) + [Place(2, (10, 10, 9, 9))]
    lines = tuple(
        replace(line, values={key: replace(cell, place=place) for key, cell in line.values.items()})
        for line, place in zip(paper.lines, places, strict=True)
    )
    return replace(paper, lines=lines, page_ids=(1, 2), review=reasons)


def test_the_sum_at_the_foot_of_a_page_tells_too(context: Context) -> None:
    whole = a_statement(*rows("1200.00", "5452.00", "99.00"), total_amount="6751.00")
    reason = "第1页明细合计与本页合计1652.00不符"
    assert told(a_claim(page_of(whole, reason)), context) == ["5452.00"]
    assert told(a_claim(page_of(whole)), context) == []
    assert told(a_claim(page_of(whole, "第9页明细合计与本页合计1652.00不符")), context) == []


def test_amounts_still_in_doubt_ask_by_themselves(context: Context) -> None:
    line = a_line("手术费")
    doubted = a_value("amount", "5452.00", standing=Standing.DOUBTFUL)
    receipt = a_receipt(replace(line, values={**line.values, "amount": doubted}), total_amount="452.00")
    assert not told(a_claim(receipt), context)


def doubting(**cells: str) -> Claim:
    """A receipt with a digit too many in a row, whose total nobody could read; the payments add up to what it was."""
    receipt = a_receipt(*rows("1200.00", "5452.00"), **({"cash_paid": "1652.00"} | cells))
    doubted = a_value("total_amount", "6652.00", standing=Standing.DOUBTFUL)
    return a_claim(replace(receipt, values={**receipt.values, "total_amount": doubted}))


def test_where_the_total_is_in_doubt_words_and_payments_stand_for_it(context: Context) -> None:
    assert told(doubting(total_in_words="壹仟陆佰伍拾贰元整"), context) == ["5452.00"]
    assert told(doubting(total_in_words=""), context) == ["5452.00"]
    assert told(doubting(total_in_words="", cash_paid=""), context) == []


@pytest.mark.parametrize("amount", ["", "?", "NaN", "-5452.00", "1e99"])
def test_unreadable_amounts_do_not_raise(context: Context, amount: str) -> None:
    assert not told(a_claim(a_receipt(*rows(amount, "10.00"), total_amount="10.00")), context)
    assert not told(a_claim(a_receipt(*rows("10.00"), total_amount=amount)), context)


def test_a_thousand_rows_are_no_hardship(context: Context) -> None:
    assert not told(a_claim(a_statement(*rows(*["10.00"] * 1000), total_amount="10.00")), context)
