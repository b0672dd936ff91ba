"""A catalogue room in a real office that has two editions of supplies of its own beside the shipped ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.ui.catalogue.room import CatalogueRoom
from app.ui.shell.session import Session
from tests.app.ui.catalogue.books import NEXT_YEAR, a_book, taken_over
from tests.app.ui.waiting import shown, until_quiet
from tests.offices import CLERK, SUPERVISOR, an_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.catalogue.entry import Edition
    from review.services.office import Office

    Settle = Callable[[], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01, with the editions that are shipped."""
    return an_office(tmp_path / "office")


@pytest.fixture
def editions(office: Office, tmp_path: Path) -> tuple[Edition, Edition]:
    """Supplies of 2024 and of 2025, with a month between them that nothing covers."""
    old, new = a_book(tmp_path / "耗材2024.csv"), a_book(tmp_path / "耗材2025.csv", NEXT_YEAR)
    return (
        taken_over(office, SUPERVISOR, old, date(2024, 1, 1), date(2024, 12, 31)),
        taken_over(office, SUPERVISOR, new, date(2025, 2, 1)),
    )


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A supervisor's sitting without an engine."""
    return Session(office, SUPERVISOR, jobs, theme, preferences)


@pytest.fixture
def clerks_session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A clerk's sitting."""
    return Session(office, CLERK, jobs, theme, preferences)


@pytest.fixture
def room(session: Session, qtbot: QtBot) -> Iterator[CatalogueRoom]:
    """The room as it is before anybody enters."""
    yield from shown(CatalogueRoom(session), qtbot)


@pytest.fixture
def settle(room: CatalogueRoom, jobs: Jobs, qtbot: QtBot) -> Settle:
    """Wait until nothing is under way, here and in what takes long."""
    return until_quiet(qtbot, jobs, room.heavy)
