"""One's own password, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.shell.problems import problem
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.fields import Labelled, PasswordEdit
from review.services import passwords, users

if TYPE_CHECKING:
    from app.ui.shell.session import Session


class PasswordPanel(QWidget):
    """The old password once, the new one twice."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.old, self.new, self.again = PasswordEdit(), PasswordEdit(), PasswordEdit()
        self.note = Note()
        self.go = button(self.tr("修改密码"), "primary")
        self.go.clicked.connect(self._submit)
        self.again.returnPressed.connect(self._submit)
        card = Card()
        card.setMaximumWidth(480)
        card.rows.addWidget(text(self.tr("修改自己的密码"), "heading"))
        minimum = self.tr("新密码（至少 {count} 位）").format(count=passwords.MINIMUM)
        for name, field in (
            (self.tr("现在的密码"), self.old),
            (minimum, self.new),
            (self.tr("再输一遍新密码"), self.again),
        ):
            card.rows.addWidget(Labelled(name, field))
        card.rows.addWidget(self.note)
        card.rows.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(card)
        layout.addStretch(1)

    def _submit(self) -> None:
        if self.new.text() != self.again.text():
            self.note.say(self.tr("两次输入的新密码不一样。"), Tone.BAD)
            return
        office, actor = self._session.office, self._session.actor
        old, new = self.old.text(), self.new.text()
        self.go.setEnabled(False)
        self._session.jobs.run(
            self, lambda: users.change_password(office, actor, old, new), self._changed, self._refused
        )

    def _changed(self, _: None) -> None:
        self.go.setEnabled(True)
        for field in (self.old, self.new, self.again):
            field.clear()
        self.note.say(self.tr("密码已修改，下次登录请用新密码。"), Tone.OK)

    def _refused(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.note.say(problem(error).what, Tone.BAD)
