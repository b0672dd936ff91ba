"""What is present on this machine, what is missing, and the cure: the doctor's examination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.doctor import diagnose
from app.ui.tables.columns import Chip, Column, chip
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Tone
from app.ui.widgets.cards import Card, button

if TYPE_CHECKING:
    from app.doctor import Finding
    from app.ui.shell.session import Session


class HealthPanel(QWidget):
    """One row for each thing examined."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model: RowsModel[Finding] = RowsModel(self._columns(), lambda finding: finding.name, self)
        self.table: RowsView[Finding] = RowsView(self._model, session.theme)
        self.again = button(self.tr("重新体检"))
        self.again.clicked.connect(self.refresh)
        card = Card(margin=0)
        card.rows.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(card, 1)
        layout.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignRight)

    def refresh(self) -> None:
        """Examine anew."""
        self._session.jobs.run(self, diagnose, self._model.show)

    def _columns(self) -> tuple[Column[Finding], ...]:
        return (
            Column(id="name", title=self.tr("项目"), text=lambda f: f.name, width=120),
            Column(id="ok", title=self.tr("结果"), text=self._word, chips=self._chips, width=96),
            Column(id="state", title=self.tr("情况"), text=lambda f: f.state, width=420),
            Column(id="cure", title=self.tr("怎么办"), text=lambda f: "" if f.ok else f.cure, width=120, stretch=True),
        )

    def _word(self, finding: Finding) -> str:
        if finding.ok:
            return self.tr("正常")
        return self.tr("缺少") if finding.needed else self.tr("可不用")

    def _chips(self, finding: Finding) -> tuple[Chip, ...]:
        tone = Tone.OK if finding.ok else Tone.BAD if finding.needed else Tone.WARN
        return (chip(self._word(finding), tone),)
