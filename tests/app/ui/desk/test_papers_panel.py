"""Papers as the counter holds them: said by one press, counted as lacking, asked for on one notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.ui.desk.notice_dialog import NoticeDialog
from app.ui.desk.paper_rows import missing, paper_rows, unsaid
from app.ui.desk.sheet import Sheet
from review.checks.materials.checklist import checklist
from review.claim.paper import Custody, DocumentKind
from review.claim.states import ClaimState
from review.services import archive, queue
from tests.builders import a_claim, a_document, a_receipt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.desk.papers_panel import PapersPanel
    from app.ui.desk.room import DeskRoom
    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.services.office import Office

    Wait = Callable[[], None]


def a_sheet(*papers: Document) -> Sheet:
    """The desk's view of a claim with these papers."""
    claim = a_claim(*papers)
    return Sheet(claim=claim, checklist=checklist(claim))


def panel_of(room: DeskRoom) -> PapersPanel:
    """The tab of all papers, in front."""
    room.bench.figures.papers.setCurrentWidget(room.bench.figures.held)
    return room.bench.figures.held


def papers_of(room: DeskRoom, office: Office) -> tuple[Document, ...]:
    """The papers as they are stored."""
    return queue.load_claim(office, room.claim.number).documents


def notice_dialog(room: DeskRoom) -> NoticeDialog:
    """The open notice."""
    [dialog] = room.findChildren(NoticeDialog)
    return dialog


# -- rows


def test_papers_of_one_kind_are_numbered_and_a_copy_is_told() -> None:
    copied = replace(a_receipt(check_code=""), custody=Custody.COPY)
    rows = paper_rows(a_sheet(a_receipt(), copied))
    assert [row.words[-1] for row in rows] == ["1", "2"]
    assert [row.amiss for row in rows] == [False, True]


def test_what_nothing_serves_for_is_missing() -> None:
    lacking = missing(a_sheet(a_receipt()))
    assert "discharge-record" in {item.material.code for item in lacking}
    assert not {"discharge-record"} & {
        item.material.code
        for item in missing(a_sheet(a_receipt(), a_document(DocumentKind.DISCHARGE_RECORD, patient="张小满")))
    }


def test_only_what_nobody_said_is_filled_in() -> None:
    said = replace(a_receipt(), custody=Custody.COPY, sealed=False)
    fresh = a_receipt()
    edits = unsaid(paper_rows(a_sheet(said, fresh)))
    assert {(edit.target, edit.value) for edit in edits} == {
        (f"document:{fresh.id}:custody", "original"),
        (f"document:{fresh.id}:sealed", "true"),
    }


# -- at the desk


def test_a_press_says_what_a_paper_is_and_another_takes_it_back(room: DeskRoom, settle: Wait, office: Office) -> None:
    panel, first = panel_of(room), papers_of(room, office)[0]
    chip = panel.toggles[f"document:{first.id}:custody"].chips["copy"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle()
    assert papers_of(room, office)[0].custody is Custody.COPY
    assert chip.isChecked()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle()
    assert papers_of(room, office)[0].custody is Custody.UNSTATED
    assert not chip.isChecked()


def test_what_a_paper_is_can_be_corrected_and_taken_back(room: DeskRoom, settle: Wait, office: Office) -> None:
    panel, first = panel_of(room), papers_of(room, office)[0]
    panel.kinds[first.id].kinds[first.kind].trigger()
    settle()
    assert papers_of(room, office)[0].kind is DocumentKind.INPATIENT_RECEIPT
    panel.kinds[first.id].kinds[DocumentKind.OTHER].trigger()
    settle()
    assert papers_of(room, office)[0].kind is DocumentKind.OTHER
    assert "其他材料" in panel.rows[0].words
    room.claim.undo()
    settle()
    assert papers_of(room, office)[0].kind is DocumentKind.INPATIENT_RECEIPT


def test_a_seal_is_said_to_be_there_or_not_there(room: DeskRoom, settle: Wait, office: Office) -> None:
    panel, first = panel_of(room), papers_of(room, office)[0]
    target = f"document:{first.id}:sealed"
    for value, said in (("false", False), ("true", True), ("true", None)):
        QTest.mouseClick(panel.toggles[target].chips[value], Qt.MouseButton.LeftButton)
        settle()
        assert papers_of(room, office)[0].sealed is said


def test_one_press_says_all_papers_are_sealed_originals_and_one_undo_takes_it_back(
    room: DeskRoom, settle: Wait, office: Office
) -> None:
    panel = panel_of(room)
    panel.rest.click()
    settle()
    assert {(paper.custody, paper.sealed) for paper in papers_of(room, office)} == {(Custody.ORIGINAL, True)}
    assert not panel.rest.isEnabled()
    room.claim.undo()
    settle()
    assert {paper.custody for paper in papers_of(room, office)} == {Custody.UNSTATED}


def test_a_press_on_a_name_shows_the_paper_and_its_page(room: DeskRoom, office: Office, settle: Wait) -> None:
    record = papers_of(room, office)[2]
    panel_of(room).chosen.emit(record.id)
    settle()
    assert room.bench.figures.document is not None
    assert room.bench.figures.document.id == record.id
    assert room.bench.paper.page_id == record.page_ids[0]
    assert room.bench.figures.papers.currentIndex() == 0


def test_papers_cannot_be_spoken_of_where_the_claim_is_locked(room: DeskRoom) -> None:
    panel = panel_of(room)
    assert room.claim.sheet is not None
    panel.show_sheet(room.claim.sheet, locked=True)
    assert not panel.rest.isEnabled()
    assert not any(chip.isEnabled() for toggle in panel.toggles.values() for chip in toggle.chips.values())


# -- the notice


def test_the_notice_lists_what_is_lacking_and_the_claim_waits_for_it(
    room: DeskRoom, settle: Wait, office: Office, tmp_path: Path
) -> None:
    panel_of(room).notice.click()
    settle()
    dialog = notice_dialog(room)
    dialog.notes.setPlainText("请补充手术记录")
    dialog.go.click()
    settle()
    claim = queue.load_claim(office, room.claim.number)
    assert (claim.state, "请补充手术记录" in claim.state_reason) == (ClaimState.SUPPLEMENT, True)
    assert "issue_notice" in [row.action for row in archive.history(office, claim.number)]
    [where] = room.findChildren(QFileDialog)
    where.fileSelected.emit(str(tmp_path / "告知书.pdf"))
    settle()
    assert (tmp_path / "告知书.pdf").read_bytes().startswith(b"%PDF-")


def test_sending_back_for_papers_is_the_same_notice(room: DeskRoom, settle: Wait) -> None:
    button = next(b for step, b in room.bench.bar._steps.items() if step.name == "request_supplement")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert notice_dialog(room).isVisible()


def test_a_notice_that_asks_for_nothing_cannot_be_given(room: DeskRoom, settle: Wait) -> None:
    panel_of(room).notice.click()
    settle()
    dialog = NoticeDialog(replace(notice_dialog(room)._draft, items=()), room)
    assert not dialog.go.isEnabled()
    dialog.notes.setPlainText("请补充手术记录")
    assert dialog.go.isEnabled()


def test_a_notice_given_already_is_printed_again(room: DeskRoom, settle: Wait, claim: Claim) -> None:
    room.claim.give_notice("请补充手术记录")
    settle()
    first = room.findChildren(QFileDialog)
    room.asking.notice()
    settle()
    assert room.findChildren(NoticeDialog) == []
    assert len(room.findChildren(QFileDialog)) == len(first) + 1
    assert claim.number in room.findChildren(QFileDialog)[-1].selectedFiles()[0]
