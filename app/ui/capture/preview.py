"""One page, large, to see whether it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.desk.marks import flaw_marks
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.page_view import PageView
from app.ui.widgets.page_view_picture import load_picture
from app.ui.widgets.page_view_tools import PageTools

if TYPE_CHECKING:
    from app.ui.capture.grid_model import Tile
    from app.ui.shell.session import Session


class Preview(QDialog):
    """The page with what recognition says of its quality."""

    def __init__(self, session: Session, tile: Tile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{tile.page.position + 1}　{tile.page.file_name}")
        self.resize(900, 760)
        self.view = PageView(session.theme.colour)
        PageTools(self.view, lambda name: session.theme.icon(name, "navt"))
        words = "\n".join(dict.fromkeys(filter(None, (tile.page.failure, *tile.page.quality))))
        marks = flaw_marks(tile.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Note(words, Tone.WARN))
        column.addWidget(self.view, 1)
        path = session.office.pages.path(tile.page.sha256)
        session.jobs.draw(
            self, lambda: load_picture(path), lambda picture: self.view.show_page(picture, marks, tile.turn)
        )
