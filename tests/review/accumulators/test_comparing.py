"""A file beside what is known: who is new or changed, what falls, who is named otherwise, what leaves claims out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from review.accumulators.comparing import KEPT, Fallen, Known, compared
from review.accumulators.proposal import StandingProposal
from review.accumulators.standing import Contribution, Standing, Whose
from review.claim.people import Scheme
from tests.builders import a_citizen_number

MARCH = date(2025, 3, 1)
NOTHING = Known(figures={}, names={}, own={})


def whose(serial: int = 0) -> Whose:
    return Whose(id_number=a_citizen_number(serial), year=2025, scheme=Scheme.RESIDENT)


def a_file(*amounts: int, **changes: Any) -> StandingProposal:
    """A file with a person for each amount of the basic fund."""
    people = tuple(
        Standing(whose=whose(serial), name="张小满", figures=(("basic_fund", Decimal(amount)),))
        for serial, amount in enumerate(amounts)
    )
    return StandingProposal(file="累计.xlsx", sha256="a" * 64, standings=people, **({"as_of": MARCH} | changes))


def known(**parts: Any) -> Known:
    return Known(**({"figures": {}, "names": {}, "own": {}} | parts))


def settled(amount: int, day: date | None) -> dict[Whose, tuple[Contribution, ...]]:
    one = Contribution(claim="20250401-0001", place=1, day=day, figures=(("basic_fund", Decimal(amount)),))
    return {whose(): (one,)}


def test_people_nobody_knew_are_new() -> None:
    found = compared(a_file(1, 2), NOTHING)
    assert (found.new, found.changed, found.same, found.falling) == (2, 0, 0, 0)


def test_the_same_figures_are_the_same_whatever_else_is_known() -> None:
    before = {whose(): {"basic_fund": Decimal(5), "stays": Decimal(1)}}
    found = compared(a_file(5), known(figures=before))
    assert (found.new, found.changed, found.same) == (0, 0, 1)


def test_a_sum_that_falls_is_shown_with_both_figures() -> None:
    found = compared(a_file(3), known(figures={whose(): {"basic_fund": Decimal(5)}}))
    fallen = Fallen(person="360799********0011", name="张小满", figure="basic_fund", was=Decimal(5), now=Decimal(3))
    assert (found.changed, found.fallen) == (1, (fallen,))


def test_of_many_the_first_are_kept_and_all_are_counted() -> None:
    count = KEPT + 7
    before = {whose(serial): {"basic_fund": Decimal(5)} for serial in range(count)}
    found = compared(a_file(*[3] * count), known(figures=before))
    assert (found.falling, len(found.fallen)) == (count, KEPT)


def test_another_name_is_shown_and_a_hidden_one_is_not() -> None:
    person = a_citizen_number()
    assert compared(a_file(1), known(names={person: "李四"})).misnamed == (("360799********0011", "张小满", "李四"),)
    assert compared(a_file(1), known(names={person: "张*满"})).misnamed == ()


def test_a_file_with_less_than_was_settled_leaves_own_claims_out() -> None:
    february = known(own=settled(9, date(2025, 2, 1)))
    assert compared(a_file(8), february).without_own == (("360799********0011", "张小满", "basic_fund"),)
    assert compared(a_file(9), february).without_own == ()


def test_claims_it_cannot_hold_and_files_said_to_leave_them_out_are_silent() -> None:
    assert compared(a_file(8), known(own=settled(9, MARCH))).without_own == ()
    assert compared(a_file(8), known(own=settled(9, None))).without_own == ()
    february = known(own=settled(9, date(2025, 2, 1)))
    assert compared(a_file(8, includes_own=False), february).without_own == ()
    assert compared(a_file(8, as_of=None), february).without_own == ()
