"""A unit reads a claim as it was written, numbers without gaps, keeps what leaves a claim, and refuses late writers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from review.errors import ConflictError, NotFoundError, StoreError
from review.store.mapping import folder_of, rows_of
from review.store.schema import PageRow, ValueRow
from tests.offices import Clock, a_draft, an_office, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path / "office", Clock())


def test_rows_as_read_are_the_rows_of_their_folder(office: Office) -> None:
    claim = in_review(office)
    with office.store.read() as unit:
        rows = unit.rows(claim.number)
    assert rows_of(folder_of(rows)) == rows
    assert folder_of(rows).claim == claim


def test_saving_what_does_not_differ_writes_nothing(office: Office) -> None:
    claim = in_review(office)
    with office.store.write() as unit:
        rows = unit.rows(claim.number)
        assert unit.save(rows, folder_of(rows)) is None
    with office.store.read() as unit:
        assert unit.folder(claim.number).claim == claim


def test_a_late_writer_is_refused(office: Office) -> None:
    claim = a_draft(office)
    with office.store.read() as unit:
        rows = unit.rows(claim.number)
    folder = folder_of(rows)
    changes = [replace(folder, claim=replace(claim, state_reason=word)) for word in ("first", "late")]
    with office.store.write() as unit:
        unit.save(rows, changes[0])
    with pytest.raises(ConflictError, match="没有写入"), office.store.write() as unit:
        unit.save(rows, changes[1])
    with office.store.read() as unit:
        assert unit.folder(claim.number).claim.state_reason == "first"


def test_what_leaves_a_claim_is_marked_and_kept(office: Office) -> None:
    claim = in_review(office)
    with office.store.write() as unit:
        rows = unit.rows(claim.number)
        values = unit.session.scalar(select(func.count()).select_from(ValueRow))
        unit.save(rows, replace(folder_of(rows), claim=replace(claim, documents=())))
    with office.store.read() as unit:
        assert unit.folder(claim.number).claim.documents == ()
        assert unit.session.scalar(select(func.count()).select_from(ValueRow)) == values
        assert unit.session.scalar(select(func.count()).select_from(PageRow)) == 1


def test_numbers_are_given_once_to_many_threads(office: Office) -> None:
    given: list[str] = []

    def work() -> None:
        for _ in range(10):
            with office.store.write() as unit:
                given.append(unit.day_number(date(2025, 4, 1)))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == [f"20250401-{number:04d}" for number in range(1, 41)]


def test_a_number_of_a_unit_that_fails_is_given_again(office: Office) -> None:
    def fail() -> None:
        with office.store.write() as unit:
            unit.day_number(date(2025, 4, 1), "B")
            raise StoreError("x")

    with pytest.raises(StoreError):
        fail()
    with office.store.write() as unit:
        assert unit.day_number(date(2025, 4, 1), "B") == "20250401-B1"


def test_a_claim_that_is_not_there_is_not_found(office: Office) -> None:
    with office.store.read() as unit, pytest.raises(NotFoundError):
        unit.rows("20250401-9999")
