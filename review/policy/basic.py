"""The basic fund: what was paid elsewhere, the advance share away from home, the deductible, the ratio, the ceiling."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.claim import ZERO, CareKind
from review.errors import PolicyError
from review.policy.accounts import sum_name
from review.policy.bands import cost_within, paid
from review.policy.ledger import step, traced
from review.policy.terms import Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from review.policy.bands import Bands, Slice
    from review.policy.ledger import Inputs
    from review.policy.setting import Setting
    from review.policy.settlement import Settlement, Step

    Tier = Callable[[Settlement, Setting], Settlement]


UNLIMITED = Decimal("999999999999.99")


def claimable(so_far: Settlement) -> Decimal:
    """Eligible cost nobody has paid for yet, yuan; never below zero and never above what was charged."""
    return max(min(so_far.eligible, so_far.total) - so_far.already_paid, ZERO)


def left(so_far: Settlement) -> Decimal:
    """Claimable cost after the advance share and the deductible booked so far, yuan."""
    return claimable(so_far) - so_far.advance_out_of_region - so_far.deductible


def take_off_paid(so_far: Settlement, setting: Setting) -> Settlement:
    """What another fund paid on the receipt's face leaves the claimable cost before everything else (§1.9, 9)."""
    done = replace(so_far, already_paid=min(setting.case.already_paid, max(so_far.total, ZERO)))
    if not done.already_paid:
        return done
    inputs = {"票面已由基金支付": setting.case.already_paid, "政策范围内": done.eligible, "待付费用": claimable(done)}
    formula = "先从政策范围内扣除，不超过总费用；待付费用低于 0 计 0"
    return traced(done, step("already_paid", formula, inputs, done.already_paid))


def away_from_home(so_far: Settlement, setting: Setting) -> Settlement:
    """Advance share and deductible in the order the pack states (§1.9, 2 and 3, order A, B or C)."""
    for tier in _ORDERS[setting.order]:
        so_far = tier(so_far, setting)
    return so_far


def advance_share(so_far: Settlement, setting: Setting) -> Settlement:
    """The share the person pays first for treatment away from home (§1.3)."""
    base, share = left(so_far), setting.of(setting.pack.out_of_region.advance)
    amount = setting.rounding.fen(base * share)
    formula = "扣除起付线后的费用 × 先行自付比例" if so_far.deductible else "待付的政策范围内费用 × 先行自付比例"
    parameter = setting.parameter(setting.pack.out_of_region.advance, share)
    done = replace(so_far, advance_out_of_region=amount)
    return traced(done, step("advance_out_of_region", formula, {"费用": base, "比例": str(share)}, amount, parameter))


def deductible(so_far: Settlement, setting: Setting) -> Settlement:
    """The deductible of the hospital's level and the year's n-th stay, at most the cost that is left (§1.9, 3)."""
    series, before, rest = setting.basic.deductible, so_far.before, left(so_far)
    stated = setting.rounding.fen(setting.of(series).after(before.stays))
    amount = min(stated, rest)
    stays = before.stays + (setting.facts.kind is CareKind.INPATIENT and bool(setting.case.lines))
    after = replace(so_far.after, stays=stays).plus({sum_name(setting.basic.account, "deductible"): amount})
    inputs: Inputs = {"起付线": stated, "剩余费用": rest, "年内第几次": str(before.stays + 1)}
    parameter = setting.parameter(series, stated, setting.row)
    done = replace(so_far, deductible=amount, after=after)
    return traced(done, step("deductible", "起付线与剩余费用取小", inputs, amount, parameter))


_ORDERS: Mapping[Order, tuple[Tier, ...]] = {
    Order.ADVANCE_FIRST: (advance_share, deductible),
    Order.DEDUCTIBLE_FIRST: (deductible, advance_share),
    Order.RATIO_POINTS: (deductible,),
}


@dataclass(frozen=True, slots=True)
class Pool:
    """The basic fund's reckoning, yuan: cost above the deductible, the ceiling's room, the slices and what they pay."""

    rest: Decimal
    covered: Decimal
    room: Decimal
    slices: tuple[Slice, ...]
    full: Decimal


def basic_fund(so_far: Settlement, setting: Setting) -> Settlement:
    """The basic fund's part of what is left, up to the year's ceiling; beyond it lies the over-ceiling (§1.9, 4)."""
    bands = _bands(setting)
    pool = _pool(so_far, setting, bands)
    payment = min(pool.full, pool.room)
    taken = pool.covered if pool.full <= pool.room else setting.rounding.fen(cost_within(pool.slices, pool.room))
    done = replace(
        so_far,
        basic_fund=payment,
        copay=taken - payment,
        over_ceiling=pool.rest - taken,
        after=so_far.after.plus({sum_name(setting.basic.account, "fund"): payment}),
    )
    return traced(done, *_steps(done, setting, pool, bands))


def _points(setting: Setting) -> Decimal:
    """What is added to the ratio: the pack's points, less the share away from home where it is taken so."""
    own = sum((setting.find(series) or ZERO for series in setting.basic.points.values()), ZERO)
    away = setting.of(setting.pack.out_of_region.advance) if setting.order is Order.RATIO_POINTS else ZERO
    return own - away


def _bands(setting: Setting) -> Bands:
    """The ratio by band that holds for the case, with the points added."""
    return setting.of(setting.basic.ratio).adjusted(_points(setting))


def _pool(so_far: Settlement, setting: Setting, bands: Bands) -> Pool:
    ceiling, rest = setting.of(setting.basic.ceiling), left(so_far)
    used = so_far.before.of(sum_name(setting.basic.account, "fund"))
    by_cost = ceiling.measures == "cost"
    if by_cost and used:
        message = "统筹封顶线按费用计算，而年内已有统筹支付，仅凭支付额推不出已用费用，未作结算。"
        raise PolicyError(
            message, code="not-covered", advice="请由局方给出年内已列入统筹的费用，或改用按支付额计的封顶线。"
        )
    limit = UNLIMITED if ceiling.amount is None else ceiling.amount
    covered = min(rest, max(limit - so_far.deductible, ZERO)) if by_cost else rest
    slices = bands.slices(ZERO, covered)
    full = setting.rounding.fen(paid(slices))
    return Pool(rest, covered, full if by_cost else max(limit - used, ZERO), slices, full)


def _steps(done: Settlement, setting: Setting, pool: Pool, bands: Bands) -> Iterator[Step]:
    terms, ceiling = setting.basic, setting.of(setting.basic.ceiling)
    taken, points = done.basic_fund + done.copay, _points(setting)
    limit = "不限" if ceiling.amount is None else ceiling.amount
    yield step(
        "basic_room",
        "封顶线 − 年内已付" if ceiling.measures == "fund" else "封顶线以内的费用（含起付线）可按比例支付",
        {"封顶线": limit, "年内已付": done.before.of(sum_name(terms.account, "fund"))},
        pool.room,
        setting.parameter(terms.ceiling, limit),
    )
    yield step(
        "basic_fund",
        "起付线以上费用按段 × 支付比例，不超过统筹剩余额度" + (f"（比例已调整 {points:+}）" if points else ""),
        {**bands_used(pool.slices), "按比例应付": pool.full, "统筹剩余额度": pool.room},
        done.basic_fund,
        setting.parameter(terms.ratio, bands.shown(), setting.row),
    )
    inputs = {"列入统筹的费用": taken, "统筹基金支付": done.basic_fund}
    yield step("copay", "列入统筹的费用 − 统筹基金支付", inputs, done.copay)
    if done.over_ceiling:
        inputs = {"起付线以上费用": pool.rest, "列入统筹的费用": taken}
        yield step("over_ceiling", "起付线以上费用 − 列入统筹的费用", inputs, done.over_ceiling)


def bands_used(slices: tuple[Slice, ...]) -> dict[str, str]:
    """The slices as inputs of a step: cost times ratio, numbered from the lowest."""
    return {f"第 {number} 段": f"{one.cost} × {one.ratio}" for number, one in enumerate(slices, start=1)}
