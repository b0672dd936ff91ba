"""A splitter whose parts keep their shares of the room until a person moves a handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

GAP = 8


class ShareSplitter(QSplitter):
    """Parts side by side or one below the other, each with its share."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._shares: list[int] = []
        self._moved = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        self.setObjectName("shares")
        self.splitterMoved.connect(self._keep)

    def add(self, part: QWidget, share: int) -> None:
        """Add a part with its share."""
        self.addWidget(part)
        self._shares.append(share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        if not self._moved:
            room = self.height() if self.orientation() is Qt.Orientation.Vertical else self.width()
            self.setSizes([room * share // sum(self._shares) for share in self._shares])
        super().resizeEvent(event)

    def _keep(self) -> None:
        self._moved = True
