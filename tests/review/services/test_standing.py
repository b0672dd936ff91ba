"""Claims stand on what is known of their year: own claims and typed figures; what is undone leaves nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.accumulators.combining import OWN_ONLY
from review.accumulators.taking import AtOdds
from review.claim.claim import YearToDate
from review.claim.states import ClaimState
from review.services import archive, desk, queue, review, sending, standing
from tests.offices import CASHIER, CLERK, SECOND, a_person, in_review
from tests.policies import an_approved_version
from tests.review.services.years import another_of, claim_back, pay, supplement, year_of

if TYPE_CHECKING:
    from review.services.office import Office


def test_a_first_claim_stands_on_nothing_and_says_so(office: Office) -> None:
    assert in_review(office).year_to_date == YearToDate()


def test_an_open_claim_takes_what_another_of_the_person_added_when_it_is_approved(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    review.approve_first(office, CLERK, first.number)
    year = year_of(office, second.number)
    assert (year.stays, year.deductible) == (1, Decimal("600.00"))
    assert year.basic_fund == queue.load_claim(office, first.number).payable
    assert year.source == f"本单位本年已核定 1 笔{OWN_ONLY}"
    row = archive.history(office, second.number)[-1]
    assert (row.action, row.reason) == (standing.TAKE, year.source)


def test_a_claim_opened_later_stands_on_it_from_the_start(office: Office) -> None:
    first = review.approve_first(office, CLERK, in_review(office).number)
    assert another_of(office, first.number).year_to_date.stays == 1


@pytest.mark.parametrize(
    "change", [{"insured.scheme": "employee"}, {"care.discharged": "2024-12-31", "care.admitted": "2024-12-20"}]
)
def test_another_scheme_or_year_is_another_account(office: Office, change: dict[str, str]) -> None:
    first = review.approve_first(office, CLERK, in_review(office).number)
    second = another_of(office, first.number)
    desk.correct(office, CLERK, second.number, [desk.Edit(target, value) for target, value in reversed(change.items())])
    assert year_of(office, second.number) == YearToDate()


def test_another_person_s_claims_never_count(office: Office) -> None:
    review.approve_first(office, CLERK, in_review(office).number)
    assert in_review(office).year_to_date == YearToDate()


def test_what_is_taken_back_is_taken_out_of_the_year_exactly(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    before = year_of(office, second.number)
    review.approve_first(office, CLERK, first.number)
    review.return_to_first(office, SECOND, first.number, "重算")
    assert year_of(office, second.number) == before


def test_a_payment_claimed_back_is_taken_out_of_the_year_exactly(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    before = year_of(office, second.number)
    pay(office, first.number)
    assert year_of(office, second.number).stays == 1
    claim_back(office, first.number)
    assert queue.load_claim(office, first.number).state is ClaimState.RECOVERED
    assert year_of(office, second.number) == before


def test_an_approval_keeps_what_it_used(office: Office) -> None:
    first = in_review(office)
    second = review.approve_first(office, CLERK, another_of(office, first.number).number)
    review.approve_first(office, CLERK, first.number)
    assert year_of(office, second.number) == YearToDate()
    assert review.approve_second(office, SECOND, second.number).state is ClaimState.BATCHED


def test_what_a_clerk_types_stands_and_is_shown_beside(office: Office) -> None:
    first = review.approve_first(office, CLERK, in_review(office).number)
    second = another_of(office, first.number)
    desk.correct(office, CLERK, second.number, [desk.Edit("year_to_date.stays", "3")])
    claim = queue.load_claim(office, second.number)
    assert (claim.year_to_date.stays, claim.year_to_date.typed) == (3, ("stays",))
    assert claim.year_to_date.source.endswith("；经办人录入：住院次数（已知 1）")
    assert standing.figures_at_odds(office, claim) == (AtOdds("stays", Decimal(3), Decimal(1)),)
    desk.correct(office, CLERK, second.number, [desk.Edit("year_to_date.stays", "")])
    assert year_of(office, second.number).stays == 1


def test_an_edit_can_be_undone_after_the_year_moved_on(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    desk.correct(office, CLERK, second.number, [desk.Edit("insured.phone", "13900000000")])
    review.approve_first(office, CLERK, first.number)
    undone = desk.undo(office, CLERK, second.number)
    assert (undone.insured.phone, undone.year_to_date.stays) == ("", 1)


def test_before_a_fixed_claim_are_those_fixed_earlier(office: Office) -> None:
    first = review.approve_first(office, CLERK, in_review(office).number)
    second = review.approve_first(office, CLERK, another_of(office, first.number).number)
    with office.store.read() as unit:
        assert standing.stood_before(office, unit, first) == YearToDate()
        assert standing.stood_before(office, unit, second).stays == 1
        third = replace(second, number="20250401-0099")
        assert standing.known(office, unit, third).stays == 2


def test_a_claim_without_person_or_day_stands_on_nothing(office: Office) -> None:
    first = review.approve_first(office, CLERK, in_review(office).number)
    nobody = replace(first, number="", insured=replace(a_person(0), id_number=""))
    timeless = replace(first, number="", care=replace(first.care, admitted=None, discharged=None))
    assert standing.standing_for(office, nobody) == standing.standing_for(office, timeless) == YearToDate()


def test_what_is_paid_on_top_is_in_the_year_from_sending_until_the_transfer_fails(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    pay(office, first.number)
    before = year_of(office, second.number)
    an_approved_version(office, "0.65")
    number = supplement(office, first.number, "370.00")
    assert year_of(office, second.number).basic_fund == before.basic_fund + Decimal("370.00")
    sending.fail_adjustment(office, CASHIER, number, "账号有误")
    assert year_of(office, second.number) == before


def test_of_a_payment_claimed_back_after_a_supplement_nothing_is_left(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    before = year_of(office, second.number)
    pay(office, first.number)
    an_approved_version(office, "0.65")
    number = supplement(office, first.number, "370.00")
    sending.settle_adjustment(office, CASHIER, number, sending.Arrival(office.today, "回单 001"))
    claim_back(office, first.number)
    assert year_of(office, second.number) == before
