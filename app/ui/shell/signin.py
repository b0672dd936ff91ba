"""The sign-in screen, and the form that creates the first administrator of a new office."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.fields import Labelled, PasswordEdit

MIN_PASSWORD = 10


class _Entrance(QWidget):
    """A card in the middle of the window: brand, fields, what is wrong, one button."""

    def __init__(self, subtitle: str, action: str) -> None:
        super().__init__()
        self._card = Card(margin=32, spacing=12)
        self._card.setFixedWidth(400)
        self._note = Note()
        self._caps = Note()
        self._go = button(action, "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._submit)
        self._card.rows.addWidget(text(self.tr("灵报"), "huge"))
        explained = text(subtitle, "mute")
        explained.setWordWrap(True)
        self._card.rows.addWidget(explained)
        self._card.rows.addSpacing(8)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(self._card)
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)

    def complain(self, message: str) -> None:
        """Say what is wrong; empty takes it back."""
        self._note.say(message, Tone.BAD)

    def hold(self, why: str = "") -> None:
        """Keep people waiting, saying for what; without a reason let them act again."""
        self._go.setEnabled(not why)
        self._note.say(why, Tone.INFO)

    def _finish(self, *fields: Labelled) -> None:
        for labelled in fields:
            self._card.rows.addWidget(labelled)
        self._card.rows.addWidget(self._caps)
        self._card.rows.addWidget(self._note)
        self._card.rows.addSpacing(8)
        self._card.rows.addWidget(self._go)

    def _watch(self, *passwords: PasswordEdit) -> None:
        for password in passwords:
            password.caps.connect(self._show_caps)
            password.returnPressed.connect(self._submit)

    def _show_caps(self, locked: bool) -> None:  # noqa: FBT001  a Qt slot
        self._caps.say(self.tr("大写锁定（Caps Lock）已打开") if locked else "", Tone.WARN)

    def _submit(self) -> None:
        """Check what was typed and hand it on."""


class SignIn(_Entrance):
    """Asks for user name and password; ``submitted`` carries them."""

    submitted = Signal(str, str)

    def __init__(self, last_user: str = "") -> None:
        super().__init__(self.tr("异地就医零星报销审核"), self.tr("登录"))
        self._user = QLineEdit(last_user)
        self._password = PasswordEdit()
        self._finish(Labelled(self.tr("用户名"), self._user), Labelled(self.tr("密码"), self._password))
        self._user.returnPressed.connect(self._password.setFocus)
        self._watch(self._password)
        self.setFocusProxy(self._password if last_user else self._user)

    def complain(self, message: str) -> None:
        """Say what is wrong; the password is typed again."""
        super().complain(message)
        self._password.clear()
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if not self._go.isEnabled():
            return
        if not self._user.text().strip() or not self._password.text():
            super().complain(self.tr("请输入用户名和密码。"))
            return
        self.submitted.emit(self._user.text().strip(), self._password.text())


class FirstRun(_Entrance):
    """A new office: who administers it? ``submitted`` carries user name, full name and password."""

    submitted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("第一次使用：先建立系统管理员，再由他建立经办、复核、签批和出纳账号"), self.tr("建立并登录")
        )
        self._user, self._name = QLineEdit("admin"), QLineEdit()
        self._password, self._again = PasswordEdit(), PasswordEdit()
        self._finish(
            Labelled(self.tr("用户名（字母和数字）"), self._user),
            Labelled(self.tr("姓名"), self._name),
            Labelled(self.tr("密码（至少 {count} 位）").format(count=MIN_PASSWORD), self._password),
            Labelled(self.tr("再输一遍密码"), self._again),
        )
        self._watch(self._password, self._again)
        self.setFocusProxy(self._name)

    def _fault(self) -> str:
        if not self._user.text().strip() or not self._name.text().strip():
            return self.tr("请填写用户名和姓名。")
        if len(self._password.text()) < MIN_PASSWORD:
            return self.tr("密码至少要 {count} 位。").format(count=MIN_PASSWORD)
        return "" if self._password.text() == self._again.text() else self.tr("两次输入的密码不一样。")

    def _submit(self) -> None:
        fault = self._fault()
        self.complain(fault)
        if not fault and self._go.isEnabled():
            self.submitted.emit(self._user.text().strip(), self._name.text().strip(), self._password.text())
