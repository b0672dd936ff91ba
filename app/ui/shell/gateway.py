"""The few services the shell itself calls, loaded on first use so that the window paints before the database code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.people import Actor
    from review.services.office import Office


@dataclass(frozen=True, slots=True)
class Opened:
    """An open office, and whether anybody can sign in to it yet."""

    office: Office
    has_users: bool


def open_house(home: Path | None) -> Opened:
    """Open the office's data, migrating it where needed."""
    from review.services import office, users  # noqa: PLC0415  see the module's first line

    opened = office.open_office(home)
    return Opened(opened, users.has_users(opened))


def sign_in(office: Office, username: str, password: str) -> Actor:
    """Check a password."""
    from review.services import users  # noqa: PLC0415  as above

    return users.sign_in(office, username, password)


def create_first(office: Office, username: str, full_name: str, password: str) -> Actor:
    """Create the first administrator of a new office and sign in."""
    from review.claim.states import Role  # noqa: PLC0415  as above
    from review.services import users  # noqa: PLC0415  as above

    roles = frozenset({Role.ADMINISTRATOR})
    users.create_user(office, None, users.NewUser(username, full_name, password, roles, ""))
    return users.sign_in(office, username, password)


def unread_pages(office: Office) -> int:
    """How many pages of received claims still wait to be read."""
    from review.claim.states import ClaimState  # noqa: PLC0415  as above
    from review.services import queue  # noqa: PLC0415  as above

    rows = queue.queue(office, queue.QueueFilter(states=(ClaimState.RECEIVED,)))
    return sum(row.pages - row.pages_done for row in rows)
