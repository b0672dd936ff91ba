"""The small parts the desk is made of, each alone: reasons, toggles, filters, cards, dialogs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.desk.finding_card import FindingCard
from app.ui.desk.finding_filters import FindingFilters
from app.ui.desk.finding_sieve import Show
from app.ui.desk.notice_dialog import NoticeDialog, usual_notes
from app.ui.desk.reason_list import MOST, ReasonList
from app.ui.desk.toggle import Toggle
from app.ui.desk.verify_dialog import VerifyDialog
from review.checks.finding import Group, Severity
from review.checks.materials.lacking import Lacking, Want
from review.claim.decisions import FindingVerdict
from review.claim.paper import DocumentKind
from review.claim.verification import Answer, Verification
from review.services.supplements import Notice
from review.services.verifying import ToVerify
from tests.app.ui.desk.test_findings_panel import ROW, VIEWS, a_view

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2025, 4, 1)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Something for dialogs to lie over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def a_card(qtbot: QtBot, code: str = "limit", *, locked: bool = False, of_row: bool = True) -> FindingCard:
    """A card alone."""
    made = FindingCard(a_view(code), locked=locked, of_row=of_row)
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(widget: QWidget) -> str:
    """Everything its labels and buttons say."""
    parts: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(part.text() for part in parts)


def a_receipt_to_verify(**changes: object) -> ToVerify:
    """A receipt as the list of receipts gives it."""
    usual = ToVerify(
        claim="20250401-0001",
        document_id=7,
        kind=DocumentKind.INPATIENT_RECEIPT,
        payer="张小满",
        institution="样例省人民医院",
        invoice_code="36060125",
        invoice_number="0012345678",
        check_code="a1b2c3",
        issued_on=date(2025, 3, 12),
        total=Decimal("475.66"),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # fields of the receipt


# -- reasons


def test_more_reasons_than_number_keys_are_not_offered(qtbot: QtBot) -> None:
    reasons = ReasonList([f"理由{n}" for n in range(12)], "理由")
    qtbot.addWidget(reasons)
    assert len(reasons.buttons) == MOST


def test_a_reason_too_long_for_the_panel_is_shortened_and_given_whole(qtbot: QtBot) -> None:
    long = "医疗机构已书面说明收费原因" * 6
    reasons = ReasonList([long], "理由")
    qtbot.addWidget(reasons)
    reasons.resize(240, 80)
    reasons.show()
    given: list[str] = []
    reasons.given.connect(given.append)
    qtbot.waitUntil(lambda: len(reasons.buttons[0].text()) < len(long))
    reasons.buttons[0].click()
    assert given == [long]
    assert reasons.buttons[0].toolTip() == long


def test_blank_words_are_no_reason_and_escape_lets_go(qtbot: QtBot) -> None:
    reasons = ReasonList([], "理由")
    qtbot.addWidget(reasons)
    told: list[str] = []
    reasons.given.connect(told.append)
    reasons.dropped.connect(lambda: told.append("dropped"))
    reasons.edit.setText("   ")
    QTest.keyClick(reasons.edit, Qt.Key.Key_Return)
    QTest.keyClick(reasons.edit, Qt.Key.Key_Escape)
    assert told == ["dropped"]


# -- toggles and filters


def test_a_toggle_shows_one_value_or_none(qtbot: QtBot) -> None:
    toggle = Toggle((("original", "原", "原件"), ("copy", "复", "复印件")))
    qtbot.addWidget(toggle)
    chosen: list[str] = []
    toggle.chosen.connect(chosen.append)
    toggle.show_value("copy", locked=False)
    assert [chip.isChecked() for chip in toggle.chips.values()] == [False, True]
    toggle.chips["copy"].click()
    toggle.chips["original"].click()
    assert chosen == ["", "original"]
    assert toggle.chips["copy"].toolTip() == "复印件"


def test_filters_count_every_kind_and_close_the_empty_ones(qtbot: QtBot) -> None:
    filters = FindingFilters()
    qtbot.addWidget(filters)
    filters.show_counts(VIEWS[:2])
    assert [chip.text() for chip in filters._chips.values()] == ["全部 2", "■ 0", "▲ 1", "○ 1", "✓ 0"]
    assert [chip.isEnabled() for chip in filters._chips.values()] == [True, False, True, True, False]


def test_filters_offer_only_groups_that_are_there_and_keep_the_chosen_one(qtbot: QtBot) -> None:
    filters = FindingFilters()
    qtbot.addWidget(filters)
    views = (*VIEWS, a_view("stay", group=Group.STAY))
    filters.show_counts(views)
    filters.step_group(+1)
    assert filters.sieve.group is Group.STAY
    filters.show_counts(views)
    assert filters.sieve.group is Group.STAY
    filters.show_counts(VIEWS)
    assert filters.sieve.group is None
    filters.clear()
    assert filters.sieve.show is Show.ALL


# -- cards


def test_a_card_opened_tells_its_basis_and_what_to_do(qtbot: QtBot) -> None:
    card = a_card(qtbot)
    assert "国家目录" not in words_of(card)
    card.open_up()
    assert "依据：国家目录" in words_of(card)
    assert "请核对病历。" in words_of(card)


def test_a_card_opened_twice_asks_to_show_its_place_once(qtbot: QtBot) -> None:
    card = a_card(qtbot)
    seen: list[object] = []
    card.looked.connect(seen.append)
    card.open_up()
    card.open_up()
    assert len(seen) == 1
    card.fold()
    card.open_up()
    assert len(seen) == 2


@pytest.mark.parametrize(("locked", "of_row", "may"), [(False, True, "AD"), (False, False, "A"), (True, True, "")])
def test_a_card_offers_the_answers_that_may_be_given(qtbot: QtBot, *, locked: bool, of_row: bool, may: str) -> None:
    card = a_card(qtbot, locked=locked, of_row=of_row)
    verdicts = {"A": FindingVerdict.ALLOW, "D": FindingVerdict.EXCLUDE}
    assert [key for key, verdict in verdicts.items() if card.may(verdict)] == list(may)


def test_reasons_take_the_place_of_the_details_and_give_it_back(qtbot: QtBot) -> None:
    card = a_card(qtbot)
    card.open_up()
    assert card._more is not None
    card.ask(FindingVerdict.EXCLUDE)
    assert card._more.isHidden()
    assert card.reason is not None
    card.reason.dropped.emit()
    assert not card._more.isHidden()
    assert card.reason is None


def test_a_clue_asks_for_no_answer(qtbot: QtBot) -> None:
    card = FindingCard(a_view("clue", Severity.CLUE, subject=ROW), locked=False, of_row=True)
    qtbot.addWidget(card)
    card.ask(FindingVerdict.ALLOW)
    assert card.reason is None


# -- dialogs


def test_the_notice_names_everything_that_is_lacking_and_until_when(window: QWidget) -> None:
    lacking = tuple(
        Lacking(code=f"missing-{n}", subject="claim", title=title, want=Want.HAND_IN)
        for n, title in enumerate(("出院记录", "费用清单"))
    )
    dialog = NoticeDialog(
        Notice(claim="20250401-0001", items=lacking, due_on=date(2025, 4, 23), working_days=15), window
    )
    assert dialog.list.text() == "1. 补交出院记录\n2. 补交费用清单"
    assert "2025-04-23（15 个工作日）" in words_of(dialog)
    assert dialog.go.isEnabled()


def test_a_usual_note_is_added_to_what_was_typed(window: QWidget) -> None:
    dialog = NoticeDialog(Notice(claim="x", items=(), due_on=TODAY, working_days=15), window)
    dialog.notes.setPlainText("请补充手术记录")
    next(b for b in dialog.findChildren(QPushButton) if usual_notes()[0] in b.text()).click()
    given: list[str] = []
    dialog.given.connect(given.append)
    dialog.go.click()
    assert given == [f"请补充手术记录\n{usual_notes()[0]}"]


def test_an_answer_says_the_day_the_times_and_the_words(window: QWidget) -> None:
    dialog = VerifyDialog(a_receipt_to_verify(), TODAY, window)
    given: list[Verification] = []
    dialog.given.connect(given.append)
    dialog.answers[Answer.DIFFERS].click()
    dialog.times.setText("3")
    dialog.note.setText("金额为 4756.60")
    dialog.go.click()
    [answer] = given
    assert (answer.document_id, answer.answer, answer.checked_on) == (7, Answer.DIFFERS, TODAY)
    assert (answer.times, answer.note) == (3, "金额为 4756.60")


def test_what_was_not_read_of_a_receipt_is_said_and_cannot_be_copied(window: QWidget) -> None:
    dialog = VerifyDialog(a_receipt_to_verify(issued_on=None, total=None, check_code=""), TODAY, window)
    copies = [b for b in dialog.findChildren(QPushButton) if b.text() == "复制"]
    assert [copy.isEnabled() for copy in copies] == [True, True, False, False, False]
    assert words_of(dialog).count("未读到") == 3


def test_a_day_to_come_cannot_be_chosen(window: QWidget) -> None:
    dialog = VerifyDialog(a_receipt_to_verify(), TODAY, window)
    dialog.day.setDate(dialog.day.date().addDays(5))
    assert dialog.day.date().toPython() == TODAY
