"""An office's people with their settled claims: each person once, each claim where its settlement of record began."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.states import ClaimState
from review.services.past_people import past_people
from review.services.replaying import Asked, FromClaims, FromSample, PastFilter, replay
from review.services.settle import settlement_of
from review.whatif.watch import Watch
from tests.offices import approved_once, paid
from tests.policies import a_draft_version, an_approved_version
from tests.review.services.years import another_of, claim_back, pay, supplement

if TYPE_CHECKING:
    from review.services.office import Office
    from review.whatif.comparison import Comparison
    from review.whatif.visit import Person

ALL = PastFilter()


def people(office: Office, chosen: PastFilter = ALL) -> list[Person]:
    return list(past_people(office, chosen))


def numbers(person: Person) -> list[str]:
    return [visit.number for visit in person.visits]


def replayed(office: Office, a: str = "ganzhou", b: str = "ganzhou") -> Comparison:
    return replay(office, Asked(FromClaims(), a, b), Watch())


def two_claims_of_one_person(office: Office) -> tuple[str, str]:
    first = paid(office)
    return first, pay(office, another_of(office, first, month=2).number).number


def test_claims_of_one_person_stay_together_in_the_order_they_were_fixed(office: Office) -> None:
    first = paid(office)
    earlier_care = pay(office, another_of(office, first).number).number
    other = approved_once(office).number
    assert sorted(map(numbers, people(office))) == sorted([[first, earlier_care], [other]])


def test_nobody_is_named(office: Office) -> None:
    number = paid(office)
    (person,) = people(office)
    assert "*" in person.label
    assert "张小满" not in person.label
    assert numbers(person) == [number]


def test_a_later_claim_begins_with_what_the_earlier_one_added(office: Office) -> None:
    first, second = two_claims_of_one_person(office)
    (person,) = people(office)
    began = person.visits[1].opened().year_to_date
    assert (began.stays, began.basic_fund) == (1, settlement_of(office, first).basic_fund)
    assert person.visits[1].number == second


def test_the_pack_of_record_gives_the_record_of_every_claim(office: Office) -> None:
    claims = two_claims_of_one_person(office)
    found = replayed(office)
    assert (found.whole.claims, found.whole.people, found.unchanged) == (2, 1, 1)
    assert found.whole.a.funds == sum(settlement_of(office, number).fund_total for number in claims)


def test_a_version_of_the_office_is_compared_by_its_number(office: Office) -> None:
    two_claims_of_one_person(office)
    draft = a_draft_version(office)
    found = replayed(office, b=f"office:{draft.id}")
    assert found.b.version == draft.label
    assert found.a.version != found.b.version


def test_better_terms_help_the_person_and_the_sums_agree(office: Office) -> None:
    two_claims_of_one_person(office)
    version = an_approved_version(office, "0.65")
    found = replayed(office, b=f"office:{version.id}")
    (change,) = found.winners.largest
    assert change.difference == found.whole.difference == found.winners.amount > 0
    assert len(change.claims) == 2
    again = replay(None, Asked(FromSample("xinfeng-2024", 30), "ganzhou", "ganzhou"), Watch())
    assert again.whole.difference == 0


def test_what_was_paid_on_top_belongs_to_the_record(office: Office) -> None:
    first = paid(office)
    an_approved_version(office, "0.65")
    before = people(office)[0].visits[0].added()
    supplement(office, first, "370.00")
    after = people(office)[0].visits[0].added()
    assert after["basic_fund"] - before["basic_fund"] == Decimal("370.00")


def test_a_payment_that_was_claimed_back_adds_nothing_to_the_record(office: Office) -> None:
    _, second = two_claims_of_one_person(office)
    claim_back(office, second)
    left = {visit.number: visit.added() for person in people(office) for visit in person.visits}
    assert left.get(second, {}) == {}
    assert replayed(office).losers.people == 0


def test_states_may_be_chosen(office: Office) -> None:
    settled, waiting = paid(office), approved_once(office).number
    chosen = {
        state: people(office, PastFilter(states=(state,))) for state in (ClaimState.PAID, ClaimState.SECOND_REVIEW)
    }
    assert [numbers(one) for one in chosen[ClaimState.PAID]] == [[settled]]
    assert [numbers(one) for one in chosen[ClaimState.SECOND_REVIEW]] == [[waiting]]


def test_an_office_without_settled_claims_has_nobody(office: Office) -> None:
    assert people(office) == []


def test_leaving_off_early_lets_the_database_go(office: Office) -> None:
    paid(office)
    found = past_people(office, ALL)
    next(found)
    found.close()
    assert approved_once(office).state is ClaimState.SECOND_REVIEW
