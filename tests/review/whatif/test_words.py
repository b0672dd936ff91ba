"""Words: every key that can arise is said in Chinese, and what must be said beside the figures is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from review.whatif.comparison import Axis, Fund, Refusal, Side
from review.whatif.keys import ORDERS
from review.whatif.replay import compared, tally_of
from review.whatif.words import AXES, FUNDS, SIDES, cautions, said
from tests.review.whatif.visits import a_pack, a_person, a_visit

if TYPE_CHECKING:
    from pathlib import Path

    from review.whatif.comparison import Comparison


@pytest.fixture
def comparison(tmp_path: Path) -> Comparison:
    """One claim under two confirmed packs."""
    packs = a_pack(tmp_path), a_pack(tmp_path, "b")
    return compared("", tally_of([a_person(a_visit())], packs), packs)


def test_every_axis_fund_and_side_has_a_word() -> None:
    assert set(AXES) == set(Axis)
    assert set(FUNDS) == set(Fund)
    assert set(SIDES) == set(Side)


@pytest.mark.parametrize(("axis", "key"), [(axis, key) for axis, keys in ORDERS.items() for key in keys])
def test_every_known_key_is_said_in_chinese(axis: Axis, key: str) -> None:
    assert not said(axis, key).isascii()


def test_an_unknown_key_is_shown_as_it_is() -> None:
    assert said(Axis.LEVEL, "fourth") == "fourth"
    assert said(Axis.REGION, "moon/none") == "moon·未备案"


def test_refused_claims_are_told_as_one_sum(comparison: Comparison) -> None:
    refused = tuple(Refusal(side=side, reason="x", claims=2, first="1") for side in Side)
    assert cautions(replace(comparison, refused=refused)) == ("有 6 人次不能结算，未计入任何合计。",)


def test_each_side_is_told_by_its_letter(comparison: Comparison) -> None:
    assert cautions(comparison) == ()
    unconfirmed = replace(comparison.b, status="unconfirmed")
    told = cautions(replace(comparison, b=unconfirmed, outside_a=7))
    assert told[0].startswith("方案 A 有 7 人次的就诊日期不在")
    assert told[1] == "方案 B 的政策包尚未经医保局确认。"
