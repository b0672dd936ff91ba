"""Every shipped pack can be compared with every generated year: what it lacks is told, never paid as zero."""

from __future__ import annotations

import pytest

from review.errors import PolicyError
from review.packs.pack import load_pack, shipped_packs
from review.whatif.comparison import Axis, Fund, Side
from review.whatif.replay import compared, tally_of
from review.whatif.sample import Sample
from review.whatif.sample_terms import sample_terms

CLAIMS = 250


def whole(name: str) -> bool:
    """Whether a pack settles claims itself."""
    try:
        load_pack(name)
    except PolicyError:
        return False
    return True


PACKS = [name for name in shipped_packs() if whole(name)]


def test_there_are_packs_of_many_regions() -> None:
    assert len(PACKS) >= 8
    assert "ganzhou" in PACKS


@pytest.mark.parametrize("name", PACKS)
def test_a_shipped_pack_is_compared_with_the_default_one(name: str) -> None:
    packs = load_pack("ganzhou"), load_pack(name)
    people = Sample(sample_terms("mixed-2025"), CLAIMS, 11).people()
    found = compared(name, tally_of(people, packs), packs)
    assert found.whole.claims + sum(one.claims for one in found.refused) == CLAIMS
    assert found.whole.b.funds + found.whole.b.personal == found.whole.total
    for axis in Axis:
        assert sum(row.b.funds for row in found.by(axis)) == found.whole.b.funds
    assert all(one.reason for one in found.refused)


@pytest.mark.parametrize("name", PACKS)
def test_what_layers_pay_is_what_their_funds_pay(name: str) -> None:
    packs = load_pack(name), load_pack(name)
    people = Sample(sample_terms("mixed-2025"), CLAIMS, 12).people()
    found = compared(name, tally_of(people, packs), packs)
    assert all(one.side is Side.BOTH for one in found.refused)
    for fund in (Fund.SERIOUS_ILLNESS, Fund.MEDICAL_AID, Fund.SUPPLEMENT):
        layers = sum(one.payment for one in found.layers_a if one.fund == fund.value)
        assert layers == found.whole.a.of(fund)
    assert found.layers_a == found.layers_b
