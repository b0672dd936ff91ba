"""The desk as a clerk uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.desk.form_editors import TextEditor
from app.ui.desk.lines_model import KEYS
from app.ui.desk.reason_dialog import ReasonDialog
from app.ui.desk.room import DeskRoom
from app.ui.desk.spots import spots
from review.claim.decisions import FindingVerdict
from review.claim.paper import Standing
from review.claim.states import ClaimState
from review.services import desk, queue
from review.services import settle as settle_service
from review.services.catalogue import Rematched
from tests.offices import CLERK, PERSON, SECOND, approved_once, in_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.claim.paper import Value
    from review.services.office import Office

    Wait = Callable[[], None]


def value_of(room: DeskRoom, key: str, row: int = -1) -> Value:
    """The value of a cell of the statement, or of a field of the receipt."""
    assert room.claim.sheet is not None
    receipt, statement, _ = room.claim.sheet.claim.documents
    return receipt.values[key] if row < 0 else statement.lines[row].values[key]


def field(room: DeskRoom, target: str) -> TextEditor:
    """The editor of a field, in hand."""
    room.bench.figures.show_target(target)
    found = room.bench.figures.fields.editor(target)
    assert isinstance(found, TextEditor)
    return found


def type_into(room: DeskRoom, key: str, text: str) -> None:
    """Type over a field of the receipt and leave it by Enter."""
    editor = field(room, f"value:{value_of(room, key).id}")
    editor.selectAll()
    editor.insert(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def click_box(room: DeskRoom, target: str) -> None:
    """Click the middle of a box on the page."""
    view = room.bench.paper.view
    mark = next(mark for mark in view.marks if mark.target == target)
    point = view.mapFromScene(view._picture.mapToScene(mark.rect.center()))
    assert view.viewport().rect().contains(point)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))


def test_a_click_on_a_box_takes_its_field_in_hand(room: DeskRoom) -> None:
    target = f"value:{value_of(room, 'payer').id}"
    click_box(room, target)
    assert room.bench.paper.view.current == target
    assert room.bench.figures.fields.editor(target) is room.focusWidget()


def test_a_cell_in_hand_shows_its_box_on_its_own_page(room: DeskRoom, settle: Wait) -> None:
    value = value_of(room, "amount", 2)
    assert value.place is not None
    room.bench.figures.show_document(room.claim.sheet.claim.documents[1].id)  # type: ignore[union-attr]
    table = room.bench.figures.table
    table.setCurrentIndex(table.lines.index(2, KEYS.index("amount")))
    settle()
    assert room.bench.paper.page_id == value.place.page_id
    assert room.bench.paper.view.current == f"value:{value.id}"


def test_a_click_on_a_cell_of_a_row_takes_that_cell_not_the_row(room: DeskRoom, settle: Wait) -> None:
    value = value_of(room, "unit_price", 1)
    room.bench.paper.show_target(f"value:{value.id}")
    settle()
    click_box(room, f"value:{value.id}")
    table = room.bench.figures.table
    assert table.lines.target_of(table.currentIndex()) == f"value:{value.id}"


def test_f8_walks_all_doubts_in_the_order_of_the_paper_and_round(room: DeskRoom, settle: Wait) -> None:
    assert room.claim.sheet is not None
    expected = [doubt.target for doubt in room.claim.sheet.doubts]
    walked = []
    for _ in range(len(expected) + 1):
        QTest.keyClick(room, Qt.Key.Key_F8)
        settle()
        walked.append(room._target)
    assert walked == [*expected, expected[0]]
    assert walked[0] == f"value:{value_of(room, 'invoice_number').id}"


def test_shift_f8_walks_back(room: DeskRoom, settle: Wait) -> None:
    assert room.claim.sheet is not None
    QTest.keyClick(room, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert room._target == room.claim.sheet.doubts[-1].target


def test_f8_opens_the_magnifier_with_confidence_and_reason(room: DeskRoom, settle: Wait) -> None:
    room.walk(1)
    settle()
    lens = room.bench.paper.view.lens
    assert lens.isVisible()
    assert lens._confidence.text() == "0.61"
    assert lens._reason.text() == "第 3 位识别把握不大"


def test_enter_on_an_untouched_doubtful_value_confirms_it(room: DeskRoom, settle: Wait) -> None:
    room.walk(1)
    editor = room.focusWidget()
    assert isinstance(editor, TextEditor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert value_of(room, "invoice_number").standing is Standing.CONFIRMED


def test_an_edit_is_saved_at_once_and_taken_back_by_undo(room: DeskRoom, settle: Wait, office: Office) -> None:
    type_into(room, "payer", "张小满满")
    settle()
    assert queue.load_claim(office, room.claim.number).documents[0].text("payer") == "张小满满"
    assert "已自动保存" in room.bench.bar._saved.text()
    hand = room.focusWidget()
    assert isinstance(hand, TextEditor)
    QTest.keyClick(hand, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert queue.load_claim(office, room.claim.number).documents[0].text("payer") == "张小满"
    QTest.keyClick(room, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert value_of(room, "payer").value == "张小满满"


def test_quick_edits_one_after_the_other_are_all_saved(room: DeskRoom, settle: Wait) -> None:
    type_into(room, "payer", "甲")
    type_into(room, "invoice_code", "36060126")
    type_into(room, "institution", "另一家医院")
    settle()
    assert [value_of(room, key).value for key in ("payer", "invoice_code", "institution")] == [
        "甲",
        "36060126",
        "另一家医院",
    ]
    assert room.bench.warning == ""


def test_a_stale_desk_says_so_and_offers_the_newest(room: DeskRoom, settle: Wait, office: Office) -> None:
    target = f"value:{value_of(room, 'institution').id}"
    desk.correct(office, PERSON, room.claim.number, [desk.Edit(target, "别人改的")])
    type_into(room, "payer", "我改的")
    settle()
    assert "别人" in room.bench.warning
    assert not room.bench.refresh.isHidden()
    room.bench.refresh.click()
    settle()
    assert room.bench.warning == ""
    assert value_of(room, "institution").value == "别人改的"


def test_a_value_that_does_not_fit_is_refused_where_it_was_typed(room: DeskRoom, settle: Wait) -> None:
    before = value_of(room, "total_amount").value
    type_into(room, "total_amount", "一百多")
    settle()
    assert "不是数字" in room.bench.warning
    assert value_of(room, "total_amount").value == before


def test_a_cell_is_edited_in_place(room: DeskRoom, settle: Wait) -> None:
    room.bench.figures.show_document(room.claim.sheet.claim.documents[1].id)  # type: ignore[union-attr]
    table = room.bench.figures.table
    table.setCurrentIndex(table.lines.index(3, KEYS.index("quantity")))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit, "cellEdit")
    assert isinstance(editor, QLineEdit)
    editor.setText("3")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert value_of(room, "quantity", 3).value == "3"
    assert value_of(room, "amount", 3).standing is Standing.CONTRADICTED


def test_the_settlement_greys_while_typing_and_follows_the_trial(room: DeskRoom, qtbot: QtBot) -> None:
    panel = room.bench.figures.settlement
    before = panel.ladder.shown
    room.claim.typing("care.hospital_level", "primary")
    assert panel.ladder.stale
    qtbot.waitUntil(lambda: not panel.ladder.stale)
    assert panel.ladder.shown != before
    assert panel.payable.startswith("¥ ")
    assert room.claim.sheet is not None
    assert room.claim.sheet.claim.care.hospital_level == "tertiary"


def test_striking_a_line_out_changes_the_equation_and_the_settlement(room: DeskRoom, settle: Wait) -> None:
    before = room.bench.figures.settlement.ladder.shown
    assert room.claim.sheet is not None
    room.claim.remove_line(room.claim.sheet.claim.documents[1].lines[2].id)
    settle()
    assert "≠" in room.bench.figures.equation.text()
    assert room.bench.figures.settlement.ladder.shown != before


def test_choosing_outside_for_a_line_settles_its_doubt(room: DeskRoom, settle: Wait) -> None:
    assert room.claim.sheet is not None
    doubt = next(doubt for doubt in room.claim.sheet.doubts if doubt.match)
    assert doubt.spot.line is not None
    room._pick_entry(doubt.spot.line.id)
    settle()
    picker = room.picker
    picker.table.selectRow(picker.candidates.rowCount() - 1)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    settle()
    row = next(row for row in room.bench.figures.table.lines.rows if row.line.id == doubt.spot.line.id)
    assert (row.word.sign, row.word.candidates) == ("丙", None)


def test_the_picker_finds_entries_by_what_is_typed(room: DeskRoom, settle: Wait, qtbot: QtBot) -> None:
    assert room.claim.sheet is not None
    room._pick_entry(room.claim.sheet.claim.documents[1].lines[5].id)
    settle()
    QTest.keyClicks(room.picker.search, "mlpn")
    names = room.picker.candidates
    qtbot.waitUntil(lambda: "美罗培南" in str(names.index(0, 2).data()))
    settle()


def test_matching_anew_without_news_says_that_nothing_changed(room: DeskRoom, settle: Wait, qtbot: QtBot) -> None:
    assert room.claim.sheet is not None
    version = room.claim.sheet.claim.version
    with qtbot.waitSignal(room.remark) as told:
        QTest.keyClick(room, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert told.args[0] == "重新匹配目录：没有变化。"
    assert room.claim.sheet.claim.version == version


def test_changed_lines_are_named_and_a_long_list_is_cut(room: DeskRoom, qtbot: QtBot) -> None:
    found = tuple(Rematched(n, f"青禾片{n}", "", "nrdl-2024/X1", "名称一致") for n in range(5))
    with qtbot.waitSignal(room.remark) as told:
        room._tell_rematched(found)
    assert "5 行有变化（青禾片0、青禾片1、青禾片2…）" in told.args[0]


def test_the_first_approval_waits_for_open_points_and_says_which(room: DeskRoom) -> None:
    primary = room.bench.bar.primary
    assert primary is not None
    assert not primary.isEnabled()
    assert "3 处存疑未核对" in room.bench.bar.blocked.text()


def test_a_second_reviewer_may_look_and_send_back_but_not_change(
    session: Session, claim: Claim, qtbot: QtBot, settle: Wait
) -> None:
    session.actor = SECOND
    room = DeskRoom(session)
    qtbot.addWidget(room)
    room.show()
    room.enter(claim.number)
    settle()
    assert room.locked
    editors = [shown.editor for shown in room.bench.figures.fields._rows]
    assert all(editor.isReadOnly() for editor in editors if isinstance(editor, TextEditor))
    assert room.bench.bar.primary is not None
    assert not room.bench.bar.primary.isEnabled()


def test_an_empty_desk_offers_the_next_claim(session: Session, claim: Claim, qtbot: QtBot, settle: Wait) -> None:
    room = DeskRoom(session)
    qtbot.addWidget(room)
    remarks: list[str] = []
    room.remark.connect(remarks.append)
    room.enter()
    room.bench.empty.acted.emit()
    settle()
    assert remarks == ["没有等待初审的报销单。"]
    assert claim.first_reviewer == CLERK.username


def test_every_target_of_the_paper_is_found_again_on_the_desk(room: DeskRoom) -> None:
    assert room.claim.sheet is not None
    for target, spot in spots(room.claim.sheet.claim).items():
        room.bench.figures.show_target(target)
        if spot.line is None and spot.value is not None:
            assert target in room.bench.figures.fields.targets


def test_a_finding_about_the_head_leads_to_its_field(room: DeskRoom, settle: Wait) -> None:
    room.claim.edit("insured.account.number", "")
    settle()
    cards = room.bench.figures.findings.cards
    card = next(card for card in cards if card.finding.code == "missing-account-number")
    card.entered.emit(card.finding)
    form = room.bench.figures.forms["account"]
    assert room.bench.figures.facts.currentWidget() is form
    assert room.focusWidget() is form.editor("insured.account.number")


def test_a_decision_by_key_is_kept_and_shown(room: DeskRoom, settle: Wait, office: Office) -> None:
    room.claim.edit("care.hospital_level", "none")
    settle()
    panel = room.bench.figures.findings
    card = next(card for card in panel.cards if card.may(FindingVerdict.ALLOW))
    code = card.finding.code
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    card.reason.edit.setText("已核对原件")
    QTest.keyClick(card.reason.edit, Qt.Key.Key_Return)
    settle()
    view = next(view for view in settle_service.findings(office, room.claim.number) if view.finding.code == code)
    assert view.decision is not None
    assert (view.decision.reason, view.decision.decided_by) == ("已核对原件", CLERK.username)
    assert any("已核对原件" in card._head.text() for card in panel.cards)


def test_a_page_that_could_not_be_read_is_confirmed_as_looked_at(room: DeskRoom, settle: Wait) -> None:
    assert room.claim.sheet is not None
    page = room.claim.sheet.claim.pages[0]
    room.bench.paper.page_note.ask(f"page:{page.id}", "没有读出文字。", locked=False)
    room.bench.paper.page_note.button.click()
    settle()
    assert room.bench.warning == ""
    assert "已自动保存" in room.bench.bar._saved.text()


def test_a_sound_claim_is_approved_by_two_persons_from_the_same_room(
    session: Session, office: Office, qtbot: QtBot, settle: Wait
) -> None:
    number = in_review(office).number
    for actor, words, state in (
        (CLERK, "初审通过", ClaimState.SECOND_REVIEW),
        (SECOND, "复核通过", ClaimState.BATCHED),
    ):
        session.actor = actor
        room = DeskRoom(session)
        qtbot.addWidget(room)
        room.enter(number)
        settle()
        primary = room.bench.bar.primary
        assert primary is not None
        assert (primary.text(), primary.isEnabled()) == (words, True)
        room._press_primary()
        settle()
        assert queue.load_claim(office, number).state is state


def test_the_second_review_sends_back_with_a_reason(
    session: Session, office: Office, qtbot: QtBot, settle: Wait
) -> None:
    session.actor = SECOND
    room = DeskRoom(session)
    qtbot.addWidget(room)
    room.enter(approved_once(office).number)
    settle()
    step = next(step for step in room.bench.bar._steps if step.name == "return_to_first")
    room._step(step)
    dialog = room.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.edit.given.emit("目录对应有误")
    settle()
    sent = queue.load_claim(office, room.claim.number)
    assert (sent.state, sent.state_reason) == (ClaimState.FIRST_REVIEW, "目录对应有误")


def test_a_page_that_is_no_picture_says_so_and_the_figures_stay(
    session: Session, office: Office, qtbot: QtBot, settle: Wait
) -> None:
    room = DeskRoom(session)
    qtbot.addWidget(room)
    room.enter(in_review(office).number)
    settle()
    assert room.bench.paper._stack.currentIndex() == 1
    assert room.bench.paper._empty._why.text() == "影像打不开"
    assert room.bench.figures.table.lines.rows
