"""What an administrator changes of a user: the roles, or a forgotten password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.widgets.cards import button, text
from app.ui.widgets.fields import Labelled, PasswordEdit
from review.claim.states import Role
from review.services.passwords import MINIMUM

if TYPE_CHECKING:
    from review.services.users import UserRow


class _UserDialog(QDialog):
    """A question about one user, and the button that answers it."""

    def __init__(self, parent: QWidget, row: UserRow, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(360)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.go = button(title, "primary")
        self.go.clicked.connect(self.accept)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(12)
        self.column.addWidget(text(f"{row.full_name}（{row.username}）", "heading"))


class RolesDialog(_UserDialog):
    """One box a role."""

    def __init__(self, parent: QWidget, row: UserRow) -> None:
        super().__init__(parent, row, self.tr("调整岗位"))
        self.boxes = {role: QCheckBox(label(role)) for role in Role}
        for role, box in self.boxes.items():
            box.setChecked(role in row.roles)
            box.toggled.connect(lambda _: self.go.setEnabled(bool(self.chosen)))
            self.column.addWidget(box)
        self.column.addWidget(self.go)

    @property
    def chosen(self) -> frozenset[Role]:
        """The roles ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())


class ResetDialog(_UserDialog):
    """A new password, told to the person by hand."""

    def __init__(self, parent: QWidget, row: UserRow) -> None:
        super().__init__(parent, row, self.tr("重设密码"))
        self.password = PasswordEdit()
        self.password.textChanged.connect(lambda typed: self.go.setEnabled(len(typed) >= MINIMUM))
        self.go.setEnabled(False)
        self.column.addWidget(Labelled(self.tr("新密码（至少 {count} 位）").format(count=MINIMUM), self.password))
        note = text(self.tr("请当面告诉本人，并提醒登录后自己再改一次。"), "small")
        self.column.addWidget(note)
        self.column.addWidget(self.go)

    @property
    def typed(self) -> str:
        """The new password."""
        return self.password.text()
