"""What the tiers work on: refunds set off, what was paid elsewhere taken off, and what is paid apart set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO
from review.packs.terms import PaidElsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from review.policy.items import Listed
    from review.policy.lines import Sorted
    from review.policy.setting import Setting

OWN = ("self_paid", "third_party", "over_limit", "advance_self_pay")
"""Columns that stay with the person, in the order refunds are set off against them."""


class Apart(NamedTuple):
    """Lines of one list that is paid apart from the ladder, and their claimable cost in yuan."""

    on: Listed
    ratio: Decimal
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Opened:
    """What is left of the columns, yuan, none below zero.

    ``own`` is what the person bears whatever the funds pay, by column; ``claimable`` the eligible cost nobody has paid
    for yet: what is paid ``apart`` and the ``ladder``'s. ``person_first``: others' payment comes off at the end.
    """

    already_paid: Decimal
    person_first: bool
    own: Mapping[str, Decimal]
    claimable: Decimal
    apart: tuple[Apart, ...]
    ladder: Decimal


def open_up(columns: Sorted, setting: Setting) -> Opened:
    """The amounts the tiers work on (§1.9, 9: what others paid leaves before everything else, or at the very end)."""
    already = min(setting.case.already_paid, max(columns.total, ZERO))
    person_first = _person_first(setting)
    own, claimable = net(columns)
    if already and not person_first:
        own, claimable = _without(already, own, claimable)
    apart = _apart(columns, setting, claimable)
    return Opened(already, person_first, own, claimable, apart, claimable - sum((one.cost for one in apart), ZERO))


def net(columns: Sorted) -> tuple[dict[str, Decimal], Decimal]:
    """The person's own columns and the eligible cost, refunds set off; they add up to the total, or are all zero.

    A column below zero comes off the person's own columns first, then off the eligible cost.
    """
    parts = {name: getattr(columns, name) for name in OWN}
    parts["self_paid"] -= columns.third_party
    parts["eligible"] = columns.eligible
    refund = -sum((amount for amount in parts.values() if amount < 0), ZERO)
    left: dict[str, Decimal] = {}
    for name, amount in parts.items():
        full = max(amount, ZERO)
        left[name] = max(full - refund, ZERO)
        refund -= full - left[name]
    return left, left.pop("eligible")


def _person_first(setting: Setting) -> bool:
    stated = setting.pack.general.paid_elsewhere
    return stated is not None and setting.value(stated) is PaidElsewhere.PERSON_FIRST


def _without(paid: Decimal, own: dict[str, Decimal], claimable: Decimal) -> tuple[dict[str, Decimal], Decimal]:
    """Both less what others paid: the eligible cost first, then the person's own from the last column on."""
    rest = max(paid - claimable, ZERO)
    left = dict(own)
    for name in reversed(OWN):
        taken = min(left[name], rest)
        left[name] -= taken
        rest -= taken
    return left, max(claimable - paid, ZERO)


def _apart(columns: Sorted, setting: Setting, claimable: Decimal) -> tuple[Apart, ...]:
    """The lists paid at a ratio of their own, each with its eligible cost, all together within the claimable."""
    if not setting.pack.items:
        return ()
    sums: dict[str, tuple[Listed, Decimal]] = {}
    for share in columns.shares:
        on = share.judged.on
        if on and on.terms.ratio is not None:
            before = sums[on.key][1] if on.key in sums else ZERO
            sums[on.key] = on, before + share.eligible
    found = []
    for on, cost in sums.values():
        counted = min(max(cost, ZERO), claimable)
        claimable -= counted
        found.append(Apart(on, on.terms.ratio or ZERO, counted))
    return tuple(found)
