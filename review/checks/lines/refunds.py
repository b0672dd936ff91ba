"""Negative lines are refunds: each wants an earlier charge of the same article that it gives back."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of, price_of, relied_on
from review.checks.lines.line_words import line_words
from review.checks.paperwork import CENT, call_line, day, line_place, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_SPREAD = Decimal("0.01")
_BASIS = "退费行与原收费行相抵"


def refunds(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Articles of which more is given back than was charged, before it was charged, or at another price."""
    by_name: defaultdict[str, list[Line]] = defaultdict(list)
    for line in claim.charge_lines:
        by_name[line_words().given_back.sub("", normalise(line.text("name")))].append(line)
    for lines in by_name.values():
        back = [line for line in lines if amount_of(line) < 0]
        if back and relied_on(lines):
            yield from _matched(lines, back)


def _matched(lines: list[Line], back: list[Line]) -> Iterator[Finding]:
    left = sum(map(amount_of, lines), Decimal(0))
    if left < 0:
        yield _alone(back[0], left)
    elif early := _early(lines):
        yield _before(early)
    else:
        yield from _prices(lines, back)


def _early(lines: list[Line]) -> Line | None:
    """The first refund by which more had been given back than charged; None also where a line bears no date."""
    dated = [(on, amount_of(line) < 0, line) for line in lines if (on := day(line.text("date")))]
    left = Decimal(0)
    for _, is_refund, line in sorted(dated, key=lambda row: row[:2]) if len(dated) == len(lines) else ():
        left += amount_of(line)
        if is_refund and left < 0:
            return line
    return None


def _prices(lines: list[Line], back: list[Line]) -> Iterator[Finding]:
    """Refunds at a price that lies outside those charged, by more than a hundredth."""
    charged = [price for line in lines if amount_of(line) > 0 and (price := price_of(line)) is not None]
    for line in back if charged else ():
        price = price_of(line)
        if price is None:
            continue
        slack = max(CENT, max(charged) * _SPREAD)
        if not min(charged) - slack <= price <= max(charged) + slack:
            yield _dearer(line, price, charged)


def _alone(line: Line, left: Decimal) -> Finding:
    return Finding(
        code="refund-alone",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="退费没有对应收费",
        message=f"{call_line(line)}退费后该项目合计为{thousands(left)}元，清单中找不到足额的原收费。",
        advice="请核对是否缺页，或负号识别有误。",
        basis=_BASIS,
        values={"left": str(left)},
        place=line_place(line),
    )


def _before(line: Line) -> Finding:
    return Finding(
        code="refund-early",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="退费早于收费",
        message=f"{call_line(line)}{line.text('date')}退费{thousands(-amount_of(line))}元，多于此前该项目的收费。",
        advice="请核对日期和金额是否识别有误，或清单是否缺页。",
        basis=_BASIS,
        values={"date": line.text("date"), "amount": line.text("amount")},
        place=place((line.values.get("date"), line.values.get("amount"), line.values.get("name"))),
    )


def _dearer(line: Line, price: Decimal, charged: list[Decimal]) -> Finding:
    low, high = min(charged), max(charged)
    said = f"{low:.2f}元" if low == high else f"{low:.2f}至{high:.2f}元"
    return Finding(
        code="refund-price",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="退费单价与收费不同",
        message=f"{call_line(line)}按单价{price:.2f}元退费，该项目收费单价为{said}。",
        advice="请对照原件核对收费行和退费行的单价、数量有无改动或识别错误。",
        basis=_BASIS,
        values={"price": str(price), "low": str(low), "high": str(high)},
        place=place((line.values.get("unit_price"), line.values.get("amount"), line.values.get("name"))),
    )
