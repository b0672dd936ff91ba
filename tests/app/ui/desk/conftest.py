"""A desk with a claim on it: real office, real services, drawn paper with known places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.desk.room import DeskRoom
from app.ui.shell.session import Session
from tests.app.ui.desk.papers import reviewed_claim
from tests.offices import CLERK, an_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.claim import Claim
    from review.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01."""
    return an_office(tmp_path / "office")


@pytest.fixture
def claim(office: Office) -> Claim:
    """A claim in its first review."""
    return reviewed_claim(office)


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A clerk's sitting without an engine."""
    return Session(office, CLERK, jobs, theme, preferences)


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Wait until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: jobs.pending == 0, timeout=20_000)


@pytest.fixture
def room(session: Session, claim: Claim, qtbot: QtBot, settle: Callable[[], None]) -> Iterator[DeskRoom]:
    """The desk with the claim on it."""
    made = DeskRoom(session)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    made.enter(claim.number)
    settle()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    settle()
