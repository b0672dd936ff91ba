"""Choosing the entry of a line with the keyboard alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from app.ui.desk.candidates import Offer, Wanted, look_up
from app.ui.desk.candidates_model import COLUMNS, CandidatesModel
from app.ui.desk.entry_picker import EntryPicker
from app.ui.desk.lines_model import printed_class
from review.catalogue.entry import OUTSIDE, Candidate, EntryKind, Printed, Recollection
from tests.builders import a_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.ui.shell.session import Session
    from review.services.office import Office

    Wait = Callable[[], None]

DAY = date(2025, 3, 3)
SAID = printed_class(a_line("阿莫西林", insurance_class="乙类", self_pay_ratio="10%"))
WANT = Wanted(7, Printed("阿莫西林", "0.25g", "盒"), DAY, "样例市第一医院", SAID)


@pytest.fixture
def picker(session: Session, qtbot: QtBot, settle: Wait) -> Iterator[EntryPicker]:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    made = EntryPicker(session, desk)
    made.ask(WANT)
    settle()
    yield made
    made.close()


def shown(picker: EntryPicker, column: str) -> list[str]:
    model = picker.candidates
    return [str(model.index(row, COLUMNS.index(column)).data() or "") for row in range(model.rowCount())]


def chosen_by(picker: EntryPicker, qtbot: QtBot, widget: QWidget, key: Qt.Key, *, alt: bool = False) -> str:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(picker.chosen, timeout=5_000) as told:
        QTest.keyClick(widget, key, held)
    line, entry = told.args
    assert line == WANT.line_id
    return str(entry)


def test_the_model_keeps_qts_rules_and_is_empty_while_it_is_looked_for(office: Office, qapp: QApplication) -> None:
    model = CandidatesModel(qapp)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 0
    model.show(look_up(office, WANT, ""))
    assert model.rowCount() > 1
    model.show(None)
    assert (model.rowCount(), tester.model()) == (0, model)


def test_candidates_are_numbered_and_outside_is_zero(picker: EntryPicker) -> None:
    keys = shown(picker, "key")
    assert keys[:2] == ["1", "2"]
    assert keys[-1] == "0"
    assert len(keys) <= 9


def test_a_number_chooses_at_once(picker: EntryPicker, qtbot: QtBot) -> None:
    second = picker.candidates.entry_id(1)
    assert chosen_by(picker, qtbot, picker.table, Qt.Key.Key_2) == second
    assert not picker.isVisible()


def test_zero_chooses_outside(picker: EntryPicker, qtbot: QtBot) -> None:
    assert chosen_by(picker, qtbot, picker.table, Qt.Key.Key_0) == OUTSIDE


def test_a_number_without_a_candidate_chooses_nothing(picker: EntryPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.chosen, wait=50):
        QTest.keyClick(picker.table, Qt.Key.Key_9)
    assert picker.isVisible()


def test_digits_in_the_search_are_part_of_a_code_and_choose_only_with_alt(picker: EntryPicker, qtbot: QtBot) -> None:
    picker.search.setFocus()
    with qtbot.assertNotEmitted(picker.chosen, wait=50):
        QTest.keyClicks(picker.search, "1")
    assert picker.search.text() == "1"
    picker.search.clear()
    first = picker.candidates.entry_id(0)
    assert chosen_by(picker, qtbot, picker, Qt.Key.Key_1, alt=True) == first


def test_letters_typed_over_the_list_search_by_initials(picker: EntryPicker, settle: Wait, qtbot: QtBot) -> None:
    QTest.keyClick(picker.table, Qt.Key.Key_M)
    assert picker.search.text() == "m"
    QTest.keyClicks(picker.search, "lpn")
    qtbot.waitUntil(lambda: any("美罗培南" in name for name in shown(picker, "name")), timeout=10_000)
    settle()


def test_nothing_can_be_chosen_before_the_candidates_are_there(picker: EntryPicker, qtbot: QtBot) -> None:
    picker.candidates.show(None)
    with qtbot.assertNotEmitted(picker.chosen, wait=50):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_0, Qt.Key.Key_1):
            QTest.keyClick(picker.table, key)
    assert picker.isVisible()


def test_alt_and_arrows_go_through_the_catalogues(picker: EntryPicker, settle: Wait) -> None:
    QTest.keyClick(picker, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    assert picker.scope.current == EntryKind.DRUG
    for _ in range(2):
        QTest.keyClick(picker, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert picker.scope.current == EntryKind.SUPPLY
    found = [picker.candidates.candidate(row) for row in range(picker.candidates.rowCount() - 1)]
    assert {candidate.entry.kind for candidate in found if candidate} <= {EntryKind.SUPPLY}


def test_what_the_hospital_printed_is_shown_but_not_trusted(picker: EntryPicker) -> None:
    assert picker.said.isVisible()
    assert "乙类 10%" in picker.said.text()
    assert "仅供参考" in picker.said.text()


def test_class_limit_and_reasons_are_told_before_choosing(picker: EntryPicker) -> None:
    candidate = picker.candidates.candidate(0)
    assert candidate is not None
    assert f"{candidate.entry.payment_class.label}类" in picker.note.terms.text()
    assert "2025-01-01 至 2025-12-31" in picker.note.terms.text()
    assert "相符程度" in picker.note.reasons.text()
    QTest.keyClick(picker.table, Qt.Key.Key_PageDown)
    assert picker.note.head.text() == "目录外"


def test_what_speaks_against_and_what_was_chosen_before_stand_out(picker: EntryPicker, office: Office) -> None:
    entry = office.catalogue.match(WANT.printed, DAY).candidates[0].entry
    candidate = Candidate(entry, 0.62, ("名称一致", "剂型不同"), ("剂型不同",))
    offer = Offer((candidate,), (Recollection(3, entry.id, "记忆：张某 2025-03-02 在本院选定"),))
    picker._show(offer)
    assert shown(picker, "name")[0].startswith("↺ ")
    assert "张某 2025-03-02" in picker.recalled.text()
    assert "张某" in picker.note.recalled.text()
    assert "剂型不同" in picker.note.against.text()
    assert "剂型不同" not in picker.note.reasons.text()


def test_an_answer_to_an_older_question_is_dropped(picker: EntryPicker, settle: Wait) -> None:
    before = shown(picker, "name")
    picker.search.setText("美罗培南")
    picker._look()
    picker.search.clear()
    picker._look()
    settle()
    assert shown(picker, "name") == before
