"""The electronic receipts of a claim and what the treasury's site said of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QToolButton, QWidget

from app.ui.desk.exports import ALL_VERIFICATIONS, ALL_VERIFICATIONS_CSV, VERIFICATIONS, VERIFICATIONS_CSV
from app.ui.labels import label
from app.ui.widgets.badge import Badge, Tone, shaped
from app.ui.widgets.cards import button, text
from review.claim.verification import Answer
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.desk.sheet import Sheet
    from review.claim.verification import Verification
    from review.services.verifying import ToVerify

TONES = {
    Answer.GENUINE: Tone.OK,
    Answer.DIFFERS: Tone.BAD,
    Answer.UNKNOWN: Tone.BAD,
    Answer.REVERSED: Tone.BAD,
    Answer.UNAVAILABLE: Tone.WARN,
}


class VerifyPanel(QScrollArea):
    """``asked`` brings the receipt whose answer is to be written down, ``chosen`` the id of one to look at.

    ``list_wanted`` brings the kind of list that is wanted, ``list_brought`` comes where a filled-in one is taken back.
    """

    asked = Signal(object)
    list_wanted = Signal(str)
    list_brought = Signal()
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("form")
        self._shown: tuple[object, ...] = (None,)
        self.lists = self._lists()
        self.asks: dict[int, QWidget] = {}
        self.states: dict[int, Badge] = {}

    def _lists(self) -> QToolButton:
        """The lists on paper or as a table, of this claim or of all, and the way back for a filled-in one."""
        opener = QToolButton(self)
        opener.setText(self.tr("查验清单 ▾"))
        opener.setProperty("kind", "menu")
        opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(opener)
        for words, kind in (
            (self.tr("本单清单 PDF…"), VERIFICATIONS),
            (self.tr("本单清单 CSV…"), VERIFICATIONS_CSV),
            (self.tr("全部待查验 PDF…"), ALL_VERIFICATIONS),
            (self.tr("全部待查验 CSV…"), ALL_VERIFICATIONS_CSV),
        ):
            menu.addAction(words, partial(self.list_wanted.emit, kind))
        menu.addSeparator()
        menu.addAction(self.tr("登记填好的 CSV 清单…"), self.list_brought.emit)
        opener.setMenu(menu)
        return opener

    def show_sheet(self, sheet: Sheet, *, locked: bool) -> None:
        """Show the receipts of a claim."""
        shown = (sheet.to_verify, sheet.answers, locked)
        if shown != self._shown:
            self._shown = shown
            self._rebuild(sheet.to_verify, sheet.answers, locked=locked)

    def _rebuild(self, receipts: Sequence[ToVerify], answers: Sequence[Verification], *, locked: bool) -> None:
        page = QWidget()
        page.setObjectName("formPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setColumnStretch(0, 1)
        self.asks, self.states = {}, {}
        for place, receipt in enumerate(receipts):
            self._add(grid, place, receipt, [a for a in answers if a.document_id == receipt.document_id])
            self.asks[receipt.document_id].setEnabled(not locked)
        foot = QHBoxLayout()
        foot.addWidget(self.lists)
        foot.addWidget(text("" if receipts else self.tr("没有电子票据，不必查验"), "mute"), 1)
        grid.addLayout(foot, len(receipts), 0, 1, 3)
        grid.setRowStretch(len(receipts) + 1, 1)
        self.setWidget(page)

    def _add(self, grid: QGridLayout, place: int, receipt: ToVerify, said: Sequence[Verification]) -> None:
        total = f"¥ {thousands(receipt.total)}" if receipt.total is not None else ""
        name = button(f"{receipt.invoice_number or label(receipt.kind)}　{total}", "section")
        name.clicked.connect(lambda: self.chosen.emit(receipt.document_id))
        state = Badge(*self._state(receipt.answer))
        state.setToolTip("\n".join(self._told(answer) for answer in said))
        ask = button(self.tr("登记"), "small")
        ask.clicked.connect(lambda: self.asked.emit(receipt))
        self.states[receipt.document_id], self.asks[receipt.document_id] = state, ask
        for column, widget in enumerate((name, state, ask)):
            grid.addWidget(widget, place, column)

    def _state(self, answer: Verification | None) -> tuple[str, Tone]:
        if answer is None:
            return shaped(self.tr("未查验"), Tone.WARN), Tone.WARN
        tone = TONES[answer.answer]
        return shaped(f"{label(answer.answer)} {answer.checked_on:%m-%d}", tone), tone

    def _told(self, answer: Verification) -> str:
        times = self.tr("查验 {0} 次").format(answer.times) if answer.times is not None else ""
        parts = (f"{answer.checked_on}", label(answer.answer), times, answer.note, answer.by)
        return "　".join(part for part in parts if part)
