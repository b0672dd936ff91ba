"""Full names behind usernames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.services import users

if TYPE_CHECKING:
    from review.services.office import Office


def full_names(office: Office) -> dict[str, str]:
    """Everybody's full name by username."""
    return {row.username: row.full_name for row in users.list_users(office)}
