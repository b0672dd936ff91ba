"""What a signed-in person sees: the rail, the room in front, the status line. Rooms are made when first entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.shell.rail import Rail
from app.ui.shell.rooms import ROOMS
from app.ui.shell.status import StatusLine

if TYPE_CHECKING:
    from app.ui.shell.room import Room
    from app.ui.shell.session import Session


class Workplace(QWidget):
    """Brings rooms to the front; a room that is not done yet may keep the person."""

    signed_out = Signal()
    about = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rooms: dict[str, Room] = {}
        self._entries = {entry.id: entry for entry in ROOMS}
        self.rail = Rail(session)
        self.status = StatusLine(session)
        self._stack = QStackedWidget()
        self._lay_out()
        self.rail.chosen.connect(self.go)
        self.rail.refused.connect(self.status.remark)
        self.rail.about.connect(self.about)
        self.rail.sign_out.connect(self.sign_out)

    @property
    def front(self) -> Room | None:
        """The room in front."""
        widget = self._stack.currentWidget()
        return next((room for room in self._rooms.values() if room is widget), None)

    def go(self, name: str, claim: str = "") -> None:
        """Bring a room to the front, with a claim if one is meant."""
        entry = self._entries[name]
        if not entry.serves(self._session.actor):
            self.rail.choose(entry)
            return
        if self._may_leave(name):
            room = self._rooms.get(name) or self._build(name)
            self._stack.setCurrentWidget(room)
            self.rail.mark(name)
            room.enter(claim)
        elif self.front is not None:
            self.rail.mark(self.front.id)

    def sign_out(self) -> None:
        """Let the person go, unless the room in front has something to finish."""
        if self.settled():
            self.signed_out.emit()

    def settled(self) -> bool:
        """Whether the room in front lets the person go."""
        return self.front is None or self.front.leave()

    def _may_leave(self, target: str) -> bool:
        return self.front is None or self.front.id == target or self.front.leave()

    def _build(self, name: str) -> Room:
        room = self._entries[name].build(self._session)
        room.navigate.connect(self.go)
        room.remark.connect(self.status.remark)
        self._rooms[name] = room
        self._stack.addWidget(room)
        return room

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
