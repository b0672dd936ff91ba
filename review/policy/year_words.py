"""Chinese words for a year's accumulators: the contract's sums, and the accounts that packs name themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.money import thousands
from review.policy.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from review.claim.claim import YearToDate

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


def account_title(name: str) -> str:
    """The title of an account such as ``outpatient.fund``; parts nobody has a word for stand as the pack names them."""
    return " ".join(_PARTS.get(part, part) for part in name.split("."))


def year_sums(*years: YearToDate) -> Iterator[tuple[str, tuple[Decimal, ...]]]:
    """Each accumulator with its title and what it stands at in each of the given years; accounts where any has them."""
    accounts = sorted({one.name for year in years for one in year.accounts})
    for name, title in (*ACCUMULATORS.items(), *((name, account_title(name)) for name in accounts)):
        yield title, tuple(year.of(name) for year in years)


def standing(year: YearToDate) -> str:
    """What the year's accumulators stand at, in one line; sums of nothing are left out."""
    told = [f"{title} {thousands(amount)}" for title, (amount,) in year_sums(year) if amount]
    return "，".join([f"住院 {year.stays} 次", *told])
