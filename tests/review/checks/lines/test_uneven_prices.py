"""One article is not five times as dear in one line of a claim as in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import OUTSIDE
from review.checks.finding import CheckContext, Severity
from review.checks.lines.uneven_prices import uneven_prices
from review.claim.paper import Standing
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]


def drug(price: str, **changes: Any) -> Line:
    usual = {"spec": "5ml", "unit": "支", "unit_price": price, "quantity": "1", "amount": price, "entry_id": "list/1"}
    return a_line("样例注射液", **(usual | changes))


def found(context: Context, *lines: Line) -> list[Finding]:
    return list(uneven_prices(a_claim(a_statement(*lines)), context()))


def test_a_line_far_dearer_than_its_like_is_a_clue(context: Context) -> None:
    changed = drug("316.14")
    (finding,) = found(context, drug("16.14"), drug("16.14"), changed, drug("16.20"))
    assert (finding.code, finding.severity) == ("price-uneven", Severity.CLUE)
    assert finding.subject == f"line:{changed.id}"
    assert "单价316.14元，本单同一项目其他各行为16.14元" in finding.message


@pytest.mark.parametrize("price", ["16.14", "8.07", "32.28", "79.00", "1.00"])
def test_half_prices_new_lots_and_cheap_lines_are_silent(context: Context, price: str) -> None:
    assert not found(context, drug("16.14"), drug("16.14"), drug(price))


@pytest.mark.parametrize(
    "changes",
    [
        {"spec": "100ml"},
        {"unit": "盒"},
        {"entry_id": "list/2"},
        {"entry_id": OUTSIDE},
        {"amount": "-316.14"},
        {"standing": Standing.DOUBTFUL},
    ],
)
def test_what_cannot_be_compared_is_silent(context: Context, changes: dict[str, Any]) -> None:
    assert not found(context, drug("16.14"), drug("16.14"), drug("316.14", **changes))


def test_names_that_nobody_matched_cover_many_articles(context: Context) -> None:
    assert not found(context, drug("16.14", entry_id=""), drug("316.14", entry_id=""))


def test_small_sums_are_not_worth_a_word(context: Context) -> None:
    assert not found(context, drug("0.50"), drug("5.00"))


@pytest.mark.parametrize("price", ["", "十元", "NaN", "0"])
def test_unreadable_prices_are_silent(context: Context, price: str) -> None:
    assert not found(context, drug(price, quantity="0"), drug("316.14"))
