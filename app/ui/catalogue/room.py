"""The catalogue room: browse editions, hold two side by side, see what was remembered, import a new edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from app.ui.catalogue.browse_panel import BrowsePanel
from app.ui.catalogue.compare_panel import ComparePanel
from app.ui.catalogue.importing.dialog import ImportDialog
from app.ui.catalogue.memory_panel import MemoryPanel
from app.ui.jobs import Jobs
from app.ui.shell.calm import calm
from app.ui.shell.room import Room

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.catalogue.entry import Edition


class CatalogueRoom(Room):
    """Three tabs; a file may be dropped anywhere."""

    id = "catalogue"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.heavy = Jobs(self)
        self.heavy.trouble.connect(session.jobs.trouble)
        self.browse = BrowsePanel(session)
        self.compare = ComparePanel(session, self.heavy)
        self.memory = MemoryPanel(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for panel, word in (
            (self.browse, self.tr("目录版本")),
            (self.compare, self.tr("版本对比")),
            (self.memory, self.tr("对照记忆")),
        ):
            self.tabs.addTab(panel, word)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.setAcceptDrops(True)
        self._calm = calm(self, self._refresh_in_front)
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        self.browse.import_wanted.connect(self.begin_import)
        for panel in (self.browse, self.memory):
            panel.remark.connect(self.remark)
        session.jobs.changed.connect(self._calm.stir)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        QShortcut(QKeySequence("F5"), self, self.refresh)

    def enter(self, claim: str = "") -> None:  # noqa: ARG002  no claim is shown here
        """Load the tab in front anew."""
        self.refresh()

    def refresh(self) -> None:
        """Load the tab in front."""
        self._front().refresh()

    def begin_import(self, path: str = "") -> ImportDialog:
        """Open the import, with a file if one was dropped."""
        dialog = ImportDialog(self.session, self.heavy, self)
        dialog.taken.connect(self._taken)
        dialog.open()
        if path:
            dialog.read(path)
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped by those who may import."""
        if self.browse.add.isEnabled() and len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin the import of a dropped file."""
        [url] = event.mimeData().urls()
        self.begin_import(url.toLocalFile())

    def _taken(self, edition: Edition) -> None:
        self.tabs.setCurrentWidget(self.browse)
        self.browse.editions.pick(edition.id)
        self.remark.emit(self.tr("已接管“{title}”。").format(title=edition.title))
        self.session.jobs.announce("")

    def _front(self) -> BrowsePanel | ComparePanel | MemoryPanel:
        front = self.tabs.currentWidget()
        return next(panel for panel in (self.browse, self.compare, self.memory) if panel is front)

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _find(self) -> None:
        panel = self._front()
        search = {self.browse: self.browse.browser.search, self.memory: self.memory.search}.get(
            panel, self.compare.view.search
        )
        search.setFocus()
        search.selectAll()
