"""Layers on top of the basic fund, in the order the pack states: serious illness, medical aid, local supplements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO
from review.packs.bands import paid
from review.policy.accounts import sum_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from review.packs.bands import Slice
    from review.packs.layer_terms import Burden, Layer, LayerRow, LayerTerms
    from review.policy.basic import Basic
    from review.policy.lines import Sorted
    from review.policy.opening import Opened
    from review.policy.setting import Setting

Burdens = dict[str, "Decimal"]


class LayerPaid(NamedTuple):
    """What a layer did with a case, yuan.

    ``parts`` is what was left of each burden it counts, ``counted`` their sum, ``earlier`` what it counted earlier in
    the year, ``used`` what it paid; ``ceiling`` holds what unbroken insurance earned. ``taken`` adds up to ``payment``.
    """

    id: str
    layer: Layer
    row: LayerRow
    terms: LayerTerms
    parts: Mapping[str, Decimal]
    earlier: Decimal
    counted: Decimal
    threshold: Decimal
    slices: tuple[Slice, ...]
    ceiling: Decimal | None
    used: Decimal
    payment: Decimal
    taken: Mapping[str, Decimal]

    @property
    def room(self) -> Decimal | None:
        """What the layer may still pay this year, yuan; None where nothing limits it."""
        return None if self.ceiling is None else max(self.ceiling - self.used, ZERO)


def burdens_of(opened: Opened, basic: Basic) -> Burdens:
    """What the basic fund leaves of each burden, yuan; with its payment they add up to what was open."""
    before = basic.before
    return {
        **opened.own,
        "advance_out_of_region": before.advance,
        "deductible": before.deductible,
        "copay": basic.taken - basic.fund,
        "over_ceiling": basic.over,
    }


def pay_layers(columns: Sorted, burdens: Burdens, setting: Setting) -> tuple[LayerPaid, ...]:
    """Every layer that is switched on and meant for the case, each on what the ones before it left (§1.9, 5 to 8)."""
    if setting.pack.order is None:
        return ()
    done: list[LayerPaid] = []
    for key in setting.value(setting.pack.order):
        one = _paid(key, _Open(columns, burdens, tuple(done)), setting)
        if one:
            done.append(one)
            burdens = {name: amount - one.taken.get(name, ZERO) for name, amount in burdens.items()}
    return tuple(done)


class _Open(NamedTuple):
    """What a layer finds: the columns, what is left of the burdens, and the layers that paid."""

    columns: Sorted
    burdens: Burdens
    done: tuple[LayerPaid, ...]


def _paid(key: str, found: _Open, setting: Setting) -> LayerPaid | None:
    layer = setting.pack.layers[key]
    if layer.schemes and setting.facts.scheme not in layer.schemes:
        return None
    burdens = setting.find(layer.base)
    if burdens is None:
        return None
    rows = (row for row in layer.rows.values() if row.when.holds(setting.facts))
    if layer.choose == "first":
        row = next(rows, None)
        return None if row is None else _by_row(key, row, burdens, found, setting)
    fitting = [_by_row(key, row, burdens, found, setting) for row in rows]
    return max(fitting, key=lambda one: one.payment, default=None)


def _by_row(key: str, row: LayerRow, burdens: tuple[Burden, ...], found: _Open, setting: Setting) -> LayerPaid:
    layer, terms, year = setting.pack.layers[key], setting.value(row.terms), setting.before
    parts: Burdens = {name: found.burdens[name] for name in burdens}
    counted = sum(parts.values(), ZERO)
    earlier = year.of(sum_name(layer.account, "base")) if layer.per == "year" else ZERO
    threshold = _threshold(layer, terms, found.columns, setting)
    slices = terms.ratio.slices(earlier, earlier + counted, threshold)
    ceiling = _ceiling(terms, setting)
    used = year.of(sum_name(layer.account, "fund")) + _paid_before(layer, found.done)
    full = setting.rounding.fen(paid(slices))
    payment = full if ceiling is None else min(full, max(ceiling - used, ZERO))
    taken = _taken(parts, payment)
    return LayerPaid(key, layer, row, terms, parts, earlier, counted, threshold, slices, ceiling, used, payment, taken)


def _threshold(layer: Layer, terms: LayerTerms, columns: Sorted, setting: Setting) -> Decimal:
    """Where the layer begins to pay, yuan of the counted burden."""
    stated = terms.threshold
    if stated.fraction is None:
        return stated.amount
    return setting.rounding.fen(measured(layer, terms, columns, setting) * stated.fraction)


def measured(layer: Layer, terms: LayerTerms, columns: Sorted, setting: Setting) -> Decimal:
    """What a threshold is a share of, yuan: the income base, the total or the eligible cost."""
    if terms.threshold.of == "income":
        return setting.value(layer.income_base) if layer.income_base else ZERO
    return max(columns.total if terms.threshold.of == "total" else columns.eligible, ZERO)


def _ceiling(terms: LayerTerms, setting: Setting) -> Decimal | None:
    """The most the layer pays a year, yuan, with what unbroken insurance earned; None where nothing limits it."""
    stated, facts = terms.ceiling, setting.facts
    if stated is None or terms.incentive is None:
        return stated
    return stated + setting.rounding.fen(terms.incentive.earned(stated, facts.insured_years, facts.claim_free_years))


def _paid_before(layer: Layer, done: Iterable[LayerPaid]) -> Decimal:
    """What layers of the same account paid of this very case, yuan."""
    return sum((one.payment for one in done if one.layer.account == layer.account), ZERO)


def _taken(parts: Mapping[str, Decimal], payment: Decimal) -> dict[str, Decimal]:
    """Which burdens a payment takes off, in the order the layer names them."""
    taken: dict[str, Decimal] = {}
    for name, amount in parts.items():
        share = min(amount, payment)
        if share:
            taken[name] = share
            payment -= share
    return taken
