"""Every case of every shipped pack can be drawn and told: bars meet, reasons add up, no key is left untranslated."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from review.packs.pack import load_pack
from review.policy.case import load_case
from review.policy.explain import Audience, explain
from review.policy.plain_words import plain_words
from review.policy.settle import settle
from review.policy.waterfall import LADDER, LINES, Side, waterfall

if TYPE_CHECKING:
    from review.policy.settlement import Settlement

FOLDER = Path(__file__).resolve().parents[2] / "packs" / "cases"
CASES = sorted(str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.rglob("*.yaml"))
_KEY = re.compile(r"(?<![0-9a-z_])[a-z_][a-z_0-9]{3,}")


@cache
def settled(name: str) -> Settlement:
    case = load_case(FOLDER / f"{name}.yaml")
    return settle(case, load_pack(case.pack))


def test_there_are_cases_of_many_packs() -> None:
    assert len({name.partition("/")[0] for name in CASES}) >= 8


@pytest.mark.parametrize("name", CASES)
def test_each_bar_begins_where_the_one_before_it_ended(name: str) -> None:
    shown = waterfall(settled(name))
    for keys in (LINES, LADDER):
        taken = [fall for fall in shown.falls if fall.key in keys]
        assert all(above.start == below.end for above, below in pairwise(taken) if below.amount >= 0 <= above.amount)
    funds = [fall for fall in shown.falls if fall.side is Side.FUND]
    assert all(below.start == above.end for above, below in pairwise(funds))
    assert sum(fall.amount for fall in funds) == settled(name).fund_total


@pytest.mark.parametrize("name", CASES)
def test_reasons_less_relief_are_what_the_person_bears(name: str) -> None:
    words = plain_words(settled(name))
    reasons = sum((one.amount for one in words.reasons), Decimal(0))
    assert reasons - sum(one.amount for one in words.relief) == settled(name).personal
    assert all(one.words for one in words.reasons)
    assert all(one.words for one in words.paid)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_told_by_its_key(name: str) -> None:
    done = settled(name)
    told = "\n".join([*explain(done), *explain(done, Audience.INSURED)])
    assert set(_KEY.findall(told)) - {done.pack.id} == set()
