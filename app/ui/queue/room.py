"""The queue room: every claim by state, what is due, and the next one to take."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from app.ui.queue.columns import columns
from app.ui.queue.export import line
from app.ui.queue.groups import GROUPS, accepts, counts
from app.ui.shell.calm import calm
from app.ui.shell.room import Room
from app.ui.tables.model import RowsModel
from app.ui.tables.people import full_names
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Bar, Card, button, text
from app.ui.widgets.chips import ChipRow
from app.ui.widgets.empty import Empty
from app.ui.widgets.saving import ask_where
from review.claim.states import ClaimState, Role
from review.reports.workbooks import queue_xlsx
from review.services import desk, queue

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.services.queue import QueueRow


class QueueRoom(Room):
    """Filter, search, sort, take the next, open one, export what is shown."""

    id = "queue"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._people: dict[str, str] = {}
        self._model: RowsModel[QueueRow] = RowsModel(columns(self._people), lambda row: row.number, self)
        self.table: RowsView[QueueRow] = RowsView(self._model, session.theme)
        self.chips = ChipRow([group.choice for group in GROUPS])
        self.search = QLineEdit()
        self._empty = Empty()
        self._summary = text(role="mute")
        self._next = button(self.tr("领取下一件  F2"), "primary")
        self._export = button(self.tr("导出 Excel"))
        self._pile = QStackedLayout()
        self._calm = calm(self, self._refresh_in_front)
        self._lay_out()
        self._connect()

    def enter(self, claim: str = "") -> None:
        """Load anew, and stand on the claim that was asked for."""
        self.refresh()
        if claim:
            self.table.pick(claim)
        self.table.setFocus()

    def refresh(self) -> None:
        """Load all rows."""
        office = self.session.office
        self.session.jobs.run(self, lambda: (queue.queue(office), full_names(office)), self._show)

    def take_next(self) -> None:
        """Take the most urgent claim nobody has, and open it."""
        office, actor = self.session.office, self.session.actor
        self._next.setEnabled(False)
        self.session.jobs.run(self, lambda: desk.claim_next(office, actor), self._taken, self._not_taken)

    def open_claim(self, number: str) -> None:
        """Go where the claim is worked on: drafts to intake, all others to the desk."""
        row = next((row for row in self._model.rows if row.number == number), None)
        drafted = row is not None and row.state is ClaimState.DRAFT
        self.navigate.emit("capture" if drafted else "desk", number)

    def export(self) -> None:
        """Ask where the shown rows should go."""
        name = self.tr("队列-{day}.xlsx").format(day=date.today().isoformat())  # noqa: DTZ011  the clerk's own calendar
        ask_where(self, self.session.preferences, name, "Excel (*.xlsx)", self._write)

    def _show(self, loaded: tuple[tuple[QueueRow, ...], dict[str, str]]) -> None:
        rows, names = loaded
        self._people.update(names)
        self._model.show(rows)
        self.chips.count(counts(rows, self.session.actor.username))
        self._filter()

    def _filter(self) -> None:
        self.table.proxy.keep(accepts(self.chips.current, self.search.text(), self.session.actor.username))
        self.table.pick_first()
        shown = self.table.proxy.rowCount()
        self._summary.setText(self.tr("{count} 件").format(count=shown))
        self._export.setEnabled(bool(shown))
        self._explain(shown)

    def _explain(self, shown: int) -> None:
        """Where nothing is shown, say why and what to do."""
        self._pile.setCurrentIndex(0 if shown else 1)
        if self.search.text():
            self._empty.say(
                self.tr("没有找到“{text}”").format(text=self.search.text()),
                self.tr("可按单号、姓名、证件号后四位、医院或省份查找；也可换一个筛选。"),
                self.tr("清空查找"),
            )
        elif self._model.rows:
            self._empty.say(self.tr("这里没有报销单"), self.tr("其他状态下还有报销单。"), self.tr("看全部在办"))
        else:
            self._empty.say(
                self.tr("还没有报销单"), self.tr("把票据影像拖进“受理”，识别后就会排到这里。"), self._go_word()
            )

    def _go_word(self) -> str:
        return self.tr("去受理") if Role.CLERK in self.session.actor.roles else ""

    def _act_on_empty(self) -> None:
        if self.search.text():
            self.search.clear()
        elif self._model.rows:
            self.chips.choose("open")
        else:
            self.navigate.emit("capture", "")

    def _taken(self, claim: Claim | None) -> None:
        self._allow()
        if claim is None:
            self.remark.emit(self.tr("没有等着初审的报销单了。"))
            return
        self.session.jobs.announce(claim.number)
        self.navigate.emit("desk", claim.number)

    def _not_taken(self, error: Exception) -> None:
        self._allow()
        self.session.jobs.trouble.emit(error)

    def _write(self, out: Path) -> None:
        lines = [line(row) for row in self.table.shown]
        saved = self.tr("已导出 {count} 件到 {path}").format(count=len(lines), path=out)
        self.session.jobs.run(self, lambda: queue_xlsx(lines, out), lambda _: self.remark.emit(saved))

    def _allow(self) -> None:
        clerk = Role.CLERK in self.session.actor.roles
        self._next.setEnabled(clerk)
        self._next.setToolTip("" if clerk else self.tr("领取初审由初审经办操作"))

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.table.opened.connect(self.open_claim)
        self.chips.chosen.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self.table.setFocus)
        self._empty.acted.connect(self._act_on_empty)
        self._next.clicked.connect(self.take_next)
        self._export.clicked.connect(self.export)
        self.session.jobs.changed.connect(self._calm.stir)
        if self.session.engine is not None:
            self.session.engine.page_read.connect(self._calm.stir)
        for keys in ("F2", "Ctrl+N"):
            QShortcut(QKeySequence(keys), self, self._next.click)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        QShortcut(QKeySequence("F5"), self, self.refresh)
        self._allow()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        bar = Bar()
        self.search.setPlaceholderText(self.tr("查找单号、姓名、医院（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(280)
        for widget in (text(self.tr("队列"), "title"), self._summary):
            bar.row.addWidget(widget)
        bar.row.addStretch(1)
        for control in (self.search, self._export, self._next):
            bar.row.addWidget(control)
        card = Card(margin=0, spacing=0)
        head = QWidget()
        tools = QVBoxLayout(head)
        tools.setContentsMargins(12, 10, 12, 10)
        tools.addWidget(self.chips)
        card.rows.addWidget(head)
        card.rows.addLayout(self._pile, 1)
        self._pile.addWidget(self.table)
        self._pile.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(card)
        layout.addLayout(around, 1)
