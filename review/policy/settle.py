"""Settling a case: pure tiers in their order, from the lines to what the person bears (policy §1.9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.policy.basic import away_from_home, basic_fund, take_off_paid
from review.policy.cautions import cautions
from review.policy.layers import layers
from review.policy.ledger import step, traced
from review.policy.lines import sort_lines
from review.policy.setting import Setting, setting_of
from review.policy.settlement import PackUsed, Settlement
from review.policy.words import STEPS

if TYPE_CHECKING:
    from review.policy.basic import Tier
    from review.policy.case import Case
    from review.policy.pack_model import Pack


FUNDS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund")


def total_up(so_far: Settlement, _: Setting) -> Settlement:
    """What all funds pay together, and what is left to the person (§1.9, 9)."""
    funds = {STEPS[name]: getattr(so_far, name) for name in FUNDS}
    fund_total = sum(funds.values(), ZERO)
    personal = so_far.total - so_far.already_paid - fund_total
    done = replace(so_far, fund_total=fund_total, personal=personal)
    parts = {STEPS[name]: getattr(done, name) for name in ("total", "already_paid", "fund_total")}
    return traced(
        done,
        step("fund_total", " + ".join(funds), funds, fund_total),
        step("personal", " − ".join(parts), parts, personal),
    )


TIERS: tuple[Tier, ...] = (
    sort_lines,
    take_off_paid,
    away_from_home,
    basic_fund,
    layers,
    total_up,
)
"""The order of policy §1.9; each tier takes what the ones before it booked and adds its own sums and steps."""


def settle(case: Case, pack: Pack) -> Settlement:
    """The settlement of a case by a pack: same case and same pack, same fen.

    Raises:
        PolicyError: the pack does not cover this kind of care or scheme.
    """
    setting = setting_of(case, pack)
    before = case.year_to_date.accumulators()
    used = PackUsed(id=pack.id, version=pack.version, status=pack.status, title=pack.title)
    ledger = Settlement(pack=used, catalogue=case.catalogue, before=before, after=before, day=setting.day)
    for tier in TIERS:
        ledger = tier(ledger, setting)
    return replace(ledger, warnings=cautions(ledger, setting))
