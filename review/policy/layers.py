"""Layers on top of the basic fund: serious-illness insurance (or employees' large sums), then medical aid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.policy.bands import paid
from review.policy.basic import bands_used
from review.policy.ledger import step, traced
from review.policy.setting import of_scheme
from review.policy.words import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.policy.bands import Slice
    from review.policy.ledger import Inputs
    from review.policy.setting import Setting
    from review.policy.settlement import Settlement, Step
    from review.policy.terms import Layer, LayerRow, LayerTerms


@dataclass(frozen=True, slots=True)
class Account:
    """Where a layer books: the key of its steps, and its sums in the year's accumulators."""

    key: str

    @property
    def fund(self) -> str:
        """Name of the paid sum, in the settlement and in the accumulators."""
        return f"{self.key}_fund"

    @property
    def base(self) -> str:
        """Name of the accumulated burden."""
        return f"{self.key}_base"


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
    layer = of_scheme(setting.pack.serious_illness, setting.case.insured.scheme)
    done, payment = _top_up(so_far, setting, layer, Account("serious_illness"))
    return replace(done, serious_illness_fund=payment)


def medical_aid(so_far: Settlement, setting: Setting) -> Settlement:
    """Medical aid for the groups the pack names, on what the person still bears (§1.9, 7)."""
    done, payment = _top_up(so_far, setting, setting.pack.medical_aid, Account("medical_aid"))
    return replace(done, medical_aid_fund=payment)


def _top_up(so_far: Settlement, setting: Setting, layer: Layer | None, account: Account) -> tuple[Settlement, Decimal]:
    groups, kind = setting.case.insured.groups, setting.case.care.kind
    row = next((row for row in layer.rows if row.fits(groups, kind)), None) if layer else None
    if layer is None or row is None:
        return so_far, ZERO
    applied = Applied(setting, layer, row, account)
    full, room = setting.rounding.fen(paid(applied.slices(so_far))), applied.room(so_far)
    payment = full if room is None else min(full, room)
    year = {
        account.base: getattr(so_far.before, account.base) + applied.burden(so_far),
        account.fund: getattr(so_far.before, account.fund) + payment,
    }
    done = replace(so_far, after=replace(so_far.after, **year))
    return traced(done, *_burden_steps(done, applied), _payment_step(done, applied, payment)), payment


def _burden_steps(so_far: Settlement, applied: Applied) -> Iterator[Step]:
    setting, layer, account = applied.setting, applied.layer, applied.account
    names = setting.value(layer.base)
    parts = {STEPS[name]: getattr(so_far, name) for name in names}
    less = {STEPS["serious_illness_fund"]: so_far.serious_illness_fund} if so_far.serious_illness_fund else {}
    earlier = getattr(so_far.before, account.base)
    formula = " + ".join(["年内累计", *parts]) + "".join(f" − {name}" for name in less)
    parameter = setting.parameter(layer.base, "、".join(parts))
    result = earlier + applied.burden(so_far)
    yield step(account.base, formula, {"年内累计": earlier, **parts, **less}, result, parameter)
    fraction = applied.terms.threshold.fraction
    if layer.income_base and fraction is not None:
        inputs: Inputs = {"收入基数": applied.income, "起付比例": str(fraction)}
        parameter = setting.parameter(layer.income_base, applied.income)
        yield step(f"{account.key}_threshold", "收入基数 × 起付比例", inputs, applied.threshold, parameter)


def _payment_step(so_far: Settlement, applied: Applied, payment: Decimal) -> Step:
    terms, room = applied.terms, applied.room(so_far)
    limits = {
        "封顶线": "不限" if terms.ceiling is None else terms.ceiling,
        "年度剩余额度": "不限" if room is None else room,
    }
    inputs: Inputs = {"起付线": applied.threshold, **bands_used(applied.slices(so_far)), **limits}
    formula = "起付线以上的费用按段 × 比例，不超过年度剩余额度"
    parameter = applied.setting.parameter(applied.row.terms, terms.ratio.shown())
    return step(applied.account.fund, formula, inputs, payment, parameter)
