"""Claims that are being captured or read, to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from app.ui.labels import label
from app.ui.widgets.cards import button, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.queue import QueueRow

WIDTH = 196


class DraftsList(QFrame):
    """``chosen`` brings a claim's number, ``begun`` comes when a new claim is wanted."""

    chosen = Signal(str)
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setFixedWidth(WIDTH)
        self._new = button(self.tr("新建报销单 Ctrl+N"), "primary")
        self._list = QListWidget()
        self._list.setObjectName("drafts")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("录入中的报销单"))
        self._none = text(self.tr("没有录入中的报销单"), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._new)
        column.addWidget(text(self.tr("录入与识别中"), "small"))
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._new.clicked.connect(self.begun)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Numbers of the claims listed."""
        return tuple(self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._list.count()))

    def show_rows(self, rows: Sequence[QueueRow], current: str) -> None:
        """List claims, the open one marked."""
        self._list.clear()
        for row in rows:
            name = row.name or self.tr("未填姓名")
            item = QListWidgetItem(f"{row.number}　{self._progress(row)}\n{name}　{label(row.state)}")
            item.setData(Qt.ItemDataRole.UserRole, row.number)
            self._list.addItem(item)
            if row.number == current:
                self._list.setCurrentItem(item)
        self._none.setVisible(not rows)

    def _progress(self, row: QueueRow) -> str:
        return self.tr("{0}/{1} 页").format(row.pages_done, row.pages) if row.pages else self.tr("无影像")

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
