"""The foot of the sign-off panel: the password and the button; after signing, the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.tables.words import yuan
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button
from app.ui.widgets.fields import PasswordEdit
from review.claim.decisions import BatchState
from review.claim.states import Role

if TYPE_CHECKING:
    from app.ui.signoff.pile import Pile
    from review.claim.people import Actor


class Signing(QWidget):
    """``signed`` carries the password; ``sheet`` asks for the sign-off sheet of the batch shown."""

    signed = Signal(str)
    sheet = Signal()

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self._may = Role.SUPERVISOR in actor.roles
        self.password = PasswordEdit(self.tr("签批密码"))
        self.password.setAccessibleName(self.tr("签批密码"))
        self.go, self.save = button("", "primary"), button(self.tr("保存签批单 PDF"))
        self.note, self._caps = Note(), Note()
        self.password.returnPressed.connect(self._submit)
        self.password.caps.connect(self._show_caps)
        self.password.textChanged.connect(lambda _: self._allow())
        self.go.clicked.connect(self._submit)
        self.save.clicked.connect(self.sheet)
        self._open = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.note, self._caps, self.password, self.go, self.save):
            layout.addWidget(widget)
        self._allow()

    def show_pile(self, pile: Pile) -> None:
        """Offer what can be done with this batch."""
        view = pile.view
        self._open = view.state is BatchState.OPEN and bool(view.included)
        waiting = view.state is BatchState.OPEN
        self.go.setText(self.tr("签批 {count} 件　¥ {sum}").format(count=len(view.included), sum=yuan(view.payable)))
        for widget in (self.go, self.password):
            widget.setVisible(waiting)
        self.save.setVisible(not waiting)
        if not waiting:
            signer = pile.people.get(view.signed_by, view.signed_by)
            at = f"{view.signed_at.astimezone():%Y-%m-%d %H:%M}" if view.signed_at else ""
            self.note.say(self.tr("{name} 已于 {at} 签批").format(name=signer, at=at), Tone.OK)
        self._allow()

    def complain(self, message: str) -> None:
        """Say why nothing was signed; the password is typed again."""
        self.password.clear()
        self.password.setFocus()
        self.note.say(message, Tone.BAD)

    def finish(self) -> None:
        """Forget the password and what was said."""
        self.password.clear()
        self.note.say("", Tone.OK)

    def _allow(self) -> None:
        self.go.setEnabled(self._may and self._open and bool(self.password.text()))
        self.password.setEnabled(self._may and self._open)
        self.password.setToolTip("" if self._may else self.tr("签批由签批领导操作"))

    def _show_caps(self, locked: bool) -> None:  # noqa: FBT001  a Qt slot
        self._caps.say(self.tr("大写锁定（Caps Lock）已打开") if locked else "", Tone.WARN)

    def _submit(self) -> None:
        if self.go.isEnabled():
            self.go.setEnabled(False)
            self.signed.emit(self.password.text())
