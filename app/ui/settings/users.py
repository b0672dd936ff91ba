"""Who works here: the list, the form for one more, and which parts of the chain nobody plays yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.settings.user_dialogs import ResetDialog, RolesDialog
from app.ui.settings.user_form import UserForm
from app.ui.shell.problems import problem
from app.ui.tables.columns import Chip, Column, chip
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button
from review.claim.states import Role
from review.services import users

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.shell.session import Session
    from review.services.users import NewUser, UserRow

CHAIN = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.CASHIER)
"""The parts every claim needs, each played by somebody else."""


def missing(known: tuple[UserRow, ...]) -> tuple[Role, ...]:
    """Parts of the chain that no person of their own can play yet."""
    people = [row.roles for row in known if not row.disabled]
    return tuple(role for role in CHAIN if not any(role in roles for roles in people))


class UsersPanel(QWidget):
    """For administrators; services refuse everyone else anyway."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model: RowsModel[UserRow] = RowsModel(self._columns(), lambda row: row.username, self)
        self.table: RowsView[UserRow] = RowsView(self._model, session.theme)
        self.form = UserForm()
        self.guide = Note()
        self.roles, self.reset = button(self.tr("调整岗位")), button(self.tr("重设密码"))
        self.disable = button(self.tr("停用"), "danger")
        self._connect()
        card = Card(margin=0)
        card.rows.addWidget(self.table)
        left = QVBoxLayout()
        left.addWidget(self.guide)
        left.addWidget(card, 1)
        left.addLayout(self._buttons())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addWidget(self.form)

    def refresh(self) -> None:
        """Load the list."""
        office = self._session.office
        self._session.jobs.run(self, lambda: users.list_users(office), self._show)

    def _show(self, rows: tuple[UserRow, ...]) -> None:
        self._model.show(rows)
        self.table.pick_first()
        self._allow()
        self._guide(missing(rows))

    def _guide(self, roles: tuple[Role, ...]) -> None:
        if roles:
            words = self.tr("、").join(label(role) for role in roles)
            self.guide.say(
                self.tr("还没有人担任：{roles}。每单须由不同的人初审、复核、签批和拨付。").format(roles=words),
                Tone.WARN,
            )
        else:
            self.guide.say(self.tr("初审、复核、签批、拨付都有人担任。"), Tone.OK)

    def _create(self, new: NewUser) -> None:
        office, actor = self._session.office, self._session.actor
        self._session.jobs.run(self, lambda: users.create_user(office, actor, new), self._created, self._refused)

    def _created(self, _: UserRow) -> None:
        self.form.clear()
        self.refresh()

    def _refused(self, error: Exception) -> None:
        told = problem(error)
        self.form.complain(f"{told.what}{told.advice}")

    def _connect(self) -> None:
        self.form.submitted.connect(self._create)
        self.table.picked.connect(self._allow)
        self.roles.clicked.connect(self._ask_roles)
        self.reset.clicked.connect(self._ask_password)
        self.disable.clicked.connect(self._disable)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for control in (self.roles, self.reset, self.disable):
            row.addWidget(control)
        return row

    def _allow(self) -> None:
        """Nobody changes their own part; services refuse it too."""
        row = self.table.current
        other = row is not None and row.username != self._session.actor.username
        for control in (self.roles, self.reset, self.disable):
            control.setEnabled(other)
        self.disable.setText(self.tr("启用") if row is not None and row.disabled else self.tr("停用"))

    def _ask_roles(self) -> None:
        row = self.table.current
        if row is not None:
            office, actor, name = self._session.office, self._session.actor, row.username
            dialog = RolesDialog(self, row)
            dialog.accepted.connect(lambda: self._do(partial(users.set_roles, office, actor, name, dialog.chosen)))
            dialog.open()

    def _ask_password(self) -> None:
        row = self.table.current
        if row is not None:
            office, actor, name = self._session.office, self._session.actor, row.username
            dialog = ResetDialog(self, row)
            dialog.accepted.connect(lambda: self._do(partial(users.reset_password, office, actor, name, dialog.typed)))
            dialog.open()

    def _disable(self) -> None:
        row = self.table.current
        if row is not None:
            office, actor, name = self._session.office, self._session.actor, row.username
            change = users.enable_user if row.disabled else users.disable_user
            self._do(lambda: change(office, actor, name))

    def _do(self, work: Callable[[], object]) -> None:
        self._session.jobs.run(self, work, lambda _: self.refresh())

    def _columns(self) -> tuple[Column[UserRow], ...]:
        return (
            Column(id="name", title=self.tr("姓名"), text=lambda row: row.full_name, width=100),
            Column(id="username", title=self.tr("用户名"), text=lambda row: row.username, width=120),
            Column(id="roles", title=self.tr("岗位"), text=self._roles, width=120, stretch=True),
            Column(id="state", title=self.tr("状态"), text=self._state, chips=self._chips, width=96),
        )

    def _roles(self, row: UserRow) -> str:
        return self.tr("、").join(label(role) for role in Role if role in row.roles)

    def _state(self, row: UserRow) -> str:
        return self.tr("已停用") if row.disabled else self.tr("在用")

    def _chips(self, row: UserRow) -> tuple[Chip, ...]:
        tone = Tone.PLAIN if row.disabled else Tone.OK
        return (chip(self._state(row), tone),)
