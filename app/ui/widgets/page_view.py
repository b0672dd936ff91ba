"""The page viewer: a scan with boxes that can be clicked, shown, zoomed, panned and turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QToolTip, QWidget

from app.ui.widgets.page_view_lens import Lens, LensText, crop_of
from app.ui.widgets.page_view_marks import Colour, Mark, MarksItem
from app.ui.widgets.page_view_picture import Picture, PictureItem

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALLEST, LARGEST, STEP = 0.05, 8.0, 1.25
READABLE = 0.2
EDGE = 0.02
DIGITS = frozenset("123456789")


class PageView(QGraphicsView):
    """Shows one page as filed, turned upright, with its boxes.

    ``picked`` gives the target of a clicked box, ``chosen`` the number typed while the magnifier is open, ``zoomed``
    the scale after each change.
    """

    picked = Signal(str)
    chosen = Signal(int)
    zoomed = Signal(float)

    def __init__(self, colour: Colour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._picture = PictureItem()
        self._marks = MarksItem(colour, self._picture)
        self._turn = 0
        self._fits = True
        self._pressed = QPoint()
        self.lens = Lens(self)
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=900)
        self._flash.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flash.valueChanged.connect(self._marks.set_glow)
        self.setScene(QGraphicsScene(self))
        self.scene().addItem(self._picture)
        self._dress()

    def _dress(self) -> None:
        self.setObjectName("pageView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(self.tr("影像"))
        self.recolour()

    def recolour(self) -> None:
        """Take the colours of the theme anew."""
        self.setBackgroundBrush(self._colour("canvas"))
        self.viewport().update()

    # -- what is shown

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The boxes shown."""
        return self._marks.marks

    @property
    def current(self) -> str:
        """The target of the current box, or an empty string."""
        return self._marks.current

    @property
    def turn(self) -> int:
        """Clockwise degrees the page is turned by on the screen."""
        return self._turn

    @property
    def scale_factor(self) -> float:
        """Screen pixels for a pixel of the page."""
        transform = self.transform()
        return float((transform.m11() ** 2 + transform.m12() ** 2) ** 0.5)

    def show_page(self, picture: Picture | None, marks: Sequence[Mark], turn: int = 0) -> None:
        """Show another page, fitted to the width of the window."""
        self.lens.hide()
        self._picture.set_picture(picture)
        self._marks.set_marks(marks)
        self._marks.set_current("")
        self._turn = turn % 360
        self._picture.setRotation(self._turn)
        self._fit_scene()
        self.fit_width()

    def swap(self, picture: Picture) -> bool:
        """Show another picture of the page in view, at the same place and zoom; False where no such page is shown."""
        shown = self._picture.picture
        if shown is None or shown.size != picture.size:
            return False
        self._picture.set_picture(picture)
        return True

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other boxes on the same page."""
        self._marks.set_marks(marks)

    def show_target(self, target: str) -> bool:
        """Make a box the current one, bring it into view and flash it; False where the page has no such box."""
        self._marks.set_current(target)
        mark = self._marks.find(target)
        if mark is None:
            self.lens.hide()
            return False
        place = self._picture.mapRectToScene(mark.rect)
        if self.scale_factor < READABLE:
            self._zoom_to(READABLE, fits=False)
        self.ensureVisible(place, self.viewport().width() // 4, self.viewport().height() // 4)
        self._flash.start()
        return True

    def magnify(self, target: str, text: LensText) -> bool:
        """Open the magnifier beside a box; False where the page has no such box."""
        mark, picture = self._marks.find(target), self._picture.picture
        if mark is None or picture is None:
            self.lens.hide()
            return False
        self.lens.show_value(crop_of(picture.levels[0], mark.rect, self._turn), text)
        self._place_lens(mark)
        return True

    # -- zoom, turn

    def zoom_in(self) -> None:
        """One step closer."""
        self._zoom_to(self.scale_factor * STEP, fits=False)

    def zoom_out(self) -> None:
        """One step back."""
        self._zoom_to(self.scale_factor / STEP, fits=False)

    def actual_size(self) -> None:
        """One screen pixel for one pixel of the page."""
        self._zoom_to(1.0, fits=False)

    def fit_width(self) -> None:
        """As wide as the window; kept while the window changes its size."""
        width = self.sceneRect().width()
        if width > 0:
            self._zoom_to(max(1, self.viewport().width() - 4) / width, fits=True)

    def turn_by(self, degrees: int) -> None:
        """Turn the page on the screen only; what is filed stays as it is."""
        self._turn = (self._turn + degrees) % 360
        self._picture.setRotation(self._turn)
        self._fit_scene()
        self.fit_width()

    def _zoom_to(self, scale: float, *, fits: bool) -> None:
        factor = min(LARGEST, max(SMALLEST, scale)) / self.scale_factor
        self._fits = fits
        self.scale(factor, factor)
        self.zoomed.emit(self.scale_factor)
        self._follow_lens()

    def _fit_scene(self) -> None:
        rect = self._picture.mapRectToScene(self._picture.boundingRect())
        edge = rect.width() * EDGE
        self.setSceneRect(rect.adjusted(-edge, -edge, edge, edge) if not rect.isEmpty() else QRectF(0, 0, 1, 1))

    # -- the magnifier follows its box

    def _follow_lens(self) -> None:
        mark = self._marks.find(self.current)
        if mark is not None and self.lens.isVisible():
            self._place_lens(mark)

    def _place_lens(self, mark: Mark) -> None:
        box = self.mapFromScene(self._picture.mapRectToScene(mark.rect)).boundingRect()
        corner = (
            self.viewport().pos()
        )  # the card lies on the viewer, not on the viewport, whose scrolling would move it
        self.lens.place_beside(box.translated(corner), self.viewport().geometry())

    # -- what the person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began, to tell it from dragging the page."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box picks its target."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if (point - self._pressed).manhattanLength() < QApplication.startDragDistance():
            mark = self._mark_at(point)
            if mark is not None:
                self.picked.emit(mark.target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom at the pointer; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self.scale_factor * STEP ** (event.angleDelta().y() / 120), fits=False)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with + - 0 1 zooms in, out, to the width, to 100 %; a digit chooses from the open magnifier."""
        if self.lens.isVisible() and not event.modifiers() and event.text() in DIGITS:
            self.chosen.emit(int(event.text()))
            return
        steps = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_1: self.actual_size,
        }
        step = steps.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if step is None:
            super().keyPressEvent(event)
            return
        step()

    def viewportEvent(self, event: QEvent) -> bool:
        """A box tells what it is when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), mark.tip if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted to the width."""
        super().resizeEvent(event)
        if self._fits:
            self.fit_width()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The magnifier stays beside its box."""
        super().scrollContentsBy(dx, dy)
        self._follow_lens()

    def _mark_at(self, point: QPoint) -> Mark | None:
        return self._marks.at(self._picture.mapFromScene(self.mapToScene(point)), self.scale_factor)
