"""Versions of packs in the store: written by draft, approved with the list they were agreed to on, never deleted."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from review.errors import ConflictError, NotFoundError
from review.policy.versions import PolicyVersion, VersionState
from review.store.policy_tables import PolicyVersionRow
from review.store.schema import ClaimRow, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.claim.states import ClaimState
    from review.store.unit import Unit

VERSION = "policies"
"""Counter that is raised whenever a version comes into force or goes out of it, so that every process sees it."""
_NAMES = tuple(f.name for f in fields(PolicyVersion))
_HEADS = tuple(getattr(PolicyVersionRow, name) for name in _NAMES)


def changed(unit: Unit) -> int:
    """How often the versions in force have changed."""
    return unit.counted(VERSION)


def tell_changed(unit: Unit) -> None:
    """Say that other versions are in force from now on."""
    next(unit.count_off(VERSION))


def new_id(unit: Unit) -> int:
    """The number of a version that is begun now."""
    return next(unit.count_off("policy_version"))


def add(unit: Unit, version: PolicyVersion, tree: dict[str, Any]) -> None:
    """Keep a new version."""
    unit.session.execute(insert(PolicyVersionRow), [{**asdict(version), "tree": tree, "recalculation": None}])


def keep(unit: Unit, version: PolicyVersion, **more: Any) -> PolicyVersion:
    """Write a version as it now stands, as the next revision; ``more`` may hold tree and recalculation.

    Raises:
        ConflictError: somebody else changed it since it was read.
    """
    newer = replace(version, revision=version.revision + 1)
    found = (PolicyVersionRow.id == version.id, PolicyVersionRow.revision == version.revision)
    result = unit.session.execute(update(PolicyVersionRow).where(*found).values(**asdict(newer), **more))
    if result.rowcount != 1:  # type: ignore[attr-defined]  # an update gives a cursor result
        message = f"政策包版本 {version.label} 刚刚被别人改动，这次的改动没有写入。"
        raise ConflictError(message, code="stale", advice="请刷新后再试。")
    return newer


def version(unit: Unit, version_id: int) -> PolicyVersion:
    """A version. Raises NotFoundError."""
    row = unit.session.execute(select(*_HEADS).where(PolicyVersionRow.id == version_id)).mappings().first()
    if row is None:
        raise NotFoundError(f"没有编号为 {version_id} 的政策包版本。", code="no-version", advice="请刷新后再试。")
    return PolicyVersion(**row)


def versions(unit: Unit, pack: str) -> tuple[PolicyVersion, ...]:
    """All versions of a pack, oldest first; of all packs for an empty id."""
    chosen = select(*_HEADS).order_by(PolicyVersionRow.id)
    if pack:
        chosen = chosen.where(PolicyVersionRow.pack == pack)
    return tuple(PolicyVersion(**row) for row in unit.session.execute(chosen).mappings())


def approved(unit: Unit, pack: str) -> tuple[PolicyVersion, ...]:
    """The approved versions of a pack, oldest first: of those that hold for a day of care the last one is used."""
    return tuple(one for one in versions(unit, pack) if one.state is VersionState.APPROVED)


def tree(unit: Unit, version_id: int) -> dict[str, Any]:
    """The parameters of a version."""
    found: dict[str, Any] = unit.session.execute(
        select(PolicyVersionRow.tree).where(PolicyVersionRow.id == version_id)
    ).scalar_one()
    return found


def recalculation(unit: Unit, version_id: int) -> list[dict[str, Any]]:
    """The list of settled claims that was confirmed with a version; empty where there was none."""
    chosen = select(PolicyVersionRow.recalculation).where(PolicyVersionRow.id == version_id)
    return unit.session.execute(chosen).scalar() or []


def settled_claims(unit: Unit, states: Sequence[ClaimState], person: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Claims with a fixed settlement in these states, with the person, scheme and days.

    ``person`` may hold a citizen number to look at only. In the order in which they were fixed.
    """
    fixed = select(func.max(JournalEntry.sequence)).where(
        JournalEntry.subject == ClaimRow.number, JournalEntry.action == "approve_first"
    )
    columns: tuple[Any, ...] = (
        ClaimRow.number,
        ClaimRow.insured_id_number,
        ClaimRow.insured_scheme,
        ClaimRow.care_admitted,
        ClaimRow.care_discharged,
        fixed.scalar_subquery().label("sequence"),
    )
    chosen = select(*columns).where(ClaimRow.payable.is_not(None), ClaimRow.state.in_(states))
    if person:
        chosen = chosen.where(ClaimRow.insured_id_number.in_(person))
    return [dict(row) for row in unit.session.execute(chosen.order_by("sequence", ClaimRow.number)).mappings()]


def done_since(unit: Unit, sequence: int, actions: Sequence[str]) -> bool:
    """Whether one of these things was done after that row of the journal."""
    chosen = select(JournalEntry.sequence).where(JournalEntry.sequence > sequence, JournalEntry.action.in_(actions))
    return unit.session.execute(chosen.limit(1)).first() is not None
