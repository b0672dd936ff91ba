"""A capture room over a real office; pages are read by nobody unless the test plays the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.ui.capture.room import CaptureRoom
from app.ui.shell.session import Session
from tests.offices import CLERK, an_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01."""
    return an_office(tmp_path / "office")


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A clerk's sitting without an engine."""
    return Session(office, CLERK, jobs, theme, preferences)


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Wait until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: jobs.pending == 0, timeout=20_000)


@pytest.fixture
def room(session: Session, qtbot: QtBot, settle: Callable[[], None]) -> Iterator[CaptureRoom]:
    """The room with nothing open."""
    made = CaptureRoom(session)
    qtbot.addWidget(made)
    made.resize(1290, 740)
    made.show()
    made.enter()
    settle()
    yield made
    settle()


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Three pages of different grey, so that none is a page twice."""
    paths = [tmp_path / f"第{n}页.jpg" for n in (1, 2, 3)]
    for shade, path in enumerate(paths):
        Image.new("RGB", (300, 420), (200 + shade * 20,) * 3).save(path)
    return [str(path) for path in paths]
