"""How the desk is laid out: head, banner, paper beside figures, foot; or words where no claim is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.ui.desk.actions_bar import ActionsBar
from app.ui.desk.figures_side import FiguresSide
from app.ui.desk.header import Header
from app.ui.desk.paper_side import PaperSide
from app.ui.desk.share_splitter import ShareSplitter
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from app.ui.shell.session import Session

PAPER, FIGURES = 44, 56


class Workbench(QWidget):
    """The parts of the desk, named."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.header, self.paper, self.figures = Header(), PaperSide(session), FiguresSide(session)
        self.bar, self.empty = ActionsBar(), Empty()
        self._words, self.refresh = Note(), button(self.tr("载入最新"))
        self._banner = QWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._build())
        self.calm()

    def open(self) -> None:
        """Show the claim."""
        self._stack.setCurrentIndex(1)

    def close_claim(self, why: str, cure: str, action: str = "") -> None:
        """Show words instead of a claim."""
        self.empty.say(why, cure, action)
        self._stack.setCurrentIndex(0)

    def warn(self, words: str, tone: Tone = Tone.BAD, *, stale: bool = False) -> None:
        """Say something above the paper; ``stale`` offers to load the claim anew."""
        self._words.say(words, tone)
        self.refresh.setVisible(stale)
        self._banner.show()

    def calm(self) -> None:
        """Nothing is wrong any more."""
        self._banner.hide()

    @property
    def warning(self) -> str:
        """What the banner says, or an empty string."""
        return "" if self._banner.isHidden() else self._words.text()

    def _build(self) -> QWidget:
        row = QHBoxLayout(self._banner)
        row.setContentsMargins(8, 8, 8, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.refresh)
        sides = ShareSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(1)
        sides.add(self.paper, PAPER)
        sides.add(self.figures, FIGURES)
        desk = QWidget()
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self._banner, sides, self.bar):
            column.addWidget(part, 1 if part is sides else 0)
        return desk
