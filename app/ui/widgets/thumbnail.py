"""Small pictures of pages, decoded off the UI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QMouseEvent, QPixmap, QTransform
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.jobs import Jobs


def small_picture(path: Path, box: QSize, turn: int = 0) -> QImage:
    """The picture in a file, turned clockwise and made to fit; a null image where it cannot be read. Any thread."""
    reader = QImageReader(str(path))
    upright = box.transposed() if turn % 180 else box
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(upright, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read().transformed(QTransform().rotate(turn))


class Thumbnail(QLabel):
    """One small picture; ``pressed`` when it is clicked."""

    pressed = Signal()

    def __init__(self, jobs: Jobs, path: Path, turn: int, box: QSize) -> None:
        super().__init__()
        self.setFixedSize(box)
        self.setProperty("role", "page")
        room = (box - QSize(2, 2)) * self.devicePixelRatio()
        jobs.draw(self, lambda: small_picture(path, room, turn), self.show_picture)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_picture(self, image: QImage) -> None:
        """Show a decoded picture, sharp on this screen."""
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatio())
        self.setPixmap(picture)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that the picture was clicked."""
        self.pressed.emit()
        super().mouseReleaseEvent(event)
