"""Long lists come page by page, off the thread of the screen, and tell how they fare."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.ui.tables.columns import Column
from app.ui.tables.long_table import LongTable
from app.ui.tables.paged import PAGE, PagedModel, Slice
from review.errors import StoreError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.app.ui.conftest import Idle, Sit

LENGTH = 200_000
COLUMNS = (
    Column[int](id="number", title="编号", text=str, numeric=True),
    Column[int](id="name", title="名称", text=lambda n: f"第{n}项", width=120, stretch=True),
)


class Numbers:
    """A list of numbers that notes which pages were asked for, and on which thread."""

    def __init__(self, length: int = LENGTH) -> None:
        self.length = length
        self.asked: list[int] = []
        self.threads: set[str] = set()

    def fetch(self, offset: int, limit: int) -> Slice[int]:
        self.asked.append(offset // limit)
        self.threads.add(threading.current_thread().name)
        return Slice(tuple(range(offset, min(offset + limit, self.length))), self.length)


def broken(_offset: int, _limit: int) -> Slice[int]:
    raise StoreError("数据库打不开。", code="store", advice="请检查磁盘。")


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
def table(sit: Sit, qtbot: QtBot) -> LongTable[int]:
    made: LongTable[int] = LongTable(sit("limin"), COLUMNS)
    made.say_empty("没有编号", "换个条件。")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_qt_finds_no_fault_with_the_model(qapp: QObject) -> None:
    model: PagedModel[int] = PagedModel(COLUMNS, qapp)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(Slice(tuple(range(PAGE)), 250))
    model.put(2, tuple(range(200, 250)))
    model.show(Slice((), 0))
    assert tester.model() is model


def test_a_row_that_is_not_here_shows_dots_and_is_asked_for_once(qapp: QObject) -> None:
    model: PagedModel[int] = PagedModel(COLUMNS, qapp)
    model.show(Slice(tuple(range(PAGE)), 500))
    told: list[int] = []
    model.missing.connect(told.append)
    assert [model.index(row, 0).data() for row in (5, 320, 321)] == ["5", "…", "…"]
    assert told == [3]


def test_only_what_comes_into_sight_is_fetched_and_never_on_the_screens_thread(
    table: LongTable[int], numbers: Numbers, idle: Idle
) -> None:
    table.ask(numbers.fetch)
    idle()
    table.view.scrollToBottom()
    QTest.qWait(50)
    idle()
    assert set(numbers.asked) == {0, LENGTH // PAGE - 1}
    assert threading.main_thread().name not in numbers.threads
    assert table.view.pages.row(LENGTH - 1) == LENGTH - 1


def test_after_a_wild_scroll_the_page_in_sight_comes_before_those_passed(
    table: LongTable[int], numbers: Numbers, idle: Idle
) -> None:
    table.ask(numbers.fetch)
    idle()
    for page in range(1, 60):
        table.view.pages.row(page * PAGE)
    QTest.qWait(20)
    idle()
    assert numbers.asked.index(59) <= 2
    assert len(numbers.asked) < 10


def test_a_new_question_drops_the_answers_to_the_last(
    table: LongTable[int], numbers: Numbers, idle: Idle, qtbot: QtBot
) -> None:
    few = Numbers(3)
    with qtbot.waitSignal(table.counted) as counted:
        table.ask(numbers.fetch)
        table.ask(few.fetch)
    idle()
    assert counted.args == [3]
    assert table.view.pages.rowCount() == 3
    assert table.current == 0


def test_an_empty_list_says_why(table: LongTable[int], idle: Idle) -> None:
    table.ask(Numbers(0).fetch)
    assert table.note.isVisible()
    idle()
    assert "没有编号" in [label.text() for label in table.note.findChildren(type(table.note._why))]


def test_a_list_that_cannot_be_read_says_so_and_is_tried_again(
    table: LongTable[int], numbers: Numbers, idle: Idle
) -> None:
    state = [broken, numbers.fetch]

    def fetch(offset: int, limit: int) -> Slice[int]:
        return state[0](offset, limit)

    table.ask(fetch)
    idle()
    assert table.note._why.text() == "数据库打不开。"
    del state[0]
    table.note.acted.emit()
    idle()
    assert table.view.isVisible()


def test_enter_opens_the_row_in_focus(table: LongTable[int], numbers: Numbers, idle: Idle, qtbot: QtBot) -> None:
    table.ask(numbers.fetch)
    idle()
    with qtbot.waitSignal(table.view.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Down)
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [1]
