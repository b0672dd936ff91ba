"""Supplements and recoveries (补支、追回) of paid claims: drafted, audited by another person, sent, done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app import paperwork
from app.ui.explaining.window import Explained, ExplainWindow
from app.ui.labels import label
from app.ui.payment import adjust_load as may
from app.ui.payment.adjust_columns import columns
from app.ui.payment.adjust_dialog import AdjustDialog
from app.ui.payment.adjust_load import Adjustments, AdjustRow, load
from app.ui.payment.adjust_sheet import AdjustSheet
from app.ui.payment.arrival_dialog import ArrivalDialog
from app.ui.payment.differences_dialog import DifferencesDialog
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Bar, Card, button, gaps
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.empty import Empty
from app.ui.widgets.reason import ReasonDialog, ask_reason
from app.ui.widgets.saving import ask_where
from review.claim.adjustment import AdjustmentState
from review.services import adjusting, queue, sending

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.policy.settlement import Settlement
    from review.services.sending import AdjustmentOrder, Arrival

ALL = "all"
_SHARES = (760, 340)


class AdjustPanel(QWidget):
    """One list with what can be done next below it. ``opened`` carries a claim to be looked at."""

    opened = Signal(object)
    remark = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._loaded = Adjustments((), {})
        self._model: RowsModel[AdjustRow] = RowsModel(columns(self._name), lambda row: row.number, self)
        self.table: RowsView[AdjustRow] = RowsView(self._model, session.theme)
        states = (Choice(state.value, label(state)) for state in AdjustmentState)
        self.chips = ChipRow((Choice(ALL, self.tr("全部")), *states))
        self.sheet = AdjustSheet()
        self.begin, self.seek = button(self.tr("起草补支或追回…"), "primary"), button(self.tr("查找有差额的报销单…"))
        self.change, self.drop = button(self.tr("修改…")), button(self.tr("删除…"), "danger")
        self.audit, self.send = button(self.tr("审核通过"), "primary"), button("", "primary")
        self.settle, self.fail = button(self.tr("登记到账…"), "primary"), button(self.tr("转账失败…"), "danger")
        self.why, self.sheet_pdf = button(self.tr("看重算依据")), button(self.tr("打印审核表…"))
        self._front, self._empty = QStackedLayout(), Empty()
        self._lay_out()
        self._connect()
        self._allow()

    def enter(self, claim: str = "") -> None:
        """Load anew; a claim that was asked for is adjusted."""
        self.refresh()
        self.table.setFocus()
        if claim and self.begin.isEnabled():
            self.draft(claim)

    def refresh(self) -> None:
        """Load everything."""
        office = self._session.office
        self._session.jobs.run(self, lambda: load(office), self._show)

    def draft(self, claim: str = "") -> AdjustDialog:
        """Ask what is to be adjusted of a claim."""
        return self._open(AdjustDialog(self._session, self, claim=claim))

    # -- what is shown

    def _show(self, loaded: Adjustments) -> None:
        self._loaded = loaded
        self._model.show(loaded.rows)
        counts = {state.value: sum(row.found.state is state for row in loaded.rows) for state in AdjustmentState}
        self.chips.count({ALL: len(loaded.rows), **counts})
        self._filter()

    def _filter(self) -> None:
        chosen = self.chips.current
        self.table.proxy.keep(lambda row: chosen in {ALL, row.found.state.value})
        self.table.pick_first()
        self._front.setCurrentIndex(0 if self.table.shown else 1)
        self._empty.say(self.tr("没有补支或追回"), self.tr("已拨付的报销单应付数额有变化时，在这里起草补支或追回。"))
        self._look()

    def _look(self) -> None:
        self.sheet.show_row(self.table.current if self.table.shown else None, self._loaded.names)
        self._allow()

    def _name(self, username: str) -> str:
        return self._loaded.names.get(username, username)

    def _allow(self) -> None:
        """Offer what fits the one in hand and the person."""
        actor, row = self._session.actor, self.table.current if self.table.shown else None
        self.begin.setEnabled(bool(adjusting.DRAFTERS & actor.roles))
        self.seek.setEnabled(bool((adjusting.DRAFTERS | adjusting.AUDITORS) & actor.roles))
        fits = (
            (self.change, may.may_change),
            (self.audit, may.may_audit),
            (self.drop, may.may_delete),
            (self.send, may.may_send),
            (self.settle, may.may_settle),
            (self.fail, may.may_fail),
        )
        for control, allowed in fits:
            control.setVisible(allowed(actor, row))
        for control in (self.why, self.sheet_pdf):
            control.setVisible(row is not None)
        if row is not None and not self.send.isHidden():
            count = len(may.sent_together(self._loaded.rows, row))
            way = label(may.WAYS[row.found.kind])
            self.send.setText(self.tr("送出{way} {n} 笔").format(way=way, n=count))

    # -- what is done

    def _begin(self) -> None:
        self.draft()

    def _change(self, row: AdjustRow) -> None:
        self._open(AdjustDialog(self._session, self, found=row.found))

    def _audit(self, row: AdjustRow) -> None:
        office, actor = self._session.office, self._session.actor
        done = self.tr("{number} 已审核，已锁定。").format(number=row.number)
        self._do(lambda: adjusting.audit_adjustment(office, actor, row.number, version=row.found.version), done)

    def _drop(self, row: AdjustRow) -> None:
        office, actor = self._session.office, self._session.actor
        question = self.tr("删除 {number}（{claim}）？删除后仍留在列表中。为什么？").format(
            number=row.number, claim=row.found.claim
        )
        dialog = ReasonDialog(self, self.tr("删除"), question, (self.tr("金额有误，重新起草"), self.tr("重复起草")))
        ask_reason(dialog, lambda why: self._do(lambda: adjusting.delete_adjustment(office, actor, row.number, why)))

    def _send(self, row: AdjustRow) -> None:
        office, actor = self._session.office, self._session.actor
        numbers = may.sent_together(self._loaded.rows, row)
        self._session.jobs.run(self, lambda: sending.send(office, actor, numbers), self._sent)

    def _sent(self, order: AdjustmentOrder) -> None:
        """Say that it went out; of supplements the file for the bank is written."""
        self._session.jobs.announce("")
        self.refresh()
        self.remark.emit(self.tr("{order} 已送出 {n} 笔。").format(order=order.batch, n=len(order.adjustments)))
        if order.paying:
            name = self.tr("补支-{number}.xlsx").format(number=order.batch)
            ask_where(self, self._session.preferences, name, "Excel (*.xlsx);;CSV (*.csv)", partial(self._file, order))

    def _file(self, order: AdjustmentOrder, out: Path) -> None:
        told = self.tr("拨付文件已保存到 {path}").format(path=out)
        self._session.jobs.run(self, lambda: paperwork.payment_file(order, out), lambda _: self.remark.emit(told))

    def _settle(self, row: AdjustRow) -> None:
        office, actor = self._session.office, self._session.actor
        dialog = ArrivalDialog(row.found, office.today, self)

        def given(arrival: Arrival) -> None:
            self._do(lambda: sending.settle_adjustment(office, actor, row.number, arrival))

        dialog.given.connect(given)
        dialog.open()

    def _fail(self, row: AdjustRow) -> None:
        office, actor = self._session.office, self._session.actor
        question = self.tr("{name} 的补支没有到账。银行给的原因是什么？").format(name=row.person)
        ready = (self.tr("账号与户名不符"), self.tr("账户已销户"))
        dialog = ReasonDialog(self, self.tr("转账失败"), question, ready)
        ask_reason(dialog, lambda why: self._do(lambda: sending.fail_adjustment(office, actor, row.number, why)))

    def _explain(self, row: AdjustRow) -> None:
        office = self._session.office

        def work() -> tuple[Claim, Settlement | None]:
            return queue.load_claim(office, row.found.claim), adjusting.rests_on(office, row.number)

        def show(found: tuple[Claim, Settlement | None]) -> None:
            claim, settlement = found
            if settlement is None:
                self.remark.emit(self.tr("这份报销单按现行政策不能结算，没有重算结果。"))
            else:
                window = ExplainWindow(self._session, Explained(claim, settlement), self)
                window.foot_files(offered=False)
                window.open_at("")

        self._session.jobs.run(self, work, show)

    def _print(self, row: AdjustRow) -> None:
        office = self._session.office
        name = self.tr("审核表-{number}.pdf").format(number=row.number)

        def write(out: Path) -> None:
            told = self.tr("已保存到 {path}").format(path=out)
            work = partial(paperwork.adjustment_sheet, office, row.number, out)
            self._session.jobs.run(self, work, lambda _: self.remark.emit(told))

        ask_where(self, self._session.preferences, name, "PDF (*.pdf)", write)

    def _seek(self) -> DifferencesDialog:
        dialog = DifferencesDialog(self._session, self)
        dialog.chosen.connect(self.draft)
        dialog.open()
        return dialog

    def _open(self, dialog: AdjustDialog) -> AdjustDialog:
        dialog.kept.connect(self._kept)
        dialog.open()
        return dialog

    def _kept(self, number: str) -> None:
        self.table.pick(number)
        self._session.jobs.announce("")
        self.refresh()

    def _do(self, work: Callable[[], object], told: str = "") -> None:
        def done(_: object) -> None:
            if told:
                self.remark.emit(told)
            self._session.jobs.announce("")
            self.refresh()

        self._session.jobs.run(self, work, done)

    # -- how it is laid out

    def _connect(self) -> None:
        self.table.opened.connect(self._open_claim)
        self.table.picked.connect(self._look)
        self.chips.chosen.connect(lambda _: self._filter())
        self.begin.clicked.connect(self._begin)
        self.seek.clicked.connect(self._seek)
        acts: tuple[tuple[QPushButton, Callable[[AdjustRow], None]], ...] = (
            (self.change, self._change),
            (self.audit, self._audit),
            (self.drop, self._drop),
            (self.send, self._send),
            (self.settle, self._settle),
            (self.fail, self._fail),
            (self.why, self._explain),
            (self.sheet_pdf, self._print),
        )
        for control, act in acts:
            control.clicked.connect(partial(self._act, act))

    def _act(self, act: Callable[[AdjustRow], None]) -> None:
        row = self.table.current
        if row is not None:
            act(row)

    def _open_claim(self) -> None:
        row = self.table.current
        if row is not None:
            self.opened.emit(row.found.claim)

    def _lay_out(self) -> None:
        top, foot, card, side = Bar(), Bar("foot"), Card(margin=0), Card(margin=0)
        top.row.addWidget(self.chips, 1)
        top.row.addWidget(self.seek)
        top.row.addWidget(self.begin)
        foot.row.addWidget(self.why)
        foot.row.addWidget(self.sheet_pdf)
        foot.row.addStretch(1)
        for control in (self.drop, self.change, self.fail, self.audit, self.send, self.settle):
            foot.row.addWidget(control)
        self._front.addWidget(self.table)
        self._front.addWidget(self._empty)
        card.rows.addLayout(self._front)
        side.rows.addWidget(self.sheet)
        split = gaps(Qt.Orientation.Horizontal, card, side)
        split.setSizes(list(_SHARES))
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addLayout(around, 1)
        layout.addWidget(foot)
