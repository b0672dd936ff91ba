"""Paid claims that still lack their archive PDF, and those that have it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app import paperwork
from app.ui.labels import label
from app.ui.tables import words
from app.ui.tables.columns import Column
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Bar, Card, button
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.empty import Empty
from app.ui.widgets.saving import ask_where
from review.claim.states import ClaimState, Role
from review.services import archive, queue
from review.services.adjusting import DRAFTERS
from review.services.queue import QueueFilter

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.shell.session import Session
    from review.claim.people import Actor
    from review.services.office import Office
    from review.services.queue import QueueRow

_STATES = (ClaimState.PAID, ClaimState.ARCHIVED)
_ARCHIVISTS = frozenset({Role.CLERK, Role.CASHIER})


def make_or_copy(office: Office, actor: Actor, row: QueueRow, out: Path) -> Path:
    """The archive PDF at ``out``: made, kept and the claim closed where it is paid; else a copy of what was kept."""
    if row.state is ClaimState.PAID:
        return paperwork.archive_claim(office, actor, row.number, out)
    shutil.copyfile(archive.archived_pdf(office, row.number), out)
    return out


class ClaimsPanel(QWidget):
    """One table; Enter makes or saves the PDF of the claim in focus.

    ``saved`` carries its path, ``adjusted`` the number of a claim that should be paid more or less.
    """

    saved = Signal(str)
    adjusted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model: RowsModel[QueueRow] = RowsModel(self._columns(), lambda row: row.number, self)
        self.table: RowsView[QueueRow] = RowsView(self._model, session.theme)
        self.chips = ChipRow((Choice("all", self.tr("全部")), *(Choice(state, label(state)) for state in _STATES)))
        self.save, self.adjust = button("", "primary"), button(self.tr("补支或追回…"))
        self._empty = Empty(self.tr("还没有可归档的报销单"), self.tr("出纳确认到账以后，报销单会出现在这里。"))
        self._front = QStackedLayout()
        self._lay_out()
        self.table.picked.connect(self._allow)
        self.table.opened.connect(lambda _: self.save_pdf())
        self.chips.chosen.connect(lambda _: self._filter())
        self.save.clicked.connect(self.save_pdf)
        self.adjust.clicked.connect(self._adjust)
        self._allow()

    def refresh(self) -> None:
        """Load anew."""
        office = self._session.office
        chosen = QueueFilter(states=_STATES, sort="-number")
        self._session.jobs.run(self, lambda: queue.queue(office, chosen), self._show)

    def save_pdf(self) -> None:
        """Ask where the PDF of the claim in focus should go."""
        row = self.table.current
        if row is not None and self.save.isEnabled():
            name = self.tr("归档-{number}.pdf").format(number=row.number)
            ask_where(self, self._session.preferences, name, "PDF (*.pdf)", lambda out: self._write(row, out))

    def _adjust(self) -> None:
        row = self.table.current
        if row is not None:
            self.adjusted.emit(row.number)

    def _write(self, row: QueueRow, out: Path) -> None:
        office, actor = self._session.office, self._session.actor
        self._session.jobs.run(self, lambda: make_or_copy(office, actor, row, out), self._written)

    def _written(self, out: Path) -> None:
        self.saved.emit(str(out))
        self._session.jobs.announce("")

    def _show(self, rows: tuple[QueueRow, ...]) -> None:
        self._model.show(rows)
        self.chips.count({"all": len(rows), **{state: sum(row.state is state for row in rows) for state in _STATES}})
        self._front.setCurrentIndex(0 if rows else 1)
        self._filter()

    def _filter(self) -> None:
        chosen = self.chips.current
        self.table.proxy.keep(lambda row: chosen in {"all", row.state})
        self.table.pick_first()
        self._allow()

    def _allow(self) -> None:
        row = self.table.current
        paid = row is not None and row.state is ClaimState.PAID
        may = bool(_ARCHIVISTS & self._session.actor.roles)
        self.save.setText(self.tr("生成归档 PDF 并办结") if paid else self.tr("另存并打开归档 PDF"))
        self.save.setEnabled(row is not None and (may or not paid))
        self.adjust.setVisible(bool(DRAFTERS & self._session.actor.roles))
        self.adjust.setEnabled(row is not None)
        self.save.setToolTip("" if may or not paid else self.tr("归档由初审经办或出纳操作"))

    def _lay_out(self) -> None:
        card, foot = Card(margin=0, spacing=0), Bar("foot")
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.addWidget(self.chips)
        card.rows.addLayout(head)
        self._front.addWidget(self.table)
        self._front.addWidget(self._empty)
        card.rows.addLayout(self._front, 1)
        foot.row.addWidget(self.adjust)
        foot.row.addStretch(1)
        foot.row.addWidget(self.save)
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(around, 1)
        layout.addWidget(foot)

    def _columns(self) -> tuple[Column[QueueRow], ...]:
        return (
            Column(id="number", title=self.tr("报销单号"), text=lambda row: row.number, width=132),
            Column(id="name", title=self.tr("姓名"), text=lambda row: row.name, width=88),
            Column(id="id", title=self.tr("证件号"), text=lambda row: row.id_masked, width=176),
            Column(id="hospital", title=self.tr("医疗机构"), text=lambda row: row.hospital, width=120, stretch=True),
            Column(id="batch", title=self.tr("批次"), text=lambda row: row.batch, width=120),
            Column(
                id="payable",
                title=self.tr("已付"),
                text=lambda row: words.yuan(row.payable),
                order=lambda row: row.payable or 0,
                numeric=True,
                width=112,
            ),
            Column(
                id="state",
                title=self.tr("状态"),
                text=lambda row: label(row.state),
                chips=lambda row: words.state_chips(row.state),
                width=96,
            ),
        )
