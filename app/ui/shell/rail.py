"""The rail on the left: one button a room, icon over word, each with its key; it closes up where the window is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout

from app.ui.labels import label
from app.ui.shell.rooms import ROOMS, RoomEntry
from app.ui.widgets.badge import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.ui.shell.session import Session

_WIDTH, _LEAST = 76, 560
_ICONS = {False: 20, True: 16}
"""Pixels of an icon, where there is room and where there is little."""


class Rail(QFrame):
    """Chooses rooms. A room that does not serve the person's roles stays visible, greyed, and says why."""

    chosen = Signal(str)
    refused = Signal(str)
    sign_out = Signal()
    about = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._session = session
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(QLabel(self.tr("灵报"), alignment=Qt.AlignmentFlag.AlignCenter))
        layout.addSpacing(12)
        for entry in ROOMS:
            layout.addWidget(self._room_button(entry))
        layout.addStretch(1)
        layout.addWidget(self._person_button())
        self._tight, self._roomy = False, 0
        session.theme.changed.connect(self._dress)
        self._tint()

    def mark(self, room: str) -> None:
        """Show which room is in front."""
        self._buttons[room].setChecked(True)

    def choose(self, entry: RoomEntry) -> None:
        """Ask for a room, or say why it is closed to this person."""
        if entry.serves(self._session.actor):
            self.chosen.emit(entry.id)
        else:
            self.refused.emit(self._reason(entry))

    def minimumSizeHint(self) -> QSize:
        """Low enough for small screens: the buttons close up."""
        return QSize(_WIDTH, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close up where the buttons would not fit, so that every room stays in sight."""
        self._roomy = self._roomy or self._measured()
        self._close_up(tight=event.size().height() < self._roomy)
        super().resizeEvent(event)

    def _measured(self) -> int:
        """How high the rail would like to be, once its buttons know how they are dressed."""
        for button in (*self._buttons.values(), self._person):
            button.ensurePolished()
            button.updateGeometry()
        return self.sizeHint().height()

    def _close_up(self, *, tight: bool) -> None:
        if tight == self._tight:
            return
        self._tight = tight
        for button in (*self._buttons.values(), self._person):
            button.setIconSize(QSize(_ICONS[tight], _ICONS[tight]))
            button.setProperty("place", "rail-tight" if tight else "rail")
            restyle(button)

    def _room_button(self, entry: RoomEntry) -> QToolButton:
        button = self._button(entry.title)
        button.setCheckable(True)
        button.setEnabled(entry.serves(self._session.actor))
        tip = self.tr("{room}（Ctrl+{key}）").format(room=entry.title, key=entry.key)
        button.setToolTip(tip if button.isEnabled() else self._reason(entry))
        button.setAccessibleName(entry.title)
        button.clicked.connect(lambda: self.choose(entry))
        self._group.addButton(button)
        self._buttons[entry.id] = button
        shortcut = QAction(self, shortcut=QKeySequence(f"Ctrl+{entry.key}"))
        shortcut.triggered.connect(lambda: self.choose(entry))
        self.addAction(shortcut)
        return button

    def _person_button(self) -> QToolButton:
        actor = self._session.actor
        self._person = self._button(actor.full_name or actor.username)
        self._person.setToolTip(self.tr("、").join(sorted(label(role) for role in actor.roles)))
        self._person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._person)
        menu.addAction(self.tr("关于灵报"), self.about.emit)
        menu.addSeparator()
        leave = menu.addAction(self.tr("退出登录"), QKeySequence("Ctrl+Shift+Q"), self.sign_out.emit)
        self.addAction(leave)
        self._person.setMenu(menu)
        return self._person

    def _button(self, word: str) -> QToolButton:
        button = QToolButton()
        button.setText(word)
        button.setProperty("place", "rail")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(20, 20))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _reason(self, entry: RoomEntry) -> str:
        needed = self.tr("、").join(label(role) for role in sorted(entry.roles))
        return self.tr("“{room}”由{roles}使用，当前账号没有这个岗位。").format(room=entry.title, roles=needed)

    def _dress(self) -> None:
        """Colours and sizes of another theme or font."""
        self._close_up(tight=False)
        self._roomy = self._measured()
        self._close_up(tight=self.height() < self._roomy)
        self._tint()

    def _tint(self) -> None:
        theme = self._session.theme
        for entry in ROOMS:
            self._buttons[entry.id].setIcon(theme.icon(entry.icon, "navt"))
        self._person.setIcon(theme.icon("user", "navt"))
