"""How a fund's payment came about, in one plain sentence: so much of so much, and what bounded it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.money import CENT, parse_money, thousands
from review.policy.waterfall import percent, slices_of
from review.policy.words import step_title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from review.policy.settlement import Settlement, Step

    Steps = Mapping[str, Step]

_BOUNDS = ("cap_", "least", "basic_room")
"""How steps begin that can bound what the basic fund pays."""


def basic_words(settlement: Settlement, steps: Steps) -> str:
    """How the basic fund's payment came about, or why there is none."""
    if not settlement.basic_fund:
        return _nothing(settlement)
    apart = "".join(
        f"{step_title(step)}单列支付 {thousands(step.result)} 元。"
        for key, step in steps.items()
        if key.startswith("apart_") and step.result
    )
    single = sum((step.result for key, step in steps.items() if key.startswith("apart_")), ZERO)
    named = bounds(settlement, steps) or "封顶线或限额"
    above = "起付线以上" if settlement.deductible else "可以报销"
    return reckoned(steps.get("basic_fund"), settlement.basic_fund - single, above, named) + apart


def bounds(settlement: Settlement, steps: Steps) -> str:
    """What bounded the basic fund's payment or the person's share of it: the pack's own words, or empty."""
    ends = {settlement.basic_fund, settlement.copay} - {ZERO}
    found = (step_title(one) for key, one in steps.items() if key.startswith(_BOUNDS) and one.result in ends)
    return "、".join(dict.fromkeys(found))


def layer_words(steps: Steps, key: str, payment: Decimal) -> str:
    """How a layer's payment came about, or why there is none; empty where nothing counts towards it."""
    threshold = _threshold(steps.get(key))
    above = f"超过起付线 {thousands(threshold)} 元" if threshold else "可以计入"
    return reckoned(steps.get(key), payment, above, "封顶线") or _below(steps, key)


def reckoned(step: Step | None, amount: Decimal, above: str, named: str) -> str:
    """Stretches of cost with their ratios, and what a bound made of them; empty where nothing was paid so.

    ``above`` says of which cost, ``named`` what bounded the payment.
    """
    slices = slices_of(step) if step else ()
    if not slices or not amount:
        return ""
    parts = "，".join(f"{thousands(cost)} 元付 {percent(ratio)}" for cost, ratio in slices)
    full = sum((cost * ratio for cost, ratio in slices), ZERO)
    bounded = ""
    if full - amount > CENT:
        bounded = f"；按比例是 {thousands(full)} 元，因{named}，只付 {thousands(amount)} 元"
    elif amount - full > CENT:
        bounded = f"；按比例是 {thousands(full)} 元，因{named}，付到 {thousands(amount)} 元"
    return f"{above}的费用里，{parts}{bounded}。"


def _nothing(settlement: Settlement) -> str:
    if not settlement.eligible:
        return "没有可以列入报销范围的费用。"
    if settlement.over_ceiling:
        return "能付的额度已经用完，所以没有支付。"
    return "可以报销的费用没有超过起付线，所以没有支付。" if settlement.deductible else "本次没有支付。"


def _below(steps: Steps, key: str) -> str:
    """Why a layer paid nothing: its threshold was not reached, or its year was used up."""
    counted, step = steps.get(f"{key.removesuffix('_fund')}_base"), steps.get(key)
    if step is None or counted is None or not counted.result:
        return ""
    threshold = _threshold(step)
    if threshold is None or counted.result > threshold:
        return "能付的额度已经用完，所以没有支付。"
    own, line = thousands(counted.result), thousands(threshold)
    return f"累计可以计入的个人负担是 {own} 元，没有超过起付线 {line} 元。"


def _threshold(step: Step | None) -> Decimal | None:
    return parse_money(step.inputs.get("起付线", "")) if step else None
