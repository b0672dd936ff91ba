"""What a version changes against the one it was made from, or a shipped pack against the office's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.ui.policies.columns import change_columns
from app.ui.policies.shelves import Shelf, opened
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Card, text
from app.ui.widgets.empty import Empty
from review.packs.pack_changes import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.session import Session
    from review.packs.pack_changes import Change


class DifferencesPanel(Card):
    """The other side is chosen above: by default what the version was made from."""

    def __init__(self, session: Session) -> None:
        super().__init__(margin=0, spacing=0)
        self._session = session
        self._newer: Shelf | None = None
        self._shelves: dict[str, Shelf] = {}
        self.older, self.count = QComboBox(), text(role="small")
        self._model: RowsModel[Change] = RowsModel(change_columns(), lambda one: (one.path, one.since), self)
        self.table: RowsView[Change] = RowsView(self._model, session.theme)
        self.empty, self._front = Empty(), QStackedLayout()
        self._lay_out()
        self.older.activated.connect(lambda _: self.compare())

    @property
    def shown(self) -> tuple[Change, ...]:
        """What differs."""
        return self._model.rows

    def offer(self, shelves: Sequence[Shelf], newer: Shelf) -> None:
        """Hold one pack or version against the others."""
        self._newer = newer
        self._shelves = {one.id: one for one in shelves if one.id != newer.id}
        self.older.clear()
        for one in self._shelves.values():
            self.older.addItem(f"{one.title} {one.about}", one.id)
        base = f"{newer.pack}:{newer.version.base if newer.version else 0}"
        found = self.older.findData(base)
        self.older.setCurrentIndex(max(found, 0))
        self.compare()

    def compare(self) -> None:
        """Work out what differs."""
        newer, older, office = self._newer, self._shelves.get(self.older.currentData() or ""), self._session.office
        if newer is None or older is None:
            return

        def work() -> tuple[Change, ...]:
            return changes(opened(office, older).tree, opened(office, newer).tree)

        self._session.jobs.run(self, work, lambda found: self._show(newer, found))

    def _show(self, newer: Shelf, found: tuple[Change, ...]) -> None:
        if newer is not self._newer:
            return
        self._model.show(found)
        self.count.setText(self.tr("{n} 处不同").format(n=len(found)))
        self.empty.say(self.tr("没有不同"), self.tr("两边的参数完全一致。"))
        self._front.setCurrentIndex(0 if found else 1)

    def _lay_out(self) -> None:
        row, holding, head = QHBoxLayout(), QWidget(), QVBoxLayout()
        self.older.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.older.setAccessibleName(self.tr("与哪一个比较"))
        row.setSpacing(8)
        row.addWidget(text(self.tr("与"), "mute"))
        row.addWidget(self.older, 1)
        row.addWidget(text(self.tr("比较"), "mute"))
        row.addWidget(self.count)
        head.setContentsMargins(12, 10, 12, 10)
        head.addLayout(row)
        holding.setLayout(self._front)
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        self.rows.addLayout(head)
        self.rows.addWidget(holding, 1)
