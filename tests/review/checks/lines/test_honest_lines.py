"""Prices of honest claims by chance are silent against the history of others; a figure put before one is seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

from review.checks.entries.class_at_odds import class_at_odds
from review.checks.lines.line_product import line_product
from review.checks.lines.refunds import refunds
from review.checks.lines.repeated_rows import repeated_rows
from review.checks.lines.uneven_prices import uneven_prices
from review.checks.lines.unusual_prices import unusual_prices
from review.checks.past import Past, PriceSeen
from tests.builders import a_care, a_claim, a_line, a_receipt, a_statement, a_value
from tests.forge.stock import any_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from review.checks.finding import CheckContext
    from review.claim.claim import Claim
    from review.claim.paper import Line
    from tests.forge.case import Case, Charge

    Context = Callable[..., CheckContext]
    Article = tuple[str, str, str]

CLAIMS = 300


def article(charge: Charge) -> Article:
    return charge.name, charge.spec, charge.unit


@cache
def history() -> Mapping[Article, PriceSeen]:
    """What articles cost in as many claims of other people."""
    prices: defaultdict[Article, list[Decimal]] = defaultdict(list)
    for seed in range(CLAIMS):
        for charge in any_case(Random(seed)).charges:  # noqa: S311 - chance, not secrets
            prices[article(charge)].append(charge.price)
    return {
        key: PriceSeen(count=len(p), low=min(p), median=median(p), high=max(p), source="以往")
        for key, p in prices.items()
    }


@cache
def cases() -> tuple[Case, ...]:
    return tuple(any_case(Random(seed)) for seed in range(90_000, 90_000 + CLAIMS))  # noqa: S311 - as above


def as_line(number: int, charge: Charge) -> Line:
    cells: dict[str, Any] = {key: cell for key, cell in charge.row.items() if key != "name" and cell}
    return a_line(charge.name, position=number, entry_id=f"list/{charge.name}", **cells)


def as_claim(case: Case) -> tuple[Claim, Past]:
    """The claim its papers give, and what is known of the prices in it."""
    lines = [as_line(number, charge) for number, charge in enumerate(case.charges)]
    seen = {x.id: history()[article(c)] for x, c in zip(lines, case.charges, strict=True) if article(c) in history()}
    papers = a_receipt(total_amount=str(case.total)), a_statement(*lines)
    care = a_care(admitted=case.stay.admitted, discharged=case.stay.discharged)
    return a_claim(*papers, care=care), Past(prices=seen)


def found(context: Context, case: Case) -> list[str]:
    """Codes of what the checks of prices, products, refunds and repeated rows find."""
    claim, past = as_claim(case)
    checks = (unusual_prices, uneven_prices, line_product, refunds, repeated_rows, class_at_odds)
    return [finding.code for check in checks for finding in check(claim, context(past=past))]


def test_honest_claims_are_silent(context: Context) -> None:
    loud = {number: codes for number, case in enumerate(cases()) if (codes := found(context, case))}
    assert not loud


def forged(case: Case) -> Case:
    """The dearest line with a 5 put before its price, and the amount that follows from it: 452 to 5,452."""
    dearest = max(case.charges, key=lambda charge: charge.amount)
    price = dearest.price + 5 * 10 ** len(str(int(dearest.price)))
    charges = tuple(replace(charge, price=price) if charge is dearest else charge for charge in case.charges)
    return replace(case, charges=charges)


def test_a_figure_put_before_a_price_is_seen_nearly_always(context: Context) -> None:
    known = [c for c in cases() if article(max(c.charges, key=lambda charge: charge.amount)) in history()]
    seen = sum("price-unusual" in found(context, forged(case)) for case in known)
    assert seen >= 0.98 * len(known)


def test_a_class_made_better_beside_its_ratio_is_seen_where_enough_lines_agree(context: Context) -> None:
    long = [case for case in cases() if len(case.charges) > 15 and any(c.grade == "乙" for c in case.charges)]
    for case in long:
        claim, _ = as_claim(case)
        first = next(line for line in claim.charge_lines if line.text("insurance_class") == "乙")
        cells = {**first.values, "insurance_class": a_value("insurance_class", "甲")}
        changed = tuple(replace(line, values=cells) if line is first else line for line in claim.charge_lines)
        told = list(class_at_odds(a_claim(a_receipt(), a_statement(*changed)), context()))
        assert f"line:{first.id}" in {finding.subject for finding in told}
    assert len(long) > 100
