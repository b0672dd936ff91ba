"""A list of differences with filters that count, search and export; for two editions and for a file to be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.catalogue.difference_rows import DifferenceRow, Turn, counts, difference_columns, rows, turn_word
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.listed import Listed
from app.ui.tables.long_table import LongTable
from app.ui.widgets.cards import button
from app.ui.widgets.chips import ChipRow, Choice

if TYPE_CHECKING:
    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.catalogue.differences import Differences

_ALL, _PAUSE = "all", 180


class DifferencesView(QWidget):
    """``heavy`` writes workbooks, which may take long."""

    def __init__(self, session: Session, heavy: Jobs) -> None:
        super().__init__()
        self._session, self._heavy, self._name = session, heavy, ""
        self._rows: tuple[DifferenceRow, ...] = ()
        self._listed: Listed[DifferenceRow] = Listed(())
        self.filters = ChipRow((Choice(_ALL, self.tr("全部")), *(Choice(turn, turn_word(turn)) for turn in Turn)))
        self.search = QLineEdit(placeholderText=self.tr("在差异中查名称或编号"))
        self.search.setClearButtonEnabled(True)
        self.export = button(self.tr("导出 Excel…"))
        self.table: LongTable[DifferenceRow] = LongTable(session, difference_columns())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.filters.chosen.connect(lambda _: self._filter())
        self.export.clicked.connect(self._export)
        self.forget()

    def forget(self, why: str = "") -> None:
        """Nothing is compared yet, and why."""
        self._rows, self._listed = (), Listed(())
        self.filters.count(counts(()))
        self.export.setEnabled(False)
        self.table.wait(why)

    def show_differences(self, found: Differences, name: str) -> None:
        """Show what differs; ``name`` is proposed for the workbook."""
        self._rows, self._name = rows(found), name
        self.filters.count(counts(self._rows))
        self.export.setEnabled(bool(self._rows))
        self.table.say_empty(self.tr("没有差异") if not self._rows else self.tr("没有符合的差异"))
        self._filter()

    def _filter(self) -> None:
        chosen, text = self.filters.current, self.search.text().strip().casefold()

        def keeps(row: DifferenceRow) -> bool:
            if chosen not in {_ALL, row.turn}:
                return False
            entry = row.entry
            return text in f"{entry.name} {entry.official_no} {entry.code}".casefold()

        self._listed = Listed(self._rows, keeps)
        self.table.ask(self._listed.fetch)

    def _export(self) -> None:
        listed = self._listed
        told = Listing(self._name, difference_columns(), lambda: listed.kept)
        ask_and_write(self, self._session.preferences, self._heavy, told)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 2)
        head.addLayout(top)
        head.addWidget(self.filters)
        column.addLayout(head)
        column.addWidget(self.table, 1)
