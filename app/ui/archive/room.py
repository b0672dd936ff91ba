"""The archive room: finished claims with their PDF, and the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from app.ui.archive.claims import ClaimsPanel
from app.ui.archive.journal import JournalPanel
from app.ui.shell.calm import calm
from app.ui.shell.room import Room

if TYPE_CHECKING:
    from app.ui.shell.session import Session


class ArchiveRoom(Room):
    """Two tabs."""

    id = "archive"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.claims, self.journal = ClaimsPanel(session), JournalPanel(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.claims, self.tr("归档"))
        self.tabs.addTab(self.journal, self.tr("留痕"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._calm = calm(self, self._refresh_in_front)
        self.claims.saved.connect(self._open_pdf)
        self.claims.adjusted.connect(lambda number: self.navigate.emit("payment", number))
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        session.jobs.changed.connect(self._calm.stir)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        QShortcut(QKeySequence("F5"), self, self.refresh)

    def enter(self, claim: str = "") -> None:
        """Load anew; a claim is looked up in the journal."""
        if claim:
            self.tabs.setCurrentWidget(self.journal)
            self.journal.search.setText(claim)
        self.refresh()

    def refresh(self) -> None:
        """Load the tab in front."""
        front = self.tabs.currentWidget()
        (self.journal if front is self.journal else self.claims).refresh()

    def _open_pdf(self, path: str) -> None:
        """Tell where the PDF lies and show it in the system's viewer."""
        self.remark.emit(self.tr("归档 PDF 已保存到 {path}").format(path=path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _find(self) -> None:
        self.tabs.setCurrentWidget(self.journal)
        self.journal.search.setFocus()
