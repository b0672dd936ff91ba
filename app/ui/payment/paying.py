"""Signed batches: the file for the bank, and what came of each transfer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedLayout, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.payment.columns import columns
from app.ui.payment.load import WAITING, PayPile, PayRow, load, write_file
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Badge, Tone
from app.ui.widgets.cards import Bar, Card, button, text
from app.ui.widgets.empty import Empty
from app.ui.widgets.reason import ReasonDialog, ask_reason
from app.ui.widgets.saving import ask_where
from review.claim.decisions import BatchState
from review.claim.states import ClaimState, Role
from review.services import payment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.shell.session import Session

_TONES = {BatchState.SIGNED: Tone.BRAND, BatchState.PAYING: Tone.WARN, BatchState.PAID: Tone.OK}


class PayPanel(QWidget):
    """One signed batch at a time, the oldest unpaid first. ``opened`` carries a claim to be looked at."""

    opened = Signal(object)
    remark = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._pile = PayPile(None, (), ())
        self._model: RowsModel[PayRow] = RowsModel(columns(), lambda row: row.number, self)
        self.table: RowsView[PayRow] = RowsView(self._model, session.theme)
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._summary, self._state, self._empty = text(role="mute"), Badge(), Empty()
        self._totals = text(role="sum")
        self.make = button(self.tr("生成拨付文件"), "primary")
        self.arrived = button(self.tr("确认到账  空格"), "primary")
        self.failed = button(self.tr("拨付失败  X"), "danger")
        self.back = button(self.tr("退回初审"))
        self._front = QStackedLayout()
        self._lay_out()
        self._connect()

    def enter(self, claim: str = "") -> None:
        """Load anew, with a claim in hand if one was asked for."""
        self.refresh()
        if claim:
            self.table.pick(claim)
        self.table.setFocus()

    def refresh(self) -> None:
        """Load the batch chosen at the top."""
        office, number = self.session.office, self.which.currentData() or ""
        self.session.jobs.run(self, lambda: load(office, number), self._show)

    def make_file(self) -> None:
        """Ask where the file for the bank should go: CSV or Excel."""
        if self._pile.view is not None:
            name = self.tr("拨付-{number}.xlsx").format(number=self._pile.view.number)
            kinds = "Excel (*.xlsx);;CSV (*.csv)"
            ask_where(self, self.session.preferences, name, kinds, self._write)

    def confirm(self) -> None:
        """Note that the money of the claim in focus arrived."""
        row = self._paying()
        if row is not None:
            office, actor = self.session.office, self.session.actor
            self._do(lambda: payment.confirm_payment(office, actor, row.number))

    def fail(self) -> None:
        """Note that the bank sent the money of the claim in focus back, and why."""
        row = self._paying()
        if row is not None:
            office, actor = self.session.office, self.session.actor
            ready = (self.tr("账号与户名不符"), self.tr("账户已销户"), self.tr("开户行有误"))
            question = self.tr("{name} 的款没有到账。银行给的原因是什么？").format(name=row.name)
            dialog = ReasonDialog(self, self.tr("记为拨付失败"), question, ready)
            ask_reason(dialog, lambda why: self._do(lambda: payment.fail_payment(office, actor, row.number, why)))

    def send_back(self) -> None:
        """Send a claim whose transfer failed back to the first review, for another account."""
        row = self.table.current
        if row is not None and row.state is ClaimState.PAYMENT_FAILED:
            office, actor = self.session.office, self.session.actor
            question = self.tr("{name} 的报销单退回初审更改收款账户，之后重新复核和签批。为什么？").format(
                name=row.name
            )
            dialog = ReasonDialog(self, self.tr("退回初审"), question, (row.reason,))
            ask_reason(
                dialog, lambda why: self._do(lambda: payment.return_from_payment(office, actor, row.number, why))
            )

    def _show(self, pile: PayPile) -> None:
        self._pile = pile
        self._offer_batches()
        self._model.show(pile.rows)
        self.table.pick_first()
        self._head()
        self._allow()
        self._front.setCurrentIndex(0 if pile.rows else 1)
        self._empty.say(self.tr("还没有可拨付的批次"), self.tr("批次签批以后会自动出现在这里。"))

    def _head(self) -> None:
        view, rows = self._pile.view, self._pile.rows
        self._state.say(label(view.state) if view else "", _TONES.get(view.state, Tone.PLAIN) if view else Tone.PLAIN)
        paid = sum(row.state in {ClaimState.PAID, ClaimState.ARCHIVED} for row in rows)
        failed = sum(row.state is ClaimState.PAYMENT_FAILED for row in rows)
        words = self.tr("共 {count} 件，到账 {paid} 件，失败 {failed} 件")
        self._summary.setText(words.format(count=len(rows), paid=paid, failed=failed) if rows else "")
        self._totals.setText(f"¥ {yuan(view.payable)}" if view else "")

    def _offer_batches(self) -> None:
        chosen = self._pile.view.number if self._pile.view else ""
        self.which.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.which.clear()
        for view in self._pile.known:
            self.which.addItem(self.tr("批次 {number}").format(number=view.number), view.number)
        self.which.setCurrentIndex(self.which.findData(chosen))
        self.which.blockSignals(False)  # noqa: FBT003  as above

    def _allow(self) -> None:
        """Offer what fits the batch, the row in focus and the person."""
        cashier = Role.CASHIER in self.session.actor.roles
        states = {row.state for row in self._pile.rows}
        row = self.table.current
        paying = row is not None and row.state is ClaimState.PAYING
        self.make.setEnabled(cashier and bool(states & (WAITING | {ClaimState.PAYING})))
        self.make.setText(self.tr("生成拨付文件") if states & WAITING else self.tr("重新导出拨付文件"))
        self.arrived.setEnabled(cashier and paying)
        self.failed.setEnabled(cashier and paying)
        self.back.setEnabled(cashier and row is not None and row.state is ClaimState.PAYMENT_FAILED)
        for control in (self.make, self.arrived, self.failed, self.back):
            control.setToolTip("" if cashier else self.tr("拨付由出纳操作"))

    def _paying(self) -> PayRow | None:
        row = self.table.current
        if row is None or not self.arrived.isEnabled():
            self.remark.emit(self.tr("先生成拨付文件，银行回单到了再逐件确认。"))
            return None
        return row

    def _write(self, out: Path) -> None:
        office, actor, pile = self.session.office, self.session.actor, self._pile
        self.session.jobs.run(self, lambda: write_file(office, actor, pile, out), self._written, self._not_written)

    def _written(self, out: Path) -> None:
        self.remark.emit(self.tr("拨付文件已保存到 {path}").format(path=out))
        self.session.jobs.announce("")

    def _not_written(self, error: Exception) -> None:
        self.session.jobs.announce("")
        self.session.jobs.trouble.emit(error)

    def _do(self, work: Callable[[], object]) -> None:
        self.session.jobs.run(self, work, lambda _: self.session.jobs.announce(""))

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._allow)
        self.which.currentIndexChanged.connect(lambda _: self.refresh())
        for control, act in (
            (self.make, self.make_file),
            (self.arrived, self.confirm),
            (self.failed, self.fail),
            (self.back, self.send_back),
        ):
            control.clicked.connect(act)
        for keys, act in (("Space", self.confirm), ("X", self.fail)):
            QShortcut(QKeySequence(keys), self.table, act, context=Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        bar, foot, card = Bar(), Bar("foot"), Card(margin=0)
        for widget in (self.which, self._state, self._summary):
            bar.row.addWidget(widget)
        bar.row.addStretch(1)
        bar.row.addWidget(self._totals)
        foot.row.addWidget(self.make)
        foot.row.addStretch(1)
        for control in (self.back, self.failed, self.arrived):
            foot.row.addWidget(control)
        self._front.addWidget(self.table)
        self._front.addWidget(self._empty)
        card.rows.addLayout(self._front)
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(around, 1)
        layout.addWidget(foot)
