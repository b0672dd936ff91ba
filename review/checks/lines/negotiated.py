"""Negotiated drugs (凡例第十二条): care within the term of the agreement, price within the payment standard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import relied_on
from review.checks.paperwork import call_line, day, decimal, line_place, paid_lines
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Line

_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_STANDARD = re.compile(r"(\d+(?:\.\d+)?)\s*元?\s*[(（]([^;；]+?)/([^/()（）;；]+)[)）]\s*(?=$|[;；])")
_BASIS = "凡例第十二条：协议期内谈判药品的支付标准及协议有效期"


@dataclass(frozen=True, slots=True)
class Standard:
    """A payment standard as printed: yuan for one unit of a strength."""

    price: Decimal
    strength: str
    unit: str


def negotiated(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines of negotiated drugs outside the term of their agreement, or dearer than their payment standard."""
    for line in paid_lines(claim):
        entry = context.entry(line.entry_id)
        if entry is None or not relied_on([line], ("date", "unit_price", "spec", "unit")):
            continue
        on = day(line.text("date")) or claim.care.day
        term = term_of(entry.agreement)
        if on and term and not term[0] <= on <= term[1]:
            yield _outside(line, entry, on)
        standard = _standard(line, entry)
        price = decimal(line.text("unit_price"))
        if standard and price is not None and price > standard.price:
            yield _dearer(line, entry, standard, price)


def term_of(agreement: str) -> tuple[date, date] | None:
    """First and last day of an agreement as printed; None where it does not print both."""
    try:
        days = [date(*map(int, found)) for found in _DATE.findall(agreement)]
    except ValueError:
        return None
    return (days[0], days[1]) if len(days) == len(("first", "last")) else None


def standards_of(printed: str) -> tuple[Standard, ...]:
    """The payment standards in a printed text; none where the price is kept secret or not for a plain unit."""
    found = _STANDARD.findall(printed)
    return tuple(Standard(Decimal(price), normalise(strength), unit.strip()) for price, strength, unit in found)


def _standard(line: Line, entry: Entry) -> Standard | None:
    """The standard for the very strength and unit that the line prints; None where the paper does not decide."""
    strength, unit = normalise(line.text("spec")), line.text("unit").strip()
    fitting = [s for s in standards_of(entry.payment_standard) if s.unit == unit and s.strength == strength]
    return fitting[0] if len(fitting) == 1 and strength else None


def _outside(line: Line, entry: Entry, on: date) -> Finding:
    return Finding(
        code="agreement-term",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="不在协议有效期内",
        message=f"{call_line(line)}按“{entry.name}”支付，使用日期{on}不在协议有效期内（{entry.agreement}）。",
        advice="请核对日期和当日有效的目录；协议期外的，按参保地规定剔除或说明理由。",
        basis=_BASIS,
        values={"entry": entry.id, "on": str(on), "agreement": entry.agreement},
        place=line_place(line),
    )


def _dearer(line: Line, entry: Entry, standard: Standard, price: Decimal) -> Finding:
    over = (price - standard.price) * abs(decimal(line.text("quantity")) or Decimal(1))
    return Finding(
        code="above-standard",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="单价高于支付标准",
        message=(
            f"{call_line(line)}单价{price}元，“{entry.name}”的支付标准为每{standard.unit}{standard.price}元，"
            f"超出部分共{thousands(over)}元应由个人负担。"
        ),
        advice="请核对单价、规格和单位；确属超出的，请按参保地规定处理并说明理由。",
        basis=_BASIS,
        values={"entry": entry.id, "price": str(price), "standard": str(standard.price)},
        place=line_place(line),
    )
