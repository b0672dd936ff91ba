"""The foot of the capture room: what was saved, and the step that comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.desk.key_button import KeyButton
from app.ui.labels import label
from app.ui.widgets.badge import Badge, Tone
from app.ui.widgets.cards import text
from review.claim.states import ClaimState
from review.identity import is_citizen_number

if TYPE_CHECKING:
    from app.ui.capture.draft_sheet import DraftSheet
    from review.claim.claim import Claim


class Foot(QFrame):
    """``stepped`` brings the state whose next step was pressed."""

    stepped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "foot")
        self._state = ClaimState.DRAFT
        self._number, self._badge = text(role="heading"), Badge()
        self._note, self.warning = text(role="small"), text(role="warn")
        self.step = KeyButton(self.tr("受理"), "Ctrl ↵", "primary")
        self.step.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        for widget in (self._number, self._badge, self._note):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.warning)
        row.addWidget(self.step)
        self.step.clicked.connect(lambda: self.stepped.emit(self._state))

    def press(self) -> None:
        """Take the step, as by its button."""
        self.setFocus()
        self.step.click()

    def say_saved(self) -> None:
        """Note that a change lies safely in the store."""
        self._note.setText(self.tr("✓ 已自动保存 {0}").format(QTime.currentTime().toString("HH:mm:ss")))

    def say_taking(self, files: int) -> None:
        """Note that files are being taken in."""
        self._note.setText(self.tr("正在收入 {0} 个文件…").format(files))

    def show_sheet(self, sheet: DraftSheet) -> None:
        """Say where the claim stands and what comes next."""
        claim = sheet.claim
        self._state = claim.state
        self._number.setText(claim.number)
        self._badge.say(label(claim.state), Tone.BRAND)
        self.step.setText(self._words(claim.state))
        waits = claim.state is ClaimState.RECEIVED
        self.step.setEnabled(bool(claim.pages or claim.documents) and not waits)
        self.warning.setText(self._missing(claim, sheet.unread if waits else 0))
        self.step.updateGeometry()

    def _words(self, state: ClaimState) -> str:
        words = {
            ClaimState.DRAFT: self.tr("受理"),
            ClaimState.RECEIVED: self.tr("识别中…"),
            ClaimState.SUPPLEMENT: self.tr("材料已补，重新识别"),
        }
        return words.get(state, self.tr("去审核"))

    def _missing(self, claim: Claim, unread: int) -> str:
        if unread:
            return self.tr("还有 {0} 页在识别，可以先录下一单").format(unread)
        if claim.state is not ClaimState.DRAFT:
            return ""
        insured = claim.insured
        gaps = (
            (not claim.pages and not claim.documents, self.tr("▲ 还没有影像")),
            (not insured.name, self.tr("▲ 未填姓名")),
            (not is_citizen_number(insured.id_number), self.tr("▲ 身份证号未填或不符")),
            (not insured.account.number, self.tr("▲ 未填收款账户")),
        )
        return "　".join(words for gap, words in gaps if gap)
