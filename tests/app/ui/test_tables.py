"""The table model, its proxy and its view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.ui.shell.preferences import FONT_SIZE
from app.ui.tables.columns import Chip, Column
from app.ui.tables.model import CHIPS_ROLE, RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme


@dataclass(frozen=True)
class Fruit:
    name: str
    weight: int


COLUMNS = (
    Column[Fruit](id="name", title="名称", text=lambda f: f.name, width=120, stretch=True),
    Column[Fruit](
        id="weight",
        title="重量",
        text=lambda f: f"{f.weight} 克",
        order=lambda f: f.weight,
        chips=lambda f: (Chip("重", Tone.WARN),) if f.weight > 100 else (),
        numeric=True,
    ),
)
FRUIT = (Fruit("梨", 150), Fruit("枣", 9), Fruit("柿", 80))


@pytest.fixture
def model() -> RowsModel[Fruit]:
    made: RowsModel[Fruit] = RowsModel(COLUMNS, lambda fruit: fruit.name)
    made.show(FRUIT)
    return made


@pytest.fixture
def view(model: RowsModel[Fruit], theme: Theme, qtbot: QtBot) -> RowsView[Fruit]:
    made: RowsView[Fruit] = RowsView(model, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_model_keeps_the_rules_of_qt_through_every_change(model: RowsModel[Fruit]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([*FRUIT, Fruit("桃", 120)])
    model.show([replace(fruit, weight=1) for fruit in model.rows])
    model.show([])
    assert model.rowCount() == 0


def test_the_proxy_keeps_the_rules_of_qt_while_it_filters_and_sorts(view: RowsView[Fruit]) -> None:
    QAbstractItemModelTester(view.proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.proxy.keep(lambda fruit: fruit.weight > 50)
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [fruit.name for fruit in view.shown] == ["梨", "柿"]


def test_numbers_sort_as_numbers_not_as_words(view: RowsView[Fruit]) -> None:
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [fruit.weight for fruit in view.shown] == [9, 80, 150]


def test_a_refresh_with_the_same_rows_repaints_only_what_differs(model: RowsModel[Fruit], qtbot: QtBot) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([FRUIT[0], Fruit("枣", 10), FRUIT[2]])
    assert changed == [1]


def test_the_selection_stays_on_its_row_when_rows_move(view: RowsView[Fruit]) -> None:
    view.pick("枣")
    view.rows.show([Fruit("桃", 120), *reversed(FRUIT)])
    assert view.current == Fruit("枣", 9)


def test_the_first_row_is_picked_where_the_picked_one_has_gone(view: RowsView[Fruit]) -> None:
    view.pick("枣")
    view.rows.show([Fruit("桃", 120), FRUIT[0]])
    assert view.current == Fruit("桃", 120)


def test_a_row_asked_for_before_it_came_is_picked_when_it_comes(view: RowsView[Fruit]) -> None:
    view.pick("桃")
    view.rows.show([*FRUIT, Fruit("桃", 120)])
    assert view.current == Fruit("桃", 120)


def test_columns_step_aside_where_room_is_short_and_come_back(theme: Theme, qtbot: QtBot) -> None:
    columns = (*COLUMNS, Column[Fruit](id="note", title="说明", text=lambda _: "", width=300, yields=1))
    view: RowsView[Fruit] = RowsView(RowsModel(columns, lambda fruit: fruit.name), theme)
    qtbot.addWidget(view)
    view.show()
    view.resize(400, 300)
    assert view.isColumnHidden(2)
    view.resize(900, 300)
    assert not view.isColumnHidden(2)


def test_columns_are_wide_enough_for_their_pills(view: RowsView[Fruit]) -> None:
    needed = view.sizeHintForColumn(1)
    assert view.columnWidth(1) >= min(needed, 150)


def test_rows_grow_with_the_font(view: RowsView[Fruit], preferences: Preferences) -> None:
    before = view.verticalHeader().defaultSectionSize()
    preferences.choose(FONT_SIZE, "20")
    assert view.verticalHeader().defaultSectionSize() > before


def test_a_table_paints_text_pills_and_focus(view: RowsView[Fruit], theme: Theme) -> None:
    view.setFocus()
    view.pick("梨")
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 2)}
    assert theme.colour("sel").name() in colours
    assert theme.colour("warnsoft").name() in colours


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_row_in_focus(view: RowsView[Fruit], qtbot: QtBot, key: Qt.Key) -> None:
    view.pick("柿")
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, key)
    assert opened.args == ["柿"]


def test_copying_takes_the_row_as_text(view: RowsView[Fruit]) -> None:
    view.pick("柿")
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "柿\t80 克"


def test_headings_are_aligned_as_their_cells(model: RowsModel[Fruit]) -> None:
    heading = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert heading == model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert heading & Qt.AlignmentFlag.AlignRight


def test_pills_reach_the_painter(model: RowsModel[Fruit]) -> None:
    assert model.index(0, 1).data(CHIPS_ROLE) == (Chip("重", Tone.WARN),)
    assert model.index(1, 1).data(CHIPS_ROLE) == ()
