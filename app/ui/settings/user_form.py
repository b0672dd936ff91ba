"""The form for a new user."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.ui.labels import label
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.fields import Labelled, PasswordEdit
from review.claim.states import Role
from review.services.passwords import MINIMUM
from review.services.users import NewUser


class UserForm(Card):
    """Name, user name, first password, roles; ``submitted`` carries the NewUser."""

    submitted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.username, self.id_number = QLineEdit(), QLineEdit(), QLineEdit()
        self.password = PasswordEdit()
        self.roles = {role: QCheckBox(label(role)) for role in Role}
        self.note = Note()
        self.go = button(self.tr("建立用户"), "primary")
        self.go.clicked.connect(self._submit)
        self.setFixedWidth(320)
        self.rows.addWidget(text(self.tr("新用户"), "heading"))
        self.rows.addWidget(Labelled(self.tr("姓名"), self.name))
        self.rows.addWidget(Labelled(self.tr("用户名（小写字母、数字）"), self.username))
        self.rows.addWidget(Labelled(self.tr("身份证号（用于回避本人报销，可不填）"), self.id_number))
        self.rows.addWidget(Labelled(self.tr("初始密码（至少 {count} 位）").format(count=MINIMUM), self.password))
        self.rows.addWidget(text(self.tr("岗位"), "small"))
        for box in self.roles.values():
            self.rows.addWidget(box)
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.go)
        self.rows.addStretch(1)

    def clear(self) -> None:
        """Make room for the next one."""
        for field in (self.name, self.username, self.id_number, self.password):
            field.clear()
        for box in self.roles.values():
            box.setChecked(False)
        self.note.say("", Tone.BAD)
        self.name.setFocus()

    def complain(self, message: str) -> None:
        """Say what is wrong."""
        self.note.say(message, Tone.BAD)

    def _submit(self) -> None:
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        if not self.name.text().strip() or not roles:
            self.complain(self.tr("请填写姓名，并至少选一个岗位。"))
            return
        name, username = self.name.text().strip(), self.username.text().strip().lower()
        self.submitted.emit(NewUser(username, name, self.password.text(), roles, self.id_number.text().strip()))
