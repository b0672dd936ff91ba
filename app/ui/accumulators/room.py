"""The room of the year's sums: imports on the left; on the right what one of them changed, and one person's years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.ui.accumulators.affected_columns import affected_columns, affected_words
from app.ui.accumulators.affected_list import AffectedList
from app.ui.accumulators.batches import BatchesList, named, tip_words
from app.ui.accumulators.importing.dialog import StandingsDialog
from app.ui.accumulators.person_panel import PersonPanel
from app.ui.jobs import Jobs
from app.ui.shell.calm import calm
from app.ui.shell.room import Room
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.people import full_names
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, gaps, text
from app.ui.widgets.empty import Empty
from app.ui.widgets.reason import ReasonDialog, ask_reason
from review.services import accumulating

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.services.accumulating import StandingBatch, TakenOver
    from review.services.affected import Affected

_SHARES = (300, 960)


class AccumulatorsRoom(Room):
    """Clerks and those above them import; supervisors and administrators take a batch out of use."""

    id = "accumulators"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.heavy = Jobs(self)
        self.heavy.trouble.connect(session.jobs.trouble)
        self.batches, self.told = BatchesList(session.theme), Note()
        self.add, self.withdraw = button(self.tr("导入平台累计…"), "primary"), button(self.tr("停用这一批…"))
        self.person, self.affected = PersonPanel(session), AffectedList(session.theme)
        self.export, self.empty, self._front = button(self.tr("导出 Excel…")), Empty(), QStackedLayout()
        self._calm = calm(self, self._refresh_in_front)
        self._lay_out()
        self._connect()
        self._allow()

    def enter(self, claim: str = "") -> None:  # noqa: ARG002  no claim is shown here
        """Load anew."""
        self.refresh()

    def refresh(self) -> None:
        """Load the imports."""
        office = self.session.office

        def work() -> tuple[StandingBatch, ...]:
            names = full_names(office)
            return tuple(named(batch, names) for batch in accumulating.standing_batches(office))

        self.session.jobs.run(self, work, self._show)

    def begin_import(self, path: str = "") -> StandingsDialog:
        """Open the import, with a file if one is at hand."""
        dialog = StandingsDialog(self.session, self.heavy, self)
        dialog.taken.connect(self._taken)
        dialog.open()
        if path:
            dialog.read(path)
        return dialog

    def _show(self, batches: tuple[StandingBatch, ...]) -> None:
        before = self.batches.current
        self.batches.show_rows(batches)
        self._front.setCurrentIndex(0 if batches else 1)
        if before is not None and self.batches.current is not None and before.number == self.batches.current.number:
            self._open(self.batches.current)
        self._allow()

    def _open(self, batch: StandingBatch) -> None:
        self.told.say(tip_words(batch) if batch.withdrawn else "", Tone.BAD)
        self._allow()
        office = self.session.office
        self.heavy.run(
            self, lambda: accumulating.affected_by(office, batch.number), lambda found: self._list(batch, found)
        )

    def _list(self, batch: StandingBatch, found: tuple[Affected, ...]) -> None:
        if self.batches.current is not None and batch.number == self.batches.current.number:
            self.affected.show_affected(found, self.tr("批次 {n}").format(n=batch.number))
            self.export.setEnabled(bool(found))

    def _allow(self) -> None:
        batch, roles = self.batches.current, self.session.actor.roles
        may_add, may_end = bool(accumulating.IMPORTERS & roles), bool(accumulating.KEEPERS & roles)
        self.add.setEnabled(may_add)
        self.add.setToolTip(
            self.tr("导入医保平台导出的累计表（Ctrl+O）")
            if may_add
            else self.tr("导入由初审经办、签批领导或系统管理员操作")
        )
        self.withdraw.setEnabled(may_end and batch is not None and not batch.withdrawn)
        self.withdraw.setToolTip("" if may_end else self.tr("停用由签批领导或系统管理员操作"))
        self.export.setEnabled(bool(self.affected.shown))

    def _withdraw(self) -> None:
        batch, office, actor = self.batches.current, self.session.office, self.session.actor
        if batch is None:
            return
        words = self.tr("停用批次 {n} 以后，之前的批次重新有效，未核定的报销单按它重新计算。为什么停用？")
        ready = (self.tr("导入了错误的文件"), self.tr("平台数据有误，已更正"))
        dialog = ReasonDialog(self, self.tr("停用这一批"), words.format(n=batch.number), ready)
        ask_reason(
            dialog,
            lambda why: self.heavy.run(
                self, lambda: accumulating.withdraw_standings(office, actor, batch.number, why), self._taken
            ),
        )

    def _taken(self, taken: TakenOver) -> None:
        self.batches.pick(taken.batch.number)
        done = self.tr("批次 {n} 已停用；{words}。") if taken.batch.withdrawn else self.tr("批次 {n} 已导入；{words}。")
        self.remark.emit(done.format(n=taken.batch.number, words=affected_words(taken.affected)))
        self.session.jobs.announce("")
        self.refresh()

    def _export(self) -> None:
        batch, rows = self.batches.current, self.affected.shown
        if batch is not None and rows:
            name = self.tr("累计批次 {n} 涉及的报销单").format(n=batch.number)
            ask_and_write(self, self.session.preferences, self.heavy, Listing(name, affected_columns(), lambda: rows))

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.batches.picked.connect(self._open)
        self.affected.opened.connect(lambda number: self.navigate.emit("desk", number))
        self.add.clicked.connect(lambda _: self.begin_import())
        self.empty.acted.connect(self.begin_import)
        self.withdraw.clicked.connect(self._withdraw)
        self.export.clicked.connect(self._export)
        self.session.jobs.changed.connect(self._calm.stir)
        keys = (
            ("Ctrl+O", self.add.click),
            ("Ctrl+F", self.person.search.setFocus),
            ("F5", self.refresh),
            ("Ctrl+E", self._export),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def _lay_out(self) -> None:
        self.empty.say(
            self.tr("还没有导入过平台累计"),
            self.tr(
                "从医保平台导出参保人本年的累计（Excel 或 CSV），在这里导入：先看读出了什么、会改变哪些报销单，再决定。"
                "没有导入的，只按本单位核定的报销单累计。"
            ),
        )
        lower = QWidget()
        lower.setLayout(self._front)
        self._front.addWidget(self.affected)
        self._front.addWidget(self.empty)
        right = gaps(Qt.Orientation.Vertical, self.person, lower)
        right.setSizes([200, 480])
        parts = gaps(Qt.Orientation.Horizontal, self._left(), right)
        parts.setSizes(list(_SHARES))
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(parts)

    def _left(self) -> QWidget:
        card, holding = Card(margin=0), QWidget()
        card.rows.addWidget(self.batches)
        column = QVBoxLayout(holding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(text(self.tr("平台累计"), "title"))
        column.addWidget(card, 1)
        for widget in (self.told, self.export, self.withdraw, self.add):
            column.addWidget(widget)
        return holding
