"""The rules of a batch or of all: searched, filtered, fetched page by page, written to Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.rules.found import Found, RuleRow, Which
from app.ui.rules.rule_columns import library_columns
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.long_table import LongTable
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.chips import ChipRow, Choice
from review.rules.rule import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.services.rulebooks import Caught

_PAUSE = 180


class RuleBrowser(QWidget):
    """``picked`` comes when another rule is current (or none); ``heavy`` writes workbooks."""

    picked = Signal()

    def __init__(self, session: Session, heavy: Jobs) -> None:
        super().__init__()
        self._session, self._heavy = session, heavy
        self._batch, self._caught = "", dict[str, "Caught"]()
        self._found: Found | None = None
        self.search = QLineEdit(placeholderText=self.tr("名称、拼音首字母、编码或备注（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("查规则"))
        self.export = button(self.tr("导出 Excel…"))
        self.export.setToolTip(self.tr("导出列出的规则（Ctrl+E）"))
        subjects = (Choice(subject, label(subject)) for subject in Subject)
        self.which = ChipRow(
            (Choice(Which.ALL, self.tr("全部")), Choice(Which.CAUGHT, self.tr("今年命中的")), *subjects)
        )
        self.table: LongTable[RuleRow] = LongTable(session, library_columns())
        self.count = text(role="small")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.table.view.setFocus)
        self.which.chosen.connect(lambda _: self.ask())
        self.table.counted.connect(self._tell_count)
        self.table.view.picked.connect(self.picked)
        self.export.clicked.connect(self._export)

    @property
    def current(self) -> RuleRow | None:
        """The rule in focus."""
        return self.table.current if self.table.view.isVisible() else None

    def open(self, batch: str, withdrawn: str = "") -> None:
        """List another batch; one that is withdrawn has no rules in force, and says why."""
        self._batch = batch
        self._explain(withdrawn)
        self.ask()

    def know(self, caught: Mapping[str, Caught]) -> None:
        """What rules caught this year; shown with the next list."""
        self._caught = dict(caught)

    def ask(self) -> None:
        """Show what is wanted now."""
        office, wanted = self._session.office, self.search.text().strip()
        self._found = Found(office, wanted, self._batch, Which(self.which.current), self._caught)
        self.table.ask(self._found.fetch)

    def _explain(self, withdrawn: str) -> None:
        if withdrawn:
            cure = self.tr("停用理由：{why}。其中的规则不再提示；需要时可点“恢复使用…”。")
            self.table.say_empty(self.tr("这一批次已停用"), cure.format(why=withdrawn.rstrip("。")))
        else:
            cure = self.tr("换个说法，或去掉上面的限制。“今年命中的”只列出今年受理的报销单里提示过的规则。")
            self.table.say_empty(self.tr("没有符合的规则"), cure)

    def _tell_count(self, total: int) -> None:
        self.count.setText(self.tr("{count} 条").format(count=f"{total:,}"))
        self.export.setEnabled(bool(total))

    def _export(self) -> None:
        found = self._found
        if found is not None:
            told = Listing(self.tr("规则库"), library_columns(), lambda: found.rows)
            ask_and_write(self, self._session.preferences, self._heavy, told)

    def _lay_out(self) -> None:
        top, row, head = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.export)
        row.addWidget(self.which, 1)
        row.addWidget(self.count)
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        head.addLayout(top)
        head.addLayout(row)
        card = Card(margin=0, spacing=0)
        card.rows.addLayout(head)
        card.rows.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
