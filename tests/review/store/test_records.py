"""Look-ups over claims: receipts and pages that lie elsewhere too, settings, and the worker's queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.claim.states import ClaimState
from review.errors import NotFoundError
from review.services import intake, review
from review.store import batch_records, page_queue, queries, records
from tests.builders import a_receipt
from tests.offices import CLERK, MORNING, Clock, a_draft, an_office, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path / "office", Clock())


def elsewhere(office: Office, claim: str, number: str = "0012345678") -> list[tuple[str, str, ClaimState]]:
    with office.store.read() as unit:
        return list(records.receipts_elsewhere(unit, claim, number))


def test_a_receipt_is_found_in_other_claims_with_its_code(office: Office) -> None:
    first, second = in_review(office, a_receipt()), in_review(office, a_receipt(invoice_code="36060199"))
    assert elsewhere(office, first.number) == [("36060199", second.number, ClaimState.FIRST_REVIEW)]
    assert elsewhere(office, "") == [
        ("36060125", first.number, ClaimState.FIRST_REVIEW),
        ("36060199", second.number, ClaimState.FIRST_REVIEW),
    ]
    assert elsewhere(office, "", "9999999999") == []


def test_receipts_of_rejected_claims_count_those_of_withdrawn_ones_do_not(office: Office) -> None:
    rejected, withdrawn = in_review(office, a_receipt()), in_review(office, a_receipt())
    review.reject(office, CLERK, rejected.number, "非本地参保")
    review.withdraw(office, CLERK, withdrawn.number, "本人撤回")
    assert [(claim, state) for _, claim, state in elsewhere(office, "")] == [
        (rejected.number, ClaimState.REJECTED),
    ]


def test_a_setting_is_its_default_until_it_is_kept(office: Office) -> None:
    with office.store.write() as unit:
        assert records.setting(unit, "promise_days", 10) == 10
        records.keep_setting(unit, "promise_days", 20)
    with office.store.read() as unit:
        assert records.setting(unit, "promise_days", 10) == 20


def test_pages_of_claims_that_are_closed_are_not_read(office: Office) -> None:
    claim = a_draft(office)
    review.withdraw(office, CLERK, claim.number, "本人撤回")
    with office.store.write() as unit:
        assert page_queue.take(unit, MORNING) is None


def test_pages_taken_out_are_neither_read_nor_waited_for(office: Office) -> None:
    claim = a_draft(office, "1", "2")
    for page in claim.pages:
        intake.remove_page(office, CLERK, claim.number, page.id)
    with office.store.write() as unit:
        assert page_queue.take(unit, MORNING) is None
        assert page_queue.texts(unit, claim.number) == ()


def test_what_is_not_there_is_not_found(office: Office) -> None:
    with office.store.read() as unit:
        assert records.user(unit, "nobody") is None
        assert records.archive_of(unit, "20250401-0001") is None
        assert batch_records.open_batch(unit) is None
        with pytest.raises(NotFoundError):
            batch_records.batch(unit, "20250401-B1")
        with pytest.raises(NotFoundError):
            queries.journal_row(unit, 99)
