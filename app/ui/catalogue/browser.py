"""The entries of one edition: searched, filtered, fetched page by page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.catalogue.entry_columns import entry_columns
from app.ui.tables.long_table import LongTable
from app.ui.tables.paged import Slice
from app.ui.widgets.cards import Card, text
from app.ui.widgets.chips import ChipRow, Choice
from review.catalogue.entry import Entry, PaymentClass
from review.services import catalogue
from review.services.catalogue import EntryFilter

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.services.office import Office

PAUSE = 180
_ALL = "all"


def fetch(office: Office, edition_id: str, wanted: EntryFilter, offset: int, limit: int) -> Slice[Entry]:
    """One page of an edition's entries."""
    page = catalogue.entries(office, edition_id, wanted, limit, offset)
    return Slice(page.entries, page.total)


class Browser(QWidget):
    """``picked`` comes when another entry is current (or none)."""

    picked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._edition = session, ""
        self._place = ("", "")
        self.search = QLineEdit(placeholderText=self.tr("名称、拼音首字母、编号或国家代码（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("查目录"))
        classes = (Choice(value, self.tr("{name}类").format(name=value.label)) for value in PaymentClass)
        self.classes = ChipRow((Choice(_ALL, self.tr("全部")), *classes))
        self.table: LongTable[Entry] = LongTable(session, entry_columns())
        self.table.say_empty(self.tr("没有符合的条目"), self.tr("换个说法，或去掉类别和章节的限制。"))
        self.count = text(role="small")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.table.view.setFocus)
        self.classes.chosen.connect(lambda _: self.ask())
        self.table.counted.connect(self._tell_count)
        self.table.view.picked.connect(self.picked)

    @property
    def current(self) -> Entry | None:
        """The entry in focus."""
        return self.table.current if self.table.view.isVisible() else None

    @property
    def wanted(self) -> EntryFilter:
        """What is searched for."""
        chosen = self.classes.current
        section, category = self._place
        return EntryFilter(
            text=self.search.text().strip(),
            payment_class=None if chosen == _ALL else PaymentClass(chosen),
            section=section,
            category=category,
        )

    def open(self, edition_id: str) -> None:
        """Browse another edition; what is searched for stays, its place in the tree does not."""
        self._edition, self._place = edition_id, ("", "")
        self.ask()

    def narrow(self, section: str, category: str) -> None:
        """Browse one place of the tree."""
        self._place = (section, category)
        self.ask()

    def ask(self) -> None:
        """Show what is wanted now."""
        if self._edition:
            self.table.ask(partial(fetch, self._session.office, self._edition, self.wanted))

    def _tell_count(self, total: int) -> None:
        self.count.setText(self.tr("{count} 条").format(count=f"{total:,}"))

    def _lay_out(self) -> None:
        card, row = Card(margin=0, spacing=0), QHBoxLayout()
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        row.addWidget(self.classes, 1)
        row.addWidget(self.count)
        head.addWidget(self.search)
        head.addLayout(row)
        card.rows.addLayout(head)
        card.rows.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
