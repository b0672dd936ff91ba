"""The status line, the rail and the about box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from app.ui.shell.about import AboutDialog
from app.ui.shell.engine import FAILED, READY, WARMING, EngineGate
from app.ui.shell.preferences import THEME
from app.ui.shell.rail import Rail
from app.ui.shell.rooms import ROOMS
from app.ui.shell.status import StatusLine
from ocr.errors import ReadingError

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.shell.preferences import Preferences
    from app.ui.shell.session import Session
    from app.ui.shell.theme import Theme
    from tests.app.ui.conftest import Idle, Sit


@pytest.fixture
def session(sit: Sit) -> Session:
    made = sit("limin")
    made.engine = EngineGate(made.office, made.jobs)
    return made


@pytest.fixture
def line(session: Session, idle: Idle, qtbot: QtBot) -> StatusLine:
    made = StatusLine(session)
    qtbot.addWidget(made)
    made.show()
    idle()
    return made


def _gate(session: Session) -> EngineGate:
    assert session.engine is not None
    return session.engine


@pytest.mark.parametrize(
    ("state", "word"), [(WARMING, "预热中"), (READY, "✓ 识别引擎 就绪"), (FAILED, "■ 识别引擎 失败")]
)
def test_the_engines_state_is_told_by_word_and_shape(session: Session, line: StatusLine, state: str, word: str) -> None:
    _gate(session)._tell(state, "")
    assert word in line._engine.text()


def test_a_failed_engine_offers_its_cure(session: Session, line: StatusLine, qtbot: QtBot) -> None:
    _gate(session)._tell(FAILED, "缺少识别模型。")
    assert line._cure.isVisibleTo(line)
    with qtbot.waitSignal(session.jobs.trouble) as told:
        line._cure.click()
    error = told.args[0]
    assert isinstance(error, ReadingError)
    assert str(error) == "缺少识别模型。"
    assert "体检" in error.advice


def test_trouble_with_a_page_is_remarked(session: Session, line: StatusLine) -> None:
    _gate(session).trouble.emit("20261120-0001", "第 2 页读不出来")
    assert line.currentMessage() == "20261120-0001 第 2 页读不出来"


def test_work_under_way_is_shown_until_it_is_done(session: Session, line: StatusLine, idle: Idle) -> None:
    session.jobs.run(line, lambda: None, lambda _: None)
    assert "正在保存" in line._busy.text()
    idle()
    assert line._busy.text() == ""


def test_many_pages_read_at_once_are_counted_once(session: Session, line: StatusLine, qtbot: QtBot) -> None:
    counted: list[bool] = []
    session.jobs.busy.connect(counted.append)
    for page in range(30):
        _gate(session).page_read.emit("20261120-0001", page)
    qtbot.waitUntil(lambda: counted == [True, False])
    assert "3 页" in line._unread.text()


def test_the_rail_shows_every_room_and_the_person(session: Session, qtbot: QtBot) -> None:
    rail = Rail(session)
    qtbot.addWidget(rail)
    assert [button.text() for button in rail._buttons.values()] == [room.title for room in ROOMS]
    assert rail._person.text() == "李敏"
    assert "初审经办" in rail._person.toolTip()


def test_every_room_has_a_key_of_its_own_and_settings_the_usual_one(session: Session, qtbot: QtBot) -> None:
    rail = Rail(session)
    qtbot.addWidget(rail)
    keys = [action.shortcut().toString() for action in rail.actions() if "Shift" not in action.shortcut().toString()]
    assert keys == [f"Ctrl+{room.key}" for room in ROOMS]
    assert len(set(keys)) == len(keys)
    assert keys[-1] == "Ctrl+,"


def test_a_closed_room_says_who_uses_it(session: Session, qtbot: QtBot) -> None:
    rail = Rail(session)
    qtbot.addWidget(rail)
    signoff = next(room for room in ROOMS if room.id == "signoff")
    with qtbot.waitSignal(rail.refused) as said:
        rail.choose(signoff)
    assert "签批领导" in said.args[0]


def test_the_icons_of_the_rail_follow_the_theme(session: Session, preferences: Preferences, qtbot: QtBot) -> None:
    rail = Rail(session)
    qtbot.addWidget(rail)
    before = rail._buttons["queue"].icon().cacheKey()
    preferences.choose(THEME, "dark")
    assert rail._buttons["queue"].icon().cacheKey() != before


def test_about_tells_version_folder_and_licences(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    box = AboutDialog(tmp_path)
    qtbot.addWidget(box)
    said = " ".join(label.text() for label in box.findChildren(QLabel))
    assert theme is not None
    assert str(tmp_path) in said
    assert "OFL" in said
    assert "ISC" in said
