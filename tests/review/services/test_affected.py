"""A late import: what is open follows, what is fixed is listed in order, and an adjustment brings it right."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.states import ClaimState
from review.services import accumulating, adjusting, archive, desk, intake, queue, review
from review.services.affected import Affected, from_plain, plain
from tests.offices import CLERK, SUPERVISOR, a_person, in_review
from tests.review.services.test_accumulating import a_proposal, a_standing
from tests.review.services.years import another_of, claim_back, pay, year_of

if TYPE_CHECKING:
    from review.services.office import Office


def test_a_draft_takes_the_import_when_its_person_and_days_are_known(office: Office) -> None:
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="2")))
    number = intake.open_claim(office, CLERK).number
    assert year_of(office, number).source == ""
    person = a_person(0)
    edits = [desk.Edit("insured.id_number", person.id_number), desk.Edit("care.discharged", "2025-03-11")]
    desk.correct(office, CLERK, number, edits)
    assert year_of(office, number).stays == 2


def test_both_paid_claims_of_a_person_are_listed_each_after_the_other(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    pay(office, first.number)
    pay(office, second.number)
    proposal = a_proposal(a_standing(basic_fund="97000.00"))
    found = accumulating.take_over_standings(office, CLERK, proposal).affected
    assert [(one.claim, one.state) for one in found] == [
        (first.number, ClaimState.PAID),
        (second.number, ClaimState.PAID),
    ]
    assert sum((one.after or Decimal(0) for one in found), Decimal(0)) == Decimal("3000.00")
    assert [one.difference < 0 for one in found] == [True, True]


def test_what_was_paid_too_much_and_is_claimed_back_is_no_longer_listed(office: Office) -> None:
    number = pay(office, in_review(office).number).number
    batch = accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="100000.00"))).batch
    (affected,) = accumulating.affected_by(office, batch.number)
    assert affected.difference == -adjusting.allowance(office, number).paid
    claim_back(office, number)
    assert accumulating.affected_by(office, batch.number) == ()


def test_an_import_that_changes_no_payment_lists_only_what_is_open(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    pay(office, first.number)
    found = accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="5.00"))).affected
    assert [(one.claim, one.difference) for one in found] == [(second.number, Decimal("0.00"))]


def test_people_without_claims_here_concern_nobody(office: Office) -> None:
    in_review(office)
    standing = a_standing(a_person(7).id_number, stays="3")
    assert accumulating.take_over_standings(office, CLERK, a_proposal(standing)).affected == ()


def test_a_withdrawn_claim_and_a_refused_one_are_left_as_they_are(office: Office) -> None:
    withdrawn, refused = in_review(office), in_review(office)
    review.withdraw(office, CLERK, withdrawn.number, "本人撤回")
    review.reject(office, CLERK, refused.number, "不属于支付范围")
    people = [a_standing(claim.insured.id_number, stays="3") for claim in (withdrawn, refused)]
    assert accumulating.take_over_standings(office, CLERK, a_proposal(*people)).affected == ()
    assert [year_of(office, claim.number).stays for claim in (withdrawn, refused)] == [0, 0]


def test_a_claim_that_cannot_be_settled_yet_follows_without_sums(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("care.kind", "injury"), desk.Edit("care.third_party", "0")])
    (found,) = accumulating.take_over_standings(office, CLERK, a_proposal()).affected
    assert found.claim == claim.number
    assert year_of(office, claim.number).stays == 1


def test_the_list_of_a_withdrawn_batch_is_what_it_changed_then(office: Office) -> None:
    claim = in_review(office)
    taken = accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="97000")))
    accumulating.withdraw_standings(office, SUPERVISOR, taken.batch.number, "导错年度")
    assert [one.claim for one in accumulating.affected_by(office, taken.batch.number)] == [claim.number]
    actions = [row.action for row in archive.history(office, claim.number)]
    assert actions.count("take_standing") == 2


def test_the_queue_shows_the_sum_on_the_new_year_at_once(office: Office) -> None:
    claim = in_review(office)
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="97000.00")))
    (row,) = queue.rows_of(office, [claim.number])
    assert row.payable == Decimal("3000.00")


def test_an_affected_claim_comes_back_from_json() -> None:
    for after in (Decimal("1.50"), None):
        one = Affected(
            claim="20250401-0001", person="张小满", state=ClaimState.PAID, before=Decimal(2), after=after, problem="无"
        )
        assert from_plain(plain(one)) == one
        assert one.difference == (Decimal("-0.50") if after else 0)
