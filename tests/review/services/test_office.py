"""An office opens where it is told, safely; own claims are refused by every service; twins of pages are found."""

from __future__ import annotations

import inspect
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.decisions import FindingVerdict
from review.claim.paper import DocumentKind, LineVerdict
from review.claim.states import ClaimState
from review.errors import ForbiddenError, StoreError
from review.services import archive, batches, desk, intake, payment, queue, reading, review, settle, users
from review.services.office import DATABASE, data_home, open_office
from tests.builders import ID_NUMBER
from tests.offices import CLERK, PERSON, Clock, a_draft, a_page_file, a_user, in_batch, in_review, paid, signed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.claim.people import Actor
    from review.services.office import Office

OWN = replace(PERSON, id_number=ID_NUMBER)

Step = tuple["Callable[..., Any]", tuple[Any, ...]]

IN_REVIEW: tuple[Step, ...] = (
    (intake.turn_page, (1, 90)),
    (intake.move_page, (1, 0)),
    (intake.remove_page, (1,)),
    (intake.retry_page, (1,)),
    (intake.add_document, (DocumentKind.OTHER, {"payer": "x"})),
    (desk.correct, ([desk.Edit("insured.phone", "1")],)),
    (desk.undo, ()),
    (desk.redo, ()),
    (desk.confirm, (["page:1"],)),
    (desk.add_line, (1, {"name": "x"})),
    (desk.remove_line, (1,)),
    (desk.restore_line, (1,)),
    (desk.choose_entry, (1, "outside")),
    (desk.decide, (desk.Answer("x", "claim", FindingVerdict.ALLOW, "理由"),)),
    (desk.judge_line, (1, desk.Ruling(LineVerdict.EXCLUDE, "理由"))),
    (review.approve_first, ()),
    (review.reject, ("理由",)),
    (review.request_supplement, ("理由",)),
    (review.withdraw, ("理由",)),
)


@pytest.mark.parametrize(("step", "arguments"), IN_REVIEW, ids=lambda part: getattr(part, "__name__", ""))
def test_no_service_lets_people_touch_their_own_claim(
    office: Office, step: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    claim = in_review(office)
    rows = len(archive.history(office))
    with pytest.raises(ForbiddenError) as refused:
        step(office, OWN, claim.number, *arguments)
    assert refused.value.code == "own-claim"
    assert (queue.load_claim(office, claim.number), len(archive.history(office))) == (claim, rows)


def test_nor_do_pages_receipts_batches_and_payments(office: Office, tmp_path: Path) -> None:
    draft, file = a_draft(office), a_page_file(tmp_path)
    done = queue.load_claim(office, paid(office))
    order, batched = signed(office), in_batch(office)
    (row,) = batches.batch(office, order.number).claims
    steps: tuple[tuple[str, Callable[[Actor], Any]], ...] = (
        (draft.number, lambda own: intake.add_pages(office, own, draft.number, [file])),
        (draft.number, lambda own: intake.replace_page(office, own, draft.number, draft.pages[0].id, file)),
        (draft.number, lambda own: intake.receive(office, own, draft.number)),
        (batched.number, lambda own: batches.exclude(office, own, batched.number, "理由")),
        (batched.number, lambda own: batches.include(office, own, batched.number)),
        (batched.number, lambda own: batches.return_from_batch(office, own, batched.number, "理由")),
        (row.number, lambda own: payment.begin_payment(office, own, order.number)),
        (done.number, lambda own: archive.archive(office, own, done.number, file.path)),
    )
    for number, step in steps:
        with pytest.raises(ForbiddenError) as refused:
            step(replace(OWN, id_number=queue.load_claim(office, number).insured.id_number))
        assert refused.value.code == "own-claim"


def test_every_service_that_takes_an_actor_is_among_those_tested() -> None:
    spoken_of = inspect.getsource(inspect.getmodule(test_nor_do_pages_receipts_batches_and_payments))  # type: ignore[arg-type]
    by_table = {"resume", "approve_second", "return_to_first", "sign", "confirm_payment", "fail_payment"}
    by_table |= {"begin_review", "return_from_payment"}
    for module in (intake, desk, review, batches, payment, archive):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            takes = list(inspect.signature(function).parameters)
            if takes[:3] == ["office", "actor", "number"] and not name.startswith("_"):
                assert f"{module.__name__.rpartition('.')[2]}.{name}" in spoken_of or name in by_table, name


def test_the_data_folder_is_told_by_the_environment(tmp_path: Path) -> None:
    assert data_home() == tmp_path / "home"
    office = open_office()
    assert (office.home / DATABASE).exists()
    assert office.home.stat().st_mode & 0o777 == 0o700


def test_an_office_of_a_newer_version_is_not_opened(office: Office) -> None:
    office.store.close()
    with closing(sqlite3.connect(office.home / DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match="更新版本"):
        open_office(office.home)


def test_two_openers_of_one_office_see_each_others_work(office: Office) -> None:
    other = open_office(office.home, clock=Clock())
    claim = in_review(office)
    assert queue.load_claim(other, claim.number) == claim


def test_the_day_is_that_of_beijing(office: Office, clock: Clock) -> None:
    clock.pass_by(hours=14, minutes=59)
    assert office.today == date(2025, 4, 1)
    clock.pass_by(minutes=1)
    assert office.today == date(2025, 4, 2)


def test_the_same_page_in_another_claim_is_taken_but_asks_for_a_decision(office: Office, tmp_path: Path) -> None:
    first, second = in_review(office), in_review(office)
    same = a_page_file(tmp_path, "again.jpg", office.pages.path(first.pages[0].sha256).read_bytes())
    review.request_supplement(office, CLERK, second.number, "补材料")
    added = intake.add_pages(office, CLERK, second.number, [same])
    assert added.refused == ()
    found = {view.finding.code: view for view in settle.findings(office, second.number)}
    assert found["page-elsewhere"].open
    assert first.number in found["page-elsewhere"].finding.message
    assert "page-elsewhere" in {view.finding.code for view in settle.findings(office, first.number)}


def test_a_page_whose_other_claim_was_withdrawn_is_no_twin(office: Office, tmp_path: Path) -> None:
    first, second = in_review(office), a_draft(office)
    same = a_page_file(tmp_path, "again.jpg", office.pages.path(first.pages[0].sha256).read_bytes())
    intake.add_pages(office, CLERK, second.number, [same])
    assert review.withdraw(office, CLERK, second.number, "重复").state is ClaimState.WITHDRAWN
    assert "page-elsewhere" not in {view.finding.code for view in settle.findings(office, first.number)}


def test_a_signed_in_user_works_on_a_claim(office: Office) -> None:
    a_user(office, CLERK)
    actor: Actor = users.sign_in(office, CLERK.username, "九月的稻田在风里沙沙响")
    claim = a_draft(office)
    assert intake.receive(office, actor, claim.number).state is ClaimState.RECEIVED
    assert reading.claims_to_extract(office) == ()
