"""The basic fund: what was paid elsewhere, the advance share away from home, the deductible, the ratio, the ceiling."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.claim.claim import ZERO, CareKind
from review.claim.people import Scheme
from review.errors import PolicyError
from review.policy.bands import cost_within, paid
from review.policy.settlement import Settlement, Step
from review.policy.terms import Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from review.policy.bands import Bands, Slice
    from review.policy.setting import Setting

    Tier = Callable[[Settlement, Setting], Settlement]


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
    inputs = {"政策范围内": str(done.eligible), "票面已由基金支付": str(done.already_paid)}
    formula = "政策范围内 − 票面已由基金支付，低于 0 计 0"
    step = Step(step="扣除已付", formula=formula, inputs=inputs, parameter=None, result=claimable(done))
    return replace(done, trace=(*done.trace, step))


def away_from_home(so_far: Settlement, setting: Setting) -> Settlement:
    """Advance share and deductible in the order the pack states (§1.9, 2 and 3, order A, B or C)."""
    for tier in _ORDERS[setting.order]:
        so_far = tier(so_far, setting)
    return so_far


def advance_share(so_far: Settlement, setting: Setting) -> Settlement:
    """The share the person pays first for treatment away from home (§1.3)."""
    base, share = left(so_far), setting.away_share
    amount = setting.rounding.fen(base * share)
    step = Step(
        step="转外先行自付",
        formula="待付的政策范围内费用 × 先行自付比例" + ("（先扣起付线）" if so_far.deductible else ""),
        inputs={"待付的政策范围内费用": str(base), "比例": str(share)},
        parameter=setting.parameter(setting.pack.out_of_region.advance, share),
        result=amount,
    )
    return replace(so_far, advance_out_of_region=amount, trace=(*so_far.trace, step))


def deductible(so_far: Settlement, setting: Setting) -> Settlement:
    """The deductible of the hospital's level and the year's n-th stay, at most the cost that is left (§1.9, 3)."""
    series, before = setting.basic.deductible, so_far.before
    stated = setting.value(series).at(setting.level).after(before.stays)
    amount = min(stated, left(so_far))
    step = Step(
        step="起付线",
        formula="起付线与剩余费用取小",
        inputs={"起付线": str(stated), "剩余费用": str(left(so_far)), "年内第几次住院": str(before.stays + 1)},
        parameter=setting.parameter(series, stated, setting.row),
        result=amount,
    )
    stays = before.stays + (setting.case.care.kind is CareKind.INPATIENT and bool(setting.case.lines))
    after = replace(so_far.after, stays=stays, deductible=before.deductible + amount)
    return replace(so_far, deductible=amount, after=after, trace=(*so_far.trace, step))


_ORDERS: Mapping[Order, tuple[Tier, ...]] = {
    Order.ADVANCE_FIRST: (advance_share, deductible),
    Order.DEDUCTIBLE_FIRST: (deductible, advance_share),
    Order.RATIO_POINTS: (deductible,),
}


def basic_fund(so_far: Settlement, setting: Setting) -> Settlement:
    """The basic fund's part of what is left, up to the year's ceiling; beyond it lies the over-ceiling (§1.9, 4)."""
    bands = _bands(setting)
    covered, room = _reach(so_far, setting)
    slices = bands.slices(ZERO, covered)
    full = setting.rounding.fen(paid(slices))
    pool = min(full, room)
    taken = covered if full <= room else setting.rounding.fen(cost_within(slices, room))
    over = left(so_far) - taken
    after = replace(so_far.after, basic_fund=so_far.before.basic_fund + pool)
    done = replace(so_far, basic_fund=pool, copay=taken - pool, over_ceiling=over, after=after)
    return replace(done, trace=(*so_far.trace, *_basic_steps(done, setting, slices, bands)))


def _bands(setting: Setting) -> Bands:
    """The ratio by band: of the level, raised for retired employees, lowered away from home where the pack says so."""
    terms, insured = setting.basic, setting.case.insured
    retired = insured.retired and insured.scheme is Scheme.EMPLOYEE and terms.retired_extra is not None
    extra = setting.value(terms.retired_extra) if retired and terms.retired_extra else ZERO
    lower = setting.away_share if setting.order is Order.RATIO_POINTS else ZERO
    return setting.value(terms.ratio).at(setting.level).adjusted(extra - lower)


def _reach(so_far: Settlement, setting: Setting) -> tuple[Decimal, Decimal]:
    """The cost the ceiling lets in, and the room the fund has left this year, yuan."""
    ceiling, rest, used = setting.value(setting.basic.ceiling), left(so_far), so_far.before.basic_fund
    if ceiling.measures == "fund":
        return rest, max(ceiling.amount - used, ZERO)
    if used:
        message = "统筹封顶线按费用计算，而年内已有统筹支付，仅凭支付额推不出已用费用。"
        raise PolicyError(
            message, code="not-covered", advice="请由局方给出年内已列入统筹的费用，或改用按支付额计的封顶线。"
        )
    reached = max(min(rest + so_far.deductible, ceiling.amount) - so_far.deductible, ZERO)
    return reached, reached


def _basic_steps(done: Settlement, setting: Setting, slices: tuple[Slice, ...], bands: Bands) -> Iterator[Step]:
    terms, ceiling = setting.basic, setting.value(setting.basic.ceiling)
    full, over = setting.rounding.fen(paid(slices)), done.over_ceiling
    yield Step(
        step="按比例应付",
        formula="起付线以上费用按段 × 支付比例",
        inputs=bands_used(slices),
        parameter=setting.parameter(terms.ratio, bands.shown(), setting.row),
        result=full,
    )
    used = {"按比例应付": str(full), "封顶线": str(ceiling.amount), "年内已付": str(done.before.basic_fund)}
    yield Step(
        step="统筹基金支付",
        formula="按比例应付，不超过封顶线 − 年内已付" if ceiling.measures == "fund" else "封顶线以内的费用按比例支付",
        inputs=used,
        parameter=setting.parameter(terms.ceiling, ceiling.amount),
        result=done.basic_fund,
    )
    taken = {"列入统筹的费用": str(done.copay + done.basic_fund), "统筹基金支付": str(done.basic_fund)}
    yield Step(
        step="比例自付", formula="列入统筹的费用 − 统筹基金支付", inputs=taken, parameter=None, result=done.copay
    )
    if over:
        inputs = {"起付线以上费用": str(left(done)), "列入统筹的费用": str(done.copay + done.basic_fund)}
        formula = "起付线以上费用 − 列入统筹的费用"
        yield Step(step="超过统筹封顶", formula=formula, inputs=inputs, parameter=None, result=over)


def bands_used(slices: tuple[Slice, ...]) -> dict[str, str]:
    """The slices as inputs of a step: cost times ratio, numbered from the lowest."""
    return {f"第 {number} 段": f"{one.cost} × {one.ratio}" for number, one in enumerate(slices, start=1)}
