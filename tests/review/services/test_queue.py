"""The queue lists, filters, searches and sorts; its counts are those of the claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.claim.states import ClaimState
from review.errors import InputError, NotFoundError
from review.services import desk, intake, queue, review, settle
from review.services.queue import QueueFilter
from tests.builders import a_care, an_insured
from tests.offices import CLERK, SECOND, Clock, a_draft, a_read_claim, approved_once, in_batch, in_review

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.services.office import Office


def numbers(office: Office, **chosen: object) -> list[str]:
    return [row.number for row in queue.queue(office, replace(QueueFilter(), **chosen))]  # type: ignore[arg-type]


def a_named_draft(office: Office, name: str, hospital: str = "样例医院") -> Claim:
    return intake.open_claim(office, CLERK, an_insured(name=name, id_number=""), a_care(hospital=hospital))


def test_a_row_says_what_the_claim_says(office: Office) -> None:
    claim = approved_once(office)
    (row,) = queue.queue(office)
    assert (row.number, row.version, row.state) == (claim.number, claim.version, claim.state)
    assert (row.name, row.id_masked, row.province) == ("张小满", "360799********0011", "广东省")
    assert (row.total, row.payable) == (Decimal("10000.00"), Decimal("4440.00"))
    assert (row.pages, row.pages_done, row.received_on, row.days_left) == (1, 1, date(2025, 4, 1), 10)
    assert (row.entered_by, row.first_reviewer) == ("li.jing", "li.jing")


def test_the_counts_are_those_of_the_findings(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("care.hospital_level", "none")])
    (row,) = queue.queue(office)
    views = settle.findings(office, claim.number)
    found = [view.finding.severity.value for view in views]
    assert (row.blocks, row.decisions, row.clues) == tuple(found.count(s) for s in ("blocks", "decision", "clue"))
    assert row.decisions > 0


def test_claims_are_found_by_name_number_and_hospital(office: Office) -> None:
    one = a_named_draft(office, "欧阳明月", "深圳第一医院").number
    two = a_named_draft(office, "王明", "广州第一医院").number
    assert numbers(office, text="明", sort="number") == [one, two]
    assert numbers(office, text="明 深圳") == [one]
    assert numbers(office, text=two[-4:]) == [two]
    assert numbers(office, text="100%") == numbers(office, text="_") == []


def test_claims_are_listed_by_state_and_person(office: Office) -> None:
    draft, batched, review_ = a_draft(office), in_batch(office), in_review(office)
    assert numbers(office, states=(ClaimState.DRAFT,)) == [draft.number]
    assert set(numbers(office, states=(ClaimState.DRAFT, ClaimState.FIRST_REVIEW))) == {draft.number, review_.number}
    assert numbers(office, mine=SECOND.username) == [batched.number]
    assert queue.state_counts(office) == {
        ClaimState.DRAFT: 1,
        ClaimState.FIRST_REVIEW: 1,
        ClaimState.BATCHED: 1,
    }


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("due", "ab-"), ("number", "ab-"), ("-number", "-ba"), ("name", "ab-"), ("-received", "ba-"), ("state", "-ab")],
)
def test_orders(office: Office, clock: Clock, sort: str, expected: str) -> None:
    marks = {a_read_claim(office).number: "a"}
    clock.pass_by(days=1)
    marks |= {a_read_claim(office).number: "b", a_draft(office).number: "-"}
    assert "".join(marks[number] for number in numbers(office, sort=sort)) == expected


def test_an_unknown_order_is_refused(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        queue.queue(office, QueueFilter(sort="; DROP TABLE claims"))
    assert "due" in refused.value.advice


def test_days_left_count_down_and_stop_at_the_end(office: Office, clock: Clock) -> None:
    claim = in_review(office)
    clock.pass_by(days=20)
    assert queue.days_left(office, claim) == -3
    assert queue.queue(office)[0].days_left == -3
    rejected = review.reject(office, CLERK, claim.number, "超过时限")
    assert queue.days_left(office, rejected) is None


def test_a_claim_nobody_knows_is_not_found(office: Office) -> None:
    with pytest.raises(NotFoundError, match="20990101-0001"):
        queue.load_claim(office, "20990101-0001")


def test_claims_are_listed_by_their_numbers_latest_first_and_unknown_numbers_are_left_out(office: Office) -> None:
    first, second, _ = (a_draft(office).number for _ in range(3))
    assert [row.number for row in queue.rows_of(office, (first, second, "20990101-0001"))] == [second, first]
    assert queue.rows_of(office, ()) == ()
