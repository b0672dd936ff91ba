"""Whatever the packs and whatever the year: what a replay gives adds up, and does not depend on how it is cut."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.packs.pack import pack_from
from review.whatif.comparison import Axis
from review.whatif.replay import compared, tally_of
from review.whatif.sample import Sample
from review.whatif.sample_terms import sample_terms
from review.whatif.tally import Tally
from review.whatif.visit import chunked
from review.whatif.year import Year
from tests.packs.shelf import small_tree

if TYPE_CHECKING:
    from review.packs.pack_model import Pack
    from review.whatif.comparison import Comparison
    from review.whatif.visit import Person

PERCENT = st.integers(0, 100).map(lambda percent: f"{percent / 100:.2f}")
YUAN = st.integers(0, 20_000).map(str)
TERMS = st.fixed_dictionaries(
    {
        "ratio": PERCENT,
        "deductible": st.integers(0, 3000).map(str),
        "ceiling": YUAN,
        "class_b_advance": PERCENT,
        "away": PERCENT,
        "order": st.sampled_from(("advance_first", "deductible_first", "ratio_points")),
        "serious_illness": st.none() | st.fixed_dictionaries({"threshold": YUAN, "ratio": PERCENT}),
    }
)
SEEDS = st.integers(0, 10_000)
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def a_pack(terms: dict[str, Any]) -> Pack:
    return pack_from(small_tree(terms))


def a_year(seed: int, claims: int = 40) -> tuple[Person, ...]:
    return tuple(Sample(sample_terms("xinfeng-2024"), claims, seed).people())


def comparison(a: Pack, b: Pack, people: tuple[Person, ...]) -> Comparison:
    return compared("", tally_of(people, (a, b)), (a, b))


@few
@given(TERMS, TERMS, SEEDS)
def test_everything_adds_up(one: dict[str, Any], other: dict[str, Any], seed: int) -> None:
    found = comparison(a_pack(one), a_pack(other), a_year(seed))
    whole = found.whole
    for paid in (whole.a, whole.b):
        assert paid.funds + paid.personal == whole.total
        assert 0 <= paid.funds <= whole.total
    for axis in Axis:
        assert sum(row.claims for row in found.by(axis)) == whole.claims == 40
        assert sum(row.difference for row in found.by(axis)) == whole.difference
    assert found.winners.amount + found.losers.amount == whole.difference
    assert found.winners.people + found.losers.people + found.unchanged == whole.people
    assert sum(one.count for one in found.differences) == whole.people
    assert sum(one.count for one in found.burdens.a) == sum(one.count for one in found.burdens.b) == whole.claims


@few
@given(TERMS, TERMS, SEEDS, st.integers(1, 30))
def test_heaps_counted_apart_give_the_same_as_all_at_once(
    one: dict[str, Any], other: dict[str, Any], seed: int, size: int
) -> None:
    packs, people = (a_pack(one), a_pack(other)), a_year(seed)
    apart = Tally()
    for heap in reversed(list(chunked(people, size))):
        apart.merge(tally_of(heap, packs))
    assert compared("", apart, packs) == compared("", tally_of(people, packs), packs)


@few
@given(TERMS, SEEDS)
def test_packs_changed_about_give_the_mirror(terms: dict[str, Any], seed: int) -> None:
    a, b, people = a_pack({"ratio": "0.6"}), a_pack(terms), a_year(seed)
    there, back = comparison(a, b, people), comparison(b, a, people)
    assert (there.whole.a, there.whole.b) == (back.whole.b, back.whole.a)
    assert there.whole.difference == -back.whole.difference
    assert [change.person for change in there.winners.largest] == [change.person for change in back.losers.largest]
    assert there.shares.a == back.shares.b


@few
@given(TERMS, SEEDS)
def test_the_years_ceiling_is_never_passed_and_stays_are_counted(terms: dict[str, Any], seed: int) -> None:
    pack = a_pack(terms)
    for person in a_year(seed):
        year = Year(pack)
        done = [year.settled(visit.opened(), visit) for visit in person.visits]
        assert sum(one.basic_fund for one in done) <= int(terms["ceiling"])
        assert [one.before.stays for one in done] == list(range(len(done)))
        for earlier, later in pairwise(done):
            assert earlier.after.basic_fund == later.before.basic_fund


@few
@given(SEEDS, st.integers(1, 200))
def test_a_year_has_the_claims_asked_for_whatever_the_seed(seed: int, claims: int) -> None:
    people = a_year(seed, claims)
    assert sum(len(person.visits) for person in people) == claims
    assert len({person.label for person in people}) == len(people)
    assert a_year(seed, claims) == people
