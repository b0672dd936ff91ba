"""The entrance: sign-in, Caps Lock, the first administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.shell.signin import MIN_PASSWORD, FirstRun, SignIn
from app.ui.widgets.fields import PasswordEdit
from review.services import passwords

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.shell.theme import Theme


@pytest.fixture
def entrance(theme: Theme, qtbot: QtBot) -> SignIn:
    made = SignIn("limin")
    assert theme is not None
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def first_run(theme: Theme, qtbot: QtBot) -> FirstRun:
    made = FirstRun()
    assert theme is not None
    qtbot.addWidget(made)
    made.show()
    for field, words in (
        (made._name, "赖建国"),
        (made._password, "九个字不够长的密码呀"),
        (made._again, "九个字不够长的密码呀"),
    ):
        field.setText(words)
    return made


def test_enter_in_the_password_signs_in(entrance: SignIn, qtbot: QtBot) -> None:
    entrance._password.setText("secret enough")
    with qtbot.waitSignal(entrance.submitted) as given:
        QTest.keyClick(entrance._password, Qt.Key.Key_Return)
    assert given.args == ["limin", "secret enough"]


def test_an_empty_password_is_asked_for(entrance: SignIn, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(entrance.submitted):
        entrance._go.click()
    assert "请输入" in entrance._note.text()


def test_after_a_refusal_the_password_is_typed_again(entrance: SignIn) -> None:
    entrance._password.setText("wrong")
    entrance.complain("用户名或密码不正确。")
    assert entrance._password.text() == ""
    assert "不正确" in entrance._note.text()
    assert entrance._user.text() == "limin"


def test_nobody_signs_in_while_the_office_opens(entrance: SignIn, qtbot: QtBot) -> None:
    entrance.hold("正在打开数据…")
    entrance._password.setText("secret enough")
    with qtbot.assertNotEmitted(entrance.submitted):
        QTest.keyClick(entrance._password, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("letter", "modifier", "told"),
    [
        ("A", Qt.KeyboardModifier.NoModifier, [True]),
        ("a", Qt.KeyboardModifier.ShiftModifier, [True]),
        ("a", Qt.KeyboardModifier.NoModifier, [False]),
        ("A", Qt.KeyboardModifier.ShiftModifier, [False]),
    ],
)
def test_the_case_of_a_letter_betrays_caps_lock(
    qtbot: QtBot, letter: str, modifier: Qt.KeyboardModifier, told: list[bool]
) -> None:
    field = PasswordEdit()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.caps) as heard:
        QTest.sendKeyEvent(QTest.KeyAction.Press, field, Qt.Key.Key_A, letter, modifier)
    assert heard.args == told


def test_digits_say_nothing_of_caps_lock(qtbot: QtBot) -> None:
    field = PasswordEdit()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.caps):
        QTest.keyClick(field, Qt.Key.Key_5)


def test_caps_lock_is_shown_and_taken_back(entrance: SignIn) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    QTest.sendKeyEvent(QTest.KeyAction.Press, entrance._password, Qt.Key.Key_A, "A", plain)
    assert "大写锁定" in entrance._caps.text()
    QTest.sendKeyEvent(QTest.KeyAction.Press, entrance._password, Qt.Key.Key_A, "a", plain)
    assert not entrance._caps.isVisibleTo(entrance)


def test_a_whole_first_run_form_is_handed_on(first_run: FirstRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first_run.submitted) as given:
        first_run._go.click()
    assert given.args == ["admin", "赖建国", "九个字不够长的密码呀"]


@pytest.mark.parametrize(
    ("field", "words", "fault"),
    [("_name", "", "姓名"), ("_password", "short", "至少"), ("_again", "something else", "不一样")],
)
def test_a_faulty_first_run_form_says_what_is_wrong(
    first_run: FirstRun, qtbot: QtBot, field: str, words: str, fault: str
) -> None:
    getattr(first_run, field).setText(words)
    with qtbot.assertNotEmitted(first_run.submitted):
        first_run._go.click()
    assert fault in first_run._note.text()


def test_the_form_asks_for_as_long_a_password_as_the_service() -> None:
    assert MIN_PASSWORD == passwords.MINIMUM
