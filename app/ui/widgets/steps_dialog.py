"""A dialog that is gone through step by step: a page at a time, waiting between them, back, on, or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.widgets.cards import button, text
from app.ui.widgets.wait_page import WaitPage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QPushButton


class StepsDialog(QDialog):
    """Shows pages one after the other; a subclass says what each is called and what leads on from it."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(1080, 680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wait, self.pages = WaitPage(), QStackedWidget()
        self.step = text(role="title")
        self.back, self.next, self.leave = button(self.tr("上一步")), button("", "primary"), button(self.tr("关闭"))
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.leave.clicked.connect(self.reject)

    def titles(self) -> Mapping[QWidget, str]:
        """What each page is called."""
        raise NotImplementedError

    def onward(self) -> Mapping[QWidget, tuple[str, bool]]:
        """The word that leads on from a page, and whether it may be pressed; pages without one are left out."""
        raise NotImplementedError

    def go_on(self) -> None:
        """What leads on was pressed."""
        raise NotImplementedError

    def go_back(self) -> None:
        """The step before was asked for."""
        raise NotImplementedError

    def turn(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.step.setText(self.titles()[page])
        self.pages.setCurrentWidget(page)
        self.allow()
        if self.next.isVisible():
            self.next.setFocus()

    def begin_waiting(self, what: str, *, leave: bool = True) -> None:
        """Something takes its time; ``leave`` tells whether it can be given up."""
        self.wait.begin(what, leave=leave)
        self.turn(self.wait)

    def allow(self) -> None:
        """Let the buttons follow the page in front."""
        page, onward = self.pages.currentWidget(), self.onward()
        words, may = next((said for shown, said in onward.items() if shown is page), ("", False))
        self.next.setText(words)
        self.next.setVisible(bool(words))
        self.next.setEnabled(may)
        self.back.setVisible(page in onward)
        self.leave.setEnabled(page is not self.wait or self.wait.cancel.isVisibleTo(self.wait))

    def lay_out(self, pages: Sequence[QWidget], more: Sequence[QPushButton] = ()) -> None:
        """Put the pages in, and more buttons beside the one that closes."""
        for page in pages:
            self.pages.addWidget(page)
        row = QHBoxLayout()
        for control in (self.leave, *more):
            row.addWidget(control)
        row.addStretch(1)
        for control in (self.back, self.next):
            row.addWidget(control)
        for control in (self.leave, *more, self.back, self.next):
            control.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.step)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
