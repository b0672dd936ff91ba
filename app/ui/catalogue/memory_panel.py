"""What clerks chose before: words, hospital, who, when, how often used; taken out of use with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from app.ui.catalogue.memory_columns import memory_columns
from app.ui.catalogue.touched import touched_words
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Bar, Card, button, text
from app.ui.widgets.empty import Empty
from app.ui.widgets.reason import ReasonDialog, ask_reason
from review.services import catalogue
from review.services.catalogue import KEEPERS

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.services.catalogue import ChoiceView

_PAUSE = 180


class MemoryPanel(QWidget):
    """Everyone may look; supervisors and administrators revoke. ``remark`` tells which claims that touches."""

    remark = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.search = QLineEdit(placeholderText=self.tr("查票面名称、医疗机构或选定人"))
        self.search.setClearButtonEnabled(True)
        self.ended = QCheckBox(self.tr("也列出已停用的"))
        self._model: RowsModel[ChoiceView] = RowsModel(memory_columns(), lambda row: row.choice.id, self)
        self.table: RowsView[ChoiceView] = RowsView(self._model, session.theme)
        self.count, self.revoke = text(role="mute"), button(self.tr("停用这条记忆…"), "danger")
        self._empty, self._front = Empty(), QStackedLayout()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.ended.toggled.connect(lambda _: self.refresh())
        self.table.picked.connect(self._allow)
        self.revoke.clicked.connect(self._revoke)
        self._allow()

    def refresh(self) -> None:
        """Load anew."""
        office, wanted, ended = self._session.office, self.search.text().strip(), self.ended.isChecked()
        self._session.jobs.run(self, lambda: catalogue.memory(office, wanted, ended=ended), self._show)

    def _show(self, rows: tuple[ChoiceView, ...]) -> None:
        self._model.show(rows)
        self.table.pick_first()
        self.count.setText(self.tr("{count} 条").format(count=len(rows)))
        why = self.tr("没有符合的记忆") if self.search.text() else self.tr("还没有记住任何选择")
        cure = self.tr("经办人在审核台为一行明细选定目录条目后，这里就会列出；初审通过后才会被再次采用。")
        self._empty.say(why, cure)
        self._front.setCurrentIndex(0 if rows else 1)
        self._allow()

    def _allow(self) -> None:
        row, may = self.table.current, bool(KEEPERS & self._session.actor.roles)
        self.revoke.setEnabled(may and row is not None and row.choice.counts)
        self.revoke.setToolTip("" if may else self.tr("停用由签批领导或系统管理员操作"))

    def _revoke(self) -> None:
        row = self.table.current
        if row is None:
            return
        office, actor, choice = self._session.office, self._session.actor, row.choice.id
        words = self.tr("停用以后，“{name}”不再按这条记忆对照；已经对照的行不变，可在审核台重新匹配。为什么停用？")
        ready = (self.tr("当时选错了条目"), self.tr("目录待遇已变化"))
        dialog = ReasonDialog(self, self.tr("停用"), words.format(name=row.choice.printed.name), ready)

        def revoke(why: str) -> str:
            catalogue.revoke_choice(office, actor, choice, why)
            return touched_words(catalogue.touched_by_choice(office, choice))

        ask_reason(dialog, lambda why: self._session.jobs.run(self, lambda: revoke(why), self._done))

    def _done(self, touched: str) -> None:
        self.remark.emit(touched)
        self._session.jobs.announce("")

    def _lay_out(self) -> None:
        card, foot, top = Card(margin=0, spacing=0), Bar("foot"), QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 10)
        top.addWidget(self.search, 1)
        top.addWidget(self.ended)
        card.rows.addLayout(top)
        self._front.addWidget(self.table)
        self._front.addWidget(self._empty)
        card.rows.addLayout(self._front, 1)
        foot.row.addWidget(self.count)
        foot.row.addStretch(1)
        foot.row.addWidget(self.revoke)
        around = QVBoxLayout()
        around.setContentsMargins(16, 14, 16, 14)
        around.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around, 1)
        column.addWidget(foot)
