"""The small bar over the page: zoom, turn, and a legend that says what the boxes mean and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from app.ui.widgets.page_view_marks import Look

if TYPE_CHECKING:
    from app.ui.widgets.page_view import PageView

Icon = Callable[[str], QIcon]
GAP = 8


class PageTools(QFrame):
    """Lies at the lower left of the page viewer and stays there."""

    def __init__(self, view: PageView, icon: Icon) -> None:
        super().__init__(view)
        self.setObjectName("pageTools")
        self._view = view
        self._icon = icon
        self._scale = QLabel()
        self._legend = {look: QLabel() for look in (Look.PROVEN, Look.DOUBTFUL, Look.CONTRADICTED, Look.CHANGED)}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 2, 10, 2)
        self._row.setSpacing(2)
        self._fill()
        view.zoomed.connect(self._say_scale)
        view.viewport().installEventFilter(self)

    def _fill(self) -> None:
        view = self._view
        self._button("zoom-out", self.tr("缩小 Ctrl+-"), view.zoom_out)
        self._row.addWidget(self._scale)
        self._button("zoom-in", self.tr("放大 Ctrl++（也可按住 Ctrl 滚轮）"), view.zoom_in)
        self._button("maximize", self.tr("适合宽度 Ctrl+0；原大 Ctrl+1"), view.fit_width)
        self._button("rotate-ccw", self.tr("向左转（只转画面）"), lambda: view.turn_by(-90))
        self._button("rotate-cw", self.tr("向右转（只转画面）"), lambda: view.turn_by(90))
        self.clean = self._toggle(self.tr("净化"), self.tr("净化：去掉印章看字；再按一次看原图"))
        self._row.addSpacing(6)
        for look, label in self._legend.items():
            label.setProperty("legend", look.value)
            label.hide()
            self._row.addWidget(label)

    def _toggle(self, words: str, tip: str) -> QToolButton:
        """A switch that is only shown where somebody can follow it."""
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.hide()
        self._row.addWidget(button)
        return button

    def _button(self, icon: str, tip: str, act: Callable[[], None]) -> None:
        button = QToolButton()
        button.setIcon(self._icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(act)
        self._row.addWidget(button)

    def count(self) -> None:
        """Count the boxes of the page again."""
        found = Counter(mark.look for mark in self._view.marks if not mark.quiet)
        words = {
            Look.PROVEN: self.tr("━ 已证实 {0}"),
            Look.DOUBTFUL: self.tr("╍ 存疑 {0}"),
            Look.CONTRADICTED: self.tr("╍ 矛盾 {0}"),
            Look.CHANGED: self.tr("┅ 疑似改动 {0}"),
        }
        for look, label in self._legend.items():
            label.setText(words[look].format(found[look]) if found[look] else "")
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the viewer changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _say_scale(self, scale: float) -> None:
        self._scale.setText(f"{scale:.0%}")
        self._settle()

    def _settle(self) -> None:
        """Lie in the corner; where there is no room for the whole legend, the calmest words go first."""
        room = self._view.viewport().width() - 2 * GAP
        for label in self._legend.values():
            label.setHidden(not label.text())
        for label in self._legend.values():
            if self._row.sizeHint().width() <= room:
                break
            label.hide()
        self.adjustSize()
        self.move(GAP, max(0, self._view.viewport().geometry().bottom() - self.height() - GAP))
