"""A pack editor room in a real office, where a supervisor sits; drafts are the clerk's or the supervisor's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.policies.room import PoliciesRoom
from app.ui.shell.session import Session
from tests.app.ui.policies.drafts import a_draft
from tests.app.ui.waiting import shown, until_quiet
from tests.offices import CLERK, SUPERVISOR, an_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.packs.versions import PolicyVersion
    from review.services.office import Office

    Settle = Callable[[], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01 without claims."""
    return an_office(tmp_path / "office")


@pytest.fixture
def draft(office: Office) -> PolicyVersion:
    """A clerk's draft under which residents get more."""
    return a_draft(office, CLERK)


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A supervisor's sitting without an engine."""
    return Session(office, SUPERVISOR, jobs, theme, preferences)


@pytest.fixture
def room(session: Session, qtbot: QtBot) -> Iterator[PoliciesRoom]:
    """The room as it is before anybody enters."""
    yield from shown(PoliciesRoom(session), qtbot)


@pytest.fixture
def settle(room: PoliciesRoom, jobs: Jobs, qtbot: QtBot) -> Settle:
    """Wait until nothing is under way, here and in what takes long."""
    return until_quiet(qtbot, jobs, room.heavy)
