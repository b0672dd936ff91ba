"""The what-if room: what is asked, how it runs and is stopped, what came of it, how a claim is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.whatif.plots import Look, Measure
from app.ui.whatif.source_form import From
from review.services.replaying import Asked, FromSample
from review.whatif.comparison import Axis, Refusal, Side

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.whatif.room import WhatifRoom
    from tests.app.ui.whatif.conftest import Settle


def enter(room: WhatifRoom, settle: Settle) -> None:
    room.enter()
    settle()


def compare(room: WhatifRoom, settle: Settle) -> None:
    """Replay what is asked, until the result is there."""
    enter(room, settle)
    QTest.mouseClick(room.question.go, Qt.MouseButton.LeftButton)
    settle()


def sample(room: WhatifRoom, settle: Settle, claims: int = 40) -> None:
    """Ask for some of the generated year."""
    enter(room, settle)
    room.question.form.where.choose(From.SAMPLE)
    room.question.form.claims.setValue(claims)
    settle()


def words(room: WhatifRoom) -> str:
    return "\n".join(label.text() for label in room.findChildren(QLabel) if label.isVisible())


def test_the_packs_on_offer_are_the_offices_own_first(room: WhatifRoom, settle: Settle) -> None:
    enter(room, settle)
    assert room.question.a.name == room.session.office.pack_id
    assert room.question.b.name == "office:1"
    offered = [room.question.a.itemData(n) for n in range(room.question.a.count())]
    assert "china" not in offered
    assert "还没有对比" in words(room)


def test_without_settled_claims_nothing_can_be_asked_of_the_office(room: WhatifRoom, settle: Settle) -> None:
    enter(room, settle)
    assert not room.question.go.isEnabled()
    assert "没有符合" in room.question.form.told.text()


def test_claims_of_the_office_are_replayed_and_opened(
    room: WhatifRoom, settle: Settle, claim: str, qtbot: QtBot
) -> None:
    compare(room, settle)
    assert room.result.people.table.current is not None
    room.result.tabs.setCurrentWidget(room.result.people)
    with qtbot.waitSignal(room.navigate) as gone:
        QTest.keyClick(room.result.people.table, Qt.Key.Key_Return)
    assert gone.args == ["desk", claim]
    assert "1 人" in room.result.head.tiles[3].words.text()


def test_a_sample_is_replayed_and_its_made_up_claims_stay_closed(
    room: WhatifRoom, settle: Settle, qtbot: QtBot
) -> None:
    sample(room, settle)
    room.question.go.click()
    settle()
    assert "40 人次" in room.result.title.text()
    assert room.result.head.tiles[0].below.text().startswith("40 人次")
    with qtbot.assertNotEmitted(room.navigate):
        room.result.people.table.open()
        room.result.people.claims.table.open()


def test_the_sums_of_the_tables_are_those_of_the_head(room: WhatifRoom, settle: Settle) -> None:
    sample(room, settle)
    room.question.go.click()
    settle()
    whole = room._comparison
    assert whole is not None
    for axis in Axis:
        room.result.groups.by.choose(axis)
        rows = room.result.groups.view.table.shown
        assert sum(row.claims for row in rows) == whole.whole.claims
        assert sum(row.b.funds for row in rows) == whole.whole.b.funds
        assert len(room.result.groups.view.chart.plot.bars) == len(rows)


def test_a_bar_and_its_row_are_picked_together(room: WhatifRoom, settle: Settle) -> None:
    sample(room, settle)
    room.question.go.click()
    settle()
    room.result.groups.by.choose(Axis.LEVEL)
    view = room.result.groups.view
    last = view.chart.plot.bars[-1].key
    view.chart.picked.emit(last)
    assert view.table.current is not None
    assert (view.table.current.key, view.chart._marked) == (last, last)
    room.result.groups.measure.choose(Measure.PERSONAL)
    assert view.chart.plot.unit.startswith("个人负担")


def test_distributions_count_everybody_once(room: WhatifRoom, settle: Settle) -> None:
    sample(room, settle)
    room.question.go.click()
    settle()
    whole, panel = room._comparison, room.result.spread
    assert whole is not None
    assert sum(row.b for row in panel.view.rows) == whole.whole.people
    for look in (Look.SHARES, Look.BURDENS):
        panel.by.choose(look)
        assert sum(row.a for row in panel.view.rows) == sum(row.b for row in panel.view.rows) == whole.whole.claims


def test_the_tables_keep_the_rules_of_qt(room: WhatifRoom, settle: Settle, claim: str) -> None:
    tables = [view.table for view in room.result.groups.views.values()]
    models = [*(table.rows for table in tables), room.result.people.table.rows, room.result.spread.view.table.rows]
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
    compare(room, settle)
    for axis in Axis:
        room.result.groups.by.choose(axis)
    assert len(testers) == len(Axis) + 3
    assert room.result.people.claims.shown[0].number == claim


def test_a_replay_tells_how_far_it_is_and_can_be_stopped(room: WhatifRoom, settle: Settle, qtbot: QtBot) -> None:
    sample(room, settle, claims=200_000)
    room.question.go.click()
    qtbot.waitUntil(lambda: "/ 200,000" in words(room), timeout=60_000)
    assert not room.question.isEnabled()
    with qtbot.waitSignal(room.running.stopped, timeout=20_000):
        QTest.mouseClick(room.wait.cancel, Qt.MouseButton.LeftButton)
    assert "已停止，没有得出结果" in words(room)
    assert room.question.isEnabled()


def test_a_replay_stopped_later_leaves_the_result_before(room: WhatifRoom, settle: Settle, claim: str) -> None:
    compare(room, settle)
    room.begin(Asked(FromSample("xinfeng-2024", 200_000), "ganzhou", "office:1"))
    room.running.stop()
    settle()
    assert room.result.isVisible()
    assert "上一次的结果" in room.note.text()
    assert claim


def test_a_failure_is_told_with_its_cure_and_can_be_tried_again(room: WhatifRoom, settle: Settle) -> None:
    enter(room, settle)
    room.begin(Asked(FromSample("xinfeng-2024", 10), "ganzhou", "没有的包"))
    settle()
    assert "找不到政策包" in words(room)
    room.empty.acted.emit()
    assert room.running.busy
    settle()


def test_the_comparison_is_written_as_a_workbook(room: WhatifRoom, settle: Settle, tmp_path: Path, claim: str) -> None:
    compare(room, settle)
    room.result.export.click()
    [dialog] = room.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "对比.xlsx"))
    settle()
    book = load_workbook(tmp_path / "对比.xlsx")
    assert "总览" in book.sheetnames
    assert claim


def test_the_same_pack_twice_is_refused_beforehand(room: WhatifRoom, settle: Settle, claim: str) -> None:
    enter(room, settle)
    room.question.b.choose(room.question.b.findData(room.question.a.name))
    room.question.b.picked.emit()
    assert not room.question.go.isEnabled()
    assert "同一个政策包" in room.question.note.text()
    assert claim


def test_swapping_exchanges_the_packs(room: WhatifRoom, settle: Settle) -> None:
    enter(room, settle)
    room.question.swap.click()
    assert (room.question.a.name, room.question.b.name) == ("office:1", "ganzhou")


def test_what_was_left_out_has_a_tab_of_its_own(room: WhatifRoom, settle: Settle) -> None:
    sample(room, settle)
    room.question.go.click()
    settle()
    whole = room._comparison
    assert whole is not None
    assert not room.result.tabs.isTabVisible(3)
    refusal = Refusal(side=Side.B, reason="没有职工生育的规定。", claims=7, first="E000001-1")
    room.result.show_comparison(replace(whole, refused=(refusal,)), real=False)
    assert room.result.tabs.tabText(3) == "未能比较 7"
    assert room.result.refused.shown == (refusal,)
    assert "7 人次不能结算" in room.result.note.text()
