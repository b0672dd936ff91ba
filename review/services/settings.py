"""Settings of the office that hold for everybody: the promise in working days, and what must not pass alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.moves import require_role
from review.claim.states import Role
from review.errors import InputError
from review.store import records

if TYPE_CHECKING:
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

PROMISE = "promise_days"
PROMISE_DEFAULT = 10
"""Working days from receipt to payment that the office promises (policy §2.3, 信丰 target)."""

_LONGEST = 250


def promise(unit: Unit) -> int:
    """Working days the office promises, within an open unit."""
    return int(records.setting(unit, PROMISE, PROMISE_DEFAULT))


def promise_days(office: Office) -> int:
    """Working days from receipt that the office promises."""
    with office.store.read() as unit:
        return promise(unit)


def set_promise_days(office: Office, actor: Actor, days: int) -> None:
    """Change the promise for claims received from now on. Raises Forbidden- or InputError."""
    require_role(actor, frozenset({Role.ADMINISTRATOR}))
    if not 0 < days <= _LONGEST:
        raise InputError(f"承诺时限应为 1 至 {_LONGEST} 个工作日。", code="bad-promise")
    with office.store.write() as unit:
        before = promise(unit)
        records.keep_setting(unit, PROMISE, days)
        told = {"before": {PROMISE: before}, "after": {PROMISE: days}}
        unit.tell(office.clock(), actor.username, "set_promise_days", "office", **told)
