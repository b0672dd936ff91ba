"""The settings room: looks, password, users, office, health."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.settings.room import SettingsRoom
from app.ui.settings.user_dialogs import ResetDialog, RolesDialog
from app.ui.settings.users import missing
from app.ui.shell.preferences import FONT_SIZE, LANGUAGE, THEME
from review.claim.paper import Column
from review.claim.states import ClaimState, Role
from review.errors import ForbiddenError
from review.services import backup, desk, learning, queue, settings, users
from review.store import learned
from tests.app.ui.seed import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.shell.theme import Theme
    from tests.app.ui.conftest import Idle, Sit
    from tests.app.ui.seed import Seeded

NEW = "秋天的稻田在风里沙沙响"


@pytest.fixture
def room(sit: Sit, idle: Idle, qtbot: QtBot) -> SettingsRoom:
    return _entered(SettingsRoom(sit("admin")), idle, qtbot)


def _entered(made: SettingsRoom, idle: Idle, qtbot: QtBot) -> SettingsRoom:
    qtbot.addWidget(made)
    made.show()
    made.enter()
    idle()
    return made


def _fill(room: SettingsRoom, name: str, username: str, *roles: Role) -> None:
    form = room.users.form
    for field, words in ((form.name, name), (form.username, username), (form.password, NEW)):
        field.setText(words)
    for role in roles:
        form.roles[role].setChecked(True)


def test_choosing_a_theme_and_a_size_takes_hold_at_once(room: SettingsRoom, theme: Theme) -> None:
    room.looks.theme.setCurrentIndex(room.looks.theme.findData("dark"))
    room.looks.theme.activated.emit(room.looks.theme.currentIndex())
    room.looks.font_size.setCurrentIndex(room.looks.font_size.findData("18"))
    room.looks.font_size.activated.emit(room.looks.font_size.currentIndex())
    assert theme.dark
    assert theme.font_size == 18


def test_the_boxes_show_what_holds_now(room: SettingsRoom) -> None:
    chosen = room.session.preferences
    assert room.looks.theme.currentData() == chosen.get(THEME)
    assert room.looks.font_size.currentData() == chosen.get(FONT_SIZE)
    assert room.looks.language.currentData() == chosen.get(LANGUAGE)


def test_one_changes_ones_own_password(room: SettingsRoom, seeded: Seeded, qtbot: QtBot) -> None:
    panel = room.password
    for field, words in ((panel.old, PASSWORD), (panel.new, NEW), (panel.again, NEW)):
        field.setText(words)
    panel.go.click()
    qtbot.waitUntil(lambda: "已修改" in panel.note.text())
    assert users.sign_in(seeded.office, "admin", NEW).username == "admin"


@pytest.mark.parametrize(("old", "again", "said"), [("wrong old password", NEW, "不正确"), (PASSWORD, "x", "不一样")])
def test_a_password_is_not_changed_on_a_mistake(
    room: SettingsRoom, qtbot: QtBot, old: str, again: str, said: str
) -> None:
    panel = room.password
    for field, words in ((panel.old, old), (panel.new, NEW), (panel.again, again)):
        field.setText(words)
    panel.go.click()
    qtbot.waitUntil(lambda: said in panel.note.text())


def test_an_administrator_creates_a_user(room: SettingsRoom, seeded: Seeded, qtbot: QtBot) -> None:
    _fill(room, "林小雨", "linxiaoyu", Role.CLERK, Role.SECOND_REVIEWER)
    room.users.form.go.click()
    qtbot.waitUntil(lambda: any(row.username == "linxiaoyu" for row in room.users.table.shown))
    made = users.sign_in(seeded.office, "linxiaoyu", NEW)
    assert made.roles == {Role.CLERK, Role.SECOND_REVIEWER}
    assert room.users.form.name.text() == ""


def test_a_user_without_a_role_is_refused_before_anything_is_asked(room: SettingsRoom) -> None:
    _fill(room, "林小雨", "linxiaoyu")
    room.users.form.go.click()
    assert "至少选一个岗位" in room.users.form.note.text()


def test_a_taken_user_name_is_told_beside_the_form(room: SettingsRoom, qtbot: QtBot) -> None:
    _fill(room, "另一个李敏", "limin", Role.CLERK)
    room.users.form.go.click()
    qtbot.waitUntil(lambda: "已被使用" in room.users.form.note.text())
    assert room.users.form.name.text() == "另一个李敏"


def test_a_user_is_disabled_and_enabled_again(room: SettingsRoom, qtbot: QtBot) -> None:
    room.users.table.pick("limin")
    room.users.disable.click()
    qtbot.waitUntil(lambda: room.users.disable.text() == "启用")
    room.users.disable.click()
    qtbot.waitUntil(lambda: room.users.disable.text() == "停用")


def test_nobody_disables_themselves(room: SettingsRoom) -> None:
    room.users.table.pick("admin")
    assert not room.users.disable.isEnabled()
    assert not room.users.roles.isEnabled()


def test_roles_are_changed_in_a_dialog(room: SettingsRoom, seeded: Seeded, qtbot: QtBot) -> None:
    room.users.table.pick("limin")
    room.users.roles.click()
    dialog = room.users.findChild(RolesDialog)
    assert isinstance(dialog, RolesDialog)
    dialog.boxes[Role.AUDITOR].setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: _roles(seeded, "limin") == {Role.CLERK, Role.AUDITOR})


def test_a_forgotten_password_is_reset(room: SettingsRoom, seeded: Seeded, idle: Idle) -> None:
    room.users.table.pick("limin")
    room.users.reset.click()
    dialog = room.users.findChild(ResetDialog)
    assert isinstance(dialog, ResetDialog)
    assert not dialog.go.isEnabled()
    dialog.password.setText(NEW)
    dialog.go.click()
    idle()
    assert users.sign_in(seeded.office, "limin", NEW).username == "limin"


def test_missing_parts_of_the_chain_are_named(seeded: Seeded) -> None:
    known = users.list_users(seeded.office)
    assert missing(known) == ()
    assert missing(tuple(row for row in known if row.username != "fanghua")) == (Role.CASHIER,)


def test_the_promise_is_changed(room: SettingsRoom, seeded: Seeded, idle: Idle) -> None:
    room.tabs.setCurrentWidget(room.office)
    idle()
    room.office.days.setValue(15)
    room.office.keep.click()
    idle()
    assert settings.promise_days(seeded.office) == 15


def test_a_backup_is_written_and_proven(room: SettingsRoom, tmp_path: Path, qtbot: QtBot) -> None:
    room.tabs.setCurrentWidget(room.office)
    room.office.go.click()
    dialog = room.office.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "备份.zip"))
    qtbot.waitUntil(lambda: "核对无误" in room.office.note.text(), timeout=30_000)
    assert backup.verify(tmp_path / "备份.zip").damaged == ()


def test_health_shows_each_thing_with_its_cure(room: SettingsRoom, idle: Idle) -> None:
    room.tabs.setCurrentWidget(room.health)
    idle()
    found = {row.name: row for row in room.health.table.shown}
    assert found["Python"].ok
    assert all(row.cure for row in found.values() if not row.ok)


def test_a_clerk_finds_the_administrators_tabs_closed(sit: Sit, idle: Idle, qtbot: QtBot, seeded: Seeded) -> None:
    room = _entered(SettingsRoom(sit("limin")), idle, qtbot)
    place = room.tabs.indexOf(room.users)
    assert not room.tabs.isTabEnabled(place)
    assert "系统管理员" in room.tabs.tabToolTip(place)
    with pytest.raises(ForbiddenError):
        users.disable_user(seeded.office, seeded.people["limin"], "wangqiang")


def _roles(seeded: Seeded, username: str) -> frozenset[Role]:
    return next(row.roles for row in users.list_users(seeded.office) if row.username == username)


def test_the_office_is_named(room: SettingsRoom, seeded: Seeded, qtbot: QtBot) -> None:
    room.tabs.setCurrentWidget(room.office)
    room.office.name.setText("样例县医疗保障局")
    room.office.keep_name.click()
    qtbot.waitUntil(lambda: settings.office_name(seeded.office) == "样例县医疗保障局")


def test_the_sum_from_which_receipts_are_looked_up_is_kept_and_may_be_none(
    room: SettingsRoom, seeded: Seeded, idle: Idle
) -> None:
    def kept() -> Decimal | None:
        with seeded.office.store.read() as unit:
            return settings.verify_above(unit)

    card = room.office.verify
    for words, wanted in (("2,000.00", Decimal(2000)), ("", None)):
        card.sum.setText(words)
        card.keep.click()
        idle()
        assert kept() == wanted
    card.sum.setText("两万")
    card.keep.click()
    idle()
    assert "没有保存" in card.note.text()
    assert kept() is None


def test_consent_is_off_and_given_in_plain_words(room: SettingsRoom, seeded: Seeded, idle: Idle) -> None:
    room.tabs.setCurrentWidget(room.learning)
    idle()
    assert not room.learning.keep.isChecked()
    assert room.learning.note.text().endswith("没有留存任何更正。")
    told = "".join(label.text() for label in room.learning.findChildren(QLabel))
    assert all(word in told for word in ("识别出的文字", "改正后的值", "用户名", "不会自动离开本机"))
    room.learning.keep.click()
    idle()
    assert learning.keeps_corrections(seeded.office)


def test_kept_corrections_are_counted_and_forgotten(room: SettingsRoom, seeded: Seeded, idle: Idle) -> None:
    correct_something(seeded)
    room.tabs.setCurrentWidget(room.learning)
    idle()
    assert "1" in room.learning.note.text()
    room.learning.forget.click()
    idle()
    assert not room.learning.forget.isEnabled()
    assert learning.corrections(seeded.office, seeded.people["admin"]) == ()


def test_a_layout_is_revoked_and_restored(room: SettingsRoom, seeded: Seeded, idle: Idle) -> None:
    learn_something(seeded)
    room.tabs.setCurrentWidget(room.learning)
    idle()
    assert room.learning.layouts.model().index(0, 0).data() == "样例市医院"
    for words, left in (("停用", 0), ("恢复", 1)):
        assert room.learning.revoke.text() == words
        room.learning.revoke.click()
        idle()
        assert len(learning.known_layouts(seeded.office)) == left


@pytest.mark.parametrize(("username", "may"), [("chenguodong", True), ("admin", True), ("limin", False)])
def test_the_learning_tab_is_for_supervisors_and_administrators(
    sit: Sit, idle: Idle, qtbot: QtBot, username: str, *, may: bool
) -> None:
    room = _entered(SettingsRoom(sit(username)), idle, qtbot)
    place = room.tabs.indexOf(room.learning)
    assert room.tabs.isTabEnabled(place) is may
    assert bool(room.tabs.tabToolTip(place)) is not may


def correct_something(seeded: Seeded) -> None:
    """Agree to keep corrections, and correct one value on paper."""
    learning.set_keep_corrections(seeded.office, seeded.people["chenguodong"], keep=True)
    clerk = seeded.people["limin"]
    row = next(row for row in queue.queue(seeded.office) if row.state is ClaimState.FIRST_REVIEW)
    claim = queue.load_claim(seeded.office, row.number)
    value = next(v for d in claim.documents for v in d.values.values() if v.place and v.key == "payer")
    desk.correct(seeded.office, clerk, claim.number, [desk.Edit(f"value:{value.id}", "谢彬")])


def learn_something(seeded: Seeded) -> None:
    """Remember a layout as an approval does."""
    columns = (Column("项目", "name", 0.0, 0.5), Column("金额", "amount", 0.5, 1.0))
    number = queue.queue(seeded.office)[0].number
    row = {"institution": "样例市医院", "headings": "项目→name", "columns": columns, "claim": number}
    with seeded.office.store.write() as unit:
        learned.keep_layout(unit, **row, at=seeded.office.clock(), by="limin")
