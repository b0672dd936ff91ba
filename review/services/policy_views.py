"""Versions of a pack as people look at them: their parameters, faults and doubts, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.errors import PolicyError
from review.packs.pack import pack_from
from review.packs.pack_changes import changes
from review.packs.pack_lint import lint_tree
from review.services import version_rules as rules
from review.services.pack_shelf import shipped_pack, shipped_tree
from review.store import policy_records as records

if TYPE_CHECKING:
    from review.packs.pack_changes import Change
    from review.packs.pack_edits import Tree
    from review.packs.pack_lint import Note
    from review.packs.pack_model import Pack
    from review.packs.versions import PolicyVersion
    from review.services.office import Office
    from review.store.unit import Unit

SHIPPED = 0
"""Stands for the pack that came with the software where an id of a version is asked for."""


def versions(office: Office) -> tuple[PolicyVersion, ...]:
    """All versions of the office's pack, oldest first."""
    with office.store.read() as unit:
        return records.versions(unit, office.pack_id)


def version_tree(office: Office, version_id: int = SHIPPED) -> Tree:
    """The parameters of a version, or of the shipped pack. Raises NotFoundError, PolicyError."""
    with office.store.read() as unit:
        return tree_of(office, unit, version_id)


def version_pack(office: Office, version_id: int = SHIPPED) -> Pack:
    """A version as a pack to settle by. Raises NotFoundError, PolicyError (the draft is faulty, with key and cure)."""
    if version_id == SHIPPED:
        return shipped_pack(office.pack_id)
    with office.store.read() as unit:
        found = records.version(unit, version_id)
        return pack_from(records.tree(unit, version_id), where=f"政策包版本 {found.label}")


def faults(office: Office, version_id: int) -> str:
    """What keeps a version from being proposed, each fault with key and cure (Chinese); empty where nothing does."""
    with office.store.read() as unit:
        version = records.version(unit, version_id)
        before, after = tree_of(office, unit, version.base), records.tree(unit, version_id)
    try:
        rules.require_sound(version, before, after)
    except PolicyError as error:
        return str(error)
    return ""


def notes(office: Office, version_id: int) -> tuple[Note, ...]:
    """Everything that is wrong or doubtful in a version, faults first; warnings are for somebody to look at."""
    return lint_tree(version_tree(office, version_id))


def changed_figures(office: Office, version_id: int) -> tuple[Change, ...]:
    """The figures in which a version differs from the one it was made from, each with the paper it rests on."""
    with office.store.read() as unit:
        base = records.version(unit, version_id).base
        return changes(tree_of(office, unit, base), records.tree(unit, version_id))


def newer_shipped(office: Office) -> str:
    """The version of the shipped pack where the office's own versions still rest on an earlier one; else empty.

    Own versions stay in force as they are: what is new in the shipped pack has to be taken over by a new version.
    """
    with office.store.read() as unit:
        by_id = {one.id: one for one in records.versions(unit, office.pack_id)}
        own = records.approved(unit, office.pack_id)
    if not own:
        return ""
    root = own[-1]
    while root.base:
        root = by_id[root.base]
    shipped = shipped_pack(office.pack_id).version
    return "" if root.base_label == shipped else shipped


def confirmed_list(office: Office, version_id: int) -> list[dict[str, Any]]:
    """The settled claims that were confirmed with an approval, as they were listed then."""
    with office.store.read() as unit:
        return records.recalculation(unit, version_id)


def tree_of(office: Office, unit: Unit, version_id: int) -> Tree:
    """The parameters of a version, or of the shipped pack, within an open unit. Raises NotFoundError, PolicyError."""
    if version_id == SHIPPED:
        return shipped_tree(office.pack_id)
    return records.tree(unit, records.version(unit, version_id).id)
