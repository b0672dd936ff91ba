"""What is decided about an edition after it came: its last day, or that it is withdrawn. Nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.moves import require_role
from review.claim.states import Role
from review.errors import ConflictError, InputError, NotFoundError
from review.store import edition_records as records
from review.store.unit import Deed

if TYPE_CHECKING:
    from datetime import date

    from review.catalogue.entry import Edition
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

KEEPERS = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Who may change editions and take remembered choices out of use."""
SUBJECT = "catalogue"
"""Subject of the journal's rows about editions, remembered columns and choices."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How an edition goes out of use: after a last day, or, without one, withdrawn for the reason."""

    edition: Edition
    last_day: date | None = None
    reason: str = ""


def withdraw(office: Office, actor: Actor, edition_id: str, reason: str) -> None:
    """Take an edition out of use, with the reason; claims settled with it keep it, and it stays readable.

    Raises:
        ForbiddenError, InputError (no reason), NotFoundError, ConflictError (withdrawn before): nothing has changed.
    """
    edition = _in_use(office, actor, edition_id, reason)
    with office.store.write() as unit:
        end(office, unit, actor, Ending(edition, reason=reason.strip()))


def end_edition(office: Office, actor: Actor, edition_id: str, last_day: date, reason: str) -> None:
    """Say on which day an edition holds last, with the reason.

    Raises:
        ForbiddenError, InputError (no reason, or a day before it begins), NotFoundError, ConflictError (withdrawn).
    """
    edition = _in_use(office, actor, edition_id, reason)
    if last_day < edition.effective_from:
        raise InputError("终止日早于生效日，未作任何改动。", code="ends-before", advice="请核对日期，或作废该版本。")
    with office.store.write() as unit:
        end(office, unit, actor, Ending(edition, last_day, reason.strip()))


def end(office: Office, unit: Unit, actor: Actor, ending: Ending) -> None:
    """Within a unit: let an edition go out of use; told in the journal."""
    edition, now, person = ending.edition, office.clock(), actor.username
    last = ending.last_day or edition.effective_until
    withdrawn = "" if ending.last_day else ending.reason
    records.change(unit, edition.id, last, withdrawn, Deed(now, person))
    action = "withdraw_edition" if withdrawn else "end_edition"
    told = {"edition": edition.id, "title": edition.title}
    before = {**told, "effective_until": str(edition.effective_until or "")}
    after = {**told, "effective_until": str(last or "")}
    unit.tell(now, person, action, SUBJECT, before=before, after=after, reason=ending.reason)


def _in_use(office: Office, actor: Actor, edition_id: str, reason: str) -> Edition:
    require_role(actor, KEEPERS)
    if not reason.strip():
        raise InputError("请填写理由，未作任何改动。", code="reason-missing")
    edition = office.catalogue.edition(edition_id)
    if edition is None:
        raise NotFoundError(f"没有目录版本 {edition_id}。", code="no-edition", advice="请刷新后再试。")
    if edition.withdrawn:
        raise ConflictError(f"“{edition.title}”已作废，未作任何改动。", code="withdrawn", advice="请刷新后查看。")
    return edition
