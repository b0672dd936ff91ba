"""The watch list room: red, yellow and green lines; one in full with its claims; the supervisor's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.ui.shell.calm import calm
from app.ui.shell.room import Room
from app.ui.tables.claims_list import ClaimsList
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.model import RowsModel
from app.ui.tables.people import full_names
from app.ui.tables.view import RowsView
from app.ui.watch.columns import claim_columns, watched_columns
from app.ui.watch.filters import Sieve, WatchFilters
from app.ui.watch.watched_card import WatchedCard
from app.ui.watch.watched_words import named
from app.ui.widgets.cards import Bar, Card, button, gaps, text
from app.ui.widgets.empty import Empty
from app.ui.widgets.reason import ReasonDialog, ask_reason
from review.claim.states import Role
from review.services import queue, watching
from review.watch.watched import WatchedKind

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.services.queue import QueueRow
    from review.watch.watched import Watched

_SHARES = (880, 420)
_MOST_CLAIMS = 200


class WatchRoom(Room):
    """Supervisors answer; administrators look."""

    id = "watch"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._model: RowsModel[Watched] = RowsModel(watched_columns(), lambda one: (one.kind, one.key), self)
        self.table: RowsView[Watched] = RowsView(self._model, session.theme)
        self.filters, self.card, self.empty = WatchFilters(), WatchedCard(), Empty()
        self.claims: ClaimsList[QueueRow] = ClaimsList(session.theme, claim_columns())
        self.summary, self.export = text(role="mute"), button(self.tr("导出 Excel…"))
        self.answer = button(self.tr("填写核查情况…  F2"), "primary")
        self._front = QStackedLayout()
        self._calm = calm(self, self._refresh_in_front)
        self._lay_out()
        self._connect()
        self._pick()

    def enter(self, claim: str = "") -> None:  # noqa: ARG002  no claim is shown here
        """Load anew."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Load the list."""
        office = self.session.office

        def work() -> tuple[Watched, ...]:
            names = full_names(office)
            return tuple(named(one, names) for one in watching.watch_list(office))

        self.session.jobs.run(self, work, self._show)

    def _show(self, lines: tuple[Watched, ...]) -> None:
        self._model.show(lines)
        self._filter()

    def _filter(self) -> None:
        lines, sieve = self._model.rows, self.filters.sieve
        self.filters.count(lines)
        self.table.proxy.keep(None if sieve == Sieve() else sieve.keeps)
        self.table.pick_first()
        shown = self.table.proxy.rowCount()
        self.summary.setText(self.tr("{count} 项").format(count=shown))
        self.export.setEnabled(bool(shown))
        self._explain(shown)
        self._pick()

    def _explain(self, shown: int) -> None:
        self._front.setCurrentIndex(0 if shown else 1)
        if self._model.rows:
            self.empty.say(self.tr("没有符合的对象"), self.tr("其他等级或对象下还有。"), self.tr("看全部"))
        else:
            cure = self.tr(
                "系统按近一年的报销单留意：多人共用的收款账户、屡次大额的参保人、大额偏多的医疗机构、放行偏多的经办人。"
                "有值得核查的，就会列在这里。"
            )
            self.empty.say(self.tr("现在没有需要关注的对象"), cure)

    def _pick(self) -> None:
        watched = self._current
        self._allow(watched)
        if watched is None:
            self.card.forget()
            self.claims.show_rows((), "")
            return
        self.card.show_watched(watched)
        numbers, office = watched.claims[:_MOST_CLAIMS], self.session.office
        self.session.jobs.run(
            self, lambda: queue.rows_of(office, numbers), lambda rows: self._show_claims(watched, rows)
        )

    def _show_claims(self, watched: Watched, rows: tuple[QueueRow, ...]) -> None:
        if watched is self._current:
            more = len(watched.claims) > len(rows)
            words = self.tr("涉及 {n} 件报销单，列出最近 {shown} 件") if more else self.tr("涉及 {n} 件报销单")
            told = words.format(n=len(watched.claims), shown=len(rows))
            self.claims.show_rows(rows, told, self.tr("没有单独列出的报销单"))

    @property
    def _current(self) -> Watched | None:
        return self.table.current if self.table.proxy.rowCount() else None

    def _allow(self, watched: Watched | None) -> None:
        actor, why = self.session.actor, ""
        if Role.SUPERVISOR not in actor.roles:
            why = self.tr("核查情况由签批领导填写")
        elif watched is not None and (watched.kind, watched.key) == (WatchedKind.CLERK, actor.username):
            why = self.tr("不能核查本人，请交由其他负责人")
        self.answer.setEnabled(watched is not None and not why)
        self.answer.setToolTip(why or self.tr("填写以后转为绿色，数字变化时重新列出（F2）"))

    def _answer(self) -> None:
        watched = self._current
        if watched is None:
            return
        words = self.tr("“{name}”核查情况如何？填写以后转为绿色；涉及的数字一有变化，就重新列出。")
        ready = (self.tr("已核实，情况属实"), self.tr("已约谈并纠正"), self.tr("已移交稽核"))
        dialog = ReasonDialog(self, self.tr("保存核查情况"), words.format(name=watched.name), ready)
        office, actor = self.session.office, self.session.actor

        def keep(note: str) -> None:
            self.session.jobs.run(
                self,
                lambda: watching.answer_watched(office, actor, watched.kind, watched.key, note),
                self._answered,
            )

        ask_reason(dialog, keep)

    def _answered(self, watched: Watched) -> None:
        self.remark.emit(self.tr("已记录“{name}”的核查情况。").format(name=watched.name))
        self.session.jobs.announce("")

    def _export(self) -> None:
        rows = self.table.shown
        told = Listing(self.tr("关注名单"), watched_columns(), lambda: rows)
        ask_and_write(self, self.session.preferences, self.session.jobs, told)

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _: self.claims.table.setFocus())
        self.claims.opened.connect(lambda number: self.navigate.emit("desk", number))
        self.empty.acted.connect(self.filters.clear)
        self.answer.clicked.connect(self._answer)
        self.export.clicked.connect(self._export)
        self.session.jobs.changed.connect(self._calm.stir)
        for key, act in (("F2", self.answer.click), ("F5", self.refresh), ("Ctrl+E", self.export.click)):
            QShortcut(QKeySequence(key), self, act)

    def _lay_out(self) -> None:
        bar = Bar()
        for widget in (text(self.tr("关注名单"), "title"), self.summary):
            bar.row.addWidget(widget)
        bar.row.addStretch(1)
        for control in (self.export, self.answer):
            bar.row.addWidget(control)
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        left, upper = Card(margin=0, spacing=0), Card(margin=0)
        left.rows.addWidget(self.filters)
        left.rows.addLayout(self._front, 1)
        upper.rows.addWidget(self.card)
        right = gaps(Qt.Orientation.Vertical, upper, self.claims)
        right.setSizes([400, 280])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(_around(left, right), 1)


def _around(left: QWidget, right: QWidget) -> QWidget:
    holding, parts = QWidget(), gaps(Qt.Orientation.Horizontal, left, right)
    parts.setSizes(list(_SHARES))
    parts.setStretchFactor(0, 1)
    parts.setStretchFactor(1, 0)
    column = QVBoxLayout(holding)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(parts)
    return holding
