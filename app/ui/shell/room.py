"""What a room of the desktop is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.shell.session import Session


class Room(QWidget):
    """One screen of the desktop; made when first entered.

    A room shows what it has at once, loads through ``session.jobs`` and asks to go elsewhere by ``navigate``
    (room id, claim number or empty); ``remark`` is shown for some seconds in the status line.
    """

    id: str = ""
    navigate = Signal(str, str)
    remark = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def enter(self, claim: str = "") -> None:
        """Called each time the room comes to the front, with the claim to show if one was asked for."""

    def leave(self) -> bool:
        """Called before another room comes or the person signs out; False keeps them here."""
        return True
