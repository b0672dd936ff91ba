"""Versions of a pack that the office keeps: drafted, proposed, agreed to by a second person, in force from a day.

Nothing in force ever changes by one person alone, nor without the list of the settled claims it changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.claim.moves import require_role
from review.claim.states import Role
from review.packs import pack_edits
from review.packs.pack_edits import Edit, PartEdit, ValueDrop, ValueEdit
from review.packs.versions import PolicyVersion, VersionState, digest_of
from review.services import version_rules as rules
from review.services.edition_changes import KEEPERS
from review.services.pack_shelf import shipped_pack
from review.services.policy_views import (
    SHIPPED,
    changed_figures,
    confirmed_list,
    faults,
    newer_shipped,
    notes,
    tree_of,
    version_pack,
    version_tree,
    versions,
)
from review.services.recalculating import recalculation
from review.services.summary import refresh
from review.store import policy_records as records

if TYPE_CHECKING:
    from datetime import date

    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

__all__ = [
    "AUTHORS",
    "SHIPPED",
    "Edit",
    "PartEdit",
    "ValueDrop",
    "ValueEdit",
    "approve",
    "begin_draft",
    "changed_figures",
    "confirmed_list",
    "discard",
    "edit",
    "faults",
    "newer_shipped",
    "notes",
    "propose",
    "return_to_draft",
    "version_pack",
    "version_tree",
    "versions",
    "withdraw",
]

AUTHORS = KEEPERS | {Role.CLERK, Role.SECOND_REVIEWER}
"""Who may draft and propose."""


def begin_draft(office: Office, actor: Actor, title: str) -> PolicyVersion:
    """Begin a version from the one approved last, or from the shipped pack.

    Raises:
        ForbiddenError: the actor may not draft. InputError: no title says what it is for.
    """
    require_role(actor, AUTHORS)
    rules.require_text(title, "请写明这一版本为何而起草，没有建立草稿。", "title-missing")
    shipped = shipped_pack(office.pack_id)
    with office.store.write() as unit:
        base = next(reversed(records.approved(unit, office.pack_id)), None)
        number = records.new_id(unit)
        label = f"{shipped.version}+{number}"
        tree = pack_edits.edit_part(tree_of(office, unit, base.id if base else SHIPPED), "version", label)
        draft = PolicyVersion(
            id=number,
            revision=1,
            pack=office.pack_id,
            label=label,
            title=title.strip(),
            state=VersionState.DRAFT,
            base=base.id if base else SHIPPED,
            base_label=base.label if base else shipped.version,
            digest=digest_of(tree),
            authors=(actor.username,),
            created_at=office.clock(),
        )
        records.add(unit, draft, tree)
        rules.tell(office, unit, actor, "begin_policy", draft)
    return draft


def edit(office: Office, actor: Actor, version_id: int, change: Edit, *, revision: int | None = None) -> PolicyVersion:
    """Change a draft; whoever does becomes one of its authors. A draft may be faulty until it is proposed.

    Raises:
        ForbiddenError, NotFoundError (no such path), InputError: nothing has changed.
        ConflictError: it is no draft any more, or no longer at the ``revision`` that was seen.
    """
    require_role(actor, AUTHORS)
    with office.store.write() as unit:
        draft = records.version(unit, version_id)
        rules.require_state(draft, VersionState.DRAFT)
        rules.require_seen(draft, revision)
        before = records.tree(unit, version_id)
        after = pack_edits.plain_tree(pack_edits.edit_part(change.on(before), "version", draft.label))
        draft = records.keep(unit, replace(_written_by(draft, actor), digest=digest_of(after)), tree=after)
        rules.tell(office, unit, actor, "edit_policy", draft, path=change.path, **rules.told(before, after))
    return draft


def propose(office: Office, actor: Actor, version_id: int, since: date, reason: str) -> PolicyVersion:
    """Put a draft to a second person, with the first day of care it is to hold for, and why.

    Raises:
        PolicyError: it is faulty; every fault is named with key and cure.
        InputError: no reason, nothing is changed, or its parameters were not reviewed up to that day.
        ConflictError: it is no draft, or another version was approved since it was begun.
    """
    require_role(actor, AUTHORS)
    rules.require_text(reason, "请填写提请理由（依据的文件），没有提请。", "reason-missing")
    with office.store.write() as unit:
        draft = records.version(unit, version_id)
        rules.require_state(draft, VersionState.DRAFT)
        rules.require_base(unit, draft)
        proposed = replace(_written_by(draft, actor), state=VersionState.PROPOSED, in_force_from=since, remark="")
        proposed = replace(proposed, reason=reason.strip(), proposed_by=actor.username, proposed_at=office.clock())
        before, after = tree_of(office, unit, draft.base), records.tree(unit, version_id)
        rules.require_fit(proposed, rules.require_sound(draft, before, after), before, after)
        proposed = records.keep(unit, proposed)
        rules.tell(office, unit, actor, "propose_policy", proposed, **rules.told(before, after))
    return proposed


def approve(office: Office, actor: Actor, version_id: int, confirmed: str = "") -> PolicyVersion:
    """Agree to a proposed version; it holds for care from its first day on.

    ``confirmed`` is the digest of the list (:func:`recalculation`) of the settled claims it changes; where there are
    any, nobody agrees without having seen them.

    Raises:
        ForbiddenError: the actor is neither supervisor nor administrator, or one of the authors.
        ConflictError: it is not proposed; another version was approved meanwhile; the list was not confirmed, or is
            no longer what was confirmed. Whatever is raised, nothing has changed.
    """
    require_role(actor, KEEPERS)
    with office.store.read() as unit:
        _require_approver(unit, actor, records.version(unit, version_id))
    listed = recalculation(office, version_id)
    with office.store.write() as unit:
        proposed = records.version(unit, version_id)
        _require_approver(unit, actor, proposed)
        rules.require_confirmed(unit, listed, confirmed)
        seal = listed.digest if listed.rows else ""
        approved = replace(proposed, state=VersionState.APPROVED, recalculated=seal)
        approved = replace(approved, approved_by=actor.username, approved_at=office.clock())
        approved = records.keep(unit, approved, recalculation=listed.plain())
        records.tell_changed(unit)
        figures = rules.told(tree_of(office, unit, approved.base), records.tree(unit, version_id))
        rules.tell(office, unit, actor, "approve_policy", approved, **rules.sums(listed), **figures)
    refresh(office)
    return approved


def return_to_draft(office: Office, actor: Actor, version_id: int, reason: str) -> PolicyVersion:
    """Send a proposed version back to its authors, or take an own proposal back, with the reason.

    Raises:
        ForbiddenError, InputError (no reason), ConflictError (it is not proposed): nothing has changed.
    """
    rules.require_text(reason, "请填写理由，未作任何改动。", "reason-missing")
    with office.store.write() as unit:
        proposed = records.version(unit, version_id)
        require_role(actor, AUTHORS if actor.username in proposed.authors else KEEPERS)
        rules.require_state(proposed, VersionState.PROPOSED)
        draft = replace(proposed, state=VersionState.DRAFT, in_force_from=None, remark=reason.strip())
        draft = records.keep(unit, draft)
        rules.tell(office, unit, actor, "return_policy", draft, reason=reason)
    return draft


def discard(office: Office, actor: Actor, version_id: int, reason: str) -> PolicyVersion:
    """Give up a version that is not approved, with the reason; it stays listed.

    Raises:
        ForbiddenError, InputError (no reason), ConflictError (it is approved): nothing has changed.
    """
    rules.require_text(reason, "请填写理由，未作任何改动。", "reason-missing")
    with office.store.write() as unit:
        version = records.version(unit, version_id)
        require_role(actor, AUTHORS if actor.username in version.authors else KEEPERS)
        rules.require_state(version, VersionState.DRAFT, VersionState.PROPOSED)
        gone = records.keep(unit, _gone(office, actor, version, reason))
        rules.tell(office, unit, actor, "discard_policy", gone, reason=reason)
    return gone


def withdraw(office: Office, actor: Actor, version_id: int, reason: str, confirmed: str = "") -> PolicyVersion:
    """Take an approved version out of use, with the reason and the list of the settled claims that changes.

    Raises:
        ForbiddenError: the actor is neither supervisor nor administrator, or one of the authors.
        InputError: no reason. ConflictError: it is not in use, another one rests on it, or the list was not confirmed.
    """
    require_role(actor, KEEPERS)
    rules.require_text(reason, "请填写理由，未作任何改动。", "reason-missing")
    with office.store.read() as unit:
        _require_ender(unit, actor, records.version(unit, version_id))
    listed = recalculation(office, version_id)
    with office.store.write() as unit:
        version = records.version(unit, version_id)
        _require_ender(unit, actor, version)
        rules.require_confirmed(unit, listed, confirmed)
        gone = records.keep(unit, _gone(office, actor, version, reason))
        records.tell_changed(unit)
        rules.tell(office, unit, actor, "withdraw_policy", gone, **rules.sums(listed), reason=reason)
    refresh(office)
    return gone


def _gone(office: Office, actor: Actor, version: PolicyVersion, reason: str) -> PolicyVersion:
    gone = replace(version, state=VersionState.WITHDRAWN, remark=reason.strip())
    return replace(gone, withdrawn_by=actor.username, withdrawn_at=office.clock())


def _require_approver(unit: Unit, actor: Actor, version: PolicyVersion) -> None:
    rules.require_state(version, VersionState.PROPOSED)
    rules.require_other(actor, version)
    rules.require_base(unit, version)


def _require_ender(unit: Unit, actor: Actor, version: PolicyVersion) -> None:
    rules.require_state(version, VersionState.APPROVED)
    rules.require_other(actor, version)
    rules.require_last(unit, version)


def _written_by(version: PolicyVersion, actor: Actor) -> PolicyVersion:
    return replace(version, authors=tuple(dict.fromkeys((*version.authors, actor.username))))
