"""What the desktop's tests share: offscreen by default, own preferences, a real office in a folder of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.ui.jobs import Jobs
from app.ui.shell.preferences import THEME, Preferences
from app.ui.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Preferences of nobody, in a file of this test."""
    return QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def preferences(settings: QSettings) -> Preferences:
    """Choices as on the first day, in the light theme."""
    made = Preferences(settings)
    made.choose(THEME, "light")
    return made


@pytest.fixture
def theme(qapp: QApplication, preferences: Preferences) -> Theme:
    """The looks of the running application."""
    return Theme(qapp, preferences)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The door to background work, closed at the end."""
    made = Jobs()
    assert qapp is not None
    yield made
    made.close()
