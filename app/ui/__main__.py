"""Start the desktop: ``lingbao-desk`` or ``python -m app.ui``. The window comes first, everything else after it."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.shell.desktop import Desktop
from app.ui.shell.language import Language
from app.ui.shell.preferences import Preferences
from app.ui.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence


def build(home: Path | None = None, settings: QSettings | None = None) -> Desktop:
    """Make the window of a running QApplication, dressed and translated, with nothing opened yet."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "make the QApplication first"
    preferences = Preferences(settings)
    language = Language(app, preferences)
    window = Desktop(home, Theme(app, preferences), preferences, language)
    window.setWindowIcon(window.theme.icon("scan-line", "brand"))
    return window


def main(argv: Sequence[str] | None = None) -> int:
    """Run the desktop until its window closes; the exit code is Qt's."""
    chosen = _arguments().parse_args(sys.argv[1:] if argv is None else argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    app = QApplication([sys.argv[0]])
    app.setOrganizationName("lingbao")
    app.setApplicationName("lingbao")
    window = build(chosen.home)
    window.alarm.install()
    window.show()
    QTimer.singleShot(0, window.open_house)
    return app.exec()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lingbao-desk", description="灵报桌面：异地就医零星报销审核")
    parser.add_argument("--home", type=Path, help="数据文件夹（默认是本人的数据文件夹，或环境变量 LINGBAO_HOME）")
    return parser


if __name__ == "__main__":
    sys.exit(main())
