"""Layers on top of the basic fund, in the order the pack states: serious illness, medical aid, local supplements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from review.claim.claim import ZERO
from review.policy.accounts import sum_name
from review.policy.bands import paid
from review.policy.basic import bands_used
from review.policy.ledger import step, traced
from review.policy.settlement import LayerShare
from review.policy.words import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.policy.bands import Slice
    from review.policy.ledger import Inputs
    from review.policy.setting import Setting
    from review.policy.settlement import Settlement, Step
    from review.policy.terms import Burden, Layer, LayerRow, LayerTerms


@dataclass(frozen=True, slots=True)
class Applied:
    """A layer as it applies to one case: the row that fits the person, and the burdens it counts."""

    id: str
    setting: Setting
    layer: Layer
    row: LayerRow
    burdens: tuple[Burden, ...]

    @property
    def terms(self) -> LayerTerms:
        """The row's terms in force."""
        return self.setting.value(self.row.terms)

    @property
    def base(self) -> str:
        """Name of the accumulated burden."""
        return sum_name(self.layer.account, "base")

    @property
    def fund(self) -> str:
        """Name of the accumulated payments."""
        return sum_name(self.layer.account, "fund")

    @property
    def income(self) -> Decimal:
        """The income base in force, yuan; 0 where the layer has none."""
        return self.setting.value(self.layer.income_base) if self.layer.income_base else ZERO

    def threshold(self, so_far: Settlement) -> Decimal:
        """Where the layer begins to pay, yuan of the counted burden."""
        stated = self.terms.threshold
        if stated.fraction is None:
            return stated.amount
        measures = {"income": self.income, "total": max(so_far.total, ZERO), "eligible": max(so_far.eligible, ZERO)}
        return self.setting.rounding.fen(measures[stated.of] * stated.fraction)

    def parts(self, so_far: Settlement) -> dict[str, Decimal]:
        """What is left of each burden the layer counts, yuan."""
        return {name: remaining(so_far, name) for name in self.burdens}

    def burden(self, so_far: Settlement) -> Decimal:
        """What of this case the layer counts, yuan."""
        return max(sum(self.parts(so_far).values(), ZERO), ZERO)

    def earlier(self, so_far: Settlement) -> Decimal:
        """What the layer counted earlier in the year, yuan."""
        return so_far.before.of(self.base) if self.layer.per == "year" else ZERO

    def slices(self, so_far: Settlement) -> tuple[Slice, ...]:
        """The case's part of the counted burden above the threshold, by band."""
        earlier = self.earlier(so_far)
        return self.terms.ratio.slices(earlier, earlier + self.burden(so_far), self.threshold(so_far))

    @property
    def ceiling(self) -> Decimal | None:
        """The most the layer pays a year, yuan, with what unbroken insurance earned; None where nothing limits it."""
        stated, facts = self.terms.ceiling, self.setting.facts
        if stated is None or self.terms.incentive is None:
            return stated
        return stated + self.terms.incentive.earned(stated, facts.insured_years, facts.claim_free_years)

    def room(self, so_far: Settlement) -> Decimal | None:
        """What the layer may still pay this year, yuan; None where nothing limits it."""
        return None if self.ceiling is None else max(self.ceiling - so_far.before.of(self.fund), ZERO)

    def payment(self, so_far: Settlement) -> Decimal:
        """What the layer pays, yuan."""
        full, room = self.setting.rounding.fen(paid(self.slices(so_far))), self.room(so_far)
        return full if room is None else min(full, room)


def remaining(so_far: Settlement, burden: str) -> Decimal:
    """What the layers booked so far have left of a burden, yuan."""
    taken = (amount for share in so_far.layers for name, amount in share.taken if name == burden)
    amount: Decimal = getattr(so_far, burden)
    return amount - sum(taken, ZERO)


def layers(so_far: Settlement, setting: Setting) -> Settlement:
    """Every layer that is switched on and meant for the case, each on what the ones before it left (§1.9, 5 to 8)."""
    for key in setting.value(setting.pack.order) if setting.pack.order else ():
        applied = _applied(key, so_far, setting)
        so_far = so_far if applied is None else _booked(so_far, applied)
    return so_far


def _applied(key: str, so_far: Settlement, setting: Setting) -> Applied | None:
    layer = setting.pack.layers[key]
    burdens = setting.find(layer.base)
    if burdens is None or (layer.schemes and setting.facts.scheme not in layer.schemes):
        return None
    fitting = (row for row in layer.rows.values() if row.when.holds(setting.facts))
    rows = [Applied(key, setting, layer, row, burdens) for row in fitting]
    best = layer.choose == "most_paid"
    return (max(rows, key=lambda one: one.payment(so_far)) if best else rows[0]) if rows else None


def _booked(so_far: Settlement, applied: Applied) -> Settlement:
    payment, layer = applied.payment(so_far), applied.layer
    share = LayerShare(
        id=applied.id,
        title=layer.title,
        fund=f"{layer.fund}_fund",
        counted=applied.burden(so_far),
        threshold=applied.threshold(so_far),
        payment=payment,
        taken=_taken(applied.parts(so_far), payment),
    )
    fund: dict[str, Any] = {share.fund: getattr(so_far, share.fund) + payment}
    done = replace(
        so_far,
        **fund,
        after=so_far.after.plus({applied.base: share.counted, applied.fund: payment}),
        layers=(*so_far.layers, share),
    )
    return traced(done, *_burden_steps(so_far, applied), _payment_step(so_far, applied))


def _taken(parts: dict[str, Decimal], payment: Decimal) -> tuple[tuple[str, Decimal], ...]:
    taken = []
    for name, amount in parts.items():
        share = min(max(amount, ZERO), payment)
        taken.append((name, share))
        payment -= share
    return tuple(one for one in taken if one[1])


def _burden_steps(so_far: Settlement, applied: Applied) -> Iterator[Step]:
    setting, layer = applied.setting, applied.layer
    parts = {STEPS[name]: amount for name, amount in applied.parts(so_far).items()}
    earlier = applied.earlier(so_far)
    before = {"年内累计": earlier} if layer.per == "year" else {}
    formula = " + ".join([*before, *parts]) + ("（已减去前面各层支付）" if so_far.layers else "")
    parameter = setting.parameter(layer.base, "、".join(parts))
    result = earlier + applied.burden(so_far)
    yield step(f"{applied.id}_base", formula, before | parts, result, parameter, f"{layer.title}计入费用")
    stated = applied.terms.threshold
    if stated.fraction is not None:
        named, amount = _measure(so_far, applied)
        inputs: Inputs = {named: amount, "起付比例": str(stated.fraction)}
        source = layer.income_base if stated.of == "income" else None
        parameter = (
            setting.parameter(source, amount) if source else setting.parameter(applied.row.terms, stated.fraction)
        )
        title = f"{layer.title}起付线"
        yield step(
            f"{applied.id}_threshold", f"{named} × 起付比例", inputs, applied.threshold(so_far), parameter, title
        )


def _measure(so_far: Settlement, applied: Applied) -> tuple[str, Decimal]:
    of = applied.terms.threshold.of
    return {
        "income": ("收入基数", applied.income),
        "total": (STEPS["total"], so_far.total),
        "eligible": (STEPS["eligible"], so_far.eligible),
    }[of]


def _payment_step(so_far: Settlement, applied: Applied) -> Step:
    terms, room = applied.terms, applied.room(so_far)
    limits = {
        "封顶线": "不限" if applied.ceiling is None else applied.ceiling,
        "年度剩余额度": "不限" if room is None else room,
    }
    inputs: Inputs = {"起付线": applied.threshold(so_far), **bands_used(applied.slices(so_far)), **limits}
    formula = "起付线以上的费用按段 × 比例，不超过年度剩余额度"
    parameter = applied.setting.parameter(applied.row.terms, terms.ratio.shown())
    title = f"{applied.layer.title}支付"
    return step(f"{applied.id}_fund", formula, inputs, applied.payment(so_far), parameter, title)
