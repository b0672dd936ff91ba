"""The demo's made-up users: an administrator, and four people who may not do each other's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.states import Role
from review.services import users
from review.services.users import NewUser

if TYPE_CHECKING:
    from review.claim.people import Actor
    from review.services.office import Office

PASSWORD = "lingbao-demo-2026"  # noqa: S105 - opens nothing but the demo's own data folder
ADMINISTRATOR = NewUser(
    username="admin", full_name="演示管理员", password=PASSWORD, roles=frozenset({Role.ADMINISTRATOR}), id_number=""
)
STAFF = (
    NewUser(username="li", full_name="李敏", password=PASSWORD, roles=frozenset({Role.CLERK}), id_number=""),
    NewUser(
        username="zhou", full_name="周静", password=PASSWORD, roles=frozenset({Role.SECOND_REVIEWER}), id_number=""
    ),
    NewUser(username="chen", full_name="陈国栋", password=PASSWORD, roles=frozenset({Role.SUPERVISOR}), id_number=""),
    NewUser(username="fang", full_name="方华", password=PASSWORD, roles=frozenset({Role.CASHIER}), id_number=""),
)


def staff(office: Office) -> dict[Role, Actor]:
    """The demo's users by role, created where they are not there yet."""
    if not users.has_users(office):
        users.create_user(office, None, ADMINISTRATOR)
    administrator = users.sign_in(office, ADMINISTRATOR.username, PASSWORD)
    known = {row.username for row in users.list_users(office)}
    for new in STAFF:
        if new.username not in known:
            users.create_user(office, administrator, new)
    return {role: users.sign_in(office, new.username, PASSWORD) for new in STAFF for role in new.roles}
