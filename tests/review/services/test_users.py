"""Users: who may sign in, refused alike, waiting longer each time; nothing secret is ever told."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from review.claim.states import Role
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import archive, users
from review.services.passwords import FREE_TRIES, _digest
from review.services.users import NewUser
from review.store import records
from tests.offices import ADMINISTRATOR, CLERK, PASSWORD, SUPERVISOR, Clock, a_user

if TYPE_CHECKING:
    from review.claim.people import Actor
    from review.services.office import Office

NEW = "一场春雨带来的新密码"


@pytest.fixture
def clerk(office: Office) -> Actor:
    a_user(office, ADMINISTRATOR)
    return a_user(office, CLERK)


def test_the_first_user_is_an_administrator(office: Office) -> None:
    assert not users.has_users(office)
    with pytest.raises(InputError, match="管理员"):
        users.create_user(office, None, NewUser("li.jing", "李静", PASSWORD, frozenset({Role.CLERK})))
    a_user(office, ADMINISTRATOR)
    assert users.has_users(office)
    with pytest.raises(ForbiddenError):
        users.create_user(office, None, NewUser("eve", "某人", PASSWORD, frozenset(Role)))


def test_who_signs_in_acts_in_their_roles(office: Office, clerk: Actor) -> None:
    assert users.sign_in(office, " LI.JING ", PASSWORD) == clerk
    assert archive.history(office, "user:li.jing")[-1].action == "sign_in"


def test_wrong_passwords_and_unknown_or_disabled_names_are_refused_alike(office: Office, clerk: Actor) -> None:
    users.disable_user(office, ADMINISTRATOR, clerk.username)
    told = set()
    for name, password in (("admin", "wrong password"), ("nobody", PASSWORD), (clerk.username, PASSWORD)):
        with pytest.raises(ForbiddenError) as refused:
            users.sign_in(office, name, password)
        told.add((str(refused.value), refused.value.code, refused.value.advice))
    assert len(told) == 1


@pytest.mark.parametrize("name", ["li.jing", "nobody"])
def test_failed_tries_wait_longer_each_time(office: Office, clerk: Actor, clock: Clock, name: str) -> None:
    assert clerk.username == "li.jing"
    waits = []
    for _ in range(FREE_TRIES + 4):
        with pytest.raises(ForbiddenError, match="不正确"):
            users.sign_in(office, name, "wrong password")
        waits.append(seconds_to_wait(office, clock, name))
    assert waits == [0, 0, 0, 5, 10, 20, 40]


def seconds_to_wait(office: Office, clock: Clock, name: str) -> int:
    """How long the name has to wait; the clock then stands at the end of it."""
    for waited in (0, 5, 10, 20, 40, 80):
        clock.pass_by(seconds=waited)
        with office.store.read() as unit:
            _, until = records.failures(unit, _digest(name))
        if until is None or until <= clock():
            return waited
        clock.pass_by(seconds=-waited)
    return -1


def test_while_locked_out_even_the_right_password_waits(office: Office, clerk: Actor, clock: Clock) -> None:
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(ForbiddenError):
            users.sign_in(office, clerk.username, "wrong password")
    with pytest.raises(ForbiddenError) as refused:
        users.sign_in(office, clerk.username, PASSWORD)
    assert refused.value.code == "locked-out"
    clock.pass_by(minutes=15)
    assert users.sign_in(office, clerk.username, PASSWORD) == clerk


def test_an_administrator_ends_a_lock_out_with_a_new_password(office: Office, clerk: Actor) -> None:
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(ForbiddenError):
            users.sign_in(office, clerk.username, "wrong password")
    users.reset_password(office, ADMINISTRATOR, clerk.username, NEW)
    assert users.sign_in(office, clerk.username, NEW) == clerk


def test_people_change_their_own_password_knowing_the_old_one(office: Office, clerk: Actor) -> None:
    with pytest.raises(ForbiddenError):
        users.change_password(office, clerk, "wrong password", NEW)
    users.change_password(office, clerk, PASSWORD, NEW)
    assert users.sign_in(office, clerk.username, NEW) == clerk


@pytest.mark.parametrize("password", ["", "short", "123456789", "aaaaaaaaaaaa", "abababababab"])
def test_weak_passwords_are_refused(office: Office, clerk: Actor, password: str) -> None:
    with pytest.raises(InputError, match="密码"):
        users.change_password(office, clerk, PASSWORD, password)


@pytest.mark.parametrize(
    "new",
    [
        NewUser("Li Jing", "李静", PASSWORD, frozenset({Role.CLERK})),
        NewUser("x", "李静", PASSWORD, frozenset({Role.CLERK})),
        NewUser("zhou.yan", " ", PASSWORD, frozenset({Role.CLERK})),
        NewUser("zhou.yan", "周燕", PASSWORD, frozenset()),
    ],
)
def test_a_user_needs_a_plain_name_and_a_role(office: Office, new: NewUser) -> None:
    a_user(office, ADMINISTRATOR)
    with pytest.raises(InputError):
        users.create_user(office, ADMINISTRATOR, new)


def test_a_username_is_given_once(office: Office, clerk: Actor) -> None:
    with pytest.raises(ConflictError, match="已被使用"):
        users.create_user(office, ADMINISTRATOR, NewUser(clerk.username, "李静", PASSWORD, clerk.roles))


def test_only_administrators_manage_users_and_never_themselves(office: Office, clerk: Actor) -> None:
    a_user(office, SUPERVISOR)
    calls = (users.disable_user, users.enable_user)
    for call in calls:
        with pytest.raises(ForbiddenError):
            call(office, clerk, SUPERVISOR.username)
        with pytest.raises(ConflictError):
            call(office, ADMINISTRATOR, ADMINISTRATOR.username)
    with pytest.raises(ForbiddenError):
        users.reset_password(office, clerk, SUPERVISOR.username, NEW)
    with pytest.raises(NotFoundError):
        users.disable_user(office, ADMINISTRATOR, "nobody")


def test_roles_and_disabling_are_changed_and_told(office: Office, clerk: Actor) -> None:
    users.disable_user(office, ADMINISTRATOR, clerk.username)
    users.enable_user(office, ADMINISTRATOR, clerk.username)
    row = users.set_roles(office, ADMINISTRATOR, clerk.username, frozenset({Role.AUDITOR}))
    assert (row.roles, row.disabled) == (frozenset({Role.AUDITOR}), False)
    assert users.list_users(office)[1] == row
    actions = [row.action for row in archive.history(office, "user:li.jing")]
    assert actions == ["create_user", "disable_user", "enable_user", "set_roles"]
    assert archive.verify_journal(office).ok


def test_no_password_is_told_anywhere(office: Office, clerk: Actor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ForbiddenError):
        users.sign_in(office, "九月的稻田不是用户名", NEW)
    users.sign_in(office, clerk.username, PASSWORD)
    users.change_password(office, clerk, PASSWORD, NEW)
    told = f"{archive.history(office)} {caplog.text} {NewUser('a.b', '甲', PASSWORD, clerk.roles)}"
    assert not any(secret in told for secret in (PASSWORD, NEW, "argon2", "九月的稻田不是用户名"))
