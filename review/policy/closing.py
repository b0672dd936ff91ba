"""The end of a settlement: what others paid comes off where it does so last, and what is left to the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.policy.accounts import sum_name
from review.policy.basic import counts_stay, keeps_cost

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from review.claim.claim import YearToDate
    from review.policy.basic import Basic
    from review.policy.layers import Burdens, LayerPaid
    from review.policy.opening import Opened
    from review.policy.setting import Setting


@dataclass(frozen=True, slots=True)
class Closed:
    """What is left of each burden, yuan, and what the funds pay after all."""

    burdens: Mapping[str, Decimal]
    basic: Decimal
    layers: tuple[LayerPaid, ...]


def close(opened: Opened, basic: Basic, layers: tuple[LayerPaid, ...], burdens: Burdens) -> Closed:
    """All burdens less what the layers took; what others paid comes off here where the pack says person first.

    It takes off the person's burdens, the ones nobody insures first; what is more than all of them makes the funds
    pay less, the last one first.
    """
    left = dict(burdens)
    for one in layers:
        for name, amount in one.taken.items():
            left[name] -= amount
    if not (opened.person_first and opened.already_paid):
        return Closed(left, basic.fund, layers)
    rest = opened.already_paid
    for name, amount in left.items():
        off = min(amount, rest)
        left[name] -= off
        rest -= off
    return _less(Closed(left, basic.fund, layers), rest)


def _less(closed: Closed, excess: Decimal) -> Closed:
    """The funds paying so much less, the last layer first."""
    cut: list[LayerPaid] = []
    for one in reversed(closed.layers):
        off = min(one.payment, excess)
        excess -= off
        cut.insert(0, one._replace(payment=one.payment - off, taken=_shorter(one.taken, off)) if off else one)
    return replace(closed, layers=tuple(cut), basic=closed.basic - excess)


def _shorter(taken: Mapping[str, Decimal], off: Decimal) -> dict[str, Decimal]:
    """What a layer took with so much less, the burden it took last first."""
    left = dict(taken)
    for name in reversed(left):
        less = min(left[name], off)
        left[name] -= less
        off -= less
    return {name: amount for name, amount in left.items() if amount}


def year_after(basic: Basic, closed: Closed, setting: Setting) -> YearToDate:
    """What the year stands at with the case: each sum moved by what the case adds, the stay counted."""
    terms, before = setting.basic, setting.before
    cut = basic.fund - closed.basic
    measures = {
        "fund": basic.ladder.payment - min(cut, basic.ladder.payment),
        "cost": basic.ladder.taken,
        "person": basic.ladder.taken - basic.ladder.payment,
    }
    more = {one.books: measures[one.stated.measures] for one in basic.caps if one.books}
    more[sum_name(terms.account, "deductible")] = basic.before.deductible
    more[sum_name(terms.account, "fund")] = closed.basic
    if keeps_cost(setting):
        more[sum_name(terms.account, "cost")] = basic.taken
    for one in closed.layers:
        base, fund = sum_name(one.layer.account, "base"), sum_name(one.layer.account, "fund")
        more.setdefault(base, one.counted)
        more[fund] = more.get(fund, ZERO) + one.payment
    stays = bool(setting.case.lines) and counts_stay(setting)
    moved = before.plus({name: amount for name, amount in more.items() if amount})
    return replace(moved, stays=before.stays + 1) if stays else moved
