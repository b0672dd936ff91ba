"""What the desktop's tests share: offscreen by default, own preferences, a real office in a folder of its own."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.ui.jobs import Jobs
from app.ui.shell.preferences import THEME, Preferences
from app.ui.shell.session import Session
from app.ui.shell.theme import Theme
from tests.app.ui.seed import NOW, Seeded, a_small_office, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    Idle = Callable[[], None]
    Sit = Callable[[str], Session]


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


@pytest.fixture(scope="session")
def seeded_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with people and claims in all states, made once a worker; tests get copies."""
    home = tmp_path_factory.mktemp("seeded") / "home"
    a_small_office(home)
    return home


@pytest.fixture
def seeded(seeded_home: Path, tmp_path: Path) -> Seeded:
    """An office of this test's own, with people and claims in all states."""
    home = tmp_path / "office"
    shutil.copytree(seeded_home, home)
    own = opened(home)
    own.clock.now = NOW
    return own


@pytest.fixture
def sit(seeded: Seeded, jobs: Jobs, theme: Theme, preferences: Preferences) -> Sit:
    """Lets one of the people sit down at the desk, by username."""
    return lambda username: Session(seeded.office, seeded.people[username], jobs, theme, preferences)


@pytest.fixture
def idle(jobs: Jobs, qtbot: QtBot) -> Idle:
    """Waits until nothing is under way in the background."""
    return lambda: qtbot.waitUntil(lambda: jobs.pending == 0)
