"""Settling a case: pure tiers in their order, from the lines to what the person bears (policy §1.9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.policy.basic import away_from_home, basic_fund, take_off_paid
from review.policy.cautions import cautions
from review.policy.layers import medical_aid, serious_illness
from review.policy.lines import sort_lines
from review.policy.setting import Setting, setting_of
from review.policy.settlement import PackUsed, Settlement, Step

if TYPE_CHECKING:
    from review.policy.basic import Tier
    from review.policy.case import Case
    from review.policy.pack_model import Pack


def total_up(so_far: Settlement, _: Setting) -> Settlement:
    """What all funds pay together, and what is left to the person (§1.9, 9)."""
    parts = {
        "统筹基金": so_far.basic_fund,
        "大病保险": so_far.serious_illness_fund,
        "医疗救助": so_far.medical_aid_fund,
        "补充保险": so_far.supplement_fund,
    }
    fund = sum(parts.values())
    personal = so_far.total - so_far.already_paid - fund
    funds = Step(
        step="基金支付合计",
        formula=" + ".join(parts),
        inputs={name: str(amount) for name, amount in parts.items()},
        parameter=None,
        result=so_far.total - so_far.already_paid - personal,
    )
    person = Step(
        step="个人负担",
        formula="总费用 − 票面已付 − 基金支付合计",
        inputs={"总费用": str(so_far.total), "票面已付": str(so_far.already_paid), "基金支付合计": str(funds.result)},
        parameter=None,
        result=personal,
    )
    return replace(so_far, fund_total=funds.result, personal=personal, trace=(*so_far.trace, funds, person))


TIERS: tuple[Tier, ...] = (
    sort_lines,
    take_off_paid,
    away_from_home,
    basic_fund,
    serious_illness,
    medical_aid,
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
    ledger = Settlement(pack=used, catalogue=case.catalogue, before=before, after=before)
    for tier in TIERS:
        ledger = tier(ledger, setting)
    return replace(ledger, warnings=cautions(ledger, setting))
