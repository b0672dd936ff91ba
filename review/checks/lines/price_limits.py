"""Unit prices above what the catalogue says the fund pays for at most."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import PaymentClass
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of, listed, price_of, quantity_of, relied_on
from review.checks.paperwork import call_line, paid_lines, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Line


def price_limits(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Paid lines dearer than their entry's limit.

    In one unit the settlement takes off what is above: a clue. In two units it cannot compare: a person must.
    """
    for line in paid_lines(claim):
        entry, price = context.entry(line.entry_id), price_of(line)
        if entry is None or price is None or entry.payment_class is PaymentClass.C or not relied_on([line]):
            continue
        if entry.price_limit is not None and 0 < entry.price_limit < price:
            basis = f"目录限价：{listed(entry, context)}"
            yield replace(_told(line, entry, price), basis=basis)


def _told(line: Line, entry: Entry, price: Decimal) -> Finding:
    return _other_unit(line, entry, price) if _units_differ(line, entry) else _above(line, entry, price)


def _units_differ(line: Line, entry: Entry) -> bool:
    return len({line.text("unit").strip(), entry.unit.strip()} - {""}) > 1


def _above(line: Line, entry: Entry, price: Decimal) -> Finding:
    limit = entry.price_limit or Decimal(0)
    over = abs(amount_of(line)) - limit * abs(quantity_of(line))
    return Finding(
        code="above-limit",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="单价高于限价",
        message=(
            f"{call_line(line)}单价{price:.2f}元，“{entry.name}”限价{limit}元，"
            f"超出部分{thousands(max(over, Decimal(0)))}元由个人负担。"
        ),
        advice="结算时已扣除超出部分；请核对单价和单位是否识别有误。",
        basis="目录限价",
        values={"entry": entry.id, "price": str(price), "limit": str(limit)},
        place=place((line.values.get("unit_price"), line.values.get("name"))),
    )


def _other_unit(line: Line, entry: Entry, price: Decimal) -> Finding:
    return Finding(
        code="limit-unit",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="计价单位与限价单位不同",
        message=(
            f"{call_line(line)}单价{price:.2f}元/{line.text('unit')}，“{entry.name}”限价{entry.price_limit}元/{entry.unit}，"
            "单位不同，结算未扣超限价部分。"
        ),
        advice="请按同一单位换算后比较：未超出的说明理由放行；超出的请更正单位、单价和数量，或剔除该行。",
        basis="目录限价",
        values={"entry": entry.id, "price": str(price), "unit": line.text("unit"), "limit": str(entry.price_limit)},
        place=place((line.values.get("unit"), line.values.get("unit_price"), line.values.get("name"))),
    )
