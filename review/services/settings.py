"""Settings of the office that hold for everybody: the promise in working days, the name it prints, what it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.claim import typed
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
NAME = "office_name"
DEFAULTS: dict[str, Any] = {PROMISE: PROMISE_DEFAULT, NAME: "医疗保险经办机构", "keep_corrections": False}
"""What holds while nobody said otherwise."""

_LONGEST = 250
_LONGEST_NAME = 40


def kept_setting(unit: Unit, name: str) -> Any:
    """A setting as it stands, within an open unit."""
    return records.setting(unit, name, DEFAULTS[name])


def promise(unit: Unit) -> int:
    """Working days the office promises, within an open unit."""
    return int(kept_setting(unit, PROMISE))


def promise_days(office: Office) -> int:
    """Working days from receipt that the office promises."""
    with office.store.read() as unit:
        return promise(unit)


def set_promise_days(office: Office, actor: Actor, days: int) -> None:
    """Change the promise for claims received from now on. Raises Forbidden- or InputError."""
    require_role(actor, frozenset({Role.ADMINISTRATOR}))
    if not 0 < days <= _LONGEST:
        raise InputError(f"承诺时限应为 1 至 {_LONGEST} 个工作日。", code="bad-promise")
    change(office, actor, PROMISE, days)


def office_name(office: Office) -> str:
    """The name the office prints on its sheets."""
    with office.store.read() as unit:
        return str(kept_setting(unit, NAME))


def set_office_name(office: Office, actor: Actor, name: str) -> None:
    """Change the name on sheets printed from now on; empty for the usual one. Raises Forbidden-, InputError."""
    require_role(actor, frozenset({Role.ADMINISTRATOR}))
    name = typed.words(name).replace("\n", "")
    if len(name) > _LONGEST_NAME:
        raise InputError(f"机构名称最多 {_LONGEST_NAME} 字。", code="bad-name")
    change(office, actor, NAME, name or DEFAULTS[NAME])


def change(office: Office, actor: Actor, name: str, value: Any) -> None:
    """Keep a setting and tell the journal; whoever calls has seen to it that the actor may."""
    with office.store.write() as unit:
        before = kept_setting(unit, name)
        records.keep_setting(unit, name, value)
        told = {"before": {name: before}, "after": {name: value}}
        unit.tell(office.clock(), actor.username, f"set_{name}", "office", **told)
