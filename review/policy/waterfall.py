"""The settlement as a waterfall: from the total, past what falls away, to what each fund pays and the person bears."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO
from review.money import parse_money, thousands
from review.policy.words import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.policy.settlement import Settlement, Step


class Side(StrEnum):
    """Whose a fall is: a sum on the way, the person's own, a fund's, or somebody else's."""

    SUM = "sum"
    OWN = "own"
    FUND = "fund"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Fall:
    """One step of the waterfall.

    ``key`` is the name of its step (``<layer>_fund`` for a layer's payment); ``amount`` yuan as settled; ``start`` and
    ``end`` where its bar lies, yuan from zero (end >= start). ``rate`` is the percentage it was reckoned with, ``how``
    the arithmetic; both empty where there was none.
    """

    key: str
    title: str
    amount: Decimal
    side: Side
    start: Decimal
    end: Decimal
    rate: str = ""
    how: str = ""

    @property
    def short(self) -> str:
        """The title without the word that it is a payment, for narrow places."""
        return self.title.removesuffix("支付")


class Span(NamedTuple):
    """A bar as parts of the whole width, 0 to 1."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """All falls from the total down to the person, and the stretch of yuan they lie in (it always holds zero)."""

    falls: tuple[Fall, ...]
    low: Decimal
    high: Decimal

    def span(self, fall: Fall) -> Span:
        """Where the bar of a fall lies across the width."""
        return Span(self.part(fall.start), self.part(fall.end))

    def part(self, amount: Decimal) -> float:
        """Where an amount lies across the width, 0 to 1."""
        width = self.high - self.low
        return float((amount - self.low) / width) if width else 0.0


class Paid(NamedTuple):
    """What one layer paid: the name of its step, its title and the payment in yuan."""

    key: str
    title: str
    amount: Decimal


LINES = ("self_paid", "over_limit", "advance_self_pay")
LADDER = ("advance_out_of_region", "deductible", "copay", "over_ceiling")
LAYERED = ("serious_illness_fund", "medical_aid_fund", "supplement_fund")
FOREVER = frozenset(
    {"total", "eligible", "deductible", "basic_fund", "serious_illness_fund", "medical_aid_fund", "personal"}
)
"""Falls that are shown even where they are nothing: a reader looks for them."""
SLICES = 3
"""Stretches of cost that are written out beside a fall."""
_RATIO = re.compile(r"(?<![\d.])(0\.\d+|1(?:\.0+)?|0)(?![\d.]|\s*起)")


def waterfall(settlement: Settlement) -> Waterfall:
    """The falls of a settlement; those of nothing are left out unless a reader looks for them."""
    falls = tuple(fall for fall in _falls(settlement) if fall.amount or fall.key in FOREVER)
    ends = [ZERO, *(edge for fall in falls for edge in (fall.start, fall.end))]
    return Waterfall(falls, min(ends), max(ends))


def paid_by_layers(settlement: Settlement) -> tuple[Paid, ...]:
    """What each layer above the basic fund paid, in order; a settlement kept without layers gives its three sums."""
    if settlement.layers or settlement.day is not None:
        return tuple(Paid(f"{layer.id}_fund", layer.title, layer.payment) for layer in settlement.layers)
    return tuple(Paid(key, STEPS[key].removesuffix("支付"), getattr(settlement, key)) for key in LAYERED)


def _falls(settlement: Settlement) -> Iterator[Fall]:
    steps = {step.step: step for step in settlement.trace}
    total, eligible = settlement.total, settlement.eligible
    yield _rising("total", total, Side.SUM, ZERO)
    yield from _dropping(settlement, LINES, total, steps)
    yield _rising("eligible", eligible, Side.SUM, ZERO)
    open_cost = max(min(eligible, total), ZERO)
    first = _paid_first(settlement, open_cost)
    if first:
        yield from _dropping(settlement, ("already_paid",), open_cost, steps)
        open_cost = max(open_cost - settlement.already_paid, ZERO)
    yield from _dropping(settlement, LADDER, open_cost, steps)
    yield from _funds(settlement, steps)
    yield _rising("fund_total", settlement.fund_total, Side.SUM, ZERO)
    yield _rising("personal", settlement.personal, Side.OWN, settlement.fund_total)
    if not first:
        yield from _dropping(settlement, ("already_paid",), settlement.total, steps)


def _paid_first(settlement: Settlement, open_cost: Decimal) -> bool:
    """Whether what others paid was taken off the eligible cost before the ladder, not off what was left at the end."""
    ladder = sum((getattr(settlement, key) for key in LADDER), settlement.basic_fund)
    return bool(open_cost - ladder >= settlement.already_paid)


def _dropping(settlement: Settlement, keys: tuple[str, ...], left: Decimal, steps: dict[str, Step]) -> Iterator[Fall]:
    """Each sum taken off what the one before it left."""
    for key in keys:
        amount: Decimal = getattr(settlement, key)
        side = Side.ELSEWHERE if key == "already_paid" else Side.OWN
        low, high = sorted((left - amount, left))
        yield Fall(key, STEPS[key], amount, side, low, high, *_reckoned(steps.get(key)))
        left -= amount


def _funds(settlement: Settlement, steps: dict[str, Step]) -> Iterator[Fall]:
    """The payments of the funds, each on top of the one before it."""
    basic = Paid("basic_fund", "统筹基金", settlement.basic_fund)
    start = ZERO
    for key, title, amount in (basic, *paid_by_layers(settlement)):
        yield Fall(key, f"{title}支付", amount, Side.FUND, start, start + amount, *_reckoned(steps.get(key)))
        start += amount


def _rising(key: str, amount: Decimal, side: Side, start: Decimal) -> Fall:
    low, high = sorted((start, start + amount))
    return Fall(key, STEPS[key], amount, side, low, high)


def _reckoned(step: Step | None) -> tuple[str, str]:
    """Rate and arithmetic of a step; both empty where there is no step."""
    if step is None:
        return "", ""
    rate = rate_of(step)
    parts = [f"{thousands(cost)} × {percent(ratio)}" for cost, ratio in slices_of(step)]
    return rate, " ＋ ".join(parts[:SLICES]) + ("…" if len(parts) > SLICES else "") or rate


def slices_of(step: Step) -> tuple[tuple[Decimal, Decimal], ...]:
    """Cost in yuan and ratio of each stretch a step paid for."""
    pairs = (value.split(" × ") for value in step.inputs.values())
    read = ([parse_money(part) for part in pair] for pair in pairs if len(pair) == 2)  # noqa: PLR2004 - cost and ratio
    return tuple((cost, ratio) for cost, ratio in read if cost is not None and ratio is not None and ratio <= 1)


def rate_of(step: Step) -> str:
    """The rates a step used as percentages, ``60%`` or ``60–75%``; empty where its parameter is none."""
    value = step.parameter.value if step.parameter else ""
    if value.endswith("%"):
        return value
    found = [Decimal(text) for text in _RATIO.findall(value)] if "." in value or value == "1" else []
    if not any(found) or max(found) > 1:
        return ""
    low, high = percent(min(found)), percent(max(found))
    return high if low == high else f"{low.removesuffix('%')}–{high}"


def percent(ratio: Decimal) -> str:
    """A ratio as people say it: ``0.6`` is ``60%``."""
    return f"{(ratio * 100).normalize():f}%"
