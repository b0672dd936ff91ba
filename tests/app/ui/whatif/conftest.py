"""A what-if room in a real office with paid claims and a draft of better terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.shell.session import Session
from app.ui.whatif.room import WhatifRoom
from tests.app.ui.policies.drafts import a_draft
from tests.app.ui.waiting import shown, until_quiet
from tests.offices import CLERK, SUPERVISOR, an_office, paid

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
def claim(office: Office) -> str:
    """A claim that was paid."""
    return paid(office)


@pytest.fixture
def draft(office: Office) -> PolicyVersion:
    """A version under which residents get more."""
    return a_draft(office, CLERK)


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A supervisor's sitting without an engine."""
    return Session(office, SUPERVISOR, jobs, theme, preferences)


@pytest.fixture
def room(session: Session, draft: PolicyVersion, qtbot: QtBot) -> Iterator[WhatifRoom]:
    """The room as it is before anybody enters."""
    assert draft.id == 1
    for made in shown(WhatifRoom(session), qtbot):
        yield made
        made.running.stop()
        made.lane.close(wait=True, drop=True)


@pytest.fixture
def settle(room: WhatifRoom, jobs: Jobs, qtbot: QtBot) -> Settle:
    """Wait until nothing is under way: services, workbooks, replays."""
    quiet = until_quiet(qtbot, jobs, room.heavy)

    def wait() -> None:
        quiet()
        qtbot.waitUntil(lambda: not room.running.busy, timeout=60_000)
        quiet()

    return wait
