"""Settings, the queue's rows, and the worker's queue of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.errors import NotFoundError
from review.services import intake, review
from review.store import batch_records, page_queue, queries, records
from tests.offices import CLERK, MORNING, Clock, a_draft, an_office

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path / "office", Clock())


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
