"""The basic fund: the advance share away from home, the deductible, the ratio, the ceiling and the caps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO, CareKind
from review.errors import PolicyError
from review.packs.bands import Measure, cost_within, paid, raised
from review.packs.terms import Order
from review.policy.accounts import sum_name
from review.policy.late import late
from review.policy.limits import least_left, rooms

if TYPE_CHECKING:
    from review.packs.bands import Bands, Slice
    from review.packs.basic_terms import Ceiling
    from review.policy.limits import Room
    from review.policy.lines import Sorted
    from review.policy.opening import Apart, Opened
    from review.policy.setting import Setting

UNLIMITED = Decimal("999999999999.99")


class Before(NamedTuple):
    """What comes off before the fund pays, yuan: share away from home, stated and due deductible; and what is left."""

    advance: Decimal
    stated: Decimal
    deductible: Decimal
    rest: Decimal


class CeilingRoom(NamedTuple):
    """The year's ceiling and what is left of it, yuan; the one it does not measure is unlimited."""

    stated: Ceiling
    used: Decimal
    fund: Decimal
    cost: Decimal


class PaidApart(NamedTuple):
    """What a list paid at its own ratio came to, yuan."""

    apart: Apart
    payment: Decimal
    taken: Decimal


class Ladder(NamedTuple):
    """The fund's reckoning on the ladder, yuan.

    ``covered`` is the cost caps by cost let in, ``by_ratio`` what the slices pay, ``least`` what is due at least,
    ``due`` with that and with caps on the person, ``room`` what fund caps and ceiling leave, ``taken`` the cost taken
    on.
    """

    covered: Decimal
    slices: tuple[Slice, ...]
    by_ratio: Decimal
    least: Decimal
    due: Decimal
    room: Decimal
    payment: Decimal
    taken: Decimal


@dataclass(frozen=True, slots=True)
class Basic:
    """All the basic fund did with a case."""

    before: Before
    points: Decimal
    ceiling: CeilingRoom
    caps: tuple[Room, ...]
    apart: tuple[PaidApart, ...]
    ladder: Ladder

    @property
    def fund(self) -> Decimal:
        """What the basic fund pays, yuan."""
        return self.ladder.payment + sum((one.payment for one in self.apart), ZERO)

    @property
    def taken(self) -> Decimal:
        """The cost the fund took on: what it pays and the co-payment; yuan."""
        return self.ladder.taken + sum((one.taken for one in self.apart), ZERO)

    @property
    def over(self) -> Decimal:
        """Claimable cost beyond the ceiling and the caps, yuan."""
        return self.before.rest - self.ladder.taken + sum((one.apart.cost - one.taken for one in self.apart), ZERO)


def basic_fund(opened: Opened, columns: Sorted, setting: Setting) -> Basic:
    """The basic fund's part of the claimable cost (§1.9, 2 to 4)."""
    before = _before(opened.ladder, setting)
    ceiling = _ceiling(before, setting)
    apart = _apart(opened.apart, ceiling, setting)
    caps, points = rooms(setting), points_of(setting)
    left = CeilingRoom(
        ceiling.stated,
        ceiling.used,
        ceiling.fund - sum((one.payment for one in apart), ZERO),
        ceiling.cost - sum((one.taken for one in apart), ZERO),
    )
    ladder = _ladder(before, _Limits(left, caps), points, columns, setting)
    return Basic(before, points, ceiling, caps, apart, ladder)


def _before(cost: Decimal, setting: Setting) -> Before:
    """Advance share and deductible in the order the pack states (order A, B or C)."""
    order, stated = setting.order, stated_deductible(setting)
    if order is Order.ADVANCE_FIRST:
        advance = setting.rounding.fen(cost * setting.of(setting.pack.out_of_region.advance))
        deductible = min(stated, cost - advance)
    else:
        deductible = min(stated, cost)
        advance = ZERO
        if order is Order.DEDUCTIBLE_FIRST:
            share = setting.of(setting.pack.out_of_region.advance)
            advance = setting.rounding.fen((cost - deductible) * share)
    return Before(advance, stated, deductible, cost - advance - deductible)


def stated_deductible(setting: Setting) -> Decimal:
    """The deductible due: of the year's n-th stay, or what is left of the year's; yuan."""
    terms, tariff = setting.basic, setting.of(setting.basic.deductible)
    if terms.deductible_per == "stay":
        return setting.rounding.fen(tariff.after(setting.before.stays))
    used = setting.before.of(sum_name(terms.account, "deductible"))
    return max(setting.rounding.fen(tariff.after(0)) - used, ZERO)


def _ceiling(before: Before, setting: Setting) -> CeilingRoom:
    ceiling, account = setting.of(setting.basic.ceiling), setting.basic.account
    used = setting.before.of(sum_name(account, "fund"))
    limit = UNLIMITED if ceiling.amount is None else ceiling.amount
    if ceiling.measures == "fund":
        return CeilingRoom(ceiling, used, max(limit - used, ZERO), UNLIMITED)
    cost = setting.before.of(sum_name(account, "cost"))
    if used and not cost:
        message = "统筹封顶线按费用计算，而年内已有统筹支付，仅凭支付额推不出已用费用，未作结算。"
        advice = f"请在年度累计中补录“{sum_name(account, 'cost')}”（年内已列入统筹的费用），或由局方给出。"
        raise PolicyError(message, code="not-covered", advice=advice)
    cost += setting.before.of(sum_name(account, "deductible"))
    return CeilingRoom(ceiling, cost, UNLIMITED, max(limit - cost - before.deductible, ZERO))


def _apart(lists: tuple[Apart, ...], ceiling: CeilingRoom, setting: Setting) -> tuple[PaidApart, ...]:
    """Lists paid at a ratio of their own: no deductible, no share away from home, but within the year's ceiling."""
    fund, cost, done = ceiling.fund, ceiling.cost, []
    for one in lists:
        covered = min(one.cost, cost)
        full = setting.rounding.fen(covered * one.ratio)
        payment = min(full, fund)
        taken = covered if full <= fund else min(setting.rounding.fen(fund / one.ratio), covered)
        fund, cost = fund - payment, cost - taken
        done.append(PaidApart(one, payment, taken))
    return tuple(done)


class _Limits(NamedTuple):
    ceiling: CeilingRoom
    caps: tuple[Room, ...]


def _ladder(before: Before, limits: _Limits, points: Decimal, columns: Sorted, setting: Setting) -> Ladder:
    rest, fen = before.rest, setting.rounding.fen
    covered = _smallest(min(rest, limits.ceiling.cost), least_left(limits.caps, "cost"))
    start = _start(setting, before)
    slices = raised(setting.of(setting.basic.ratio).slices(start, start + covered), points)
    by_ratio, least = fen(paid(slices)), _least(columns, setting)
    due = max(by_ratio, min(least, covered))
    own = least_left(limits.caps, "person")
    due = due if own is None else max(due, covered - own)
    room = _smallest(limits.ceiling.fund, least_left(limits.caps, "fund"))
    if due <= room:
        return Ladder(covered, slices, by_ratio, least, due, room, due, covered)
    ends = [
        fen(cost_within(slices, room)),
        *([room + own] if own is not None else []),
        *([room] if least >= room else []),
    ]
    taken = max(min(covered, *ends), room)
    return Ladder(covered, slices, by_ratio, least, due, room, room, taken)


def _smallest(one: Decimal, other: Decimal | None) -> Decimal:
    return one if other is None else min(one, other)


def _start(setting: Setting, before: Before) -> Decimal:
    """Where the case's cost begins on the ratio's bands: after the year's, and after the deductible if that counts."""
    terms = setting.basic
    absolute = setting.of(terms.ratio).measure is Measure.ABSOLUTE
    start = before.deductible if absolute else ZERO
    if terms.ratio_over == "claim":
        return start
    year = setting.before
    start += year.of(sum_name(terms.account, "cost"))
    return start + (year.of(sum_name(terms.account, "deductible")) if absolute else ZERO)


def _least(columns: Sorted, setting: Setting) -> Decimal:
    """What the fund pays at least, yuan; 0 where the pack says nothing."""
    stated = setting.find(setting.basic.least)
    if stated is None:
        return ZERO
    measure = columns.total if stated.of == "total" else columns.eligible
    return setting.rounding.fen(max(measure, ZERO) * stated.share)


def points_of(setting: Setting) -> Decimal:
    """What is added to the ratio: the pack's points, less late papers' and the share away from home if taken so."""
    own = sum((setting.find(series) or ZERO for series in setting.basic.points.values()), ZERO)
    away = setting.of(setting.pack.out_of_region.advance) if setting.order is Order.RATIO_POINTS else ZERO
    papers = late(setting)
    return own - away - (papers.points if papers else ZERO)


def bands_used(setting: Setting) -> Bands:
    """The ratio by band that holds for the case, with the points added."""
    return setting.of(setting.basic.ratio).adjusted(points_of(setting))


def counts_stay(setting: Setting) -> bool:
    """Whether the case is a stay of the year: as the terms say, else inpatient care and what is settled like it."""
    stated = setting.basic.counts_stay
    if stated is not None:
        return stated
    kinds = setting.pack.basic[setting.facts.kind]
    return CareKind.INPATIENT in {setting.facts.kind, kinds.like}


def keeps_cost(setting: Setting) -> bool:
    """Whether the year's cost is kept for the account: where bands or ceiling are measured on it."""
    terms = setting.basic
    return terms.ratio_over == "year" or setting.of(terms.ceiling).measures == "cost"
