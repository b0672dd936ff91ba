"""The tally: every axis adds up to the whole, and everybody is a winner, a loser or neither."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.packs.pack import load_pack
from review.whatif.comparison import Axis, Fund, Row, Side
from review.whatif.replay import compared, tally_of
from review.whatif.sample import Sample
from review.whatif.sample_terms import sample_terms
from review.whatif.tally import LARGEST, OTHERS, REASONS
from review.whatif.words import cautions
from tests.review.whatif.visits import a_pack, a_person, a_visit

if TYPE_CHECKING:
    from pathlib import Path

    from review.packs.pack_model import Pack
    from review.whatif.comparison import Comparison
    from review.whatif.visit import Person

IN_2025 = {"admitted": "2025-03-01", "discharged": "2025-03-04"}


def comparison(a: Pack, b: Pack, *people: Person) -> Comparison:
    return compared("试算", tally_of(people, (a, b)), (a, b))


def a_year(claims: int = 200) -> tuple[Person, ...]:
    return tuple(Sample(sample_terms("xinfeng-2024"), claims, seed=7).people())


def sums(row: Row) -> tuple[object, ...]:
    return (row.claims, row.total, row.gained, row.lost, *(paid.of(fund) for paid in (row.a, row.b) for fund in Fund))


def test_each_axis_adds_up_to_the_whole(tmp_path: Path) -> None:
    found = comparison(a_pack(tmp_path, ratio="0.6", deductible="300"), a_pack(tmp_path, "b", ratio="0.7"), *a_year())
    for axis in Axis:
        added = [sum(column[1:], column[0]) for column in zip(*map(sums, found.by(axis)), strict=True)]
        assert tuple(added) == sums(found.whole), axis
    assert found.whole.claims == 200


def test_funds_and_person_pay_the_whole_cost(tmp_path: Path) -> None:
    whole = comparison(a_pack(tmp_path, ratio="0.6"), a_pack(tmp_path, "b", ratio="0.7"), *a_year()).whole
    assert whole.a.funds + whole.a.personal == whole.total
    assert whole.b.funds + whole.b.personal == whole.total
    assert whole.difference == whole.a.personal - whole.b.personal > 0


def test_the_layers_of_each_pack_add_up_to_its_funds(tmp_path: Path) -> None:
    layer = {"threshold": "2000", "ratio": "0.5", "groups": []}
    a = a_pack(tmp_path, ratio="0.6", serious_illness=layer)
    found = comparison(a, a_pack(tmp_path, "b", ratio="0.6"), *a_year())
    (serious,) = {one.fund: one for one in found.layers_a}.values()
    assert serious.payment == found.whole.a.serious_illness_fund > 0
    assert 0 < serious.claims < found.whole.claims
    assert found.layers_b == ()


def test_one_pack_twice_changes_nothing(tmp_path: Path) -> None:
    pack = a_pack(tmp_path, ratio="0.6", ceiling="5000")
    found = comparison(pack, pack, *a_year())
    assert found.unchanged == found.whole.people
    assert (found.winners.people, found.losers.people, found.whole.difference) == (0, 0, Decimal(0))
    assert found.shares.a == found.shares.b


def test_packs_changed_about_turn_winners_into_losers(tmp_path: Path) -> None:
    a, b = a_pack(tmp_path, ratio="0.6", deductible="900"), a_pack(tmp_path, "b", ratio="0.5")
    there, back = comparison(a, b, *a_year()), comparison(b, a, *a_year())
    assert there.winners.people == back.losers.people > 0
    assert there.winners.amount == -back.losers.amount
    assert there.winners.amount + there.losers.amount == there.whole.difference
    assert there.winners.people + there.losers.people + there.unchanged == there.whole.people


def test_the_largest_changes_come_first_and_name_their_claims(tmp_path: Path) -> None:
    people = [a_person(a_visit(f"{n}-1", f"{n}00.00"), a_visit(f"{n}-2"), label=f"{n:03d}") for n in range(1, 40)]
    found = comparison(a_pack(tmp_path, ratio="0.5"), a_pack(tmp_path, "b", ratio="0.6"), *people)
    assert len(found.winners.largest) == LARGEST
    first = found.winners.largest[0]
    assert (first.person, first.claims, first.difference) == ("039", ("39-1", "39-2"), Decimal("490.00"))
    assert found.winners.people == 39


def test_a_claim_that_one_pack_refuses_is_left_out_and_told(tmp_path: Path) -> None:
    there, odd = a_visit("1"), a_visit("2", care={"kind": "maternity"})
    found = comparison(a_pack(tmp_path), a_pack(tmp_path, "b"), a_person(there, odd))
    (refusal,) = found.refused
    assert (refusal.side, refusal.claims, refusal.first) == (Side.BOTH, 1, "2")
    assert "生育" in refusal.reason
    assert found.whole.claims == 1


def test_a_claim_without_case_is_told_with_its_reason(tmp_path: Path) -> None:
    broken = a_visit("9")._replace(case=b"", problem="出院日期早于入院日期")
    found = comparison(a_pack(tmp_path), a_pack(tmp_path, "b"), a_person(broken))
    assert found.refused[0].reason == "出院日期早于入院日期"
    assert (found.whole.people, found.whole.share(found.whole.a)) == (0, None)


def test_reasons_without_end_become_one(tmp_path: Path) -> None:
    people = [a_person(a_visit(str(n))._replace(problem=f"原因 {n}")) for n in range(REASONS + 50)]
    found = comparison(a_pack(tmp_path), a_pack(tmp_path, "b"), *people)
    assert found.refused[0].reason == OTHERS
    assert found.refused[0].claims == 50


def test_days_nobody_reviewed_and_packs_nobody_confirmed_are_told() -> None:
    pack = load_pack("ganzhou")
    found = comparison(pack, pack, a_person(a_visit("1"), a_visit("2", care=IN_2025)))
    assert (found.outside_a, found.outside_b) == (1, 1)
    told = "".join(cautions(found))
    assert "1 人次的就诊日期不在" in told
    assert told.count("尚未经医保局确认") == 2


def test_nothing_is_said_of_a_confirmed_pack_on_days_it_covers(tmp_path: Path) -> None:
    assert cautions(comparison(a_pack(tmp_path), a_pack(tmp_path, "b"), a_person(a_visit()))) == ()


def test_negative_and_empty_bills_are_counted(tmp_path: Path) -> None:
    people = [a_person(a_visit("1", "-500.00")), a_person(a_visit("2", lines=[]))]
    found = comparison(a_pack(tmp_path), a_pack(tmp_path, "b"), *people)
    assert (found.whole.claims, found.whole.total) == (2, Decimal("-500.00"))
    assert found.unchanged == 2
