"""Passwords: kept as argon2 digests, strong enough, and guessed at only slowly."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from review.errors import ForbiddenError, InputError
from review.store import records

if TYPE_CHECKING:
    from review.services.office import Office
    from review.store.unit import Unit

MINIMUM = 10
"""Fewest characters of a password."""

FEWEST_DIFFERENT = 4
"""Fewest different characters of a password."""

FREE_TRIES = 3
"""Failed tries in a row that cost no wait."""

FIRST_WAIT = timedelta(seconds=5)
"""Wait after the first failed try that is not free; each further one doubles it, up to :data:`LONGEST_WAIT`."""

LONGEST_WAIT = timedelta(minutes=15)

_HASHER = PasswordHasher()
_MANY = 20


def hashed(password: str) -> str:
    """The digest of a new password. Raises InputError for a weak one."""
    if len(password) < MINIMUM or len(set(password)) < FEWEST_DIFFERENT:
        raise InputError(f"密码至少 {MINIMUM} 个字符,且不能只重复几个字符。", code="weak-password")
    return _HASHER.hash(password)


def matches(secret: str | None, password: str) -> bool:
    """Whether the password is the one behind the digest; takes as long where there is none."""
    try:
        return _HASHER.verify(secret or _nobody(), password) and secret is not None
    except (Argon2Error, InvalidHashError):
        return False


def count_try(office: Office, unit: Unit, username: str) -> None:
    """Count a try under a name, before it is looked at, and set how long the next one has to wait.

    Raises:
        ForbiddenError: the last wait is not over.
    """
    name = _digest(username)
    count, until = records.failures(unit, name)
    if until is not None and office.clock() < until:
        raise ForbiddenError("尝试次数过多,请稍后再试。", code="locked-out", advice="请等待几分钟,或联系管理员。")
    paid = count + 1 - FREE_TRIES
    wait = min(FIRST_WAIT * 2 ** min(paid - 1, _MANY), LONGEST_WAIT) if paid > 0 else timedelta()
    records.keep_failures(unit, name, count + 1, office.clock() + wait)


def forget_tries(office: Office, unit: Unit, username: str) -> None:
    """Begin to count anew."""
    records.keep_failures(unit, _digest(username), 0, office.clock())


def _digest(username: str) -> str:
    """What failed tries are kept under: people type passwords into the wrong field."""
    return hashlib.sha256(username.encode()).hexdigest()


@cache
def _nobody() -> str:
    return _HASHER.hash("nobody has this password")
