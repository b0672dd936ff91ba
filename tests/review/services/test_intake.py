"""Paper comes in: pages in order, none twice, nothing lost; the office's clock starts at the receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.claim.paper import DocumentKind, ReadState, Standing
from review.claim.states import ClaimState
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import archive, intake, queue, reading, review
from review.services.settings import set_promise_days
from tests.builders import ID_NUMBER, an_insured
from tests.offices import ADMINISTRATOR, CLERK, SECOND, Clock, a_draft, a_page_file, a_received, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim
    from review.services.office import Office


def names(claim: Claim) -> list[str]:
    return [page.file_name for page in claim.pages]


def test_claims_are_numbered_by_the_day_at_the_office(office: Office, clock: Clock) -> None:
    clock.pass_by(hours=14)
    assert [intake.open_claim(office, CLERK).number for _ in range(2)] == ["20250401-0001", "20250401-0002"]
    clock.pass_by(hours=2)
    assert intake.open_claim(office, CLERK).number == "20250402-0001"


def test_pages_are_in_the_store_before_they_are_listed(office: Office, tmp_path: Path) -> None:
    claim = intake.open_claim(office, CLERK)
    added = intake.add_pages(office, CLERK, claim.number, [a_page_file(tmp_path)])
    (page,) = added.claim.pages
    assert added.added == (page.id,)
    assert office.pages.path(page.sha256).read_bytes() == "票据.jpg".encode()
    assert page.read_state is ReadState.WAITING


def test_a_bad_page_is_refused_with_a_word_and_the_others_go_on(office: Office, tmp_path: Path) -> None:
    claim = intake.open_claim(office, CLERK)
    good = a_page_file(tmp_path, "good.jpg")
    files = [a_page_file(tmp_path, "empty.jpg", b""), good, replace(good, path=tmp_path / "gone.jpg", name="gone.jpg")]
    added = intake.add_pages(office, CLERK, claim.number, files)
    assert names(added.claim) == ["good.jpg"]
    assert [refused.name for refused in added.refused] == ["empty.jpg", "gone.jpg"]
    assert all(refused.message and refused.advice for refused in added.refused)


def test_the_same_page_twice_in_a_claim_is_refused(office: Office, tmp_path: Path) -> None:
    claim = intake.open_claim(office, CLERK)
    files = [a_page_file(tmp_path, "a.jpg", b"same"), a_page_file(tmp_path, "b.jpg", b"same")]
    first = intake.add_pages(office, CLERK, claim.number, files)
    again = intake.add_pages(office, CLERK, claim.number, files)
    assert (len(first.added), [r.name for r in first.refused]) == (1, ["b.jpg"])
    assert (again.added, len(again.refused)) == ((), 2)
    assert "没有重复收入" in again.refused[0].message


def test_pages_are_turned_moved_replaced_and_removed(office: Office, tmp_path: Path) -> None:
    claim = a_draft(office, "1", "2", "3")
    one, two, three = (page.id for page in claim.pages)
    assert intake.turn_page(office, CLERK, claim.number, two, -90).pages[1].turn == 270
    assert names(intake.move_page(office, CLERK, claim.number, three, 0)) == ["3", "1", "2"]
    assert names(intake.remove_page(office, CLERK, claim.number, one)) == ["3", "2"]
    after = intake.replace_page(office, CLERK, claim.number, two, a_page_file(tmp_path, "2b"))
    assert names(after) == ["3", "2b"]
    assert [page.position for page in after.pages] == [0, 1]


def test_a_page_taken_out_stays_in_the_store(office: Office) -> None:
    claim = a_draft(office, "1", "2")
    page = claim.pages[0]
    intake.remove_page(office, CLERK, claim.number, page.id)
    assert office.pages.path(page.sha256).exists()
    row = archive.history(office, claim.number)[-1]
    assert row.before[f"page:{page.id}"]["sha256"] == page.sha256  # type: ignore[index]


@pytest.mark.parametrize("degrees", [1, 45, 89])
def test_pages_turn_by_quarters_only(office: Office, degrees: int) -> None:
    claim = a_draft(office)
    with pytest.raises(InputError):
        intake.turn_page(office, CLERK, claim.number, claim.pages[0].id, degrees)


def test_a_page_that_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(NotFoundError):
        intake.turn_page(office, CLERK, a_draft(office).number, 999, 90)


def test_a_page_already_there_does_not_replace_another(office: Office) -> None:
    claim = a_draft(office, "1", "2")
    same = a_page_file(office.home, "1", f"{claim.number} 1".encode())
    with pytest.raises(ConflictError, match="没有替换"):
        intake.replace_page(office, CLERK, claim.number, claim.pages[1].id, same)


def test_in_review_the_pile_is_closed(office: Office, tmp_path: Path) -> None:
    claim = in_review(office)
    with pytest.raises(ConflictError, match="未作任何改动") as refused:
        intake.add_pages(office, CLERK, claim.number, [a_page_file(tmp_path)])
    assert "待补正" in refused.value.advice


def test_the_receipt_starts_the_promise_in_working_days(office: Office) -> None:
    claim = intake.receive(office, CLERK, a_draft(office).number)
    assert (claim.state, claim.received_on) == (ClaimState.RECEIVED, date(2025, 4, 1))
    assert claim.due_on == date(2025, 4, 16)  # Qingming, 4 April, is a holiday
    assert queue.days_left(office, claim) == 10


def test_the_promise_is_a_setting_of_administrators(office: Office) -> None:
    set_promise_days(office, ADMINISTRATOR, 5)
    assert intake.receive(office, CLERK, a_draft(office).number).due_on == date(2025, 4, 9)
    with pytest.raises(ForbiddenError):
        set_promise_days(office, CLERK, 30)
    with pytest.raises(InputError):
        set_promise_days(office, ADMINISTRATOR, 0)


def test_the_clock_stops_while_a_supplement_is_awaited(office: Office, clock: Clock) -> None:
    claim = in_review(office)
    review.request_supplement(office, CLERK, claim.number, "缺出院记录")
    clock.pass_by(days=7)
    paused = queue.load_claim(office, claim.number)
    assert queue.days_left(office, paused) == 10
    resumed = review.resume(office, CLERK, claim.number)
    assert resumed.due_on == date(2025, 4, 22)
    assert queue.days_left(office, resumed) == 10


def test_an_empty_claim_is_not_received(office: Office) -> None:
    with pytest.raises(ConflictError, match="还没有任何影像"):
        intake.receive(office, CLERK, intake.open_claim(office, CLERK).number)


def test_a_paper_typed_without_page_counts_as_paper(office: Office) -> None:
    claim = intake.open_claim(office, CLERK)
    cells = {"payer": "张小满", "total_amount": "1,234.5", "invoice_number": ""}
    typed = intake.add_document(office, CLERK, claim.number, DocumentKind.OUTPATIENT_RECEIPT, cells)
    (paper,) = typed.documents
    assert {key: (v.value, v.standing) for key, v in paper.values.items()} == {
        "payer": ("张小满", Standing.TYPED),
        "total_amount": ("1234.50", Standing.TYPED),
    }
    assert typed.insured.name == "张小满"
    intake.receive(office, CLERK, claim.number)
    assert reading.record_reading(office, claim.number, ()).documents == typed.documents


def test_only_clerks_open_claims_and_never_their_own(office: Office) -> None:
    with pytest.raises(ForbiddenError):
        intake.open_claim(office, SECOND)
    with pytest.raises(ForbiddenError, match="本人"):
        intake.open_claim(office, replace(CLERK, id_number=ID_NUMBER), an_insured())
    assert queue.queue(office) == ()


def test_a_failed_page_can_be_tried_anew(office: Office) -> None:
    claim = a_draft(office)
    page_id = claim.pages[0].id
    reading.take_page(office)
    reading.fail_page(office, page_id, "看不清。")
    after = reading.retry_page(office, CLERK, claim.number, page_id)
    assert (after.pages[0].read_state, after.pages[0].failure) == (ReadState.WAITING, "")
    with pytest.raises(ConflictError):
        reading.retry_page(office, CLERK, claim.number, page_id)


def test_what_was_done_is_in_the_journal_once(office: Office) -> None:
    claim = a_received(office)
    actions = [row.action for row in archive.history(office, claim.number)]
    assert actions == ["open_claim", "add_pages", "receive", "read_page"]
