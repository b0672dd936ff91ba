"""Offers to take what a card says over to the insured person or the account, by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.desk.key_button import KeyButton
from app.ui.widgets.badge import Note, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.claim.edits import Edit

translate = QCoreApplication.translate
KEY = "F6"
SHOWN = 6
"""Last characters of a long number that are shown; enough to compare with the card."""


class FillNote(QWidget):
    """Hidden while a card has nothing new to say. ``accepted`` brings the edits."""

    accepted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fillNote")
        self._note = Note()
        self._edits: tuple[Edit, ...] = ()
        self.button = KeyButton(self.tr("填入"), KEY, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._note, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.take)
        self.hide()

    def offer(self, edits: Sequence[Edit]) -> None:
        """Offer these edits; none hides the note."""
        self._edits = tuple(edits)
        told = self.tr("、").join(f"{_name(edit.target)} {_short(edit.value)}" for edit in self._edits)
        self._note.say(self.tr("可填写：{0}").format(told), Tone.INFO)
        self.setVisible(bool(self._edits))

    @property
    def words(self) -> str:
        """What is offered."""
        return self._note.text()

    def take(self) -> None:
        """Accept the offer."""
        if self._edits and self.isVisible():
            self.accepted.emit(self._edits)


def _name(target: str) -> str:
    names = {
        "insured.name": translate("facts", "姓名"),
        "insured.id_number": translate("facts", "身份证号"),
        "insured.account.holder": translate("facts", "户名"),
        "insured.account.number": translate("facts", "账号"),
        "insured.account.bank": translate("facts", "开户银行"),
    }
    return names[target]


def _short(value: str) -> str:
    number = value.isascii() and len(value) > SHOWN + 2
    return f"…{value[-SHOWN:]}" if number else value
