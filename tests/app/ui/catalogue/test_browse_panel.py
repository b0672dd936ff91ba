"""Browsing: editions, their tree, entries searched and filtered, one entry in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTreeWidgetItem

from app.ui.catalogue.ending import EndDialog
from app.ui.catalogue.room import CatalogueRoom
from app.ui.catalogue.spans import Stand
from app.ui.widgets.reason import ReasonDialog
from review.services import catalogue

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.shell.session import Session
    from review.catalogue.entry import Edition
    from tests.app.ui.catalogue.conftest import Settle

Editions = tuple["Edition", "Edition"]


def enter(room: CatalogueRoom, settle: Settle, edition_id: str = "nrdl-2024") -> None:
    room.enter()
    settle()
    room.browse.editions.pick(edition_id)
    settle()


def counted(item: QTreeWidgetItem) -> int:
    return int(item.text(0).rpartition("  ")[2].replace(",", ""))


def words(room: CatalogueRoom) -> str:
    return "\n".join(label.text() for label in room.browse.card.findChildren(QLabel))


def names(room: CatalogueRoom, column: int = 2) -> list[str]:
    pages = room.browse.browser.table.view.pages
    return [pages.index(row, column).data() for row in range(min(pages.rowCount(), 50))]


def test_the_editions_model_keeps_qts_rules(room: CatalogueRoom, settle: Settle) -> None:
    model = room.browse.editions.rows
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    enter(room, settle)
    assert model.rowCount() >= 3
    assert tester.model() is model


def test_all_editions_are_listed_with_how_they_stand(room: CatalogueRoom, editions: Editions, settle: Settle) -> None:
    enter(room, settle)
    rows = {row.edition.id: row for row in room.browse.editions.rows.rows}
    assert rows["nrdl-2024"].stand is Stand.NOW
    assert [rows[edition.id].stand for edition in editions] == [Stand.PAST, Stand.NOW]
    assert rows[editions[0].id].gap is not None


def test_an_edition_with_a_gap_says_which_days_lack(room: CatalogueRoom, editions: Editions, settle: Settle) -> None:
    enter(room, settle, editions[0].id)
    assert "2025-01-01 至 2025-01-31" in room.browse.odd.text()
    room.browse.editions.pick(editions[1].id)
    settle()
    assert not room.browse.odd.isVisible()


def test_the_initials_of_the_pinyin_find_a_drug_and_the_card_says_all_of_it(
    room: CatalogueRoom, settle: Settle
) -> None:
    enter(room, settle)
    room.browse.browser.search.setText("amxl")
    settle()
    assert set(names(room)) == {"阿莫西林", "阿莫西林克拉维酸"}
    assert "口服常释剂型包括（凡例第八条）" in words(room)
    assert "2025-01-01 至 2025-12-31" in words(room)


def test_a_class_and_a_place_of_the_tree_narrow_the_list(room: CatalogueRoom, settle: Settle) -> None:
    enter(room, settle)
    browser = room.browse.browser
    browser.classes.choose("A")
    settle()
    of_class = browser.table.view.pages.rowCount()
    assert set(names(room, 0)) == {"甲"}
    [herbs] = room.browse.tree.findItems("基金予以支付的中药饮片", Qt.MatchFlag.MatchStartsWith)
    room.browse.tree.setCurrentItem(herbs)
    settle()
    assert browser.table.view.pages.rowCount() == 892 < of_class
    assert browser.wanted.section == "基金予以支付的中药饮片"


def test_the_tree_counts_what_lies_below_each_category(room: CatalogueRoom, settle: Settle) -> None:
    enter(room, settle)
    top = room.browse.tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "全部  4,750"
    [western] = room.browse.tree.findItems("西药部分", Qt.MatchFlag.MatchStartsWith)
    below = [child for n in range(western.childCount()) if (child := western.child(n)) is not None]
    assert sum(map(counted, below)) == counted(western)


def test_a_limit_stands_out_on_the_card(room: CatalogueRoom, editions: Editions, settle: Settle) -> None:
    enter(room, settle, editions[1].id)
    room.browse.browser.search.setText("缝线")
    settle()
    assert "▲ 支付限定：限二级以上医院" in words(room)
    assert "80.00" in words(room)


def test_nothing_found_is_said_with_a_way_out(room: CatalogueRoom, settle: Settle) -> None:
    enter(room, settle)
    room.browse.browser.search.setText("没有这种药")
    settle()
    table = room.browse.browser.table
    assert table.note.isVisible()
    assert "没有符合的条目" in [label.text() for label in table.note.findChildren(QLabel)]
    assert room.browse.browser.current is None


def test_what_the_edition_assumes_is_told(room: CatalogueRoom, settle: Settle) -> None:
    enter(room, settle)
    room.browse.browser.narrow("基金予以支付的中药饮片", "")
    settle()
    assert "中药饮片在国家目录中不分甲乙类" in words(room)


def test_a_clerk_looks_but_neither_imports_nor_withdraws(
    clerks_session: Session, editions: Editions, qtbot: QtBot
) -> None:
    room = CatalogueRoom(clerks_session)
    qtbot.addWidget(room)
    room.show()
    room.enter()
    qtbot.waitUntil(lambda: clerks_session.jobs.pending == 0, timeout=30_000)
    room.browse.editions.pick(editions[0].id)
    assert not room.browse.add.isEnabled()
    assert not room.browse.withdraw.isEnabled()
    assert "签批领导" in room.browse.add.toolTip()
    room.heavy.close()


def test_withdrawing_asks_why_and_the_edition_stays_to_be_seen(
    room: CatalogueRoom, editions: Editions, settle: Settle
) -> None:
    enter(room, settle, editions[1].id)
    room.browse.withdraw.click()
    [dialog] = room.browse.findChildren(ReasonDialog)
    [edit] = dialog.findChildren(QPlainTextEdit)
    edit.setPlainText("导入了错误的文件")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    room.refresh()
    settle()
    view = next(v for v in catalogue.editions(room.session.office) if v.edition.id == editions[1].id)
    assert view.withdrawn == "导入了错误的文件"
    assert "已作废：导入了错误的文件" in room.browse.odd.text()
    assert not room.browse.withdraw.isEnabled()


def test_ending_wants_a_last_day_and_a_reason(room: CatalogueRoom, editions: Editions, settle: Settle) -> None:
    enter(room, settle, editions[1].id)
    room.browse.end.click()
    [dialog] = room.browse.findChildren(EndDialog)
    dialog.words.setPlainText("已有新版本")
    assert not dialog.go.isEnabled()
    dialog.day.setText("2025-01-01")
    assert not dialog.go.isEnabled()
    dialog.day.setText("2025年6月30日")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    ended = next(v.edition for v in catalogue.editions(room.session.office) if v.edition.id == editions[1].id)
    assert str(ended.effective_until) == "2025-06-30"


def test_who_took_an_edition_over_and_from_which_file_is_told(
    room: CatalogueRoom, editions: Editions, settle: Settle
) -> None:
    enter(room, settle, editions[1].id)
    rows = room.browse.editions.rows
    tips = {
        row.edition.id: rows.index(place, 0).data(Qt.ItemDataRole.ToolTipRole) for place, row in enumerate(rows.rows)
    }
    assert "导入自 耗材2025.csv" in tips[editions[1].id]
    assert "随软件提供" in tips["nrdl-2024"]


def test_ctrl_f_goes_to_the_search_of_the_tab_in_front(room: CatalogueRoom, settle: Settle) -> None:
    enter(room, settle)
    searches = (room.browse.browser.search, room.compare.view.search, room.memory.search)
    for tab, search in enumerate(searches):
        room.tabs.setCurrentIndex(tab)
        settle()
        room._find()
        assert room.focusWidget() is search
