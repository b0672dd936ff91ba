"""Settled claims are read person by person, in the order in which they were fixed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.claim.people import Scheme
from review.claim.states import ClaimState
from review.store.replay_records import PastFilter, count, settled_claims
from tests.offices import an_office, approved_once, in_review, paid

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office

STATES = frozenset({ClaimState.SECOND_REVIEW, ClaimState.PAID})
ALL = PastFilter()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path)


def numbers(office: Office, chosen: PastFilter = ALL) -> list[str]:
    with office.store.read() as unit:
        found = [one.number for one in settled_claims(unit, chosen, STATES)]
        assert count(unit, chosen, STATES) == len(found)
    return found


def test_only_settled_claims_of_the_states_are_found(office: Office) -> None:
    settled = {approved_once(office).number, paid(office)}
    in_review(office)
    assert set(numbers(office)) == settled


def test_people_come_one_after_another(office: Office) -> None:
    for _ in range(3):
        approved_once(office)
    with office.store.read() as unit:
        people = [one.id_number for one in settled_claims(unit, ALL, STATES)]
    assert people == sorted(people)
    assert len(set(people)) == 3


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (PastFilter(since=date(2025, 3, 11)), 1),
        (PastFilter(since=date(2025, 3, 12)), 0),
        (PastFilter(until=date(2025, 3, 11)), 1),
        (PastFilter(until=date(2025, 3, 10)), 0),
        (PastFilter(schemes=(Scheme.EMPLOYEE,)), 0),
        (PastFilter(schemes=tuple(Scheme)), 1),
    ],
)
def test_day_of_care_and_scheme_narrow_the_choice(office: Office, chosen: PastFilter, found: int) -> None:
    approved_once(office)
    assert len(numbers(office, chosen)) == found


def test_an_empty_office_has_none(office: Office) -> None:
    assert numbers(office) == []
