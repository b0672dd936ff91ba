"""What a claim would settle to with one value as it is being typed; nothing is stored. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.edits import Edit, edited
from review.errors import LingbaoError
from review.services.assess import settled

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.policy.settlement import Settlement
    from review.services.office import Office


def tried(office: Office, claim: Claim, target: str, value: str) -> Settlement | None:
    """The settlement on trial, or None while what is typed is no value yet."""
    try:
        return settled(office, edited(claim, Edit(target, value)))
    except LingbaoError:
        return None
