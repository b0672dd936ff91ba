"""Scan straight in: a button with the scanners SANE knows; where there is none, a word that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.ui.widgets.cards import text

if TYPE_CHECKING:
    from ocr.capture.sources import Scanner


class ScanButton(QWidget):
    """``wanted`` brings the scanner and whether its feeder is meant."""

    wanted = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.button = QToolButton()
        self.button.setText(self.tr("扫描"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.hide()
        self.reason = text(self.tr("正在查找扫描仪…"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.reason)

    def offer(self, scanners: tuple[Scanner, ...]) -> None:
        """Offer these scanners, each with its glass and its feeder."""
        menu = QMenu(self.button)
        for scanner in scanners:
            for words, feeder in ((self.tr("{0}：平板一页"), False), (self.tr("{0}：进纸器全部"), True)):
                action = menu.addAction(words.format(scanner.label))
                action.triggered.connect(lambda _on=False, s=scanner, f=feeder: self.wanted.emit(s, f))
        self.button.setMenu(menu)
        self.button.setVisible(bool(scanners))
        self.reason.setText(self.tr("未找到扫描仪"))
        self.reason.setToolTip(
            self.tr("请接好扫描仪并安装 SANE 驱动（sane-utils），然后重新进入本页；也可以拖入影像文件。")
        )
        self.reason.setVisible(not scanners)

    def wait(self, *, on: bool) -> None:
        """While a scan runs no other may begin."""
        self.button.setEnabled(not on)
        self.button.setText(self.tr("扫描中…") if on else self.tr("扫描"))
