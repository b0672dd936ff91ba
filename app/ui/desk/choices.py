"""What the magnifier offers in place of a value: other readings of its place, numbered. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.claim.paper import Value

MOST = 9
"""As many as there are number keys."""


def choices(value: Value) -> tuple[str, ...]:
    """Other readings, likeliest first, each once, without the value in force."""
    return tuple(dict.fromkeys(other for other in value.others if other and other != value.value))[:MOST]
