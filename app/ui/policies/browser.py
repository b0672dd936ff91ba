"""A pack's figures as they hold on a day: searched, filtered, edited with Enter where it is a draft."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from app.ui.policies.columns import figure_columns, figure_title
from app.ui.policies.figures import Figure, figures_on
from app.ui.policies.words import place_words, value_words
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.empty import Empty
from app.ui.widgets.fields import Labelled, day_of
from review.packs.series import Status

if TYPE_CHECKING:
    from datetime import date

    from app.ui.policies.shelves import Opened
    from app.ui.shell.theme import Theme

_PAUSE = 180


class Which(StrEnum):
    """The filters above the list."""

    ALL = "all"
    UNPROVEN = "unproven"
    OWN = "own"
    DATED = "dated"


class FigureBrowser(QWidget):
    """``picked`` comes when another figure is current, ``opened`` when one is to be edited."""

    picked = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._opened: Opened | None = None
        self.day = QLineEdit(str(today))
        self.search = QLineEdit(placeholderText=self.tr("参数、所属、文件或键（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.which = ChipRow(
            (
                Choice(Which.ALL, self.tr("全部")),
                Choice(Which.UNPROVEN, self.tr("未经证实或假定")),
                Choice(Which.DATED, self.tr("有过变化")),
                Choice(Which.OWN, self.tr("本单位改的")),
            )
        )
        self.count, self.export = text(role="small"), button(self.tr("导出 Excel…"))
        self._model: RowsModel[Figure] = RowsModel(figure_columns(), lambda one: one.path, self)
        self.table: RowsView[Figure] = RowsView(self._model, theme)
        self.empty, self._front = Empty(), QStackedLayout()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.show_day)
        for field in (self.day, self.search):
            field.textChanged.connect(lambda _: self._pause.start())
        self.which.chosen.connect(lambda _: self._filter())
        self.table.picked.connect(self.picked)
        self.table.opened.connect(lambda _: self.opened.emit())

    @property
    def current(self) -> Figure | None:
        """The figure in focus."""
        return self.table.current if self.table.proxy.rowCount() else None

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures let through."""
        return self.table.shown

    def show_pack(self, opened: Opened) -> None:
        """Show another pack."""
        self._opened = opened
        self.show_day()

    def show_day(self) -> None:
        """Show what holds on the day typed; an unreadable day says so and changes nothing."""
        day, held = day_of(self.day.text()), self._opened
        self.day.setProperty("fault", day is None)
        self.day.style().polish(self.day)
        if day is None or held is None:
            self.day.setToolTip(self.tr("请写成 年-月-日"))
            return
        self.day.setToolTip("")
        self._model.show(figures_on(held.tree, day.isoformat(), held.origins, held.shipped))
        self._filter()

    def clear(self) -> None:
        """Let every figure through."""
        self.search.clear()
        self.which.choose(Which.ALL)

    def _filter(self) -> None:
        wanted, which = self.search.text().strip().lower(), Which(self.which.current)
        self.which.count({one: sum(_passes(f, one) for f in self._model.rows) for one in Which})
        self.table.proxy.keep(lambda figure: _passes(figure, which) and wanted in searched(figure))
        self.table.pick_first()
        shown = self.table.proxy.rowCount()
        self.count.setText(self.tr("{n} 项").format(n=shown))
        self.export.setEnabled(bool(shown))
        self.empty.say(self.tr("没有符合的参数"), self.tr("换个说法，或去掉上面的限制。"))
        self._front.setCurrentIndex(0 if shown else 1)
        self.picked.emit()

    def _lay_out(self) -> None:
        top, row, head, holding = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QWidget()
        self.day.setFixedWidth(120)
        top.addWidget(Labelled(self.tr("看哪一天的规定"), self.day))
        top.addWidget(Labelled(self.tr("查参数"), self.search), 1)
        row.addWidget(self.which, 1)
        row.addWidget(self.count)
        row.addWidget(self.export)
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        head.addLayout(top)
        head.addLayout(row)
        holding.setLayout(self._front)
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        card = Card(margin=0, spacing=0)
        card.rows.addLayout(head)
        card.rows.addWidget(holding, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def searched(figure: Figure) -> str:
    """What a search looks in."""
    papers = (figure.word("document"), figure.word("clause"), value_words(figure.held.get("value")))
    return " ".join((figure_title(figure), place_words(figure.path), figure.path, *papers)).lower()


def _passes(figure: Figure, which: Which) -> bool:
    if which is Which.UNPROVEN:
        return figure.word("status") in {Status.UNCONFIRMED, Status.ASSUMED}
    if which is Which.OWN:
        return not figure.origin
    return which is Which.ALL or len(figure.values) > 1
