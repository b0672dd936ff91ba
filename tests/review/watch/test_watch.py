"""The watch list speaks only where enough is known and something stands out; families are left alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from math import inf
from typing import Any

import pytest

from review.claim.claim import CareKind, HospitalLevel
from review.watch.accounts import shared_accounts
from review.watch.clerks import lenient_clerks
from review.watch.facts import ClaimFacts, ClerkFacts, OfficeFacts
from review.watch.shares import Share, excess
from review.watch.sums import high_sums
from review.watch.terms import watch_terms
from review.watch.watch import watch
from review.watch.watched import Colour, WatchedKind
from tests.builders import a_citizen_number

TODAY = date(2025, 4, 1)
_numbers = count(1)


def a_claim_of(person: int = 0, born: int = 1985, **changes: Any) -> ClaimFacts:
    """An inpatient claim of 5,000.00 yuan in a tertiary hospital."""
    usual: dict[str, Any] = {
        "number": f"20250301-{next(_numbers):04d}",
        "id_number": a_citizen_number(person, date(born, 1, 1)),
        "name": f"样例{person}",
        "account": f"62220{person}",
        "hospital": "样例省人民医院",
        "level": HospitalLevel.TERTIARY,
        "kind": CareKind.INPATIENT,
        "total": Decimal("5000.00"),
    }
    return ClaimFacts(**(usual | changes))


def a_clerk(username: str, reviewed: int, passed: int, allowed: int = 0, excluded: int = 0) -> ClerkFacts:
    return ClerkFacts(
        username=username, name=username, reviewed=reviewed, passed=passed, allowed=allowed, excluded=excluded
    )


def office_of(*claims: ClaimFacts, clerks: tuple[ClerkFacts, ...] = ()) -> OfficeFacts:
    return OfficeFacts(claims=claims, clerks=clerks, today=TODAY)


def usual_claims(number: int = 60, **changes: Any) -> list[ClaimFacts]:
    """Claims of as many persons, none of them above 20,000 yuan."""
    return [a_claim_of(n, total=Decimal(3000 + 100 * n), **changes) for n in range(100, 100 + number)]


def test_an_empty_office_watches_nobody() -> None:
    assert watch(office_of()) == ()


def test_an_account_of_a_couple_and_their_children_is_not_watched() -> None:
    family = [a_claim_of(n, account="1") for n in range(2)] + [a_claim_of(n, 2015, account="1") for n in range(4)]
    assert list(shared_accounts(office_of(*family))) == []


def test_claims_without_account_or_citizen_number_are_no_shared_account() -> None:
    blank = [a_claim_of(n, account="") for n in range(6)] + [a_claim_of(account="9", id_number="") for _ in range(6)]
    assert list(shared_accounts(office_of(*blank))) == []


@pytest.mark.parametrize(("persons", "colour"), [(3, Colour.YELLOW), (5, Colour.RED)])
def test_an_account_of_many_grown_persons_is_watched(persons: int, colour: Colour) -> None:
    claims = [a_claim_of(n, account="1") for n in range(persons)]
    (watched,) = shared_accounts(office_of(*claims, a_claim_of(persons)))
    assert (watched.kind, watched.key, watched.colour) == (WatchedKind.ACCOUNT, "1", colour)
    assert f"{persons}名成年人" in watched.reasons[0]
    assert watched.claims == tuple(claim.number for claim in claims)
    assert len(watched.basis) == len(watched.reasons)


def test_one_person_with_many_claims_is_no_shared_account() -> None:
    assert list(shared_accounts(office_of(*[a_claim_of(account="1") for _ in range(9)]))) == []


@pytest.mark.parametrize(("times", "colour"), [(3, Colour.YELLOW), (6, Colour.RED)])
def test_a_person_with_high_sums_again_and_again_is_watched(times: int, colour: Colour) -> None:
    high = [a_claim_of(1, total=Decimal(80000), hospital=f"医院{n}") for n in range(times)]
    (watched,) = high_sums(office_of(*usual_claims(200), *high))
    assert (watched.kind, watched.key, watched.colour) == (WatchedKind.INSURED, high[0].id_number, colour)
    assert f"{times}单" in watched.reasons[0]


def test_two_high_sums_and_sums_of_one_size_for_all_are_not_watched() -> None:
    high = [a_claim_of(1, total=Decimal(80000), hospital=f"医院{n}") for n in range(2)]
    assert list(high_sums(office_of(*usual_claims(200), *high))) == []
    alike = [a_claim_of(n % 9, total=Decimal(50000)) for n in range(90)]
    assert list(high_sums(office_of(*alike))) == []


def test_high_sums_are_not_spoken_of_where_too_few_claims_are_known() -> None:
    high = [a_claim_of(1, total=Decimal(80000)) for _ in range(6)]
    assert list(high_sums(office_of(*usual_claims(20), *high))) == []


def test_high_sums_of_a_kind_of_care_are_measured_by_claims_of_that_kind() -> None:
    dear = [a_claim_of(n % 9, total=Decimal(60000 + n), kind=CareKind.SPECIAL_DRUG) for n in range(30)]
    assert list(high_sums(office_of(*usual_claims(60), *dear))) == []


def test_a_hospital_with_clearly_more_high_sums_than_others_is_watched() -> None:
    odd = [a_claim_of(n, hospital="样例康复医院", total=Decimal(90000)) for n in range(10)]
    (watched,) = high_sums(office_of(*usual_claims(200), *odd))
    assert (watched.kind, watched.key, watched.colour) == (WatchedKind.HOSPITAL, "样例康复医院", Colour.RED)
    assert "10单中10单为大额（100%）" in watched.reasons[0]


def test_a_hospital_with_few_claims_is_not_judged() -> None:
    odd = [a_claim_of(n, hospital="样例康复医院", total=Decimal(90000)) for n in range(9)]
    assert list(high_sums(office_of(*usual_claims(200), *odd))) == []


def test_a_clerk_who_lets_far_more_pass_than_the_colleagues_is_watched() -> None:
    clerks = a_clerk("a", 100, 90, 90, 10), a_clerk("b", 100, 30, 40, 60), a_clerk("c", 100, 25, 30, 70)
    watched = list(lenient_clerks(office_of(clerks=clerks)))
    assert [(one.key, one.colour) for one in watched] == [("a", Colour.RED), ("a", Colour.RED)]
    assert "放行占90%（90/100），同事为35%（200件）" in watched[0].reasons[0]


def test_clerks_alike_and_stricter_ones_are_not_watched() -> None:
    clerks = a_clerk("a", 100, 40, 50, 50), a_clerk("b", 100, 38, 45, 55), a_clerk("c", 100, 2, 1, 99)
    assert list(lenient_clerks(office_of(clerks=clerks[:2]))) == []
    assert list(lenient_clerks(office_of(clerks=clerks))) == []


@pytest.mark.parametrize(
    "clerks",
    [
        (a_clerk("a", 20, 20, 20), a_clerk("b", 100, 0, 0, 100), a_clerk("c", 100, 0, 0, 100)),
        (a_clerk("a", 100, 100, 100), a_clerk("b", 100, 0, 0, 100)),
        (a_clerk("a", 100, 100, 100), a_clerk("b", 10, 0, 0, 10), a_clerk("c", 10, 0, 0, 10)),
    ],
    ids=["few of their own", "one colleague", "few of the colleagues"],
)
def test_with_few_cases_no_clerk_is_compared(clerks: tuple[ClerkFacts, ...]) -> None:
    assert list(lenient_clerks(office_of(clerks=clerks))) == []


def test_what_several_rules_say_of_one_subject_is_one_line_in_the_worst_colour() -> None:
    clerks = a_clerk("a", 100, 45, 95, 5), a_clerk("b", 100, 25, 40, 60), a_clerk("c", 100, 25, 30, 70)
    shared = [a_claim_of(n, account="1") for n in range(3)]
    first, second = watch(office_of(*shared, clerks=clerks))
    assert (first.key, first.colour, len(first.reasons), len(first.basis)) == ("a", Colour.RED, 2, 2)
    assert (second.key, second.colour) == ("1", Colour.YELLOW)


def test_the_excess_of_a_share_is_counted_in_standard_errors() -> None:
    assert excess(Share(50, 100), Share(50, 100)) == 0.0
    assert excess(Share(60, 100), Share(40, 100)) == pytest.approx(2.828, abs=0.001)
    assert excess(Share(1, 1), Share(0, 0)) == 0.0
    assert excess(Share(0, 9), Share(0, 9)) == 0.0
    assert excess(Share(0, 5), Share(5, 5)) == pytest.approx(-3.162, abs=0.001)
    assert excess(Share(3, 3), Share(0, 3)) < inf


def test_the_figures_of_the_list_are_read_from_their_file() -> None:
    terms = watch_terms()
    assert terms.accounts.yellow_persons < terms.accounts.red_persons
    assert (terms.sums.floor, terms.days) == (Decimal("20000.00"), 365)
