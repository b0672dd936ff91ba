"""Settings of the office that hold for everybody: the promise in working days, the name it prints, what it keeps."""

from __future__ import annotations

from decimal import Decimal
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
VERIFY = "verify_above"
VERIFY_DEFAULT = "20000"
"""Yuan from which an electronic receipt wants an answer of the treasury's site (policy §2.4, 无为: 2 万 on)."""
DEFAULTS: dict[str, Any] = {
    PROMISE: PROMISE_DEFAULT,
    NAME: "医疗保险经办机构",
    VERIFY: VERIFY_DEFAULT,
    "keep_corrections": False,
}
"""What holds while nobody said otherwise."""

_LONGEST = 250
_LARGEST = Decimal(10_000_000)
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


def verify_above(unit: Unit) -> Decimal | None:
    """Yuan from which electronic receipts must be looked up, within an open unit; None where none must."""
    kept = str(kept_setting(unit, VERIFY))
    return Decimal(kept) if kept else None


def verification_sum(office: Office) -> Decimal | None:
    """Yuan from which electronic receipts must be looked up; None where none must."""
    with office.store.read() as unit:
        return verify_above(unit)


def set_verify_above(office: Office, actor: Actor, yuan: Decimal | None) -> None:
    """Change from which sum electronic receipts must be looked up; None for none. Raises Forbidden-, InputError."""
    require_role(actor, frozenset({Role.ADMINISTRATOR}))
    if yuan is not None and not (yuan.is_finite() and 0 <= yuan <= _LARGEST):
        raise InputError("查验金额应为 0 元以上的金额，没有保存。", code="bad-sum", advice="留空表示不要求查验。")
    change(office, actor, VERIFY, "" if yuan is None else str(yuan))


def change(office: Office, actor: Actor, name: str, value: Any) -> None:
    """Keep a setting and tell the journal; whoever calls has seen to it that the actor may."""
    with office.store.write() as unit:
        before = kept_setting(unit, name)
        records.keep_setting(unit, name, value)
        told = {"before": {name: before}, "after": {name: value}}
        unit.tell(office.clock(), actor.username, f"set_{name}", "office", **told)
