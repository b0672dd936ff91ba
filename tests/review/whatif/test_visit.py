"""Visits: a case crosses between processes as text and comes out the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from review.errors import InputError
from review.policy.case import Case
from review.whatif.visit import Person, Visit, chunked
from tests.packs.chance import CASES
from tests.review.whatif.visits import a_person, a_visit


@given(CASES)
def test_any_case_comes_out_as_it_went_in(tree: dict[str, Any]) -> None:
    case = Case.model_validate(tree)
    assert Visit.of(case, {}).opened() == case


def test_words_of_a_case_stay_behind_but_dated_groups_and_accounts_go_along() -> None:
    tree = {
        "id": "7",
        "notes": ["第 3 行还没有匹配目录"],
        "insured": {"scheme": "resident", "groups": ["orphan", {"group": "subsistence", "from": "2024-02-01"}]},
        "care": {"kind": "inpatient", "region": "same_city"},
        "year_to_date": {"stays": 1, "accounts": {"outpatient.fund": "120.00"}},
    }
    case = Case.model_validate(tree)
    opened = Visit.of(case, {}).opened()
    assert opened == case.model_copy(update={"notes": ()})


def test_what_the_record_added_comes_out_as_money() -> None:
    visit = Visit.of(a_visit().opened(), {"basic_fund": Decimal("12.30"), "stays": Decimal(1)})
    assert visit.added() == {"basic_fund": Decimal("12.30"), "stays": Decimal(1)}


def test_a_visit_without_case_says_why() -> None:
    with pytest.raises(InputError, match="读不出来"):
        Visit("8", b"", problem="金额读不出来").opened()


def test_heaps_hold_whole_people_and_nobody_is_lost() -> None:
    people = [a_person(*(a_visit() for _ in range(1 + number % 3)), label=str(number)) for number in range(20)]
    heaps = list(chunked(people, 5))
    assert [person for heap in heaps for person in heap] == people
    assert all(5 <= held(heap) <= 7 for heap in heaps[:-1])


def test_no_people_make_no_heap() -> None:
    assert list(chunked([], 5)) == []


def held(heap: tuple[Person, ...]) -> int:
    return sum(len(person.visits) for person in heap)
