"""The trace of the basic fund: what comes off before, what limits it, what it pays and what stays with the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.packs.terms import Order
from review.policy.accounts import sum_name
from review.policy.basic import UNLIMITED, bands_used, points_of
from review.policy.late import late
from review.policy.ledger import Basis, slices_told, step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.packs.stated import Parameter
    from review.policy.basic import Basic, PaidApart
    from review.policy.booking import Booked
    from review.policy.ledger import Inputs
    from review.policy.limits import Room
    from review.policy.opening import Opened
    from review.policy.setting import Setting
    from review.policy.settlement import Step

_PER = {"stay": "每次", "day": "每日", "month": "每月", "year": "每年"}
_MEASURES = {"fund": "基金支付", "cost": "列入统筹的费用", "person": "比例自付"}


def tell_basic(booked: Booked) -> Iterator[Step]:
    """The steps of the basic fund."""
    setting, basic = booked.setting, booked.basic
    yield from _paid_elsewhere(booked.opened, booked)
    yield from _before(booked.opened.ladder, basic, setting)
    yield from _rooms(basic, setting)
    yield from _least(booked)
    yield from (_apart(one, setting) for one in basic.apart)
    yield _payment(booked)
    inputs = {"列入统筹的费用": basic.taken, "统筹基金支付": basic.fund}
    yield step("copay", "列入统筹的费用 − 统筹基金支付", inputs, basic.taken - basic.fund)
    if basic.over:
        above = basic.taken + basic.over
        inputs = {"起付线以上费用": above, "列入统筹的费用": basic.taken}
        yield step("over_ceiling", "起付线以上费用 − 列入统筹的费用", inputs, basic.over)


def _paid_elsewhere(opened: Opened, booked: Booked) -> Iterator[Step]:
    """What another fund paid, where it comes off first."""
    if not opened.already_paid or opened.person_first:
        return
    stated = booked.setting.case.already_paid
    inputs = {"票面已由基金支付": stated, "政策范围内": booked.columns.eligible, "待付费用": opened.claimable}
    formula = "先从政策范围内扣除，不超过总费用；待付费用低于 0 计 0"
    yield step("already_paid", formula, inputs, opened.already_paid, elsewhere(booked.setting, "先从政策范围内扣除"))


def elsewhere(setting: Setting, shown: str) -> Parameter | None:
    """The pack's rule on what others paid, where it states one."""
    stated = setting.pack.general.paid_elsewhere
    return setting.parameter(stated, shown) if stated else None


def _before(cost: Decimal, basic: Basic, setting: Setting) -> Iterator[Step]:
    """Advance share and deductible, in the order they were taken."""
    if setting.order is Order.ADVANCE_FIRST:
        yield _advance(cost, basic, setting)
    yield _deductible(cost, basic, setting)
    if setting.order is Order.DEDUCTIBLE_FIRST:
        yield _advance(cost - basic.before.deductible, basic, setting)


def _advance(cost: Decimal, basic: Basic, setting: Setting) -> Step:
    series = setting.pack.out_of_region.advance
    share, after = setting.of(series), setting.order is Order.DEDUCTIBLE_FIRST
    formula = "扣除起付线后的费用 × 先行自付比例" if after else "待付的政策范围内费用 × 先行自付比例"
    inputs: Inputs = {"费用": cost, "比例": str(share)}
    amount = basic.before.advance
    return step("advance_out_of_region", formula, inputs, amount, setting.tabled(series, share))


def _deductible(cost: Decimal, basic: Basic, setting: Setting) -> Step:
    terms, before = setting.basic, basic.before
    rest = cost - before.advance if setting.order is Order.ADVANCE_FIRST else cost
    inputs: dict[str, Decimal | str] = {"起付线": before.stated, "剩余费用": rest}
    if terms.deductible_per == "stay":
        inputs["年内第几次"] = str(setting.before.stays + 1)
        formula = "起付线与剩余费用取小"
    else:
        paid = setting.before.of(sum_name(terms.account, "deductible"))
        inputs |= {"年度起付线": before.stated + paid, "年内已付起付线": paid}
        formula = "年度起付线 − 年内已付起付线，与剩余费用取小"
    parameter = setting.tabled(terms.deductible, before.stated, setting.named)
    return step("deductible", formula, inputs, before.deductible, parameter)


def _rooms(basic: Basic, setting: Setting) -> Iterator[Step]:
    ceiling = basic.ceiling
    if ceiling.stated.amount is not None:
        limit, by_fund = ceiling.stated.amount, ceiling.stated.measures == "fund"
        inputs = {"封顶线": limit, ("年内已付" if by_fund else "年内已列入费用（含起付线）"): ceiling.used}
        formula = "封顶线 − 年内已付"
        if not by_fund:
            inputs["本次起付线"] = basic.before.deductible
            formula = "封顶线（按费用）− 年内已列入费用 − 本次起付线"
        room = ceiling.fund if by_fund else ceiling.cost
        yield step("basic_room", formula, inputs, room, setting.tabled(setting.basic.ceiling, limit))
    yield from (_cap(one, setting) for one in basic.caps)


def _cap(room: Room, setting: Setting) -> Step:
    cap, stated = room.cap, room.stated
    inputs: dict[str, Decimal | str] = {"限额": stated.amount}
    formula = f"{_PER[cap.per]}限额（{_MEASURES[stated.measures]}）"
    if cap.per == "day":
        inputs["住院天数"] = str(setting.facts.days)
        formula += "× 住院天数"
    if room.books:
        inputs["已用"] = room.used
        formula += "− 已用，低于 0 计 0"
    return step(
        f"cap_{room.key}", formula, inputs, room.left, Basis(setting.tabled(cap.amount, stated.amount), cap.title)
    )


def _least(booked: Booked) -> Iterator[Step]:
    setting, series = booked.setting, booked.setting.basic.least
    stated = setting.find(series)
    if series is None or stated is None:
        return
    of, name = (booked.columns.total, "总费用") if stated.of == "total" else (booked.columns.eligible, "政策范围内")
    inputs: Inputs = {name: max(of, ZERO), "保底比例": str(stated.share)}
    parameter = setting.tabled(series, stated.share)
    yield step("least", f"{name} × 保底比例", inputs, booked.basic.ladder.least, parameter)


def _apart(one: PaidApart, setting: Setting) -> Step:
    on = one.apart.on
    inputs: Inputs = {"单列费用": f"{one.apart.cost} × {one.apart.ratio}"}
    basis = Basis(setting.parameter(on.rule.terms, one.apart.ratio), f"{on.rule.title}单列支付")
    formula = "单列费用 × 支付比例，不超过统筹剩余额度"
    return step(f"apart_{on.key}", formula, inputs, one.payment, basis)


def _payment(booked: Booked) -> Step:
    setting, basic = booked.setting, booked.basic
    ladder, points = basic.ladder, basic.points
    unlimited = ladder.room >= UNLIMITED - basic.fund
    inputs: dict[str, Decimal | str] = {
        **slices_told(ladder.slices),
        "按比例应付": ladder.by_ratio,
        "统筹剩余额度": "不限" if unlimited else ladder.room,
    }
    formula = "起付线以上费用按段 × 支付比例，不超过统筹剩余额度" + (f"（比例已调整 {points:+}）" if points else "")
    if ladder.due > ladder.by_ratio:
        inputs["保底和个人自付限额后应付"] = ladder.due
        formula += "；低于保底或个人自付超过限额的部分由基金支付"
    if basic.apart:
        inputs["单列支付"] = basic.fund - ladder.payment
        formula += "；另加单列支付"
    if booked.closed.basic != basic.fund:
        inputs["他方已付抵减"] = basic.fund - booked.closed.basic
        formula += "；减他方已付超出个人负担的部分"
    parameter = setting.tabled(setting.basic.ratio, bands_used(setting).shown(), setting.named)
    return step("basic_fund", formula, inputs, booked.closed.basic, Basis(parameter, more=tuple(_points(setting))))


def _points(setting: Setting) -> Iterator[Parameter]:
    """The parameters that moved the ratio."""
    if not points_of(setting):
        return
    for series in setting.basic.points.values():
        own = setting.find(series)
        if own:
            yield setting.tabled(series, f"{own:+}")
    if setting.order is Order.RATIO_POINTS:
        away = setting.pack.out_of_region.advance
        yield setting.tabled(away, f"-{setting.of(away)}")
    papers, rule = late(setting), setting.pack.general.late
    if papers and rule:
        yield setting.tabled(rule, f"-{papers.points}")
