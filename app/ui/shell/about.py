"""Which version this is, where its data lies, and whose work it stands on."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.widgets.cards import button, text

if TYPE_CHECKING:
    from pathlib import Path


class AboutDialog(QDialog):
    """A few lines to read out to whoever helps."""

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于灵报"))
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(text(self.tr("灵报"), "huge"))
        layout.addWidget(text(self.tr("异地就医零星报销：从票据到拨付"), "mute"))
        layout.addSpacing(8)
        for line in self._lines(home):
            label = text(line)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        close = button(self.tr("关闭"), "primary")
        close.clicked.connect(self.accept)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def _lines(self, home: Path) -> tuple[str, ...]:
        from importlib.metadata import version  # noqa: PLC0415  costs 50 ms that the start must not pay

        parts = f"Python {platform.python_version()} · Qt {qVersion()}"
        return (
            self.tr("版本 {version}（{parts}）").format(version=version("lingbao"), parts=parts),
            self.tr("数据文件夹：{home}").format(home=home),
            self.tr(
                "字体 Noto Sans SC（OFL）；图标 Lucide（ISC）；界面 Qt for Python（LGPL）；识别 PaddleOCR（Apache）。"
            ),
        )
