"""The magnifier: a value's own pixels, large, beside what was read there and why it is doubted or proven."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.widgets.page_view_picture import turned

CROP = QSize(300, 84)
MARGIN = 10


@dataclass(frozen=True, slots=True)
class LensText:
    """What stands under the crop: the value's name, the value, its confidence in words, and the reason or equation.

    ``others`` is what else the place may say, to be taken by its number.
    """

    caption: str
    value: str
    confidence: str = ""
    reason: str = ""
    tone: str = "mute"
    others: tuple[str, ...] = ()


class Lens(QFrame):
    """A small card over the page; it takes no focus and no clicks away from the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lens")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._crop = QLabel()
        self._caption, self._value, self._confidence, self._reason, self._others = (QLabel() for _ in range(5))
        self._crop.setObjectName("lensCrop")
        self._value.setObjectName("lensValue")
        self._others.setObjectName("lensOthers")
        for label in (self._caption, self._confidence, self._reason):
            label.setObjectName("lensText")
        for label in (self._reason, self._others):
            label.setWordWrap(True)
            label.setMaximumWidth(CROP.width())
        self._build()
        self.hide()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for label in (self._caption, self._value, self._confidence):
            line.addWidget(label)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(4)
        column.addWidget(self._crop)
        column.addLayout(line)
        column.addWidget(self._reason)
        column.addWidget(self._others)

    def show_value(self, crop: QImage, text: LensText) -> None:
        """Fill the card."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(_enlarged(crop, CROP * ratio))
        pixmap.setDevicePixelRatio(ratio)
        self._crop.setPixmap(pixmap)
        self._caption.setText(text.caption)
        self._value.setText(text.value)
        self._confidence.setText(text.confidence)
        self._reason.setText(text.reason)
        self._reason.setVisible(bool(text.reason))
        self._reason.setProperty("tone", text.tone)
        self._reason.style().polish(self._reason)
        numbered = "　".join(f"[{number}] {other}" for number, other in enumerate(text.others, 1))
        self._others.setText(self.tr("选用（Alt+数字）：") + numbered)
        self._others.setVisible(bool(text.others))
        self.adjustSize()

    def place_beside(self, box: QRect, area: QRect) -> None:
        """Lie below the box, or above it where there is no room, always inside the area."""
        below = box.bottom() + MARGIN
        top = below if below + self.height() <= area.bottom() else box.top() - MARGIN - self.height()
        left = min(max(area.left() + MARGIN, box.left()), area.right() - self.width() - MARGIN)
        self.move(left, max(area.top() + MARGIN, min(top, area.bottom() - MARGIN - self.height())))
        self.show()
        self.raise_()


def crop_of(image: QImage, rect: QRectF, turn: int) -> QImage:
    """The pixels of a box with some of what stands around it, turned upright."""
    line = min(rect.width(), rect.height())
    wide, high = (line * 1.5, line * 0.25) if rect.width() >= rect.height() else (line * 0.25, line * 1.5)
    around = rect.adjusted(-wide, -high, wide, high).toAlignedRect() & image.rect()
    return turned(image.copy(around), turn)


def _enlarged(crop: QImage, size: QSize) -> QImage:
    if crop.isNull():
        return crop
    return crop.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
