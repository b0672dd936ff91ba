"""Users: who may sign in, with what password, in which roles. Failed sign-ins wait longer each time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from review.claim.moves import require_role
from review.claim.people import Actor
from review.claim.states import Role
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import passwords
from review.services.passwords import MINIMUM, hashed
from review.store import records

if TYPE_CHECKING:
    from datetime import datetime

    from review.services.office import Office
    from review.store.schema import UserRow as StoredUser
    from review.store.unit import Unit

__all__ = [
    "MINIMUM",
    "NewUser",
    "UserRow",
    "change_password",
    "check_password",
    "create_user",
    "disable_user",
    "enable_user",
    "has_users",
    "list_users",
    "reset_password",
    "set_roles",
    "sign_in",
]

_NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")
_ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user to create. ``id_number`` is the citizen number that keeps people from their own claims."""

    username: str
    full_name: str
    password: str = field(repr=False)
    roles: frozenset[Role]
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as lists show it."""

    username: str
    full_name: str
    roles: frozenset[Role]
    id_number: str
    disabled: bool
    created_at: datetime


def has_users(office: Office) -> bool:
    """Whether anybody can sign in yet."""
    return bool(list_users(office))


def list_users(office: Office) -> tuple[UserRow, ...]:
    """All users by name."""
    with office.store.read() as unit:
        return tuple(_shown(row) for row in records.users(unit))


def create_user(office: Office, actor: Actor | None, new: NewUser) -> UserRow:
    """Create a user; without an actor only the first one, who must be an administrator.

    Raises:
        InputError: a bad username, too short a password, no roles.
        ConflictError: the username is taken. ForbiddenError: the actor is no administrator.
    """
    _check_new(new)
    secret = hashed(new.password)
    with office.store.write() as unit:
        known = records.users(unit)
        _may_create(actor, new, first=not known)
        if any(row.username == new.username for row in known):
            raise ConflictError(f"用户名 {new.username} 已被使用。", code="user-exists", advice="请换一个用户名。")
        row = {
            "username": new.username,
            "full_name": new.full_name.strip(),
            "roles": sorted(new.roles),
            "id_number": new.id_number.strip().upper(),
            "disabled": False,
        }
        records.keep_user(unit, **row, secret=secret, created_at=office.clock())
        _tell(office, unit, actor.username if actor else new.username, "create_user", new.username, after=row)
        stored = records.user(unit, new.username)
        assert stored is not None
        return _shown(stored)


def sign_in(office: Office, username: str, password: str) -> Actor:
    """The user as actor. Every refusal reads the same, whether or not there is such a user.

    Raises:
        ForbiddenError: wrong name or password, or too many failed tries lately.
    """
    username = username.strip().lower()
    row = check_password(office, username, password)
    with office.store.write() as unit:
        _tell(office, unit, username, "sign_in", username)
    return Actor(row.username, row.full_name, row.roles, row.id_number)


def check_password(office: Office, username: str, password: str) -> UserRow:
    """The user, if the password is right. Raises ForbiddenError; each try is counted before it is looked at."""
    with office.store.write() as unit:
        stored = records.user(unit, username)
        row, secret = (_shown(stored), stored.secret) if stored else (None, None)
        passwords.count_try(office, unit, username)
    right = passwords.matches(secret, password)
    if row is not None and right and not row.disabled:
        with office.store.write() as unit:
            passwords.forget_tries(office, unit, username)
        return row
    with office.store.write() as unit:
        known = username if row else ""
        _tell(office, unit, known, "sign_in_failed", known)
    raise ForbiddenError("用户名或密码不正确。", code="wrong-password", advice="请检查后重试。")


def change_password(office: Office, actor: Actor, old: str, new: str) -> None:
    """Change one's own password. Raises ForbiddenError for a wrong old one, InputError for a weak new one."""
    secret = hashed(new)
    check_password(office, actor.username, old)
    with office.store.write() as unit:
        stored = _stored(unit, actor.username)
        stored.secret = secret
        _tell(office, unit, actor.username, "change_password", actor.username)


def reset_password(office: Office, actor: Actor, username: str, password: str) -> None:
    """Give a user who forgot theirs a new password, and end a lock-out. Raises Forbidden-, Input- or NotFoundError."""
    require_role(actor, _ADMINISTRATORS)
    secret = hashed(password)
    with office.store.write() as unit:
        _stored(unit, username).secret = secret
        passwords.forget_tries(office, unit, username)
        _tell(office, unit, actor.username, "reset_password", username)


def disable_user(office: Office, actor: Actor, username: str) -> UserRow:
    """Keep a user from signing in; nobody disables themselves. Raises Forbidden-, Conflict- or NotFoundError."""
    return _change(office, actor, username, "disable_user", disabled=True)


def enable_user(office: Office, actor: Actor, username: str) -> UserRow:
    """Let a disabled user sign in again. Raises Forbidden-, Conflict- or NotFoundError."""
    return _change(office, actor, username, "enable_user", disabled=False)


def set_roles(office: Office, actor: Actor, username: str, roles: frozenset[Role]) -> UserRow:
    """Give a user these roles; nobody changes their own. Raises Forbidden-, Conflict-, Input- or NotFoundError."""
    if not roles:
        raise InputError("请至少选择一个角色。", code="bad-user")
    return _change(office, actor, username, "set_roles", roles=tuple(sorted(roles)))


def _change(office: Office, actor: Actor, username: str, action: str, **values: Any) -> UserRow:
    require_role(actor, _ADMINISTRATORS)
    if username == actor.username:
        raise ConflictError("不能停用自己,也不能更改自己的角色。", code="own-user", advice="请由其他管理员办理。")
    with office.store.write() as unit:
        stored = _stored(unit, username)
        before = {name: getattr(stored, name) for name in values}
        for name, value in values.items():
            setattr(stored, name, value)
        _tell(office, unit, actor.username, action, username, before=before, after=values)
        return _shown(stored)


def _stored(unit: Unit, username: str) -> StoredUser:
    stored = records.user(unit, username)
    if stored is None:
        raise NotFoundError(f"没有用户 {username}。", code="no-user")
    return stored


def _shown(row: StoredUser) -> UserRow:
    return UserRow(row.username, row.full_name, frozenset(row.roles), row.id_number, row.disabled, row.created_at)


def _check_new(new: NewUser) -> None:
    if not _NAME.fullmatch(new.username):
        raise InputError(
            "用户名应为小写字母开头的 2 至 40 位字母、数字、点、横线。", code="bad-username", advice="例如 zhang.wei。"
        )
    if not new.full_name.strip() or not new.roles:
        raise InputError("请填写姓名并至少选择一个角色。", code="bad-user")


def _may_create(actor: Actor | None, new: NewUser, *, first: bool) -> None:
    if actor is not None:
        require_role(actor, _ADMINISTRATORS)
    elif not first:
        raise ForbiddenError("只有管理员可以创建用户。", code="wrong-role")
    elif Role.ADMINISTRATOR not in new.roles:
        raise InputError("第一个用户必须是管理员。", code="first-user")


def _tell(office: Office, unit: Unit, actor: str, action: str, username: str, **content: Any) -> None:
    unit.tell(office.clock(), actor, action, f"user:{username}", **content)
