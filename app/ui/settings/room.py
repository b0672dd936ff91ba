"""The settings room: looks and password for everyone, learning for supervisors, the rest for administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.ui.settings.health import HealthPanel
from app.ui.settings.learning import LearningPanel
from app.ui.settings.looks import LooksPanel
from app.ui.settings.office import OfficePanel
from app.ui.settings.password import PasswordPanel
from app.ui.settings.users import UsersPanel
from app.ui.shell.room import Room
from review.claim.states import Role
from review.services.learning import TEACHERS

if TYPE_CHECKING:
    from app.ui.shell.session import Session


class SettingsRoom(Room):
    """One tab a subject; tabs that need the administrator stay visible and say so."""

    id = "settings"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.looks, self.password = LooksPanel(session), PasswordPanel(session)
        self.users, self.office, self.health = UsersPanel(session), OfficePanel(session), HealthPanel(session)
        self.tabs.addTab(self.looks, self.tr("外观"))
        self.tabs.addTab(self.password, self.tr("密码"))
        self.tabs.addTab(self.health, self.tr("体检"))
        self.learning = LearningPanel(session)
        head = frozenset({Role.ADMINISTRATOR})
        self._add_closed(self.learning, self.tr("学习"), TEACHERS, self.tr("由签批领导或系统管理员使用"))
        self._add_closed(self.users, self.tr("用户"), head, self.tr("由系统管理员使用"))
        self._add_closed(self.office, self.tr("办公室"), head, self.tr("由系统管理员使用"))
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        if Role.ADMINISTRATOR in session.actor.roles:
            self.tabs.setCurrentWidget(self.users)

    def enter(self, claim: str = "") -> None:
        """Load the tab in front."""
        del claim
        self.refresh()

    def refresh(self) -> None:
        """Load what the tab in front shows of the store."""
        front = self.tabs.currentWidget()
        if isinstance(front, (LearningPanel, UsersPanel, OfficePanel, HealthPanel)):
            front.refresh()

    def _add_closed(self, panel: QWidget, title: str, roles: frozenset[Role], why: str) -> None:
        """Add a tab that only some roles can open; it says which."""
        place = self.tabs.addTab(panel, title)
        if not roles & self.session.actor.roles:
            self.tabs.setTabEnabled(place, False)  # noqa: FBT003  Qt's own signature
            self.tabs.setTabToolTip(place, why)
