"""A watch list room over three accounts that several persons share: red, yellow, and one that was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.shell.session import Session
from app.ui.watch.room import WatchRoom
from review.services import desk, watching
from review.watch.watched import WatchedKind
from tests.offices import CLERK, SUPERVISOR, an_office, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.services.office import Office

RED, YELLOW, GREEN = (f"622202000000000999{n}" for n in range(3))
"""Accounts of five, three and three persons."""


def shared(office: Office, account: str, persons: int) -> None:
    """Claims of so many persons, all paid to one account."""
    for _ in range(persons):
        desk.correct(office, CLERK, in_review(office).number, [desk.Edit("insured.account.number", account)])


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01 without claims."""
    return an_office(tmp_path / "office")


@pytest.fixture
def accounts(office: Office) -> tuple[str, str, str]:
    """The accounts of the list: red, yellow and green."""
    for account, persons in ((RED, 5), (YELLOW, 3), (GREEN, 3)):
        shared(office, account, persons)
    watching.answer_watched(office, SUPERVISOR, WatchedKind.ACCOUNT, GREEN, "村集体代办，委托书已核对")
    return RED, YELLOW, GREEN


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A supervisor's sitting without an engine."""
    return Session(office, SUPERVISOR, jobs, theme, preferences)


@pytest.fixture
def room(session: Session, qtbot: QtBot) -> WatchRoom:
    """The room as it is before anybody enters."""
    made = WatchRoom(session)
    qtbot.addWidget(made)
    made.resize(1290, 700)
    made.show()
    return made
