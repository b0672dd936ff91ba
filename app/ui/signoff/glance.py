"""One claim at a glance beside the batch: what people changed, and its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.signoff.pile import Glance, load_glance
from app.ui.widgets.cards import text
from app.ui.widgets.thumbnail import Thumbnail

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.shell.session import Session

_BOX = QSize(68, 92)
_ACROSS = 4
_MOST_PAGES = 8
_MOST_CHANGES = 6


class GlancePanel(QWidget):
    """Loads in the background; ``opened`` carries the claim whose page was clicked."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._number = ""
        self._heading, self._changes = text(role="heading"), text(role="mute")
        self._changes.setWordWrap(True)
        self._pages = QGridLayout()
        self._pages.setSpacing(6)
        self._pages.setColumnStretch(_ACROSS, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._changes)
        layout.addLayout(self._pages)

    def show_claim(self, number: str) -> None:
        """Show the claim of that number; an empty one shows nothing."""
        self._number = number
        self.setVisible(bool(number))
        if number:
            office = self._session.office
            self._session.jobs.run(self, lambda: load_glance(office, number), self._show)

    def _show(self, glance: Glance) -> None:
        if glance.number != self._number:
            return
        self._heading.setText(f"{glance.number} · {glance.name}")
        shown, rest = glance.changes[:_MOST_CHANGES], len(glance.changes) - _MOST_CHANGES
        more = (self.tr("……还有 {count} 项，打开影像看全部").format(count=rest),) if rest > 0 else ()
        none = self.tr("没有人工改判，全部按识别和规则结算。")
        self._changes.setText("\n".join((*shown, *more)) or none)
        self._show_pages(glance.pages[:_MOST_PAGES])

    def _show_pages(self, pages: tuple[tuple[Path, int], ...]) -> None:
        while (item := self._pages.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, (path, turn) in enumerate(pages):
            thumb = Thumbnail(self._session.jobs, path, turn, _BOX)
            thumb.pressed.connect(lambda: self.opened.emit(self._number))
            self._pages.addWidget(thumb, place // _ACROSS, place % _ACROSS)
