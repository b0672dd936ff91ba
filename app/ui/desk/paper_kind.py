"""The small button beside a paper that says what it is, where reading took it for something else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from app.ui.labels import label
from review.claim.paper import DocumentKind


class PaperKind(QPushButton):
    """Opens the list of kinds; ``chosen`` brings another kind than the paper has."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("改"))
        self.setProperty("kind", "tag")
        self.setToolTip(self.tr("改材料类型"))
        self.setAccessibleName(self.tr("改材料类型"))
        self._kind = DocumentKind.OTHER
        self._menu, group = QMenu(self), QActionGroup(self)
        self.kinds = {kind: self._menu.addAction(label(kind)) for kind in DocumentKind}
        for kind, action in self.kinds.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, picked=kind: self._choose(picked))
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def show_kind(self, kind: DocumentKind, *, locked: bool) -> None:
        """Mark what the paper is."""
        self._kind = kind
        self.kinds[kind].setChecked(True)
        self.setEnabled(not locked)

    def _choose(self, kind: DocumentKind) -> None:
        if kind is not self._kind:
            self.chosen.emit(kind.value)
