"""The room of the year's sums in a real office with an open claim and a paid one of two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.accumulators.room import AccumulatorsRoom
from app.ui.shell.session import Session
from tests.app.ui.waiting import shown, until_quiet
from tests.offices import SUPERVISOR, an_office, in_review, paid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.claim import Claim
    from review.services.office import Office

    Settle = Callable[[], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01 without claims."""
    return an_office(tmp_path / "office")


@pytest.fixture
def claim(office: Office) -> Claim:
    """A claim on the clerk's desk; its person is the first of the export."""
    return in_review(office)


@pytest.fixture
def settled(office: Office, claim: Claim) -> str:
    """A paid claim of another person."""
    assert claim.number
    return paid(office)


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A supervisor's sitting without an engine."""
    return Session(office, SUPERVISOR, jobs, theme, preferences)


@pytest.fixture
def room(session: Session, qtbot: QtBot) -> Iterator[AccumulatorsRoom]:
    """The room as it is before anybody enters."""
    yield from shown(AccumulatorsRoom(session), qtbot)


@pytest.fixture
def settle(room: AccumulatorsRoom, jobs: Jobs, qtbot: QtBot) -> Settle:
    """Wait until nothing is under way, here and in what takes long."""
    return until_quiet(qtbot, jobs, room.heavy)
