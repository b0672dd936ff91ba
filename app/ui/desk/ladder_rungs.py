"""The settlement as a ladder: what is taken off the total, what each fund pays, what is left. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.policy.settlement import Settlement, Step

ZERO = Decimal("0.00")
DEDUCTIONS = (
    ("self_paid", "bad"),
    ("over_limit", "bad"),
    ("advance_self_pay", "warn"),
    ("advance_out_of_region", "warn"),
    ("deductible", "mute"),
    ("copay", "mute"),
    ("over_ceiling", "mute"),
)
FUNDS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund")
ALWAYS = frozenset(
    {"self_paid", "advance_self_pay", "deductible", "basic_fund", "serious_illness_fund", "medical_aid_fund"}
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: its key, the signed amount in yuan, its colour token, and its span on the bar as parts of the total."""

    key: str
    amount: Decimal
    token: str
    start: float
    end: float
    rate: str = ""


def rungs(settlement: Settlement) -> tuple[Rung, ...]:
    """The steps of a settlement from the total to the person's own share; steps of nothing are left out."""
    total = settlement.total
    rates = {step.step: rate for step in settlement.trace if (rate := _rate(step))}
    first = Rung("total", total, "faint", 0.0, 1.0 if total else 0.0)
    last = Rung("personal", settlement.personal, "mute", 0.0, _part(settlement.personal, total))
    return (first, *_taken(settlement, rates), *_funds(settlement, rates), last)


def _taken(settlement: Settlement, rates: dict[str, str]) -> Iterator[Rung]:
    left = settlement.total
    for key, token in DEDUCTIONS:
        amount: Decimal = getattr(settlement, key)
        if amount or key in ALWAYS:
            rest = left - amount
            yield Rung(
                key,
                -amount,
                token,
                _part(rest, settlement.total),
                _part(left, settlement.total),
                rates.get(key, ""),
            )
            left = rest


def _funds(settlement: Settlement, rates: dict[str, str]) -> Iterator[Rung]:
    start = ZERO
    for key in FUNDS:
        amount: Decimal = getattr(settlement, key)
        if amount or key in ALWAYS:
            end = start + amount
            yield Rung(
                key, amount, "brand", _part(start, settlement.total), _part(end, settlement.total), rates.get(key, "")
            )
            start = end


def _part(amount: Decimal, total: Decimal) -> float:
    return float(min(Decimal(1), max(Decimal(0), amount / total))) if total else 0.0


def _rate(step: Step) -> str:
    """The rate a step used as a percentage, where its parameter is one."""
    value = step.parameter.value if step.parameter else ""
    if value.endswith("%"):
        return value
    try:
        number = Decimal(value)
    except ArithmeticError:
        return ""
    return f"{(number * 100).normalize():f}%" if 0 < number < 1 else ""
