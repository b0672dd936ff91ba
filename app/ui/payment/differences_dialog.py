"""Paid claims that would be paid otherwise by what is in force now: where supplements and recoveries begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.jobs import Jobs
from app.ui.payment.adjust_columns import difference_columns
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Bar, button
from review.services import recalculating
from review.whatif.watch import StoppedError, Watch

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.services.recalculating import Recalculated, Recalculation

SIZE = (980, 560)
POLL = 100
"""Milliseconds between two looks at how far it is."""


class DifferencesDialog(QDialog):
    """Looks in a lane of its own, for it settles every paid claim anew; ``chosen`` carries a claim to be adjusted."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("按现行政策、目录和年度累计应调整的报销单"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._jobs = Jobs(self)
        self._jobs.trouble.connect(session.jobs.trouble)
        model: RowsModel[Recalculated] = RowsModel(difference_columns(), lambda row: row.claim, self)
        self._model, self.table = model, RowsView(model, session.theme)
        self.told, self.go = Note(), button(self.tr("起草补支或追回…"), "primary")
        self._lay_out()
        self.table.opened.connect(lambda _: self._choose())
        self.go.clicked.connect(self._choose)
        self.go.setEnabled(False)
        self._watch, self._clock = Watch(), QTimer(self)
        self._clock.timeout.connect(self._tell)
        self._clock.start(POLL)
        self._tell()
        office, watch = session.office, self._watch
        self._jobs.run(self, lambda: recalculating.recalculation(office, watch=watch), self._show, self._stopped)

    def done(self, result: int) -> None:
        """Stop looking and let the lane go with the window."""
        self._watch.stop()
        self._clock.stop()
        self._jobs.close()
        super().done(result)

    def _tell(self) -> None:
        """How far it is."""
        words = self.tr("正在逐件重算已拨付的报销单……")
        far = self.tr("{done} / {of} 件").format(done=self._watch.done, of=self._watch.of) if self._watch.of else ""
        self.told.say(f"{words} {far}".strip(), Tone.INFO)

    def _stopped(self, error: Exception) -> None:
        self._clock.stop()
        if not isinstance(error, StoppedError):
            self._jobs.trouble.emit(error)

    def _show(self, found: Recalculation) -> None:
        self._clock.stop()
        rows = tuple(row for row in found.rows if row.paid)
        self._model.show(rows)
        self.table.pick_first()
        self.go.setEnabled(bool(rows))
        words = self.tr("重算 {all} 件，{n} 件已付数额与现应付不同：少付 {less} 元，多付 {more} 元。")
        told = words.format(all=found.looked_at, n=len(rows), less=yuan(found.too_little), more=yuan(found.too_much))
        self.told.say(told if rows else self.tr("重算 {all} 件，没有差额。").format(all=found.looked_at), _tone(rows))

    def _choose(self) -> None:
        row = self.table.current
        if row is not None:
            self.chosen.emit(row.claim)
            self.accept()

    def _lay_out(self) -> None:
        foot, close = Bar("foot"), button(self.tr("关闭"))
        close.clicked.connect(self.reject)
        foot.row.addStretch(1)
        foot.row.addWidget(close)
        foot.row.addWidget(self.go)
        top = QVBoxLayout()
        top.setContentsMargins(16, 16, 16, 8)
        top.addWidget(self.told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(foot)


def _tone(rows: tuple[Recalculated, ...]) -> Tone:
    return Tone.WARN if rows else Tone.OK
