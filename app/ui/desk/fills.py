"""What a card can fill in for the insured person, offered and never done unasked. No Qt here."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from review.claim.edits import Edit
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Document

_PERSON = {"name": "insured.name", "id_number": "insured.id_number"}
FILLS = {
    DocumentKind.ID_CARD: _PERSON,
    DocumentKind.INSURANCE_CARD: _PERSON,
    DocumentKind.BANK_CARD: {
        "holder": "insured.account.holder",
        "card_number": "insured.account.number",
        "bank": "insured.account.bank",
    },
}
"""Fields of the claim by the card and its key."""


def fills(claim: Claim, document: Document | None) -> tuple[Edit, ...]:
    """The edits a card stands for, where they would change the claim; nothing of what is still in doubt on it."""
    wanted = FILLS.get(document.kind, {}) if document else {}
    values = document.values if document else {}
    sure = {key: values[key].value for key in wanted if key in values and not values[key].standing.asks}
    return tuple(Edit(wanted[key], text) for key, text in sure.items() if text and text != _now(claim, wanted[key]))


def _now(claim: Claim, target: str) -> Any:
    thing: Any = claim
    for name in target.split("."):
        assert name in {field.name for field in fields(thing)}, target
        thing = getattr(thing, name)
    return thing
