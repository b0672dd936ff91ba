"""Where the claim stands on its way, from reception to the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.widgets.badge import restyle
from review.claim.states import ClaimState

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS: Mapping[ClaimState, int] = {
    ClaimState.DRAFT: 0,
    ClaimState.RECEIVED: 1,
    ClaimState.READ: 2,
    ClaimState.FIRST_REVIEW: 2,
    ClaimState.SUPPLEMENT: 2,
    ClaimState.REJECTED: 2,
    ClaimState.WITHDRAWN: 0,
    ClaimState.SECOND_REVIEW: 3,
    ClaimState.BATCHED: 4,
    ClaimState.SIGNED: 5,
    ClaimState.PAYING: 5,
    ClaimState.PAYMENT_FAILED: 5,
    ClaimState.PAID: 6,
    ClaimState.RECOVERED: 6,
    ClaimState.ARCHIVED: 7,
}


class Stepper(QWidget):
    """Seven small words; those behind the claim are ticked, the one it is at stands out."""

    def __init__(self) -> None:
        super().__init__()
        names = (
            self.tr("受理"),
            self.tr("识别"),
            self.tr("初审"),
            self.tr("复核"),
            self.tr("签批"),
            self.tr("拨付"),
            self.tr("归档"),
        )
        self._names = names
        self._labels = [QLabel() for _ in names]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for label in self._labels:
            label.setProperty("step", "ahead")  # before it is first polished, so that its padding counts
            row.addWidget(label)

    def show_state(self, state: ClaimState) -> None:
        """Show how far the claim has come."""
        at = STEPS[state]
        for place, (label, name) in enumerate(zip(self._labels, self._names, strict=True)):
            step = "done" if place < at else "now" if place == at else "ahead"
            label.setProperty("step", step)
            restyle(label)
            label.setText(f"✓ {name}" if step == "done" else name)
