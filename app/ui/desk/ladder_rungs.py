"""The settlement's waterfall as the desk draws it: signs, colours, words of the language in force. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.label_keys import SUMS
from app.ui.labels import sum_label
from review.policy.explain import basis_told, inputs_told, rested_on
from review.policy.waterfall import Side, waterfall
from review.policy.words import step_title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.policy.settlement import Settlement, Step
    from review.policy.waterfall import Fall, Waterfall

TOKENS = {
    "self_paid": "bad",
    "over_limit": "bad",
    "advance_self_pay": "warn",
    "advance_out_of_region": "warn",
    "total": "faint",
}
"""Colours of falls that stand out; the others take that of their side."""
SIDES = {Side.SUM: "faint", Side.OWN: "mute", Side.FUND: "brand", Side.ELSEWHERE: "info"}
ON_THE_WAY = frozenset({"eligible", "fund_total"})
"""Sums on the way: shown where there is room for the whole ladder."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One fall of the waterfall.

    ``amount`` is signed: below zero what is taken off. ``start`` and ``end`` are parts of the bar's width, ``tip`` the
    step it came by.
    """

    key: str
    words: str
    amount: Decimal
    token: str
    start: float
    end: float
    tip: str = ""


def rungs(settlement: Settlement, *, whole: bool = False) -> tuple[Rung, ...]:
    """The rungs from the total to the person's own share; ``whole`` with the sums on the way."""
    shown = waterfall(settlement)
    steps = {step.step: step for step in settlement.trace}
    falls = (fall for fall in shown.falls if whole or fall.key not in ON_THE_WAY)
    return tuple(_rung(fall, shown, steps.get(fall.key)) for fall in falls)


def _rung(fall: Fall, shown: Waterfall, step: Step | None) -> Rung:
    title = sum_label(fall.key) if fall.key in SUMS else fall.short
    taken = fall.side in {Side.OWN, Side.ELSEWHERE} and fall.key != "personal"
    return Rung(
        key=fall.key,
        words=f"{title} {fall.rate}".strip(),
        amount=-fall.amount if taken else fall.amount,
        token=TOKENS.get(fall.key, SIDES[fall.side]),
        start=shown.span(fall).start,
        end=shown.span(fall).end,
        tip="\n".join(_told(step)) if step else "",
    )


def _told(step: Step) -> Iterator[str]:
    yield f"{step_title(step)} = {step.formula}"
    if step.inputs:
        yield inputs_told(step)
    yield from (basis_told(used) for used in rested_on(step))
