"""Chinese words for a year's accumulators: the contract's sums, and the accounts that packs name themselves."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from review.accumulators.words import captions
from review.money import thousands
from review.packs.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from review.policy.settlement import Settlement

ACCUMULATORS: Mapping[str, str] = {
    "deductible": "起付线",
    "basic_fund": "统筹基金",
    "serious_illness_base": "大病合规自付",
    "serious_illness_fund": "大病保险",
    "medical_aid_base": "救助合规自付",
    "medical_aid_fund": "医疗救助",
}
"""The contract's sums, in the order they are printed."""

_PARTS: Mapping[str, str] = {
    **{kind.value: word for kind, word in KINDS.items()},
    "basic": "基本医保",
    "chronic": "门诊慢特病",
    "mutual": "补充医疗互助",
    "serious_illness": "大病保险",
    "medical_aid": "医疗救助",
    "supplement": "补充保险",
    "fund": "已付",
    "base": "计入费用",
    "cost": "费用",
    "person": "个人负担",
    "deductible": "起付线",
    "stays": "次数",
}


def account_title(name: str, layers: Mapping[str, str] = MappingProxyType({})) -> str:
    """The title of an account such as ``outpatient.fund``; ``layers`` gives the titles of a pack's layers by id.

    Parts nobody has a word for stand as the pack names them.
    """
    if name in captions():
        return captions()[name]
    return " ".join(layers.get(part) or _PARTS.get(part, part) for part in name.split("."))


def year_sums(settlement: Settlement) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Each accumulator with its title, what it stood at before the claim and after it; accounts where there are any."""
    before, after = settlement.before, settlement.after
    layers = {layer.id: layer.title for layer in settlement.layers}
    accounts = sorted({one.name for year in (before, after) for one in year.accounts})
    titles = {**ACCUMULATORS, **{name: account_title(name, layers) for name in accounts}}
    yield from ((title, before.of(name), after.of(name)) for name, title in titles.items())


def standing(stays: int, sums: Iterable[tuple[str, Decimal]]) -> str:
    """What a year's accumulators stand at, in one line; sums of nothing are left out."""
    return "，".join([f"住院 {stays} 次", *(f"{title} {thousands(amount)}" for title, amount in sums if amount)])
