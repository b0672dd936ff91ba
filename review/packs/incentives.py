"""Which figures of a pack reward splitting one stay into two (分解住院): more is paid for two than for one (I5)."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from review.packs.conditions import every_when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.packs.bands import Bands
    from review.packs.basic_terms import BasicTerms, Tariff
    from review.packs.layer_terms import Burden, Layer
    from review.packs.pack_model import Pack
    from review.packs.series import Series
    from review.packs.when import Table

_T = TypeVar("_T")

_MANY = 12
"""Stays of a year looked at."""


class Rewards(NamedTuple):
    """A part of the pack by its path and title, and why two stays get more than one there (Chinese)."""

    path: str
    title: str
    why: str


def splitting(pack: Pack) -> tuple[Rewards, ...]:
    """All figures that reward splitting; in a pack without any, two stays never get more than the same care in one."""
    basic = (
        one
        for kind, schemes in pack.basic.items()
        for scheme in ("resident", "employee")
        if (terms := getattr(schemes, scheme)) is not None
        for one in _of_basic(f"basic.{kind}.{scheme}", terms)
    )
    layers = (one for key, layer in pack.layers.items() for one in _of_layer(f"layers.{key}", layer, pack))
    return tuple(dict.fromkeys((*basic, *layers, *_of_bases(pack), *_of_lists(pack))))


def _of_basic(path: str, terms: BasicTerms) -> Iterator[Rewards]:
    title = terms.deductible.title
    if terms.deductible_per == "stay" and any(_falls(one) for one in _values(terms.deductible)):
        yield Rewards(f"{path}.deductible", title, "后次住院起付线低于前次")
    if any(when.stays for when in every_when(terms)):
        yield Rewards(path, title, "待遇随年内住院次数变化")
    if terms.ratio_over == "claim" and any(map(_lower_above, _values(terms.ratio))):
        yield Rewards(f"{path}.ratio", terms.ratio.title, "按次分段，而费用高的段比例低")
    if terms.least is not None:
        yield Rewards(f"{path}.least", terms.least.title, "保底按次计算")
    for key, cap in terms.caps.items():
        if any(_by_part(cap.per, one.measures) for one in _values(cap.amount)):
            yield Rewards(f"{path}.caps.{key}", cap.title, "限额按次（按日、按月）计算，分开后合计更有利")


def _of_layer(path: str, layer: Layer, pack: Pack) -> Iterator[Rewards]:
    terms = [one.value for row in layer.rows.values() for one in row.terms.values]
    if layer.per == "claim" and any(_lower_above(one.ratio) for one in terms):
        yield Rewards(f"{path}.rows", layer.title, "按次分段，而费用高的段比例低")
    if any(one.threshold.fraction is not None and one.threshold.of != "income" for one in terms):
        yield Rewards(f"{path}.rows", layer.title, "起付线按本次费用的比例计算")
    if layer.choose == "most_paid" and len(layer.rows) > 1:
        yield Rewards(f"{path}.choose", layer.title, "逐次选择支付最多的一行")
    if any(when.stays for when in every_when(layer)):
        yield Rewards(path, layer.title, "待遇随年内住院次数变化")
    if any(_deductible_alone(base, pack) for base in _values(layer.base)):
        yield Rewards(f"{path}.base", layer.title, "计入起付线而不计入其他自付，起付线越多支付越多")


def _of_bases(pack: Pack) -> Iterator[Rewards]:
    """Layers that count only a part of what earlier ones took from: what is left of it depends on the order."""
    bases = {key: [set(base) for base in _values(layer.base)] for key, layer in pack.layers.items()}
    for order in pack.order.values if pack.order else ():
        for first, second in combinations(order.value, 2):
            layer = pack.layers[second]
            pairs = ((one, other) for one in bases[first] for other in bases[second])
            if _meet(pack.layers[first], layer) and any(one & other and not one <= other for one, other in pairs):
                yield Rewards(f"layers.{second}.base", layer.title, "只计入前一层所付费用的一部分")


def _meet(one: Layer, other: Layer) -> bool:
    """Whether both layers may pay for the same person."""
    return not (one.schemes and other.schemes) or not set(one.schemes).isdisjoint(other.schemes)


def _of_lists(pack: Pack) -> Iterator[Rewards]:
    """Lists paid apart, where a layer counts what is over the ceiling but not the co-payment."""
    apart = [(key, rule) for key, rule in pack.items.items() if any(one.value.ratio for one in rule.terms.values)]
    bases = [base for layer in pack.layers.values() for base in _values(layer.base)]
    if any("over_ceiling" in base and "copay" not in base for base in bases):
        yield from (Rewards(f"items.{key}", rule.title, "单列支付先占封顶额度") for key, rule in apart)


def _values(series: Series[Table[_T]]) -> Iterator[_T]:
    return (row.value for one in series.values for row in one.value.rows)


def _by_part(per: str, measures: str) -> bool:
    """Whether parts of a stay are limited less than the whole: each has its own, or few days bear much cost."""
    return per == "month" or (per == "stay" and measures != "person") or (per == "day" and measures == "person")


def _falls(tariff: Tariff) -> bool:
    return any(later < earlier for earlier, later in pairwise(tariff.after(number) for number in range(_MANY)))


def _lower_above(bands: Bands) -> bool:
    return any(high.ratio < low.ratio for low, high in pairwise(bands.bands))


def _deductible_alone(base: tuple[Burden, ...], pack: Pack) -> bool:
    """Whether a base counts the deductible, but not all that turns into it when there is a second one."""
    orders = {one.value for one in pack.out_of_region.order.values}
    others = {"copay", "over_ceiling"} | ({"advance_out_of_region"} if "deductible_first" in orders else set())
    return "deductible" in base and not others <= set(base)
