"""Layers on top of the basic fund: serious-illness insurance (or employees' large sums), then medical aid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.claim.people import Scheme
from review.policy.bands import paid
from review.policy.basic import bands_used
from review.policy.setting import of_scheme
from review.policy.settlement import Settlement, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.policy.bands import Slice
    from review.policy.setting import Setting
    from review.policy.terms import Burden, Layer, LayerRow, LayerTerms

BURDENS: dict[Burden, str] = {
    "self_paid": "全自费",
    "over_limit": "超限价",
    "advance_self_pay": "乙类先行自付",
    "advance_out_of_region": "转外先行自付",
    "deductible": "起付线",
    "copay": "比例自付",
    "over_ceiling": "超过统筹封顶",
}


@dataclass(frozen=True, slots=True)
class Account:
    """Where a layer books: its Chinese name, and its sums in the settlement and in the year's accumulators."""

    title: str
    fund: str
    base: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A layer as it applies to one case: the row that fits the person, and the account it books to."""

    setting: Setting
    layer: Layer
    row: LayerRow
    account: Account

    @property
    def terms(self) -> LayerTerms:
        """The row's terms in force."""
        return self.setting.value(self.row.terms)

    @property
    def income(self) -> Decimal:
        """The income base in force, yuan; 0 where the layer has none."""
        return self.setting.value(self.layer.income_base) if self.layer.income_base else ZERO

    @property
    def threshold(self) -> Decimal:
        """Where the layer begins to pay, yuan of the year's burden."""
        stated = self.terms.threshold
        return stated.amount if stated.fraction is None else self.setting.rounding.fen(self.income * stated.fraction)

    def burden(self, so_far: Settlement) -> Decimal:
        """What of this case the layer counts, yuan, less what an earlier layer paid."""
        counted = (getattr(so_far, name) for name in self.setting.value(self.layer.base))
        return max(sum(counted, ZERO) - so_far.serious_illness_fund, ZERO)

    def slices(self, so_far: Settlement) -> tuple[Slice, ...]:
        """The case's part of the year's burden above the threshold, by band."""
        earlier = getattr(so_far.before, self.account.base)
        return self.terms.ratio.slices(earlier, earlier + self.burden(so_far), self.threshold)

    def room(self, so_far: Settlement) -> Decimal | None:
        """What the layer may still pay this year, yuan; None where nothing limits it."""
        ceiling, used = self.terms.ceiling, getattr(so_far.before, self.account.fund)
        return None if ceiling is None else max(ceiling - used, ZERO)


def serious_illness(so_far: Settlement, setting: Setting) -> Settlement:
    """Residents' serious-illness insurance, or employees' large-sum insurance (§1.9, 5 and 6)."""
    scheme = setting.case.insured.scheme
    title = "大病保险" if scheme is Scheme.RESIDENT else "职工大额"
    account = Account(title, "serious_illness_fund", "serious_illness_base")
    done, payment = _top_up(so_far, setting, of_scheme(setting.pack.serious_illness, scheme), account)
    return replace(done, serious_illness_fund=payment)


def medical_aid(so_far: Settlement, setting: Setting) -> Settlement:
    """Medical aid for the groups the pack names, on what the person still bears (§1.9, 7)."""
    account = Account("医疗救助", "medical_aid_fund", "medical_aid_base")
    done, payment = _top_up(so_far, setting, setting.pack.medical_aid, account)
    return replace(done, medical_aid_fund=payment)


def _top_up(so_far: Settlement, setting: Setting, layer: Layer | None, account: Account) -> tuple[Settlement, Decimal]:
    groups, kind = setting.case.insured.groups, setting.case.care.kind
    row = next((row for row in layer.rows if row.fits(groups, kind)), None) if layer else None
    if layer is None or row is None:
        return so_far, ZERO
    applied = Applied(setting, layer, row, account)
    full, room = setting.rounding.fen(paid(applied.slices(so_far))), applied.room(so_far)
    payment = full if room is None else min(full, room)
    steps = (*_burden_steps(so_far, applied), _payment_step(so_far, applied, payment))
    year = {
        account.base: getattr(so_far.before, account.base) + applied.burden(so_far),
        account.fund: getattr(so_far.before, account.fund) + payment,
    }
    return replace(so_far, after=replace(so_far.after, **year), trace=(*so_far.trace, *steps)), payment


def _burden_steps(so_far: Settlement, applied: Applied) -> Iterator[Step]:
    setting, layer, title = applied.setting, applied.layer, applied.account.title
    names = setting.value(layer.base)
    earlier = getattr(so_far.before, applied.account.base)
    inputs = {"年内累计": str(earlier)} | {BURDENS[name]: str(getattr(so_far, name)) for name in names}
    earlier_layer = so_far.serious_illness_fund
    if earlier_layer:
        inputs["减：大病已付"] = str(earlier_layer)
    yield Step(
        step=f"{title}计入费用",
        formula="年内累计 + " + " + ".join(BURDENS[name] for name in names) + (" − 大病已付" if earlier_layer else ""),
        inputs=inputs,
        parameter=setting.parameter(layer.base, "、".join(BURDENS[name] for name in names)),
        result=earlier + applied.burden(so_far),
    )
    fraction = applied.terms.threshold.fraction
    if layer.income_base and fraction is not None:
        yield Step(
            step=f"{title}起付线",
            formula="收入基数 × 起付比例",
            inputs={"收入基数": str(applied.income), "起付比例": str(fraction)},
            parameter=setting.parameter(layer.income_base, applied.income),
            result=applied.threshold,
        )


def _payment_step(so_far: Settlement, applied: Applied, payment: Decimal) -> Step:
    terms, room = applied.terms, applied.room(so_far)
    limit = "不限" if terms.ceiling is None else str(terms.ceiling)
    shown = f"起付线 {applied.threshold}，比例 {terms.ratio.shown()}，封顶 {limit}"
    return Step(
        step=f"{applied.account.title}支付",
        formula="起付线以上的费用按段 × 比例" + ("" if room is None else "，不超过年度剩余额度"),
        inputs={
            "起付线": str(applied.threshold),
            **bands_used(applied.slices(so_far)),
            "年度剩余额度": "不限" if room is None else str(room),
        },
        parameter=applied.setting.parameter(applied.row.terms, shown),
        result=payment,
    )
