"""Files that were not taken in: which, why, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk.wording import told
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.intake import Refused

SHOWN = 4


class RefusedList(QWidget):
    """Hidden while everything was taken in."""

    def __init__(self) -> None:
        super().__init__()
        self._refused: tuple[Refused, ...] = ()
        self._note = Note()
        clear = button(self.tr("知道了"), "quiet")
        clear.clicked.connect(self.forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._note, 1)
        side = QVBoxLayout()
        side.addWidget(clear)
        side.addStretch(1)
        row.addLayout(side)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._note.text()

    def add(self, refused: Sequence[Refused]) -> None:
        """Tell of further files."""
        self._refused = (*self._refused, *refused)
        lines = [f"{one.name}：{told(one.message, one.advice)}" for one in self._refused[-SHOWN:]]
        more = len(self._refused) - len(lines)
        head = self.tr("{0} 个文件没有收入，其余不受影响：").format(len(self._refused))
        rest = [self.tr("……另有 {0} 个").format(more)] if more else []
        self._note.say("\n".join((head, *lines, *rest)), Tone.BAD)
        self.show()

    def forget(self) -> None:
        """They were read."""
        self._refused = ()
        self.hide()
