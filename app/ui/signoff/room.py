"""The sign-off room: the batch, riskiest first; take out, send back, sign with the password, print the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app import paperwork
from app.ui.labels import label
from app.ui.shell.calm import calm
from app.ui.shell.problems import problem
from app.ui.shell.room import Room
from app.ui.signoff.columns import GROUPS, columns
from app.ui.signoff.glance import GlancePanel
from app.ui.signoff.pile import Pile, SignRow, load_pile
from app.ui.signoff.signing import Signing
from app.ui.signoff.totals import Totals
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Badge, Tone
from app.ui.widgets.cards import Bar, Card, text
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.empty import Empty
from app.ui.widgets.reason import ReasonDialog, ask_reason
from app.ui.widgets.saving import ask_where
from review.claim.decisions import BatchState
from review.claim.people import Scheme
from review.claim.states import Role
from review.services import batches

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.shell.session import Session
    from review.services.batches import BatchView

_PANEL = 344


class SignoffRoom(Room):
    """One batch at a time, the open one first; older ones can be looked at and printed again."""

    id = "signoff"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._pile: Pile | None = None
        self._model: RowsModel[SignRow] = RowsModel(columns(), lambda row: row.claim.number, self)
        self.table: RowsView[SignRow] = RowsView(self._model, session.theme)
        self.chips = ChipRow(self._choices())
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.totals, self.glance, self.signing = Totals(session.actor), GlancePanel(session), Signing(session.actor)
        self._title, self._summary, self._look = text(role="title"), text(role="mute"), Badge()
        self._empty = Empty()
        self._front = QStackedLayout()
        self._calm, self._calm_glance = calm(self, self._refresh_in_front), calm(self, self._show_glance)
        self._lay_out()
        self._connect()

    def enter(self, claim: str = "") -> None:
        """Load the batch anew."""
        self.refresh()
        if claim:
            self.table.pick(claim)
        self.table.setFocus()

    def refresh(self) -> None:
        """Load the batch chosen at the top."""
        office, number = self.session.office, self.which.currentData() or ""
        self.session.jobs.run(self, lambda: load_pile(office, number), self._show)

    def toggle(self) -> None:
        """Take the claim in focus out of this signing, with a reason, or take it in again."""
        row = self._row_to_change()
        if row is None:
            return
        office, actor, number = self.session.office, self.session.actor, row.claim.number
        if row.claim.excluded:
            self._do(lambda: batches.include(office, actor, number))
        else:
            ready = (self.tr("电子票未查验"), self.tr("等待医院回函"), self.tr("收款账户待核实"))
            question = self.tr("{name} 的报销单这次不签，留待下批。为什么？").format(name=row.claim.name)
            dialog = ReasonDialog(self, self.tr("不签这一件"), question, ready)
            ask_reason(dialog, lambda why: self._do(lambda: batches.exclude(office, actor, number, why)))

    def send_back(self) -> None:
        """Return the claim in focus to the first review, with a reason."""
        row = self._row_to_change()
        if row is None:
            return
        office, actor, number = self.session.office, self.session.actor, row.claim.number
        question = self.tr("{name} 的报销单退回初审，改后须重新复核。为什么？").format(name=row.claim.name)
        dialog = ReasonDialog(self, self.tr("退回初审"), question)
        ask_reason(dialog, lambda why: self._do(lambda: batches.return_from_batch(office, actor, number, why)))

    def sign(self, password: str) -> None:
        """Sign the batch shown."""
        if self._pile is not None:
            office, actor, number = self.session.office, self.session.actor, self._pile.view.number
            self.session.jobs.run(
                self, lambda: batches.sign(office, actor, number, password), self._signed, self._not_signed
            )

    def save_sheet(self) -> None:
        """Ask where the sign-off sheet should go."""
        if self._pile is not None:
            name = self.tr("签批单-{number}.pdf").format(number=self._pile.view.number)
            ask_where(self, self.session.preferences, name, "PDF (*.pdf)", self._write_sheet)

    def _show(self, pile: Pile) -> None:
        self._pile = pile
        self._offer_batches(pile)
        self._model.show(pile.rows)
        self.chips.count({name: sum(map(accepts, pile.rows)) for name, accepts in GROUPS.items()})
        self._filter()
        self._head(pile)
        self.totals.show_pile(pile)
        self.signing.show_pile(pile)
        self._show_glance()

    def _head(self, pile: Pile) -> None:
        view = pile.view
        self._title.setText(self.tr("批次 {number}").format(number=view.number or "—"))
        schemes = [row.queued.scheme for row in pile.rows]
        counts = " · ".join(f"{label(scheme)} {schemes.count(scheme)}" for scheme in Scheme)
        self._summary.setText(
            self.tr("{state} {count} 件 · {counts}").format(
                state=label(view.state), count=len(pile.rows), counts=counts
            )
        )
        risky = sum(map(GROUPS["risk"], pile.rows))
        self._look.say(self.tr("{count} 件需看").format(count=risky) if risky else "", Tone.WARN)
        self._empty.say(self.tr("没有等待签批的报销单"), self.tr("复核通过的报销单会自动排进这里。"))
        self._front.setCurrentIndex(0 if pile.rows else 1)

    def _offer_batches(self, pile: Pile) -> None:
        """Keep the list of batches at the top in step, without changing what is chosen."""
        chosen = self.which.currentData() or ""
        self.which.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.which.clear()
        self.which.addItem(self.tr("当前批次"), "")
        for number in pile.numbers:
            self.which.addItem(number, number)
        self.which.setCurrentIndex(max(self.which.findData(chosen), 0))
        self.which.blockSignals(False)  # noqa: FBT003  as above

    def _filter(self) -> None:
        self.table.proxy.keep(GROUPS[self.chips.current])
        self.table.pick_first()

    def _show_glance(self) -> None:
        row = self.table.current
        self.glance.show_claim(row.claim.number if row else "")

    def _row_to_change(self) -> SignRow | None:
        """The claim in focus, where this person may change its place in an open batch."""
        waiting = self._pile is not None and self._pile.view.state is BatchState.OPEN
        if not waiting or Role.SUPERVISOR not in self.session.actor.roles:
            self.remark.emit(self.tr("只有签批领导能改动待签批的批次。"))
            return None
        return self.table.current

    def _do(self, work: Callable[[], object]) -> None:
        self.session.jobs.run(self, work, lambda _: self.session.jobs.announce(""))

    def _signed(self, view: BatchView) -> None:
        self.signing.finish()
        self.remark.emit(self.tr("批次 {number} 已签批，可交拨付。").format(number=view.number))
        self.which.addItem(view.number, view.number)
        self.which.setCurrentIndex(self.which.findData(view.number))
        self.session.jobs.announce("")

    def _not_signed(self, error: Exception) -> None:
        told = problem(error)
        self.signing.complain(f"{told.what}{told.advice}")
        self.refresh()

    def _write_sheet(self, out: Path) -> None:
        if (pile := self._pile) is not None:
            office = self.session.office
            saved = self.tr("签批单已保存到 {path}").format(path=out)
            self.session.jobs.run(
                self, lambda: paperwork.signoff_sheet(office, pile.view, out), lambda _: self.remark.emit(saved)
            )

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _choices(self) -> tuple[Choice, ...]:
        return (
            Choice("all", self.tr("全部")),
            Choice("risk", self.tr("需看")),
            Choice("large", self.tr("超 2 万元")),
            Choice("out", self.tr("未勾选")),
        )

    def _connect(self) -> None:
        self.table.opened.connect(lambda number: self.navigate.emit("desk", number))
        self.table.picked.connect(self._calm_glance.start)
        self.table.clicked.connect(lambda index: self.toggle() if index.column() == 0 else None)
        self.glance.opened.connect(lambda number: self.navigate.emit("desk", number))
        self.chips.chosen.connect(lambda _: self._filter())
        self.which.currentIndexChanged.connect(lambda _: self.refresh())
        self.signing.signed.connect(self.sign)
        self.signing.sheet.connect(self.save_sheet)
        self.session.jobs.changed.connect(self._calm.stir)
        for keys, act in (("Space", self.toggle), ("X", self.send_back)):
            QShortcut(QKeySequence(keys), self.table, act, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("F5"), self, self.refresh)

    def _lay_out(self) -> None:
        bar = Bar()
        for widget in (self._title, self._summary, self._look):
            bar.row.addWidget(widget)
        bar.row.addStretch(1)
        bar.row.addWidget(self.which)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        row = QHBoxLayout()
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._list(), 1)
        row.addWidget(self._panel())
        layout.addLayout(row, 1)

    def _list(self) -> QWidget:
        card = Card(margin=0, spacing=0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.addWidget(self.chips)
        head.addStretch(1)
        head.addWidget(text(self.tr("空格 勾选　Enter 打开影像　X 退回"), "small"))
        self._front.addWidget(self.table)
        self._front.addWidget(self._empty)
        card.rows.addLayout(head)
        card.rows.addLayout(self._front, 1)
        return card

    def _panel(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.totals)
        column.addWidget(self.glance)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        card = Card(margin=12)
        card.setFixedWidth(_PANEL)
        card.rows.addWidget(scroll, 1)
        card.rows.addWidget(self.signing)
        return card
