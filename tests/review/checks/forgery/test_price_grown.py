"""A price with a digit put in is told by what others paid and by the other lines; dear makers are left alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.forgery.price_grown import price_grown
from review.checks.past import Past, PriceSeen
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]
ENTRY = "services-demo/331601002"


def charged(price: str, name: str = "乳腺肿物切除术", **cells: Any) -> Any:
    return a_line(name, unit="次", quantity="1", unit_price=price, amount=price, **({"entry_id": ENTRY} | cells))


def seen(claim: Claim, *, low: str = "430", high: str = "480", count: int = 7) -> Past:
    """What others paid for every line of the claim."""
    price = PriceSeen(count=count, low=Decimal(low), median=Decimal(low), high=Decimal(high), source="本局已审报销单")
    return Past(prices=MappingProxyType({line.id: price for line in claim.charge_lines}))


def test_the_published_fee_wants_a_decision_at_its_place(context: Context) -> None:
    claim = a_claim(a_statement(charged("5452.00")))
    (finding,) = price_grown(claim, context(past=seen(claim)))
    assert finding.severity is Severity.DECISION
    assert "去掉一位数字即452.00元" in finding.message
    assert finding.place is not None


@pytest.mark.parametrize(
    ("price", "past"), [("452.00", {}), ("1350.00", {}), ("6100.00", {}), ("5452.00", {"count": 4})]
)
def test_usual_dear_and_little_known_prices_are_left_alone(context: Context, price: str, past: dict[str, Any]) -> None:
    claim = a_claim(a_statement(charged(price)))
    assert not list(price_grown(claim, context(past=seen(claim, **past))))


def test_names_that_cover_articles_of_any_price_say_nothing(context: Context) -> None:
    claim = a_claim(a_statement(charged("5452.00", "材料费")))
    assert not list(price_grown(claim, context(past=seen(claim, low="12", high="900"))))


def test_the_other_lines_of_an_article_tell_its_price(context: Context) -> None:
    lines = [charged("36.20", "静脉输液"), charged("36.20", "静脉输液"), charged("336.20", "静脉输液")]
    (finding,) = price_grown(a_claim(a_statement(*lines)), context())
    assert "本单同一项目其余各行2笔" in finding.message
    assert finding.subject == f"line:{lines[2].id}"
    assert not list(price_grown(a_claim(a_statement(*lines[1:])), context()))


def test_lines_that_nobody_matched_are_not_held_against_each_other(context: Context) -> None:
    lines = [charged(price, "材料费", entry_id="") for price in ("36.20", "36.20", "336.20")]
    assert not list(price_grown(a_claim(a_statement(*lines)), context()))


@pytest.mark.parametrize("price", ["", "0", "-452.00", "NaN", "1e30"])
def test_unreadable_prices_do_not_raise(context: Context, price: str) -> None:
    claim = a_claim(a_statement(charged(price), charged("452.00"), charged("452.00")))
    assert not list(price_grown(claim, context(past=seen(claim, low="0", high="0"))))
