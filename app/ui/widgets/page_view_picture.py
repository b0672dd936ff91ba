"""A page picture held at several sizes, so that drawing a 24-megapixel scan stays smooth at any zoom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_MEGABYTES = 768
SMALLEST_LEVEL = 700


class PictureError(Exception):
    """The picture file cannot be shown; the message is the decoder's own word."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The page as filed: ``levels[0]`` is full size, each further level half the one before."""

    levels: tuple[QImage, ...]

    @property
    def size(self) -> QSize:
        """Size of the page as filed."""
        return self.levels[0].size()

    def level_for(self, scale: float) -> QImage:
        """The smallest level that still has a pixel for every pixel on the screen at this scale."""
        needed = self.size.width() * scale
        return next((level for level in reversed(self.levels) if level.width() >= needed), self.levels[0])


def load_picture(path: Path) -> Picture:
    """Decode a page file and its smaller levels; slow, so never called on the UI thread. Raises PictureError."""
    levels = [_decode(_reader(path))]
    while max(levels[-1].width(), levels[-1].height()) > 2 * SMALLEST_LEVEL:
        levels.append(_within(levels[-1], levels[-1].size() / 2))
    return Picture(tuple(levels))


def load_thumbnail(path: Path, side: int, turn: int = 0) -> QImage:
    """Decode a page file straight to a small picture that fits ``side``, turned clockwise by ``turn`` degrees."""
    reader = _reader(path)
    if reader.size().isValid():
        reader.setScaledSize(_fitted(reader.size(), side))
    image = _decode(reader)
    return turned(_within(image, _fitted(image.size(), side)), turn)


def turned(image: QImage, degrees: int) -> QImage:
    """The image turned clockwise by a multiple of 90 degrees."""
    return image.transformed(QTransform().rotate(degrees)) if degrees % 360 else image


def _reader(path: Path) -> QImageReader:
    QImageReader.setAllocationLimit(LARGEST_MEGABYTES)
    reader = QImageReader(str(path))
    reader.setAutoTransform(False)  # boxes point into the page as filed, so the camera's hint is not applied
    reader.setDecideFormatFromContent(True)
    return reader


def _decode(reader: QImageReader) -> QImage:
    image = reader.read()
    if image.isNull():
        raise PictureError(reader.errorString())
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _fitted(size: QSize, side: int) -> QSize:
    return size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _within(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


class PictureItem(QGraphicsItem):
    """Draws the level of a picture that fits the zoom; its coordinates are pixels of the page as filed."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def picture(self) -> Picture | None:
        """The picture shown, or None."""
        return self._picture

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture."""
        self.prepareGeometryChange()
        self._picture = picture
        self.update()

    def boundingRect(self) -> QRectF:
        """The page's extent."""
        return (
            QRectF() if self._picture is None else QRectF(0, 0, self._picture.size.width(), self._picture.size.height())
        )

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw only what is exposed, from the level that fits the zoom."""
        if self._picture is None:
            return
        scale = option.levelOfDetailFromTransform(painter.worldTransform()) * (
            widget.devicePixelRatioF() if widget else 1
        )
        level = self._picture.level_for(scale)
        shrink = level.width() / self._picture.size.width()
        seen = option.exposedRect & self.boundingRect()
        part = QRectF(seen.x() * shrink, seen.y() * shrink, seen.width() * shrink, seen.height() * shrink)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=scale < 3)  # noqa: PLR2004 - pixels show above 3x
        painter.drawImage(seen, level, part)
