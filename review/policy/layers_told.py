"""The trace of the layers: what each counts, where it begins, and what it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.policy.layers import measured
from review.policy.ledger import Basis, slices_told, step
from review.policy.words import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.policy.booking import Booked
    from review.policy.layers import LayerPaid
    from review.policy.ledger import Inputs
    from review.policy.settlement import Step


def tell_layers(booked: Booked) -> Iterator[Step]:
    """The steps of every layer that was meant for the case."""
    pairs = zip(booked.layers, booked.closed.layers, strict=True)
    for number, (one, closed) in enumerate(pairs):
        yield _base(one, booked, first=not number)
        yield from _threshold(one, booked)
        yield _payment(one, closed, booked)


def _base(one: LayerPaid, booked: Booked, *, first: bool) -> Step:
    parts = {STEPS[name]: amount for name, amount in one.parts.items()}
    before = {"年内累计": one.earlier} if one.layer.per == "year" else {}
    formula = " + ".join([*before, *parts]) + ("" if first else "（已减去前面各层支付）")
    parameter = booked.setting.tabled(one.layer.base, "、".join(parts))
    title = f"{one.layer.title}计入费用"
    return step(f"{one.id}_base", formula, before | parts, one.earlier + one.counted, Basis(parameter, title))


def _threshold(one: LayerPaid, booked: Booked) -> Iterator[Step]:
    stated, setting = one.terms.threshold, booked.setting
    if stated.fraction is None:
        return
    amount = measured(one.layer, one.terms, booked.columns, setting)
    named = {"income": "收入基数", "total": STEPS["total"], "eligible": STEPS["eligible"]}[stated.of]
    inputs: Inputs = {named: amount, "起付比例": str(stated.fraction)}
    income = one.layer.income_base if stated.of == "income" else None
    rule = setting.parameter(one.row.terms, stated.fraction)
    parameter = setting.parameter(income, amount) if income else rule
    title = f"{one.layer.title}起付线"
    formula = f"{named} × 起付比例"
    more = (rule,) if income else ()
    yield step(f"{one.id}_threshold", formula, inputs, one.threshold, Basis(parameter, title, more))


def _payment(one: LayerPaid, closed: LayerPaid, booked: Booked) -> Step:
    limits = {
        "封顶线": "不限" if one.ceiling is None else one.ceiling,
        "年度剩余额度": "不限" if one.room is None else one.room,
    }
    inputs: dict[str, Decimal | str] = {"起付线": one.threshold, **slices_told(one.slices), **limits}
    formula = "起付线以上的费用按段 × 比例，不超过年度剩余额度"
    if closed.payment != one.payment:
        inputs["他方已付抵减"] = one.payment - closed.payment
        formula += "；减他方已付超出个人负担的部分"
    if one.ceiling is not None and one.terms.ceiling is not None and one.ceiling != one.terms.ceiling:
        inputs["其中连续参保激励"] = one.ceiling - one.terms.ceiling
    parameter = booked.setting.parameter(one.row.terms, one.terms.ratio.shown())
    return step(f"{one.id}_fund", formula, inputs, closed.payment, Basis(parameter, f"{one.layer.title}支付"))
