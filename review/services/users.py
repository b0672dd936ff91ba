"""Users: who may sign in, with what password, in which roles. Failed sign-ins wait longer each time."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from review.claim.moves import require_role
from review.claim.people import Actor
from review.claim.states import Role
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.store import records

if TYPE_CHECKING:
    from datetime import datetime

    from review.services.office import Office
    from review.store.schema import UserRow as StoredUser
    from review.store.unit import Unit

MINIMUM = 10
"""Fewest characters of a password."""

FEWEST_DIFFERENT = 4
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)
HASHER = PasswordHasher()

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
    secret = HASHER.hash(new.password)
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
    name = _digest(username)
    with office.store.write() as unit:
        stored = records.user(unit, username)
        row = _shown(stored) if stored else None
        secret = stored.secret if stored else _nobody()
        _count_try(office, unit, name)
    if _matches(secret, password) and row is not None and not row.disabled:
        with office.store.write() as unit:
            records.keep_failures(unit, name, 0, office.clock())
        return row
    with office.store.write() as unit:
        _tell(office, unit, username if row else "", "sign_in_failed", username if row else "")
    raise ForbiddenError("用户名或密码不正确。", code="wrong-password", advice="请检查后重试。")


def change_password(office: Office, actor: Actor, old: str, new: str) -> None:
    """Change one's own password. Raises ForbiddenError for a wrong old one, InputError for a weak new one."""
    _check_password(new)
    check_password(office, actor.username, old)
    secret = HASHER.hash(new)
    with office.store.write() as unit:
        stored = _stored(unit, actor.username)
        stored.secret = secret
        _tell(office, unit, actor.username, "change_password", actor.username)


def reset_password(office: Office, actor: Actor, username: str, password: str) -> None:
    """Give a user who forgot theirs a new password, and end a lock-out. Raises Forbidden-, Input- or NotFoundError."""
    require_role(actor, _ADMINISTRATORS)
    _check_password(password)
    secret = HASHER.hash(password)
    with office.store.write() as unit:
        _stored(unit, username).secret = secret
        records.keep_failures(unit, _digest(username), 0, office.clock())
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


def _digest(username: str) -> str:
    return hashlib.sha256(username.encode()).hexdigest()


def _stored(unit: Unit, username: str) -> StoredUser:
    stored = records.user(unit, username)
    if stored is None:
        raise NotFoundError(f"没有用户 {username}。", code="no-user")
    return stored


def _shown(row: StoredUser) -> UserRow:
    return UserRow(row.username, row.full_name, frozenset(row.roles), row.id_number, row.disabled, row.created_at)


@cache
def _nobody() -> str:
    """A digest to compare with where there is no such user, so that the answer takes as long."""
    return HASHER.hash("nobody has this password")


def _matches(secret: str, password: str) -> bool:
    try:
        return HASHER.verify(secret, password)
    except (Argon2Error, InvalidHashError):
        return False


def _count_try(office: Office, unit: Unit, name: str) -> None:
    """Count one try and set how long the next has to wait: nothing for the first few, then twice as long each time."""
    count, until = records.failures(unit, name)
    if until is not None and office.clock() < until:
        raise ForbiddenError("尝试次数过多,请稍后再试。", code="locked-out", advice="请等待几分钟,或联系管理员。")
    steps = max(0, count + 1 - FREE_TRIES)
    wait = min(FIRST_WAIT * 2 ** min(steps - 1, 20), LONGEST_WAIT) if steps else timedelta()
    records.keep_failures(unit, name, count + 1, office.clock() + wait)


def _check_new(new: NewUser) -> None:
    if not _NAME.fullmatch(new.username):
        raise InputError(
            "用户名应为小写字母开头的 2 至 40 位字母、数字、点、横线。", code="bad-username", advice="例如 zhang.wei。"
        )
    if not new.full_name.strip() or not new.roles:
        raise InputError("请填写姓名并至少选择一个角色。", code="bad-user")
    _check_password(new.password)


def _check_password(password: str) -> None:
    if len(password) < MINIMUM or len(set(password)) < FEWEST_DIFFERENT:
        raise InputError(f"密码至少 {MINIMUM} 个字符,且不能只重复几个字符。", code="weak-password")


def _may_create(actor: Actor | None, new: NewUser, *, first: bool) -> None:
    if actor is not None:
        require_role(actor, _ADMINISTRATORS)
    elif not first:
        raise ForbiddenError("只有管理员可以创建用户。", code="wrong-role")
    elif Role.ADMINISTRATOR not in new.roles:
        raise InputError("第一个用户必须是管理员。", code="first-user")


def _tell(office: Office, unit: Unit, actor: str, action: str, username: str, **content: Any) -> None:
    unit.tell(office.clock(), actor, action, f"user:{username}", **content)
