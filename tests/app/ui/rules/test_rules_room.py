"""The library: batches and their rules, searched, what each caught, taken out of use and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.rules.found import Which
from app.ui.rules.room import RulesRoom
from app.ui.shell.session import Session
from app.ui.widgets.reason import ReasonDialog
from review.claim.decisions import FindingVerdict
from review.rules.book import shipped_book
from review.services import desk, rulebooks
from review.services import settle as settling
from tests.offices import CLERK

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.claim import Claim
    from review.services.office import Office
    from review.services.rulebooks import BatchView
    from tests.app.ui.rules.conftest import Settle


def enter(room: RulesRoom, settle: Settle, batch: str = "") -> None:
    room.enter()
    settle()
    if batch:
        room.shelves.pick(batch)
        settle()


def names(room: RulesRoom) -> list[str]:
    pages = room.browser.table.view.pages
    return [pages.index(row, 0).data() for row in range(pages.rowCount())]


def card(room: RulesRoom) -> str:
    page = room.rule.card.widget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def give_reason(room: RulesRoom, why: str) -> None:
    [dialog] = room.findChildren(ReasonDialog)
    dialog.words.setPlainText(why)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def test_all_rules_stand_first_and_every_batch_below(room: RulesRoom, settle: Settle, own: BatchView) -> None:
    enter(room, settle)
    listed = [shelf.id for shelf in room.shelves.rows.rows]
    assert listed == ["", *(batch.id for batch in shipped_book().batches), own.batch.id]
    assert room.browser.table.view.pages.rowCount() == len(room.session.office.rules.rules)
    assert not room.withdraw.isEnabled()
    assert "批次" in room.withdraw.toolTip()


def test_the_tables_keep_the_rules_of_qt(room: RulesRoom, settle: Settle, claim: Claim) -> None:
    for model in (room.browser.table.view.pages, room.shelves.rows, room.rule.claims.table.rows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    enter(room, settle)
    room.browser.which.choose(Which.CAUGHT)
    settle()
    assert claim.number in [row.number for row in room.rule.claims.shown]


def test_a_batch_shows_its_rules_and_a_rule_its_limit_codes_and_source(
    room: RulesRoom, settle: Settle, own: BatchView
) -> None:
    enter(room, settle, own.batch.id)
    assert names(room) == ["注射用美罗培南", "盐酸二甲双胍片"]
    told = card(room)
    for words in ("限女性使用", "XJ01DHM082B001010100001", "样例省药品规则.csv", own.batch.title):
        assert words in told
    assert "zhao.gang 于 2025-04-01 导入" in room.told.text()


@pytest.mark.parametrize("words", ["美罗培南", "zsymlpn", "xj01dhm082b", "美罗 女"])
def test_rules_are_found_by_name_initials_code_and_value(
    room: RulesRoom, settle: Settle, own: BatchView, words: str
) -> None:
    enter(room, settle, own.batch.id)
    room.browser.search.setText(words)
    settle()
    assert names(room) == ["注射用美罗培南"]


def test_what_is_not_found_says_so(room: RulesRoom, settle: Settle) -> None:
    enter(room, settle)
    room.browser.search.setText("没有这个词")
    settle()
    assert room.browser.table.note.isVisible()
    assert "没有符合的规则" in room.browser.table.note._why.text()
    assert not room.browser.export.isEnabled()


def test_drugs_and_services_are_listed_apart(room: RulesRoom, settle: Settle) -> None:
    enter(room, settle)
    counts = []
    for which in (Which.DRUG, Which.SERVICE):
        room.browser.which.choose(which)
        settle()
        counts.append(room.browser.table.view.pages.rowCount())
    assert min(counts) > 0
    assert sum(counts) == len(room.session.office.rules.rules)


def test_what_a_rule_caught_is_listed_with_the_sum_taken_out_and_opens_at_the_desk(
    room: RulesRoom, settle: Settle, claim: Claim, qtbot: QtBot
) -> None:
    office = room.session.office
    (view,) = (
        v for v in settling.findings(office, claim.number) if str(v.finding.values.get("rule", "")).endswith("/2")
    )
    out = desk.Answer(view.finding.code, view.finding.subject, FindingVerdict.EXCLUDE, "与规则库不符")
    desk.decide(office, CLERK, claim.number, out)
    enter(room, settle)
    room.browser.which.choose(Which.CAUGHT)
    settle()
    pages = room.browser.table.view.pages
    told = [pages.index(0, column).data() for column in range(pages.columnCount())]
    assert told[-3:] == ["1", "1", "50.00"]
    assert "命中 1 单 1 行，剔除 50.00 元" in room.rule.claims.heading.text()
    with qtbot.waitSignal(room.navigate) as went:
        QTest.keyClick(room.rule.claims.table, Qt.Key.Key_Return)
    assert went.args == ["desk", claim.number]


def test_a_rule_that_caught_nothing_says_so(room: RulesRoom, settle: Settle) -> None:
    enter(room, settle)
    assert room.rule.claims.shown == ()
    assert "没有命中" in room.rule.claims.empty._why.text()


def test_a_shipped_batch_is_taken_out_of_use_with_a_reason_and_back(
    room: RulesRoom, settle: Settle, office: Office
) -> None:
    batch = shipped_book().batches[0].id
    enter(room, settle, batch)
    room.withdraw.click()
    give_reason(room, "与本省口径不一致")
    settle()
    assert rulebooks.rule_batches(office)[0].withdrawn == "与本省口径不一致"
    assert names(room)
    found = room.browser._found
    assert found is not None
    assert all(row.batch.startswith("（已停用）") for row in found.rows)
    assert "与本省口径不一致" in room.told.text()
    assert room.restore.isVisible()
    assert not room.withdraw.isVisible()
    room.restore.click()
    give_reason(room, "上级答复适用")
    settle()
    assert rulebooks.rule_batches(office)[0].withdrawn == ""
    assert names(room)


def test_a_clerk_looks_and_is_told_who_may_change(
    office: Office, jobs: Jobs, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    made = RulesRoom(Session(office, CLERK, jobs, theme, preferences))
    qtbot.addWidget(made)
    made.enter()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    made.shelves.pick(shipped_book().batches[0].id)
    assert not any(control.isEnabled() for control in (made.add, made.withdraw, made.restore))
    assert "签批领导或系统管理员" in made.add.toolTip()
    assert made.browser.export.isVisibleTo(made)
    made.heavy.close()


def test_the_rules_listed_are_written_to_a_workbook(
    room: RulesRoom, settle: Settle, own: BatchView, tmp_path: Path
) -> None:
    enter(room, settle, own.batch.id)
    room.browser.export.click()
    [dialog] = room.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "规则库.xlsx"))
    settle()
    rows = [[cell.value for cell in row] for row in load_workbook(tmp_path / "规则库.xlsx").worksheets[0]]
    assert any("注射用美罗培南" in row and "限女性使用" in row for row in rows)
    dialog.reject()


@pytest.mark.usefixtures("claim")
def test_keys_lead_to_the_search_to_the_rules_and_to_the_claims(room: RulesRoom, settle: Settle, qtbot: QtBot) -> None:
    enter(room, settle)
    with qtbot.waitActive(room):
        room.activateWindow()
    QTest.keyClick(room, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(room.browser.search.hasFocus)
    QTest.keyClicks(room.browser.search, "zsymlpn")
    settle()
    QTest.keyClick(room.browser.search, Qt.Key.Key_Return)
    assert (room.browser.search.text(), names(room)) == ("zsymlpn", ["注射用美罗培南"])
    assert room.focusWidget() is room.browser.table.view
    QTest.keyClick(room.browser.table.view, Qt.Key.Key_Return)
    assert room.focusWidget() is room.rule.claims.table


def test_a_refresh_without_news_keeps_the_rule_in_focus(room: RulesRoom, settle: Settle) -> None:
    enter(room, settle)
    room.browser.table.view.selectRow(7)
    kept = room.browser.current
    room.session.jobs.announce("")
    settle()
    assert room.browser.current == kept
