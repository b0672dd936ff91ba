"""The payment room: signed batches on their way to the accounts; supplements and recoveries after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from app.ui.payment.adjust_panel import AdjustPanel
from app.ui.payment.paying import PayPanel
from app.ui.shell.calm import calm
from app.ui.shell.room import Room
from review.claim.states import Role

if TYPE_CHECKING:
    from app.ui.shell.session import Session


class PaymentRoom(Room):
    """Two tabs; cashiers begin with the batches, everybody else with supplements and recoveries."""

    id = "payment"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.paying, self.adjusting = PayPanel(session), AdjustPanel(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.paying, self.tr("拨付"))
        self.tabs.addTab(self.adjusting, self.tr("补支追回"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        if Role.CASHIER not in session.actor.roles:
            self.tabs.setCurrentWidget(self.adjusting)
        self._calm = calm(self, self._refresh_in_front)
        self._connect()

    def enter(self, claim: str = "") -> None:
        """Load the tab in front anew, with a claim in hand if one was asked for."""
        (self.paying if self.tabs.currentWidget() is self.paying else self.adjusting).enter(claim)

    def refresh(self) -> None:
        """Load the tab in front."""
        (self.paying if self.tabs.currentWidget() is self.paying else self.adjusting).refresh()

    def _connect(self) -> None:
        for panel in (self.paying, self.adjusting):
            panel.opened.connect(lambda number: self.navigate.emit("desk", number))
            panel.remark.connect(self.remark)
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        self.session.jobs.changed.connect(self._calm.stir)
        QShortcut(QKeySequence("F5"), self, self.refresh)

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()
