"""The main window on a real office: in, round the rooms, and out; languages, themes, failures."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.__main__ import build
from app.ui.settings.room import SettingsRoom
from app.ui.shell.preferences import LANGUAGE, LAST_USER, THEME
from app.ui.shell.rooms import ROOMS, first_room
from app.ui.shell.signin import FirstRun, SignIn
from app.ui.shell.trouble import TroubleDialog
from review.claim.people import Actor
from review.claim.states import Role
from review.errors import ConflictError
from tests.app.ui.seed import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.ui.shell.desktop import Desktop
    from app.ui.shell.workplace import Workplace

    Open = Callable[[Path], Desktop]


@pytest.fixture
def open_at(qapp: QApplication, settings: QSettings, qtbot: QtBot) -> Iterator[Open]:
    """Opens the window on a data folder, without the engine."""
    windows: list[Desktop] = []

    def opened(home: Path) -> Desktop:
        window = build(home, settings)
        windows.append(window)
        window.preferences.choose(THEME, "light")
        window.show()
        window.open_house(reading=False)
        qtbot.waitUntil(lambda: window.jobs.pending == 0, timeout=30_000)
        return window

    assert qapp is not None
    yield opened
    for window in windows:
        window.preferences.choose(LANGUAGE, "zh")
        window.close()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_at: Open, seeded_home: Path, tmp_path: Path) -> Desktop:
    shutil.copytree(seeded_home, tmp_path / "copy")
    return open_at(tmp_path / "copy")


def _enter(window: Desktop, user: str, qtbot: QtBot, password: str = PASSWORD) -> None:
    entrance = window._entrance
    assert isinstance(entrance, SignIn)
    entrance._user.setText(user)
    entrance._password.setText(password)
    entrance._go.click()
    qtbot.waitUntil(lambda: window.jobs.pending == 0, timeout=30_000)


def _place(window: Desktop) -> Workplace:
    assert window.workplace is not None
    return window.workplace


def test_a_new_office_begins_with_its_administrator(open_at: Open, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_at(tmp_path / "new")
    entrance = window._entrance
    assert isinstance(entrance, FirstRun)
    entrance._name.setText("赖建国")
    for field in (entrance._password, entrance._again):
        field.setText("稻田在风里沙沙作响")
    for field in (entrance._password, entrance._again):
        field.setText("九月的稻田在风里沙沙响")
    entrance._go.click()
    qtbot.waitUntil(lambda: window.workplace is not None and window.jobs.pending == 0, timeout=30_000)
    front = _place(window).front
    assert isinstance(front, SettingsRoom)
    assert "还没有人担任" in front.users.guide.text()


def test_a_wrong_password_is_told_and_nobody_enters(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot, "not the password")
    assert window.workplace is None
    assert "不正确" in window._entrance._note.text()


def test_too_many_tries_lock_the_door_and_say_so(window: Desktop, qtbot: QtBot) -> None:
    for _ in range(5):
        _enter(window, "limin", qtbot, "not the password")
    assert "尝试次数过多" in window._entrance._note.text()


@pytest.mark.parametrize(
    ("role", "room"),
    [
        (Role.CLERK, "queue"),
        (Role.SUPERVISOR, "signoff"),
        (Role.CASHIER, "payment"),
        (Role.ADMINISTRATOR, "settings"),
        (Role.AUDITOR, "queue"),
    ],
)
def test_everyone_begins_where_their_work_is(role: Role, room: str) -> None:
    assert first_room(Actor("x", "某人", frozenset({role}))) == room


def test_every_role_has_a_room_to_begin_in() -> None:
    for role in Role:
        actor = Actor("x", "某人", frozenset({role}))
        assert next(entry for entry in ROOMS if entry.id == first_room(actor)).serves(actor)


def test_rooms_of_other_roles_are_greyed_with_the_reason(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    button = _place(window).rail._buttons["signoff"]
    assert not button.isEnabled()
    assert "签批领导" in button.toolTip()


def test_keys_go_round_the_rooms_and_say_why_one_is_closed(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    place = _place(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert place.front is not None
    assert place.front.id == "archive"
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert "签批领导" in place.status.currentMessage()
    assert place.front.id == "archive"


def test_a_room_is_made_once_and_found_again(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    place = _place(window)
    first = place.front
    place.go("settings")
    place.go("queue")
    assert place.front is first
    assert set(place._rooms) == {"queue", "settings"}


def test_a_room_with_unfinished_work_keeps_the_person(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    place = _place(window)
    front = place.front
    assert front is not None
    front.leave = lambda: False  # type: ignore[method-assign]
    place.go("settings")
    place.sign_out()
    assert place.front is front
    assert window.workplace is place


def test_signing_out_leads_back_to_the_entrance_with_the_last_user(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    _place(window).sign_out()
    assert isinstance(window._entrance, SignIn)
    assert window._entrance._user.text() == "limin"
    assert window.preferences.get(LAST_USER) == "limin"


def test_the_language_changes_at_once_and_back(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    window.preferences.choose(LANGUAGE, "en")
    assert _place(window).rail._buttons["queue"].text() == "Queue"
    window.preferences.choose(LANGUAGE, "zh")
    assert _place(window).rail._buttons["queue"].text() == "队列"


def test_the_status_line_counts_pages_that_wait(window: Desktop, qtbot: QtBot) -> None:
    _enter(window, "limin", qtbot)
    qtbot.waitUntil(lambda: "待识别 3 页" in _place(window).status._unread.text())


def test_a_failure_nobody_takes_opens_the_dialog_with_what_to_do(window: Desktop) -> None:
    window.jobs.trouble.emit(ConflictError("报销单被别人改动。", advice="请刷新后再试。"))
    dialog = window.findChild(TroubleDialog)
    assert isinstance(dialog, TroubleDialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert all(words in copied for words in ("报销单被别人改动。", "没有丢失", "请刷新后再试。", "conflict"))
    assert not dialog.findChild(QPlainTextEdit).isVisible()  # type: ignore[union-attr]


def test_one_failure_is_shown_at_a_time(window: Desktop) -> None:
    for number in range(3):
        window.alarm.raised.emit(ValueError(number))
    assert len(window.findChildren(TroubleDialog)) == 1


def test_a_database_of_a_newer_version_is_refused_in_words(open_at: Open, seeded_home: Path, tmp_path: Path) -> None:
    shutil.copytree(seeded_home, tmp_path / "newer")
    with sqlite3.connect(tmp_path / "newer" / "lingbao.sqlite3") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    window = open_at(tmp_path / "newer")
    assert window.office is None
    assert "版本" in window._entrance._note.text()
    assert window.findChild(TroubleDialog) is not None
