"""Receipts looked up at the treasury's site: what is asked for, what was answered; answers are kept for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.verification import Answer, Verification
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import archive, desk, review, verifying
from review.services.desk import Edit
from tests.builders import a_discharge_record, a_receipt, a_statement
from tests.offices import CLERK, MORNING, SECOND, approved_once, in_review

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.services.office import Office

TODAY = date(2025, 4, 1)


def an_answer(claim: Claim, answer: Answer = Answer.GENUINE, **changes: object) -> Verification:
    """What a clerk writes down of the claim's receipt."""
    blank = Verification(
        document_id=claim.receipts[0].id, invoice_code="", invoice_number="", total="", answer=answer, checked_on=TODAY
    )
    return replace(blank, **changes)  # type: ignore[arg-type]  # fields by name


def record(office: Office, claim: Claim, answer: Answer = Answer.GENUINE, **changes: object) -> Verification:
    return verifying.record_answer(office, CLERK, claim.number, an_answer(claim, answer, **changes))


def test_an_electronic_receipt_is_listed_with_what_the_site_asks_for(office: Office) -> None:
    receipt = a_receipt(institution="样例省人民医院", issue_date="2025-03-11")
    claim = in_review(office, receipt, a_statement(), a_discharge_record())
    (asked,) = verifying.to_verify(office, claim.number)
    assert (asked.claim, asked.document_id, asked.payer) == (claim.number, claim.receipts[0].id, "张小满")
    assert (asked.invoice_code, asked.invoice_number, asked.check_code) == ("36060125", "0012345678", "a1b2c3")
    assert (asked.issued_on, asked.total) == (date(2025, 3, 11), Decimal("100.00"))
    assert asked.open


def test_a_paper_receipt_without_check_code_is_not_listed(office: Office) -> None:
    claim = in_review(office, a_receipt(check_code=""), a_statement(), a_discharge_record())
    assert verifying.to_verify(office, claim.number) == ()
    desk.correct(office, CLERK, claim.number, [Edit(f"document:{claim.receipts[0].id}:custody", "electronic")])
    assert len(verifying.to_verify(office, claim.number)) == 1


def test_what_was_answered_leaves_the_list_of_the_office_but_not_that_of_the_claim(office: Office) -> None:
    first, second = in_review(office), in_review(office)
    kept = record(office, first)
    assert [row.claim for row in verifying.to_verify(office)] == [second.number]
    assert verifying.to_verify(office, first.number)[0].answer == kept


def test_a_site_that_gave_no_answer_is_asked_again(office: Office) -> None:
    claim = in_review(office)
    record(office, claim, Answer.UNAVAILABLE)
    (row,) = verifying.to_verify(office)
    assert row.answer is not None
    assert row.answer.answer is Answer.UNAVAILABLE


def test_receipts_of_claims_that_are_decided_are_not_asked_for(office: Office) -> None:
    claim = in_review(office)
    review.reject(office, CLERK, claim.number, "非本地参保")
    assert verifying.to_verify(office) == ()


def test_an_answer_keeps_the_figures_the_receipt_showed_then(office: Office) -> None:
    claim = in_review(office)
    kept = record(office, claim, times=3)
    total = claim.receipts[0].values["total_amount"]
    desk.correct(office, CLERK, claim.number, [Edit(f"value:{total.id}", "12000.00")])
    assert verifying.answers(office, claim.number) == (kept,)
    assert (kept.invoice_number, kept.total, kept.times) == (claim.receipts[0].text("invoice_number"), "10000.00", 3)
    assert (kept.by, kept.at) == (CLERK.username, MORNING)
    assert verifying.to_verify(office, claim.number)[0].total == Decimal("12000.00")


def test_a_later_answer_stands_beside_the_earlier_one(office: Office) -> None:
    claim = in_review(office)
    earlier = record(office, claim, Answer.UNAVAILABLE)
    later = record(office, claim, Answer.DIFFERS, note="金额为 9,000.00 元")
    assert verifying.answers(office, claim.number) == (later, earlier)
    assert verifying.to_verify(office, claim.number)[0].answer == later


def test_an_answer_is_told_in_the_journal(office: Office) -> None:
    claim = in_review(office)
    record(office, claim, Answer.REVERSED, note="已冲红")
    told: Any = archive.history(office, claim.number)[-1]
    assert (told.action, told.actor, told.reason) == ("record_answer", CLERK.username, "已冲红")
    assert told.after[f"document:{claim.receipts[0].id}"]["answer"] == "reversed"
    assert archive.verify_journal(office).ok


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"checked_on": date(2025, 4, 2)}, "bad-day"),
        ({"times": -1}, "bad-times"),
        ({"answer": Answer.DIFFERS, "note": " "}, "note-missing"),
        ({"page_id": 999_999}, "no-page"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(office: Office, changes: dict[str, object], code: str) -> None:
    claim = in_review(office)
    with pytest.raises(InputError, match="没有保存") as refused:
        verifying.record_answer(office, CLERK, claim.number, an_answer(claim, **changes))  # type: ignore[arg-type]  # fields by name
    assert (refused.value.code, bool(refused.value.advice)) == (code, True)
    assert verifying.answers(office, claim.number) == ()


def test_an_answer_about_no_receipt_of_the_claim_is_refused(office: Office) -> None:
    claim = in_review(office)
    with pytest.raises(NotFoundError):
        record(office, claim, document_id=claim.statements[0].id)


def test_only_a_clerk_writes_answers_down_and_only_while_the_claim_is_open(office: Office) -> None:
    claim = in_review(office)
    with pytest.raises(ForbiddenError):
        verifying.record_answer(office, SECOND, claim.number, an_answer(claim))
    approved = approved_once(office)
    with pytest.raises(ConflictError):
        record(office, approved)
    assert verifying.answers(office, approved.number) == ()
