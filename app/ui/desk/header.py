"""The head of the desk: whose claim this is, where they were, how much time is left, how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from app.ui.desk.stepper import Stepper
from app.ui.labels import label
from app.ui.widgets.badge import Badge, Tone
from review.claim.states import ClaimState
from review.identity import masked

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from review.claim.claim import Care, Claim

SOON = 5
ASIDE = {
    ClaimState.SUPPLEMENT: Tone.WARN,
    ClaimState.REJECTED: Tone.BAD,
    ClaimState.WITHDRAWN: Tone.PLAIN,
    ClaimState.PAYMENT_FAILED: Tone.BAD,
    ClaimState.RECOVERED: Tone.BAD,
}


class Elided(QLabel):
    """A label that shortens its words when there is no room, and shows them whole on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self.setToolTip(text)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._shorten()

    def minimumSizeHint(self) -> QSize:
        """May become narrow."""
        return QSize(40, super().minimumSizeHint().height())

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Header(QFrame):
    """One line about the claim."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self._number, self._name, self._id = QLabel(), QLabel(), QLabel()
        self._scheme, self._left, self._aside = Badge(), Badge(), Badge()
        self._stay = Elided()
        self._stepper = Stepper()
        self._number.setProperty("role", "title")
        self._name.setProperty("role", "heading")
        for quiet in (self._id, self._stay):
            quiet.setProperty("role", "mute")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        for widget in (self._number, self._name, self._id, self._scheme):
            row.addWidget(widget)
        row.addWidget(self._stay, 1)
        row.addWidget(self._left)
        row.addWidget(self._aside)
        row.addWidget(self._stepper)

    def show_claim(self, claim: Claim, days_left: int | None) -> None:
        """Show a claim."""
        self._number.setText(claim.number)
        self._name.setText(claim.insured.name or self.tr("未填姓名"))
        self._id.setText(masked(claim.insured.id_number))
        self._scheme.say(label(claim.insured.scheme), Tone.BRAND)
        self._stay.say(self._where(claim.care))
        self._left.say(*self._time(days_left))
        self._aside.say(label(claim.state) if claim.state in ASIDE else "", ASIDE.get(claim.state, Tone.PLAIN))
        self._aside.setToolTip(claim.state_reason)
        self._stepper.show_state(claim.state)

    def _where(self, care: Care) -> str:
        place = " · ".join(part for part in (care.hospital, care.province, label(care.hospital_level)) if part)
        if care.admitted is None:
            return place
        until = self.tr(" 至 {0}").format(f"{care.discharged:%m-%d}") if care.discharged else ""
        return f"{place}　{label(care.kind)} {care.admitted:%Y-%m-%d}{until}"

    def _time(self, days_left: int | None) -> tuple[str, Tone]:
        if days_left is None:
            return "", Tone.PLAIN
        if days_left < 0:
            return self.tr("■ 已超期 {0} 个工作日").format(-days_left), Tone.BAD
        tone = Tone.WARN if days_left <= SOON else Tone.PLAIN
        return self.tr("剩 {0} 个工作日").format(days_left), tone
