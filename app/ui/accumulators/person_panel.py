"""One person's years as the imports in use state them, found by citizen number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from app.ui.accumulators.standing_columns import Known, known_columns
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.empty import Empty
from review.services import accumulating

if TYPE_CHECKING:
    from app.ui.shell.session import Session


class PersonPanel(Card):
    """Enter looks the number up; nothing is listed of people nobody asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__(margin=0, spacing=0)
        self._session, self._asked = session, ""
        self.search = QLineEdit(placeholderText=self.tr("完整身份证号，回车查询（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("查一个人的累计"))
        self.go, self.who = button(self.tr("查询")), text(role="heading")
        self._model: RowsModel[Known] = RowsModel(known_columns(), lambda one: one.key, self)
        self.table: RowsView[Known] = RowsView(self._model, session.theme)
        self.empty, self._front = Empty(), QStackedLayout()
        self._lay_out()
        self._say_hint()
        self.search.returnPressed.connect(self.ask)
        self.go.clicked.connect(self.ask)

    @property
    def shown(self) -> tuple[Known, ...]:
        """The years listed."""
        return self._model.rows

    def ask(self) -> None:
        """Look the typed number up."""
        self._asked = number = self.search.text().strip().upper()
        if not number:
            self._say_hint()
            return
        office = self._session.office

        def work() -> tuple[Known, ...]:
            found = accumulating.standings_of(office, number)
            return tuple(
                Known(name, whose.year, whose.scheme, one.as_of, one.batch, one.figures) for whose, name, one in found
            )

        self._session.jobs.run(self, work, lambda rows: self._show(number, rows))

    def _show(self, number: str, rows: tuple[Known, ...]) -> None:
        if number != self._asked:
            return
        self._model.show(rows)
        self._call(next((row.name for row in rows if row.name), ""))
        self.empty.say(
            self.tr("没有这个人的累计"),
            self.tr("在用的批次里都没有这个身份证号；请核对号码，或导入平台最新的累计。本单位核定的报销单会自动累计。"),
        )
        self._front.setCurrentIndex(0 if rows else 1)

    def _call(self, name: str) -> None:
        self.who.setText(name)
        self.who.setVisible(bool(name))

    def _say_hint(self) -> None:
        self._model.show(())
        self._call("")
        self.empty.say(self.tr("查一个人的年度累计"), self.tr("输入完整身份证号，看平台各次导入怎么说、来自哪个批次。"))
        self._front.setCurrentIndex(1)

    def _lay_out(self) -> None:
        row, holding = QHBoxLayout(), QWidget()
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.go)
        row.addWidget(self.who)
        holding.setLayout(self._front)
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        self.rows.addLayout(row)
        self.rows.addWidget(holding, 1)
