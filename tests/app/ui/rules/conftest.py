"""A rule library room in a real office that took a table of its own over, and claims its rules speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.rules.room import RulesRoom
from app.ui.shell.session import Session
from tests.app.ui.rules.tables import a_table, taken_over
from tests.app.ui.waiting import shown, until_quiet
from tests.builders import a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import SUPERVISOR, an_office, in_review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.claim import Claim
    from review.services.office import Office
    from review.services.rulebooks import BatchView

    Settle = Callable[[], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office on the morning of 2025-04-01 with the rules that are shipped."""
    return an_office(tmp_path / "office")


@pytest.fixture
def own(office: Office, tmp_path: Path) -> BatchView:
    """A batch of the office's own: an article for women, one for men."""
    return taken_over(office, SUPERVISOR, a_table(tmp_path / "样例省药品规则.csv"))


@pytest.fixture
def claim(office: Office, own: BatchView) -> Claim:
    """A man's claim in review with the article for women."""
    lines = (
        a_line("注射用美罗培南", unit_price="50.00", quantity="1", amount="50.00", entry_id="nrdl-2024/X312"),
        a_line(position=1, unit_price="50.00", quantity="1", amount="50.00", entry_id="nrdl-2024/X312"),
    )
    assert own.batch.loaded == 2
    return in_review(office, a_receipt(), a_statement(*lines), a_discharge_record())


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A supervisor's sitting without an engine."""
    return Session(office, SUPERVISOR, jobs, theme, preferences)


@pytest.fixture
def room(session: Session, qtbot: QtBot) -> Iterator[RulesRoom]:
    """The room as it is before anybody enters."""
    yield from shown(RulesRoom(session), qtbot)


@pytest.fixture
def settle(room: RulesRoom, jobs: Jobs, qtbot: QtBot) -> Settle:
    """Wait until nothing is under way, here and in what takes long."""
    return until_quiet(qtbot, jobs, room.heavy)
